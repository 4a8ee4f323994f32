#include "core/model/sequence_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/model/model_bytes.h"

namespace claimgraph {

using model_bytes::Append;
using model_bytes::AppendText;
using model_bytes::Broken;
using model_bytes::kMostByte;
using model_bytes::Taker;

namespace {

constexpr std::string_view kMagic = "claimgraph sequence model\n";
// The largest of millions of weights are few and far out: steps are chosen so that this
// share of them fits, and the others are cut to the largest byte.
constexpr double kFittingShare = 0.9999;
constexpr float kImpossible = std::numeric_limits<float>::lowest() / 4;

// What one step of a byte is worth.
float Step(const std::vector<float>& weights) {
  std::vector<float> sizes;
  for (const float w : weights) {
    if (w != 0) sizes.push_back(std::abs(w));
  }
  if (sizes.empty()) return 1;
  const auto at =
      static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * kFittingShare);
  std::nth_element(sizes.begin(), sizes.begin() + at, sizes.end());
  return sizes[static_cast<std::size_t>(at)] / kMostByte;
}

}  // namespace

void SequenceFeatures::Clear() {
  hashes_.clear();
  ends_.clear();
}

bool IsSequenceModel(std::string_view bytes) { return bytes.starts_with(kMagic); }

Result<SequenceModel> SequenceModel::Parse(std::string_view bytes) {
  const Result<std::string_view> body = model_bytes::Unwrap(bytes, kMagic);
  if (!body) return tl::unexpected(body.error());
  Taker taker(*body);
  if (taker.Take<std::uint32_t>() != kSequenceModelVersion) {
    return model_bytes::OtherVersion();
  }
  SequenceModel model;
  model.name_ = taker.TakeText();
  model.features_ = taker.Take<std::uint32_t>();
  model.bits_ = taker.Take<std::uint32_t>();
  model.scale_ = taker.Take<float>();
  const auto states = taker.Take<std::uint32_t>();
  if (taker.failed() || model.bits_ < kLeastSequenceBits || model.bits_ > kMostSequenceBits ||
      states == 0 || states > kMostSequenceStates || !std::isfinite(model.scale_)) {
    return Broken("sizes");
  }
  for (std::uint32_t i = 0; i < states; ++i) model.states_.push_back(taker.TakeText());
  for (std::uint32_t i = 0; i < (states + 1) * states; ++i) {
    model.transitions_.push_back(taker.Take<float>());
    if (!std::isfinite(model.transitions_.back())) return Broken("numbers");
  }
  const std::string_view counts = taker.TakeBytes(std::size_t{1} << model.bits_);
  if (taker.failed()) return Broken("sizes");
  std::uint32_t row = 0;
  model.rows_.reserve(counts.size() + 1);
  for (const char count : counts) {
    model.rows_.push_back(row);
    row += static_cast<unsigned char>(count);
  }
  model.rows_.push_back(row);
  model.pairs_ = taker.rest();
  if (model.pairs_.size() != std::size_t{row} * 2) return Broken("weights");
  for (std::size_t i = 0; i < model.pairs_.size(); i += 2) {
    if (static_cast<unsigned char>(model.pairs_[i]) >= states) return Broken("states");
  }
  return model;
}

void SequenceModel::Score(const SequenceFeatures& features, SequenceScores* scores) const {
  const std::size_t states = states_.size();
  const std::uint32_t shift = 32 - bits_;
  scores->assign(features.size() * states, 0);
  // A bucket is a step into memory that no cache has: it is fetched some features ahead.
  // Sums go to two places in turn, so that one need not wait for the other.
  constexpr std::size_t kRowAhead = 24;
  constexpr std::size_t kPairsAhead = 12;
  const std::span<const std::uint32_t> hashes = features.all();
  std::size_t at = 0;
  for (std::size_t token = 0; token < features.size(); ++token) {
    std::int32_t steps[2][kMostSequenceStates] = {};
    for (const std::size_t end_of_token = at + features.Of(token).size(); at < end_of_token; ++at) {
      if (at + kRowAhead < hashes.size()) {
        __builtin_prefetch(&rows_[hashes[at + kRowAhead] >> shift]);
        __builtin_prefetch(pairs_.data() +
                           std::size_t{rows_[hashes[at + kPairsAhead] >> shift]} * 2);
      }
      const std::uint32_t bucket = hashes[at] >> shift;
      const char* pair = pairs_.data() + std::size_t{rows_[bucket]} * 2;
      const char* end = pairs_.data() + std::size_t{rows_[bucket + 1]} * 2;
      for (std::int32_t* sums = steps[at & 1]; pair != end; pair += 2) {
        sums[static_cast<unsigned char>(pair[0])] += static_cast<signed char>(pair[1]);
      }
    }
    for (std::size_t i = 0; i < states; ++i) {
      (*scores)[token * states + i] = static_cast<float>(steps[0][i] + steps[1][i]) * scale_;
    }
  }
}

SequenceReading SequenceModel::Read(const SequenceScores& scores,
                                    const AllowedStates& allowed) const {
  const std::size_t states = states_.size();
  const std::size_t tokens = scores.size() / states;
  SequenceReading reading;
  if (tokens == 0) return reading;
  std::vector<float> best(states);
  std::vector<float> before(states);
  std::vector<std::uint8_t> from(tokens * states);
  for (std::size_t token = 0; token < tokens; ++token) {
    std::uint8_t* came = from.data() + token * states;
    if (token == 0) {
      std::copy_n(transitions_.end() - static_cast<std::ptrdiff_t>(states), states, best.begin());
    } else {
      std::swap(best, before);
      best.assign(states, kImpossible);
      for (std::size_t p = 0; p < states; ++p) {
        if (before[p] <= kImpossible) continue;
        const float* transition = transitions_.data() + p * states;
        for (std::size_t s = 0; s < states; ++s) {
          const float score = before[p] + transition[s];
          came[s] = score > best[s] ? static_cast<std::uint8_t>(p) : came[s];
          best[s] = std::max(score, best[s]);
        }
      }
    }
    for (std::size_t s = 0; s < states; ++s) {
      best[s] += scores[token * states + s];
      if (!allowed.empty() && (allowed[token] >> s & 1) == 0) best[s] = kImpossible;
    }
  }
  std::size_t state = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
  reading.score = best[state];
  reading.states.resize(tokens);
  for (std::size_t token = tokens; token-- > 0;) {
    reading.states[token] = static_cast<std::uint8_t>(state);
    state = from[token * states + state];
  }
  return reading;
}

std::string EncodeSequenceModel(const TrainedSequenceModel& model, float least) {
  const std::size_t states = model.states.size();
  float most = 0;
  for (const float w : model.weights) most = std::max(most, std::abs(w));
  std::vector<float> weights = model.weights;
  for (float& w : weights) w = std::abs(w) < least * most ? 0 : w;
  const float scale = Step(weights);
  std::string bytes(kMagic);
  Append(kSequenceModelVersion, &bytes);
  AppendText(model.name, &bytes);
  Append(model.features, &bytes);
  Append(model.bits, &bytes);
  Append(scale, &bytes);
  Append(static_cast<std::uint32_t>(states), &bytes);
  for (const std::string& state : model.states) AppendText(state, &bytes);
  for (const float t : model.transitions) Append(t, &bytes);
  std::string pairs;
  for (std::size_t row = 0; row < weights.size(); row += states) {
    const std::size_t begin = pairs.size();
    for (std::size_t s = 0; s < states; ++s) {
      const long steps = std::lround(std::clamp(weights[row + s] / scale, -kMostByte, kMostByte));
      if (steps == 0) continue;
      pairs.push_back(static_cast<char>(s));
      pairs.push_back(static_cast<char>(steps));
    }
    bytes.push_back(static_cast<char>((pairs.size() - begin) / 2));
  }
  bytes += pairs;
  model_bytes::AppendChecksum(&bytes);
  return bytes;
}

}  // namespace claimgraph
