// intervention-mismatch: every source tested something else than the claim is about.

#include "core/text/normalize.h"
#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

bool AllElsewhere(std::span<const EvidenceLine* const> lines) {
  return !lines.empty() && std::all_of(lines.begin(), lines.end(), [](const EvidenceLine* line) {
    return line->intervention == Directness::kIndirect ||
           line->intervention == Directness::kDifferent;
  });
}

// What the claim is about, where its own sentence says so: what "it" stands for is
// a guess, on which no finding may rest.
std::string Subject(const DocumentGraph& graph, const Claim& claim, const EvidenceLine& line) {
  const Proposition* p = FindById(graph.propositions, line.proposition);
  if (p == nullptr || p->intervention.empty()) return {};
  const std::string label = Fold(p->intervention);
  const std::string outcome = Fold(p->outcome);
  if (!outcome.empty() && label.find(outcome) != std::string::npos) return {};
  static const Pattern kNoTreatment(
      R"(\b(?:using|reported|assessments?|stud(?:y|ies)|factors?|results?|th(?:is|ese)|not?|was|were|found|saw|show\w*)\b)");
  if (kNoTreatment.In(label)) return {};
  const bool said = Fold(SentenceOf(graph, claim)).find(label) != std::string::npos;
  return said ? p->intervention : std::string();
}

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    const auto lines = evidence.Of(claim.id);
    if (!FallsShort(claim.verdict) || !AllElsewhere(lines)) continue;
    const Reference* source = FindById(input.graph.references, lines[0]->reference);
    const std::string subject = Subject(input.graph, claim, *lines[0]);
    if (source == nullptr || subject.empty()) continue;
    Finding finding = AtClaim(
        kInterventionMismatch, claim,
        Cat(Quote(claim.text), " is about ", subject, "; its source is about something else: ",
            source->title.empty() ? Label(*source) : Quote(source->title)),
        Advice("say what was tested, or cite a study of the thing itself", claim));
    for (const EvidenceLine* line : lines) {
      finding.evidence.push_back(line->id);
      if (IsSet(line->reference)) finding.references.push_back(line->reference);
    }
    std::sort(finding.references.begin(), finding.references.end());
    finding.references.erase(std::unique(finding.references.begin(), finding.references.end()),
                             finding.references.end());
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kInterventionMismatch = {
    .name = "intervention-mismatch",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "evidence about one treatment, used for another",
    .why = "A true sentence about the source becomes an untrue one about the subject.",
    .bad = "Green tea lowers blood pressure (Hill, 2018: \"Coffee and blood pressure\").",
    .good = "Coffee lowered blood pressure in one trial (Hill, 2018); green tea was not tested.",
    .limits =
        "Knows what a source tested from its title only; a title that does not say is no "
        "reason to flag.",
    .run = Run,
};

}  // namespace claimgraph
