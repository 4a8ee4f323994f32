// surrogate-outcome: a hormone that moved, offered as a mind that feels better.

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& Marker() {
  static const Pattern pattern(
      R"(\b(?:cortisol|serotonin|dopamine|oxytocin|endorphins?|adrenalin\w*|epinephrine|norepinephrine|)"
      R"(noradrenaline|melatonin|BDNF|GABA|heart[- ]rate variability|HRV|C-reactive protein|CRP|interleukin\w*|)"
      R"(neurotransmitters?|neurochemicals?|stress hormones?|hormone levels?|telomeres?)\b)");
  return pattern;
}

const Pattern& Benefit() {
  static const Pattern pattern(
      R"(\b(?:mood|happ(?:y|ier|iness)|feel[- ]?(?:ing|s)? ?(?:good|better|calm\w*|more|less|happier)|anxi\w+|depress\w+|)"
      R"(well[- ]?being|calm\w*|less stress|stress relief|mental (?:health|clarity)|emotional\w*|resilien\w+|)"
      R"(antidepressants?|euphori\w+|grief|worry)\b)");
  return pattern;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!IsCausal(claim) || claim.negated || !FallsShort(claim.verdict)) continue;
    if (claim.kind == ClaimKind::kReportedResult) continue;
    const std::string_view marker = Marker().Words(claim.text);
    const std::string_view benefit = Benefit().Words(claim.text);
    if (marker.empty() || benefit.empty()) continue;
    findings.push_back(AtClaim(kSurrogateOutcome, claim,
                               Cat(Quote(claim.text), " lets ", marker, " stand for ", benefit,
                                   "; a change in one does not show a change in the other"),
                               Advice(Cat("cite a study that measured ", benefit), claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kSurrogateOutcome = {
    .name = "surrogate-outcome",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a hormone or marker that stands for how people feel",
    .why = "Blood values move for many reasons; whether anyone felt better has to be asked.",
    .bad = "Tea raises serotonin, so your mood lifts.",
    .good = "Tea drinkers rated their mood higher (4 points of 100) [7].",
    .limits =
        "Left alone: results that only report the marker. A claim that cites nothing at all "
        "is told that first.",
    .run = Run,
};

}  // namespace claimgraph
