// Trains taggers: one classifier a label, on far more and smaller examples than
// linear_trainer.h keeps in memory one by one (a token each, a hundred features each).
//
// Deterministic: liblinear's primal solver draws no random numbers.
#ifndef CLAIMGRAPH_TOOLS_TRAIN_TOKEN_TRAINER_H_
#define CLAIMGRAPH_TOOLS_TRAIN_TOKEN_TRAINER_H_

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "core/model/features.h"
#include "core/model/linear_model.h"

namespace claimgraph::train {

// Weights by bucket, and the bias behind the last.
using TokenWeights = std::vector<double>;

class TokenRows {
 public:
  explicit TokenRows(std::uint32_t bits) : bits_(bits) {}

  void Add(const Features& features);
  std::size_t size() const { return begins_.size(); }
  std::uint32_t bits() const { return bits_; }

  // Logistic regression on the rows `of`; `positive` by row.  Weights come rounded as they
  // will be kept.  Rows may not be added meanwhile; safe from several threads.
  TokenWeights Fit(const std::vector<std::size_t>& of, const std::vector<bool>& positive,
                   double cost) const;
  float Score(std::size_t row, const TokenWeights& weights) const;

 private:
  std::uint32_t bits_;
  std::vector<std::size_t> begins_{};
  std::vector<feature_node> nodes_{};  // (bucket + 1, value), ascending; bias; end
};

// The labels' classifiers as one model; `offsets` are added to their biases.
TrainedModel JoinLabels(const std::string& name, std::uint32_t features, std::uint32_t bits,
                        const std::vector<std::string>& labels,
                        const std::vector<TokenWeights>& weights,
                        const std::vector<double>& offsets);

namespace token_trainer {

// liblinear's own for this solver.
inline constexpr double kTolerance = 0.01;
inline constexpr double kMostByte = 127;

struct ModelDeleter {
  void operator()(model* m) const { free_and_destroy_model(&m); }
};

inline void Quiet(const char*) {}

// To what EncodeModel() keeps of them: a byte each, times one scale.
inline void Round(TokenWeights* weights) {
  double most = 0;
  for (std::size_t i = 0; i + 1 < weights->size(); ++i)
    most = std::max(most, std::abs((*weights)[i]));
  if (most <= 0) return;
  const double scale = most / kMostByte;
  for (std::size_t i = 0; i + 1 < weights->size(); ++i) {
    (*weights)[i] = static_cast<double>(std::lround((*weights)[i] / scale)) * scale;
  }
}

}  // namespace token_trainer

inline void TokenRows::Add(const Features& features) {
  const std::uint32_t shift = 32 - bits_;
  std::vector<std::pair<int, double>> row;
  row.reserve(features.items().size());
  for (const Feature& f : features.items()) {
    row.emplace_back(static_cast<int>(f.hash >> shift) + 1, f.value);
  }
  std::ranges::stable_sort(row, {}, &std::pair<int, double>::first);
  begins_.push_back(nodes_.size());
  for (const auto& [bucket, value] : row) {
    if (nodes_.size() > begins_.back() && nodes_.back().index == bucket) {
      nodes_.back().value += value;
    } else {
      nodes_.push_back({bucket, value});
    }
  }
  nodes_.push_back({(1 << bits_) + 1, 1});
  nodes_.push_back({-1, 0});
}

inline TokenWeights TokenRows::Fit(const std::vector<std::size_t>& of,
                                   const std::vector<bool>& positive, double cost) const {
  static std::once_flag quiet;
  std::call_once(quiet, [] { set_print_string_function(&token_trainer::Quiet); });
  std::vector<double> targets;
  std::vector<feature_node*> rows;
  for (const std::size_t i : of) {
    targets.push_back(positive[i] ? 1 : -1);
    rows.push_back(const_cast<feature_node*>(&nodes_[begins_[i]]));  // read only
  }
  const problem examples{.l = static_cast<int>(rows.size()),
                         .n = (1 << bits_) + 1,
                         .y = targets.data(),
                         .x = rows.data(),
                         .bias = -1};
  const parameter how{.solver_type = L2R_LR,
                      .eps = token_trainer::kTolerance,
                      .C = cost,
                      .nr_weight = 0,
                      .weight_label = nullptr,
                      .weight = nullptr,
                      .p = 0,
                      .init_sol = nullptr};
  const std::unique_ptr<model, token_trainer::ModelDeleter> found(::train(&examples, &how));
  TokenWeights weights(found->w, found->w + examples.n);
  // liblinear's first label is that of the first row.
  if (found->label[0] != 1) {
    for (double& w : weights) w = -w;
  }
  token_trainer::Round(&weights);
  return weights;
}

inline float TokenRows::Score(std::size_t row, const TokenWeights& weights) const {
  double score = 0;
  for (const feature_node* node = &nodes_[begins_[row]]; node->index > 0; ++node) {
    score += node->value * weights[static_cast<std::size_t>(node->index - 1)];
  }
  return static_cast<float>(score);
}

inline TrainedModel JoinLabels(const std::string& name, std::uint32_t features, std::uint32_t bits,
                               const std::vector<std::string>& labels,
                               const std::vector<TokenWeights>& weights,
                               const std::vector<double>& offsets) {
  const std::size_t buckets = std::size_t{1} << bits;
  TrainedModel model{.name = name, .features = features, .bits = bits, .labels = labels};
  model.weights.resize(buckets * labels.size());
  for (std::size_t label = 0; label < labels.size(); ++label) {
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
      model.weights[bucket * labels.size() + label] = weights[label][bucket];
    }
    model.biases.push_back(weights[label][buckets] + offsets[label]);
  }
  return model;
}

}  // namespace claimgraph::train

#endif  // CLAIMGRAPH_TOOLS_TRAIN_TOKEN_TRAINER_H_
