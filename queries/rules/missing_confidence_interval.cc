// missing-confidence-interval: an effect size that does not say how sure it is.

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

bool NeedsInterval(const Effect& effect) {
  switch (effect.measure) {
    case EffectMeasure::kSmd:
    case EffectMeasure::kMd:
    case EffectMeasure::kOr:
    case EffectMeasure::kRr:
    case EffectMeasure::kHr:
    case EffectMeasure::kRd:
      return !effect.ci_low && !effect.ci_high;
    default:
      return false;  // percentages and points in prose seldom have one to give
  }
}

std::vector<Finding> Run(const RuleInput& input) {
  static const Pattern kSpeaksOfIntervals(R"(\bCIs?\b|confidence interval)");
  std::vector<Finding> findings;

  for (const Claim& claim : input.graph.claims) {
    const auto bare = std::find_if(claim.effects.begin(), claim.effects.end(), NeedsInterval);
    if (bare == claim.effects.end() || IsUncited(claim)) continue;
    if (kSpeaksOfIntervals.In(claim.text)) continue;

    const auto count = std::count_if(claim.effects.begin(), claim.effects.end(), NeedsInterval);
    Finding finding =
        AtClaim(kMissingConfidenceInterval, claim,
                Cat("the ", Name(bare->measure), count == 1 ? "" : " values", " in ",
                    Quote(claim.text), count == 1 ? " has" : " have", " no confidence interval"),
                "add the 95% CI that the source gives");
    if (bare->span.end > bare->span.begin) finding.span = bare->span;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

constinit const Rule kMissingConfidenceInterval = {
    .name = "missing-confidence-interval",
    .severity = Severity::kInfo,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "an effect size without its confidence interval",
    .why = "The interval is what tells a solid effect from one that may be nothing.",
    .bad = "Tea eased colds (SMD -0.40) [4].",
    .good = "Tea eased colds (SMD -0.40, 95% CI -0.65 to -0.15) [4].",
    .limits =
        "Standardised and mean differences, odds, risk and hazard ratios, risk differences. "
        "Percentages and points are left alone.",
    .run = Run,
};

}  // namespace claimgraph
