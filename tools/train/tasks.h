// What can be trained: one function a task, in a file of its own.
//
// Each takes rows, at least one, as claimgraph-eval's tasks have them, with their answers,
// trains on folds to say how good the model is on what it has not seen, and then on all
// rows.  A row without its fields is a json::exception; where none can be used there is no
// model.
#ifndef CLAIMGRAPH_TOOLS_TRAIN_TASKS_H_
#define CLAIMGRAPH_TOOLS_TRAIN_TASKS_H_

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace claimgraph::train {

using Rows = std::vector<nlohmann::json>;

struct ModelFile {
  std::string name{};  // "strength": models/strength.model
  std::string bytes{};
};

struct Outcome {
  std::vector<ModelFile> models{};
  std::string report{};  // of the cross-validation
};

// In alphabetical order.
Outcome TrainCertainty(const Rows& rows, std::size_t folds);
Outcome TrainClaimSentences(const Rows& rows, std::size_t folds);
Outcome TrainDirection(const Rows& rows, std::size_t folds);
Outcome TrainPico(const Rows& rows, std::size_t folds);
Outcome TrainReferences(const Rows& rows, std::size_t folds);
Outcome TrainStance(const Rows& rows, std::size_t folds);
Outcome TrainStrength(const Rows& rows, std::size_t folds);
Outcome TrainTriples(const Rows& rows, std::size_t folds);

}  // namespace claimgraph::train

#endif  // CLAIMGRAPH_TOOLS_TRAIN_TASKS_H_
