// Trains linear models with liblinear and measures them on what they have not seen.
//
// Deterministic: the solvers are liblinear's primal ones, which draw no random numbers,
// and folds are chosen by the hash of an example's group.
#ifndef CLAIMGRAPH_TOOLS_TRAIN_LINEAR_TRAINER_H_
#define CLAIMGRAPH_TOOLS_TRAIN_LINEAR_TRAINER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/model/features.h"
#include "core/model/linear_model.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {

struct Example {
  Features features{};
  std::size_t label = 0;  // into TrainingSet::labels; of a regression: 0
  double target = 0;      // of a regression
  std::string group{};    // examples of one group are never parted by a fold
};

enum class Loss : std::uint8_t {
  kLogistic,      // log odds
  kSquaredHinge,  // a support vector machine
  kSquares,       // regression
};

struct TrainingSet {
  std::string name{};          // of the model
  std::uint32_t features = 1;  // the version of the features
  std::uint32_t bits = 18;     // 2^bits buckets
  Loss loss = Loss::kLogistic;
  double cost = 1;                 // liblinear's C
  bool balanced = false;           // a label's examples together weigh as much as the others
  std::size_t least_examples = 2;  // a bucket that fewer have is left out
  // Before training a bucket is scaled by how much it tells: |log of the ratio of its
  // frequencies| with and without the label (Wang & Manning, ACL 2012), for a regression
  // |its correlation|; divided by the mean, to this power.  0: not at all.
  double telling = 0;
  std::vector<std::string> labels{};
  std::vector<Example> examples{};
};

TrainedModel Train(const TrainingSet& set, const std::vector<std::size_t>& of_examples);
TrainedModel TrainOnAll(const TrainingSet& set);

// By example, the scores of its labels.
using FoldScores = std::vector<std::vector<float>>;

// For each example the scores of a model that was trained without its fold.
FoldScores CrossValidate(const TrainingSet& set, std::size_t folds);

// What else a task wants to be said of its report; empty functions: nothing.
struct ReportOptions {
  std::function<std::string(std::size_t)> part{};           // of an example: told apart by it
  std::function<std::string(const FoldScores&)> further{};  // behind the report
};

// Trains on folds, says what came out, fits the temperature to it, and trains on all.
Outcome TrainAndReport(const TrainingSet& set, std::size_t folds,
                       const ReportOptions& options = {});

std::size_t FoldOf(const Example& example, std::size_t folds);

}  // namespace claimgraph::train

#endif  // CLAIMGRAPH_TOOLS_TRAIN_LINEAR_TRAINER_H_
