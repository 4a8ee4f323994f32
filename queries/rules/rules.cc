// The table, and the one way to run it.
//
// Each rule looks at the document alone and knows nothing of the others; what
// they may say together is settled afterwards, in suppress.cc.

#include "queries/rules/rules.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "queries/rules/health.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"
#include "queries/rules/suppress.h"

namespace claimgraph {
namespace {

std::vector<Rule> SortedRules() {
  std::vector<Rule> rules = {
      kUncitedClaim,           kPhantomStudies,
      kSelfContradiction,      kCircularSupport,
      kSecondarySourceOnly,    kAnecdoteAsEvidence,
      kTheoryAsEvidence,       kSafetyClaimUnsupported,
      kCertaintyInflation,     kMagnitudeInflation,
      kPopulationOverreach,    kInterventionMismatch,
      kSurrogateOutcome,       kComparativeWithoutComparison,
      kAdviceExaggeration,     kMissingConfidenceInterval,
      kDanglingCitation,       kYearMismatch,
      kAuthorMismatch,         kPlaceholderCitation,
      kNeverCitedReference,    kDuplicateReference,
      kMalformedIdentifier,    kFutureYear,
      kImplausiblePmidYear,    kIdentifierConflict,
      kIncompleteReference,    kEffectSignInconsistent,
      kTextCorruption,         kContradictedByOwnReference,
      kSourceContradictsClaim, kRetractedSource,
      kSplitSupport,           kOutcomeMismatch,
      kFollowUpOverreach,      kNumberMismatch,
      kNoDirectEvidence,       kSingleStudy,
      kDroppedCaveat,          kMetadataMismatch,
      kUncheckedReference,
  };
  std::sort(rules.begin(), rules.end(),
            [](const Rule& a, const Rule& b) { return a.name < b.name; });
  return rules;
}

// Points at a claim in a paragraph without a word of health.
bool IsBesideHealth(const DocumentGraph& graph, const Finding& finding) {
  const Claim* claim = FindById(graph.claims, finding.claim);
  if (claim == nullptr || claim->sentence >= graph.document.sentences.size()) return false;
  const std::uint32_t block = graph.document.sentences[claim->sentence].block;
  return !NamesHealth(graph.document.Words(graph.document.blocks[block].span));
}

auto Position(const Finding& f) { return std::tie(f.file, f.span, f.rule, f.message); }

}  // namespace

std::span<const Rule> AllRules() {
  static const std::vector<Rule> rules = SortedRules();
  return rules;
}

const Rule* FindRule(std::string_view name) {
  const std::span<const Rule> rules = AllRules();
  const auto at = std::lower_bound(rules.begin(), rules.end(), name,
                                   [](const Rule& r, std::string_view n) { return r.name < n; });
  return at != rules.end() && at->name == name ? &*at : nullptr;
}

std::vector<Finding> RunRules(const RuleInput& input, RuleScope scope,
                              const SeverityOverrides& overrides) {
  std::vector<Finding> findings;
  // What rests on the records of studies is about what they studied, whatever its words.
  const bool on_record = std::ranges::any_of(
      input.graph.evidence_lines, [](const EvidenceLine& line) { return !line.record.empty(); });
  const HealthTalk health =
      on_record ? HealthTalk::kThroughout : HealthTalkOf(input.graph.document);
  for (const Rule& rule : AllRules()) {
    if (rule.scope != scope ||
        (rule.subject == RuleSubject::kHealth && health == HealthTalk::kNone)) {
      continue;
    }
    const auto own = overrides.find(rule.name);
    if (own != overrides.end() && own->second == Severity::kOff) continue;
    for (Finding& finding : rule.run(input)) {
      if (rule.subject == RuleSubject::kHealth && health == HealthTalk::kInPassing &&
          IsBesideHealth(input.graph, finding)) {
        continue;
      }
      finding.document = input.graph.document.id;
      if (own != overrides.end()) finding.severity = own->second;
      findings.push_back(std::move(finding));
    }
  }
  std::sort(findings.begin(), findings.end(),
            [](const Finding& a, const Finding& b) { return Position(a) < Position(b); });
  SilenceGeneral(&findings);
  ApplyIgnores(input.graph.document, &findings);
  return findings;
}

}  // namespace claimgraph
