#include "importers/linking/record_conclusions.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/normalize.h"
#include "importers/extraction/certainty_model.h"
#include "importers/extraction/strength_model.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {
namespace {

// Words of conclusions that look ahead, advise, or speak of something else.
constexpr std::array<std::string_view, 12> kElsewhere = {
    "should",   "need",      "warrant", "whether", "future",  "further",
    "research", "recommend", "feasib",  "cost",    "unclear", "uncertain"};

// Of a conclusion that hedges ("may reduce"); of others nothing.
std::optional<StrengthOdds> HedgedOdds(std::string_view words) {
  const std::string folded = Fold(words);
  const auto has = [&](std::string_view w) { return folded.find(w) != std::string::npos; };
  if (std::ranges::any_of(kElsewhere, has)) return std::nullopt;
  constexpr double kNoRelation = 0.2;
  const std::optional<StrengthOdds> own = ReadStrength(words, Register::kAbstract);
  const bool hedged = own && MostLikely(*own) == CausalStrength::kConditionalCausal &&
                      (*own)[static_cast<std::size_t>(CausalStrength::kNone)] < kNoRelation;
  return hedged ? own : std::nullopt;
}

}  // namespace

std::optional<CarefulConclusion> FindCarefulConclusion(const Record& record, std::string_view claim,
                                                       const Proposition& proposition) {
  std::optional<CarefulConclusion> nearest;
  std::optional<StrengthOdds> claimed;  // read once it is needed
  double sure = kLeastCertainty;
  for (const Fact& fact : record.facts) {
    if (fact.kind != FactKind::kConclusion || !ShareConcept(fact.value, proposition.outcome) ||
        !ShareConcept(fact.value, proposition.intervention)) {
      continue;
    }
    if (!claimed) {
      claimed = ReadStrength(claim, Register::kArticle);
      sure = ReadCertainty(claim).value_or(kLeastCertainty);
    }
    const std::optional<StrengthOdds> own = HedgedOdds(fact.value);
    if (!claimed || !own) return std::nullopt;
    if (ReadCertainty(fact.value).value_or(kMostCertainty) >= sure) return std::nullopt;
    const double more = CompareStrength(*own, *claimed).more;
    if (!nearest || more <= nearest->probability) nearest = {fact.value, more};
  }
  if (nearest && nearest->probability < kPlainChange) return std::nullopt;
  return nearest;
}

}  // namespace claimgraph
