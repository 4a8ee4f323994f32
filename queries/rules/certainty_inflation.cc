// certainty-inflation: words that assert more certainty than the evidence allows.
//
// Two ways to get there: a booster over nothing at all, and wording above the
// level that the appraisal found for the sources that are cited.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// Boosters that speak of certainty; "very" and "even" are only emphasis.
const Pattern& Certain() {
  static const Pattern pattern(
      R"(pro(?:of|ve|ves|ven|ved|ving)\b|demonstrat|\bshown\b|\bshows\b|well[- ]established|established fact|\bclear\b|)"
      R"(undeniabl|undoubtedly|unquestionabl|without (?:a )?doubt|no doubt|definit|certain(?:ly|ty)?\b|guarantee|)"
      R"(scientific|\bscience\b|robust (?:evidence|findings?|results|science|research|data)|compelling|conclusive|)"
      R"(irrefutable|indisputable|well[- ]known|\bfacts?\b|settled|overwhelming|\bstrong evidence|inevitabl|invariabl|100 ?%)");
  return pattern;
}

// "may prove difficult", "has not been proven"
const Pattern& OtherSense() {
  static const Pattern pattern(
      R"(prov(?:e|ed|es|en) (?:to be )?(?:difficult|hard|useful|challenging|helpful)|\bno(?:t| studies| study| evidence)\b.{0,20}\b(?:proven|shown|clear|certain))");
  return pattern;
}

const Cue* CertaintyBooster(const Claim& claim) {
  if (OtherSense().In(claim.text)) return nullptr;
  for (const Cue& cue : claim.boosters) {
    if (Certain().In(cue.text)) return &cue;
  }
  return nullptr;
}

Finding OverNothing(const Claim& claim, const Cue& booster) {
  Finding finding = AtClaim(
      kCertaintyInflation, claim,
      Cat(Quote(booster.text), " in ", Quote(claim.text), " asserts proof and cites nothing"),
      Advice("cite what proves it, or take the word out", claim));
  const bool effect = claim.kind == ClaimKind::kEffect || claim.kind == ClaimKind::kMechanism;
  if (effect && claim.strength == CausalStrength::kDirectCausal &&
      claim.verdict == Verdict::kOverstated) {
    finding.severity = Severity::kError;
  }
  return finding;
}

// "imprecision-few-people" as "few people"; what has no better words, by its name.
std::string WordsOf(std::string_view step) {
  static constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"disputing-studies", "studies that find the contrary"},
      {"inconsistency", "studies that disagree"},
      {"indirectness-population", "indirect population"},
      {"indirectness-intervention", "indirect treatment"},
      {"indirectness-comparator", "indirect comparison"},
      {"indirectness-outcome", "indirect outcome"},
      {"imprecision-few-people", "few people"},
      {"imprecision-few-events", "few events"},
      {"imprecision-ci-crosses-null", "an interval that holds no effect as well"},
      {"imprecision-ci-crosses-both", "an interval that holds benefit and harm"},
      {"imprecision-ci-crosses-important-difference", "an interval that holds a trifling effect"},
  };
  for (const auto& [name, words] : kWords) {
    if (step == name) return std::string(words);
  }
  std::string words(step);
  std::ranges::replace(words, '-', ' ');
  return words;
}

// How much is asserted, how much is allowed, and the steps that took the rest away:
// "the words assert High certainty, the evidence allows Low: risk of bias; few people".
std::string AppraisedShortfall(const Claim& claim) {
  std::string levels;
  std::string design;
  std::string causes;
  for (const Reason& reason : claim.reasons) {
    if (reason.rule == "asserted-against-allowed") levels = reason.because;
    if (reason.rule == "start-from-design") design = reason.because;
    if (reason.step != "certainty" || reason.change >= 0 || reason.rule == "clamp") continue;
    causes += Cat(causes.empty() ? "" : "; ", WordsOf(reason.rule));
  }
  if (causes.empty()) causes = design;
  if (levels.empty() || causes.empty()) return {};
  return Cat(": ", levels, ": ", causes);
}

// What the evidence is, in words: the appraisal's own, else the best design.
std::string Shortfall(const Claim& claim, std::span<const EvidenceLine* const> lines) {
  const Reason* decided = DecidedBy(claim);
  if (decided != nullptr && decided->rule == "beyond-appraised-evidence") {
    if (std::string words = AppraisedShortfall(claim); !words.empty()) return words;
  }
  if (decided != nullptr && !decided->because.empty()) return Cat(": ", decided->because);
  const StudyDesign design = BestDesign(lines);
  if (design == StudyDesign::kUnknown) return {};
  return Cat(": its best source is ", Description(design));
}

Finding OverEvidence(const Claim& claim, std::span<const EvidenceLine* const> lines) {
  const Cue* booster = CertaintyBooster(claim);
  Finding finding =
      AtClaim(kCertaintyInflation, claim,
              Cat(booster == nullptr ? Quote(claim.text)
                                     : Cat(Quote(booster->text), " in ", Quote(claim.text)),
                  " asserts more than its evidence allows", Shortfall(claim, lines)),
              Advice("lower the wording to what was shown", claim));
  for (const EvidenceLine* line : lines) {
    finding.evidence.push_back(line->id);
    if (!IsSet(line->reference)) continue;  // a reviewer tied the claim to the work
    if (finding.references.empty() || finding.references.back() != line->reference) {
      finding.references.push_back(line->reference);
    }
  }
  return finding;
}

// Nothing is known of its sources: they may allow the words, short of proof.
bool UnknownSources(const Claim& claim, std::span<const EvidenceLine* const> lines) {
  const Reason* reason = DecidedBy(claim);
  static const Pattern kProof(R"(\b(?:proof|prov(?:e|es|en|ed))\b)");
  return reason != nullptr && reason->rule == "boosted-beyond-evidence" &&
         BestDesign(lines) == StudyDesign::kUnknown && !kProof.In(claim.text);
}

// Overstated in what or whom it speaks of: other rules tell that.
bool OfAnotherKind(const Claim& claim) {
  const Reason* reason = DecidedBy(claim);
  return reason != nullptr &&
         (reason->rule == "other-intervention" || reason->rule == "beyond-population" ||
          reason->rule == "wider-population");
}

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (IsUncited(claim)) {
      const Cue* booster = CertaintyBooster(claim);
      if (booster != nullptr && FallsShort(claim.verdict)) {
        findings.push_back(OverNothing(claim, *booster));
      }
    } else if (claim.verdict == Verdict::kOverstated && !OfAnotherKind(claim) &&
               !UnknownSources(claim, evidence.Of(claim.id))) {
      findings.push_back(OverEvidence(claim, evidence.Of(claim.id)));
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kCertaintyInflation = {
    .name = "certainty-inflation",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "words more certain than the evidence behind them",
    .why =
        "\"Proven\" over one small study, or over none, tells readers to stop asking. An error "
        "where a cause is called proven and nothing is cited.",
    .bad = "Tea is proven to prevent colds.",
    .good = "Tea may shorten colds, but only one small trial has looked (Hill, 2018).",
    .limits =
        "Knows a study's design from its title; a source that does not say is not held against the "
        "claim. With records: a plain claim whose every source concludes \"may\" of the same "
        "intervention and outcome, as a learned model reads it, is flagged with that conclusion. "
        "Left alone: \"very\", \"even\" and other emphasis.",
    .run = Run,
};

}  // namespace claimgraph
