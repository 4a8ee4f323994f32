// A linear model: for each label, one weight for each bucket of hashed features.
//
//   score(label) = bias(label) + sum over features of value * weight(label, bucket)
//
// A classifier's scores are log odds of "this label against the rest"; Probabilities()
// makes them sum to 1.  A regression has one label, and its score is the value.
//
// Weights are one byte each, times a scale of their label: rounding them so moves no
// measured figure by more than 0.003 (models/*.card.md).
//
//   file     := magic version:u32 name:text features:u32 bits:u32 temperature:f32
//               labels:u32 label... weight:i8 ... checksum:u64
//   label    := name:text scale:f32 bias:f32
//   text     := size:u32 bytes
//   weights  by bucket, then by label; all numbers little-endian
//   checksum := XXH3 of all that stands before it
#ifndef CLAIMGRAPH_CORE_MODEL_LINEAR_MODEL_H_
#define CLAIMGRAPH_CORE_MODEL_LINEAR_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "core/status.h"

namespace claimgraph {

inline constexpr std::uint32_t kModelVersion = 1;
inline constexpr std::uint32_t kLeastModelBits = 8;
inline constexpr std::uint32_t kMostModelBits = 22;
inline constexpr std::size_t kMostModelLabels = 64;

// Turns scores into probabilities, in place: the odds of each label, divided by
// `temperature` in the exponent (Guo et al., ICML 2017), and made to sum to 1.
void MakeProbabilities(float temperature, std::vector<float>* scores);

class LinearModel {
 public:
  struct Label {
    std::string name{};
    float scale = 1;
    float bias = 0;
  };

  // Reads a file's bytes, which must outlive the model: the weights stay where they
  // are.  kCorrupt or kVersion where the bytes are not a model that this code reads.
  static Result<LinearModel> Parse(std::string_view bytes);

  const std::string& name() const { return name_; }
  // Which features the weights are for: the number that their extractor had.
  std::uint32_t features() const { return features_; }
  std::uint32_t bits() const { return bits_; }
  float temperature() const { return temperature_; }
  const std::vector<Label>& labels() const { return labels_; }

  // One score a label, in their order; `scores` is replaced.
  void Score(const Features& features, std::vector<float>* scores) const;

  void MakeProbabilities(std::vector<float>* scores) const {
    claimgraph::MakeProbabilities(temperature_, scores);
  }

 private:
  std::string name_{};
  std::uint32_t features_ = 0;
  std::uint32_t bits_ = 0;
  float temperature_ = 1;
  std::vector<Label> labels_{};
  std::string_view weights_{};
};

// What training hands over; `weights` by bucket, then by label.
struct TrainedModel {
  std::string name{};
  std::uint32_t features = 0;
  std::uint32_t bits = 0;
  float temperature = 1;
  std::vector<std::string> labels{};
  std::vector<double> biases{};
  std::vector<double> weights{};
};

// The bytes of the file.  Requires: sizes that fit each other.
std::string EncodeModel(const TrainedModel& model);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_MODEL_LINEAR_MODEL_H_
