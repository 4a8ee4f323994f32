// magnitude-inflation: "powerful", and no number that says how much.

#include <cmath>

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

constexpr double kMediumSmd = 0.5;  // Cohen's convention: below it, small

const Pattern& Large() {
  static const Pattern pattern(
      R"(powerful|profound|transform|dramatic|huge|massive|incredibl|amazing|remarkabl|life-?chang|)"
      R"(miracle|miraculous|game-?chang|extraordinar|enormous|tremendous|drastic|immense|)"
      R"(superpower|skyrocket|spectacular|astonish|astounding|magical|impressive|vast|stagger|)"
      R"(unparalleled|floods?\b|eliminat|eradicat|melts?\b|triples?\b|highly effective|striking|exceptional|holy grail|unmatched)");
  return pattern;
}

// "seems", "suggests": the writer does not vouch for the size.
const Pattern& Reserved() {
  static const Pattern pattern(R"(seem|appear|suggest|might|perhaps|possibl|probabl|likely|theor)");
  return pattern;
}

bool Vouched(const Claim& claim) {
  return std::none_of(claim.hedges.begin(), claim.hedges.end(),
                      [](const Cue& cue) { return Reserved().In(cue.text); });
}

const Cue* LargeCue(const Claim& claim) {
  for (const std::vector<Cue>* cues : {&claim.magnitudes, &claim.boosters}) {
    for (const Cue& cue : *cues) {
      if (Large().In(cue.text)) return &cue;
    }
  }
  return nullptr;
}

// The largest SMD that the claim prints, if it prints one.
const Effect* LargestSmd(const Claim& claim) {
  const Effect* largest = nullptr;
  for (const Effect& effect : claim.effects) {
    if (effect.measure != EffectMeasure::kSmd) continue;
    if (largest == nullptr || std::abs(effect.value) > std::abs(largest->value)) largest = &effect;
  }
  return largest;
}

std::string Rounded(double value) {
  const long hundredths = std::lround(std::abs(value) * 100);
  std::string digits = std::to_string(hundredths % 100);
  if (digits.size() == 1) digits.insert(0, "0");
  return Cat(value < 0 ? "-" : "", std::to_string(hundredths / 100), ".", digits);
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    const Cue* cue = LargeCue(claim);
    if (cue == nullptr || !Vouched(claim) || claim.negated) continue;
    if (!CanCarryCitation(input.graph, claim)) continue;
    static const Pattern kGraded(R"(\bto profound\b|profound (?:hearing|deaf|disab))");
    if (kGraded.In(claim.text)) continue;  // a degree of hearing loss
    const Effect* smd = LargestSmd(claim);
    if (smd != nullptr && std::abs(smd->value) < kMediumSmd) {
      findings.push_back(
          AtClaim(kMagnitudeInflation, claim,
                  Cat(Quote(cue->text), " calls large what the same sentence puts at ", "SMD ",
                      Rounded(smd->value), ", a small effect"),
                  "let the number speak, or call it small"));
    } else if (claim.effects.empty() && FallsShort(claim.verdict)) {
      findings.push_back(AtClaim(
          kMagnitudeInflation, claim,
          Cat(Quote(cue->text), " in ", Quote(claim.text), " says how much, but no effect size",
              IsUncited(claim) ? " and no source stands" : " stands", " behind it"),
          Advice("give the size that was measured", claim)));
    }
  }
  return findings;
}

}  // namespace

constinit const Rule kMagnitudeInflation = {
    .name = "magnitude-inflation",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "\"powerful\" or \"dramatic\" with no effect size, or over a small one",
    .why = "Big words stand where a number should, and most true effects are small.",
    .bad = "Tea has a dramatic effect on colds.",
    .good = "Colds were half a day shorter with tea [4].",
    .limits =
        "Small means a standardised mean difference below 0.5. Left alone: \"significantly\", "
        "cautious sentences, and claims that print another kind of number.",
    .run = Run,
};

}  // namespace claimgraph
