// How strongly a sentence ties cause to effect, as a learned model reads it.
//
// The classes are those of Yu, Li & Wang (EMNLP 2019): no relation, association, causal
// but hedged, plainly causal.  models/strength.card.md says what it was trained on and
// what it scores; where it is not built in, the rules of claim_parts.h stand alone.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_STRENGTH_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_STRENGTH_MODEL_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/claim.h"
#include "core/model/features.h"

namespace claimgraph {

// Who writes: a study of itself, or somebody of studies.
enum class Register : std::uint8_t { kAbstract, kArticle };

// By CausalStrength; sums to 1.
using StrengthOdds = std::array<double, 4>;

// Nothing where the model is not built in.
std::optional<StrengthOdds> ReadStrength(std::string_view sentence, Register written);
CausalStrength MostLikely(const StrengthOdds& odds);

// How one sentence stands to another that it is drawn from.
enum class StrengthChange : std::uint8_t { kSame, kExaggerates, kDownplays };

// The probability that `later` claims more than `earlier`, and less: the joint odds of
// all pairs of classes.
struct ChangeOdds {
  double more = 0;
  double less = 0;
};
ChangeOdds CompareStrength(const StrengthOdds& earlier, const StrengthOdds& later);

// From this probability on a change is one; from kPlainChange on, one that a writer is
// told of: two in three are (models/strength.card.md).
inline constexpr double kChangeThreshold = 0.6;
inline constexpr double kPlainChange = 0.8;
StrengthChange ChangeOf(const ChangeOdds& odds);

// For training.
void StrengthFeatures(std::string_view sentence, Register written, Features* features);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_STRENGTH_MODEL_H_
