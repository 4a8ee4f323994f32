// What a comparison came to, as a learned model reads the sentences that report it.
//
// "Compared with the comparator, did the intervention increase the outcome, decrease it,
// or make no difference?" (Lehman et al., NAACL 2019).  The sentences are seen with their
// names masked (intervention, comparator, outcome), so that what is learned is how results
// are said and not which treatments work.  models/direction.card.md says what the model
// was trained on and what it scores.
//
// Read are the first kMostEvidence texts, and of each what comparison_words.h reads.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_DIRECTION_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_DIRECTION_MODEL_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/features.h"

namespace claimgraph {

// The number of the features here: models that were trained with others are not used.
inline constexpr std::uint32_t kDirectionFeatures = 1;

inline constexpr std::size_t kMostEvidence = 8;

struct Comparison {
  std::string_view intervention{};
  std::string_view comparator{};
  std::string_view outcome{};
  std::vector<std::string_view> evidence{};  // sentences that report the result
};

enum class ComparisonResult : std::uint8_t { kNoDifference, kIncreased, kDecreased };

// By ComparisonResult; sums to 1.
using DirectionOdds = std::array<double, 3>;

// Nothing where the model is not built in.
std::optional<DirectionOdds> ReadDirection(const Comparison& comparison);
ComparisonResult MostLikely(const DirectionOdds& odds);

// For training.
void DirectionFeatures(const Comparison& comparison, Features* features);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_DIRECTION_MODEL_H_
