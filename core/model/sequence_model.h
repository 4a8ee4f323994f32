// A linear-chain conditional random field over hashed, binary features.
//
//   score(states of a sequence) = sum over tokens of
//       transition(state before, state) + sum over features of weight(feature, state)
//
// The most probable states are found by Viterbi's algorithm (Lafferty, McCallum &
// Pereira, ICML 2001).  Any part of the states may be fixed, to learn how much less
// probable another reading is than the best.
//
// Most weights are zero: a bucket keeps (state, weight) pairs for the others.  Weights
// are one byte each, times one scale.
//
//   file     := magic version:u32 name:text features:u32 bits:u32 scale:f32
//               states:u32 state:text... transition:f32 ... count:u8 ... pair... checksum:u64
//   text     := size:u32 bytes
//   transition  by state before (the last one: none, at the beginning), then by state
//   count    := the pairs of each bucket
//   pair     := state:u8 weight:i8, by bucket
//   checksum := XXH3 of all that stands before it; all numbers little-endian
#ifndef CLAIMGRAPH_CORE_MODEL_SEQUENCE_MODEL_H_
#define CLAIMGRAPH_CORE_MODEL_SEQUENCE_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "core/status.h"

namespace claimgraph {

inline constexpr std::uint32_t kSequenceModelVersion = 1;
inline constexpr std::uint32_t kLeastSequenceBits = 8;
inline constexpr std::uint32_t kMostSequenceBits = 20;
inline constexpr std::size_t kMostSequenceStates = 64;

// The features of each token of a sequence.  Reuse one for many sequences: its buffers
// keep their size.
class SequenceFeatures {
 public:
  void Clear();
  void Add(FeatureHash hash) { hashes_.push_back(static_cast<std::uint32_t>(hash >> 32)); }
  // What was added since the last call are the features of one token.
  void EndToken() { ends_.push_back(hashes_.size()); }

  std::size_t size() const { return ends_.size(); }
  // Of all tokens, one behind the other.
  std::span<const std::uint32_t> all() const { return hashes_; }
  std::span<const std::uint32_t> Of(std::size_t token) const {
    const std::size_t begin = token == 0 ? 0 : ends_[token - 1];
    return std::span(hashes_).subspan(begin, ends_[token] - begin);
  }

 private:
  std::vector<std::uint32_t> hashes_{};
  std::vector<std::size_t> ends_{};
};

// By token, then by state.
using SequenceScores = std::vector<float>;

// For each token a bit for each state that it may be in.
using AllowedStates = std::vector<std::uint64_t>;

// True if `bytes` begin as a sequence model's do.
bool IsSequenceModel(std::string_view bytes);

struct SequenceReading {
  std::vector<std::uint8_t> states{};
  float score = 0;
};

class SequenceModel {
 public:
  // Reads a file's bytes, which must outlive the model: the weights stay where they
  // are.  kCorrupt or kVersion where the bytes are not a model that this code reads.
  static Result<SequenceModel> Parse(std::string_view bytes);

  const std::string& name() const { return name_; }
  // Which features the weights are for: the number that their extractor had.
  std::uint32_t features() const { return features_; }
  std::uint32_t bits() const { return bits_; }
  const std::vector<std::string>& states() const { return states_; }

  // What each token's features say of its state; `scores` is replaced.
  void Score(const SequenceFeatures& features, SequenceScores* scores) const;

  // The best reading of a sequence with these scores, and the best of those whose
  // tokens are in states that `allowed` has (empty: all).  Linear in the tokens.
  SequenceReading Read(const SequenceScores& scores, const AllowedStates& allowed = {}) const;

 private:
  std::string name_{};
  std::uint32_t features_ = 0;
  std::uint32_t bits_ = 0;
  float scale_ = 1;
  std::vector<std::string> states_{};
  std::vector<float> transitions_{};
  std::vector<std::uint32_t> rows_{};  // where each bucket's pairs begin, and the end
  std::string_view pairs_{};
};

// What training hands over; `weights` by bucket, then by state; `transitions` as above.
struct TrainedSequenceModel {
  std::string name{};
  std::uint32_t features = 0;
  std::uint32_t bits = 0;
  std::vector<std::string> states{};
  std::vector<float> transitions{};
  std::vector<float> weights{};
};

// The bytes of the file.  A weight smaller than `least` times the largest is left out.
// Requires: sizes that fit each other.
std::string EncodeSequenceModel(const TrainedSequenceModel& model, float least);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_MODEL_SEQUENCE_MODEL_H_
