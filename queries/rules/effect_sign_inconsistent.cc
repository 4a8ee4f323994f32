// effect-sign-inconsistent: one benefit printed as a gain, its twin as a loss.
//
// How it works:
//   1. symptom effects: SMDs printed after a symptom's name ("anxiety (SMD ...)")
//      in claims that speak of benefit alone; for a symptom, a fall and an
//      improvement are the same thing, and one document should sign them alike
//   2. where both signs occur, the rarer one is odd; where they tie, the positive,
//      for a fall is usually printed with a minus

#include "queries/rules/pattern.h"
#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

struct SymptomEffect {
  const Claim* claim = nullptr;
  const Effect* effect = nullptr;
};

const Pattern& Outcome() {
  static const Pattern pattern(
      R"(anxi\w+|depress\w+|\bpain\b|stress\b|fatigue|insomnia|symptoms?\b|burnout|distress|worry|headache|nausea)"
      R"(|quality|mood|well-?being|function|energy|mobility|strength|memory|sleep|fitness|flexibility)");
  return pattern;
}

const Pattern& Symptom() {
  static const Pattern pattern(
      R"(^(?:anxi|depress|pain|stress|fatigue|insomnia|symptom|burnout|distress|worry|headache|nausea))");
  return pattern;
}

// Words of benefit, and none of harm: what a proposition makes of "produced an
// improvement" is less certain than the words.
bool IsBenefit(const Claim& claim) {
  static const Pattern kBetter(
      R"(improv|reduc|lower|eas(?:e|ed|es|ing)\b|reliev|decreas|alleviat|lessen|benefi|fewer|\bless\b|\bfell\b|\bfall)");
  static const Pattern kWorse(
      R"(increas|wors|raise|higher|rose\b|harm|aggravat|\bmore (?:anxi|depress|pain|stress))");
  return !claim.negated && kBetter.In(claim.text) && !kWorse.In(claim.text);
}

// The claim's text is the document's, so offsets into the source differ from
// offsets into the text only by markup; TextAt leads from one to the other.
std::string_view WordsBefore(const Document& document, const Claim& claim, const Effect& effect,
                             std::uint32_t from) {
  const std::uint32_t at = document.map.TextAt(effect.span.begin);
  const std::uint32_t begin = std::max(claim.text_span.begin, from);
  if (at <= begin || at > document.text.size()) return {};
  return document.Words({begin, at});
}

std::string_view LastOutcome(std::string_view words) {
  const std::vector<TextSpan> hits = Outcome().FindAll(words);
  return hits.empty() ? std::string_view() : Slice(words, hits.back());
}

std::vector<SymptomEffect> SymptomEffects(const DocumentGraph& graph) {
  std::vector<SymptomEffect> found;
  for (const Claim& claim : graph.claims) {
    if (claim.effects.empty() || !IsBenefit(claim)) continue;
    std::uint32_t from = claim.text_span.begin;
    for (const Effect& effect : claim.effects) {
      const std::string_view words = WordsBefore(graph.document, claim, effect, from);
      from = graph.document.map.TextAt(effect.span.end);
      if (effect.measure != EffectMeasure::kSmd || effect.value == 0) continue;
      if (Symptom().In(LastOutcome(words))) found.push_back({&claim, &effect});
    }
  }
  return found;
}

std::vector<Finding> Run(const RuleInput& input) {
  const std::vector<SymptomEffect> effects = SymptomEffects(input.graph);
  const auto positive = [](const SymptomEffect& e) { return e.effect->value > 0; };
  const std::size_t gains = std::count_if(effects.begin(), effects.end(), positive);
  const std::size_t losses = effects.size() - gains;
  if (gains == 0 || losses == 0) return {};

  const bool odd_sign = gains <= losses;
  const auto find = [&](bool sign) {
    return *std::find_if(effects.begin(), effects.end(),
                         [&](const SymptomEffect& e) { return positive(e) == sign; });
  };
  const SymptomEffect odd = find(odd_sign);
  const SymptomEffect other = find(!odd_sign);
  const auto words = [&](const SymptomEffect& e) {
    const std::uint32_t begin = input.graph.document.map.TextAt(e.effect->span.begin);
    const std::uint32_t end = input.graph.document.map.TextAt(e.effect->span.end);
    return Quote(input.graph.document.Words({begin, std::max(begin, end)}));
  };
  Finding finding = AtClaim(
      kEffectSignInconsistent, *odd.claim,
      Cat(words(odd), " and ", words(other), " both stand for an improvement, with opposite signs"),
      "give both the same sign, and say which direction is better");
  finding.span = odd.effect->span;
  return {std::move(finding)};
}

}  // namespace

constinit const Rule kEffectSignInconsistent = {
    .name = "effect-sign-inconsistent",
    .severity = Severity::kInfo,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "the same kind of benefit printed with a plus here and a minus there",
    .why = "A reader who meets a positive difference in depression cannot tell a cure from a harm.",
    .bad = "Tea reduced anxiety (SMD -0.30) and depression (SMD 0.40).",
    .good =
        "Tea reduced anxiety (SMD -0.30) and depression (SMD -0.40); minus means fewer symptoms.",
    .limits =
        "Looks at standardised mean differences of symptoms, where less is better; one "
        "finding for a document.",
    .run = Run,
};

}  // namespace claimgraph
