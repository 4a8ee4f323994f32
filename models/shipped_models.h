// The learned models that are built into the program.
//
// Each has a card beside its weights (models/*.card.md): what it was trained on, what
// it scores, where it fails.  CLAIMGRAPH_MODELS (models/CMakeLists.txt) leaves models
// out at build time; whoever asks must do without.
#ifndef CLAIMGRAPH_MODELS_SHIPPED_MODELS_H_
#define CLAIMGRAPH_MODELS_SHIPPED_MODELS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/model/linear_model.h"
#include "core/model/sequence_model.h"

namespace claimgraph {

// The model of this name, if it is built in and its weights are for version `features`
// of its features; otherwise nullptr.  Read and checked when first asked for; lives as
// long as the program.  Safe from several threads.
const LinearModel* ShippedModel(std::string_view name, std::uint32_t features);
const SequenceModel* ShippedSequenceModel(std::string_view name, std::uint32_t features);

// What could not be read of what is built in: empty, unless the build is broken.
std::vector<std::string> BrokenModels();

// The names of all that are built in.
std::vector<std::string_view> ShippedModelNames();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_MODELS_SHIPPED_MODELS_H_
