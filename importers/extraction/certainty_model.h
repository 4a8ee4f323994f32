// How certain a finding sounds, from 1 (hardly) to 6 (fully), as a learned model reads it.
//
// The scale is that of Pei & Jurgens (EMNLP 2021), whose readers rated sentences of
// papers and of news about them.  models/certainty.card.md says what it scores.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CERTAINTY_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CERTAINTY_MODEL_H_

#include <optional>
#include <string_view>

#include "core/model/features.h"

namespace claimgraph {

inline constexpr double kLeastCertainty = 1;
inline constexpr double kMostCertainty = 6;

// Nothing where the model is not built in.
std::optional<double> ReadCertainty(std::string_view sentence);

// For training.
void CertaintyFeatures(std::string_view sentence, Features* features);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CERTAINTY_MODEL_H_
