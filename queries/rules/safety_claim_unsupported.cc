// safety-claim-unsupported: "safe", "no side effects", and nothing that counted harms.

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

const Pattern& SaysSafe() {
  static const Pattern pattern(
      R"(\b(?:is|are|be|been|being|as|considered|remains?|it(?:'|’)s|they(?:'|’)re|have|has|a|an)\b(?: \w+){0,2}? ((?:perfectly |completely |totally |entirely |very |generally |absolutely |100% )?)"
      R"((?:safe|safer|safest|harmless|risk[- ]free|low[- ]risk))\b)"
      R"(|\b(?:(?:generally |usually )?well[- ]tolerated|safe and effective|safe for|safe to use|can safely)\b)"
      R"(|\b(?:no|few|without|free of|zero)(?: known| serious| real| any| negative| adverse| harmful| unwanted)* )"
      R"((?:side[- ]effects?|adverse (?:effects|events)|risks?(?: of \w+)?|dangers?|harms?)\b)");
  return pattern;
}

// Words that are about safety wherever they stand.
const Pattern& SaysHarmless() {
  static const Pattern pattern(
      R"(\b(?:no|without|free of|zero)(?: known| serious| real| any| negative| adverse| harmful| unwanted)* (?:side[- ]effects?|adverse (?:effects|events))\b)"
      R"(|\b(?:perfectly|completely|totally|entirely|absolutely|100%) (?:safe|harmless)\b|\brisk[- ]free\b)");
  return pattern;
}

// Not safe, safe in another sense, not said to be safe, or counted by a study.
const Pattern& Denied() {
  static const Pattern pattern(
      R"(\b(?:not|never|isn(?:'|’)t|aren(?:'|’)t|less|how|whether|if|more)\s+(?:\w+\s+){0,2}(?:safe|harmless|risk)|\bunsafe\b)"
      R"(|\b(?:reported|observed|trial|study|studied)\b|\bfeel(?:s|ing)? safe|\b(?:was|were) (?:\w+ )?(?:safe|well[- ]tolerated))"
      R"(|\bsafe(?:,? and [\w-]+)? (?:space|environment|place|stretch|way|setting|experience|practice|session|care|use|distance|levels?)\b)");
  return pattern;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!FallsShort(claim.verdict) || !CanCarryCitation(input.graph, claim)) continue;
    if (claim.kind != ClaimKind::kSafety && !SaysHarmless().In(claim.text)) continue;
    if (IsCited(claim) && !CitedReferences(input.graph, claim).empty()) continue;
    const std::string_view words = SaysSafe().Words(claim.text);
    if (words.empty() || Denied().In(claim.text)) continue;
    findings.push_back(
        AtClaim(kSafetyClaimUnsupported, claim,
                Cat(Quote(words), " in ", Quote(claim.text), " cites no source that counted harms"),
                Advice("cite a study or guideline that reports adverse events, and "
                       "say for whom it is not safe",
                       claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kSafetyClaimUnsupported = {
    .name = "safety-claim-unsupported",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "\"safe\" or \"no side effects\" with no source that counted harms",
    .why = "People with a risk that the writer did not think of will act on it.",
    .bad = "Tea is completely safe and has no side effects.",
    .good = "A review of 12 trials found few adverse events [6]; ask first if you take warfarin.",
    .limits =
        "Does not know whether a cited study counted harms. Left alone: warnings, and \"feeling "
        "safe\".",
    .run = Run,
};

}  // namespace claimgraph
