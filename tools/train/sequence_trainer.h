// Trains sequence models: the log-likelihood of a conditional random field, climbed one
// sequence at a time by AdaGrad (Duchi, Hazan & Singer, JMLR 2011).
//
// A random part of each token's features is left out at each step (dropout on the
// input): with eighty features that say much the same, this is worth more than any
// penalty on the weights.  The weights of the last half of the epochs are averaged.
//
// Deterministic: one thread, one generator with a fixed seed.
#ifndef CLAIMGRAPH_TOOLS_TRAIN_SEQUENCE_TRAINER_H_
#define CLAIMGRAPH_TOOLS_TRAIN_SEQUENCE_TRAINER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/model/sequence_model.h"

namespace claimgraph::train {

struct SequenceExample {
  SequenceFeatures features{};
  std::vector<std::uint8_t> states{};
};

struct SequenceTrainingSet {
  std::string name{};          // of the model
  std::uint32_t features = 1;  // the version of the features
  std::uint32_t bits = 18;     // 2^bits buckets
  std::size_t epochs = 20;
  float rate = 0.1f;             // AdaGrad's step
  float penalty = 1e-4f;         // L2, on what a step touches
  float dropout = 0.75f;         // the part of the features that a step does not see
  std::size_t least_tokens = 2;  // a bucket that fewer tokens have is left out
  std::vector<std::string> states{};
  std::vector<SequenceExample> examples{};
};

TrainedSequenceModel TrainSequences(const SequenceTrainingSet& set,
                                    const std::vector<std::size_t>& of_examples);

}  // namespace claimgraph::train

#endif  // CLAIMGRAPH_TOOLS_TRAIN_SEQUENCE_TRAINER_H_
