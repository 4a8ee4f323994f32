// Forward and backward passes run in the space of probabilities, each token's scaled to
// sum to 1, so that no logarithm is taken per state.  Loops run over states without
// branches and without sums across them where that can be had: the compiler then does
// several states at once.
#include "tools/train/sequence_trainer.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <span>

namespace claimgraph::train {
namespace {

constexpr std::uint64_t kSeed = 20010628;
constexpr float kFirstSquares = 0.01f;   // AdaGrad's sums begin here: no step is wild
constexpr float kLeastGradient = 1e-4f;  // tokens that are surely right teach nothing

class Trainer {
 public:
  Trainer(const SequenceTrainingSet& set, const std::vector<std::size_t>& of_examples)
      : set_(set),
        states_(set.states.size()),
        order_(of_examples),
        weights_((states_ << set.bits)),
        squares_(weights_.size(), kFirstSquares),
        weight_sums_(weights_.size()),
        transitions_((states_ + 1) * states_),
        transition_squares_(transitions_.size(), kFirstSquares),
        transition_sums_(transitions_.size()) {
    KeepFrequent();
  }

  TrainedSequenceModel Run() {
    const std::size_t averaged = std::max<std::size_t>(1, set_.epochs / 2);
    for (std::size_t epoch = 0; epoch < set_.epochs; ++epoch) {
      Shuffle();
      for (const std::size_t i : order_) Step(rows_[i], set_.examples[i].states);
      if (epoch + averaged < set_.epochs) continue;
      const float share = 1 / static_cast<float>(averaged);
      for (std::size_t i = 0; i < weights_.size(); ++i) weight_sums_[i] += weights_[i] * share;
      for (std::size_t i = 0; i < transitions_.size(); ++i) {
        transition_sums_[i] += transitions_[i] * share;
      }
    }
    return {.name = set_.name,
            .features = set_.features,
            .bits = set_.bits,
            .states = set_.states,
            .transitions = transition_sums_,
            .weights = weight_sums_};
  }

 private:
  using Buckets = std::vector<std::vector<std::uint32_t>>;  // of each token

  void KeepFrequent() {
    const std::uint32_t shift = 32 - set_.bits;
    std::vector<std::uint32_t> with(std::size_t{1} << set_.bits);
    for (const std::size_t i : order_) {
      const SequenceFeatures& features = set_.examples[i].features;
      for (std::size_t t = 0; t < features.size(); ++t) {
        for (const std::uint32_t hash : features.Of(t)) ++with[hash >> shift];
      }
    }
    rows_.resize(set_.examples.size());
    for (const std::size_t i : order_) {
      const SequenceFeatures& features = set_.examples[i].features;
      rows_[i].resize(features.size());
      for (std::size_t t = 0; t < features.size(); ++t) {
        for (const std::uint32_t hash : features.Of(t)) {
          if (with[hash >> shift] >= set_.least_tokens) rows_[i][t].push_back(hash >> shift);
        }
      }
    }
  }

  // Raw bits only: what the standard's distributions make of them differs by library.
  void Shuffle() {
    for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random_() % i]);
  }

  void Drop(const Buckets& tokens) {
    const auto threshold = static_cast<std::uint32_t>(static_cast<double>(set_.dropout) * 65536);
    seen_.resize(std::max(seen_.size(), tokens.size()));
    std::uint64_t bits = 0;
    int left = 0;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      seen_[t].clear();
      for (const std::uint32_t bucket : tokens[t]) {
        if (left == 0) {
          bits = random_();
          left = 4;
        }
        if ((bits & 0xffff) >= threshold) seen_[t].push_back(bucket);
        bits >>= 16;
        --left;
      }
    }
  }

  // How each token's features rate each state, as odds.
  void Emissions(std::size_t tokens) {
    const float scale = 1 / (1 - set_.dropout);
    odds_.assign(tokens * states_, 0);
    std::vector<float> sum(states_);
    for (std::size_t t = 0; t < tokens; ++t) {
      std::ranges::fill(sum, 0.0f);
      for (const std::uint32_t bucket : seen_[t]) {
        const float* w = weights_.data() + std::size_t{bucket} * states_;
        for (std::size_t s = 0; s < states_; ++s) sum[s] += w[s];
      }
      const float most = *std::ranges::max_element(sum);
      for (std::size_t s = 0; s < states_; ++s) {
        odds_[t * states_ + s] = std::exp(static_cast<double>((sum[s] - most) * scale));
      }
    }
  }

  void ForwardBackward(std::size_t tokens) {
    const std::size_t n = states_;
    exp_.resize(transitions_.size());
    turned_.resize(n * n);
    for (std::size_t i = 0; i < exp_.size(); ++i) {
      exp_[i] = std::exp(static_cast<double>(transitions_[i]));
    }
    for (std::size_t p = 0; p < n; ++p) {
      for (std::size_t s = 0; s < n; ++s) turned_[s * n + p] = exp_[p * n + s];
    }
    forward_.assign(tokens * n, 0);
    backward_.assign(tokens * n, 0);
    sums_.resize(tokens);
    for (std::size_t t = 0; t < tokens; ++t) {
      double* now = forward_.data() + t * n;
      if (t == 0) {
        std::copy_n(exp_.begin() + static_cast<std::ptrdiff_t>(n * n), n, now);
      } else {
        for (std::size_t p = 0; p < n; ++p) {
          const double before = forward_[(t - 1) * n + p];
          for (std::size_t s = 0; s < n; ++s) now[s] += before * exp_[p * n + s];
        }
      }
      double sum = 0;
      for (std::size_t s = 0; s < n; ++s) sum += now[s] *= odds_[t * n + s];
      for (std::size_t s = 0; s < n; ++s) now[s] /= sum;
      sums_[t] = sum;
    }
    std::fill_n(backward_.end() - static_cast<std::ptrdiff_t>(n), n, 1.0);
    for (std::size_t t = tokens - 1; t-- > 0;) {
      double* now = backward_.data() + t * n;
      for (std::size_t s = 0; s < n; ++s) {
        const double behind = odds_[(t + 1) * n + s] * backward_[(t + 1) * n + s] / sums_[t + 1];
        for (std::size_t p = 0; p < n; ++p) now[p] += turned_[s * n + p] * behind;
      }
    }
  }

  void StepTransitions(const std::vector<std::uint8_t>& right) {
    const std::size_t n = states_;
    gradient_.assign(transitions_.size(), 0);
    for (std::size_t s = 0; s < n; ++s) gradient_[n * n + s] = forward_[s] * backward_[s];
    gradient_[n * n + right[0]] -= 1;
    std::vector<double> behind(n);
    for (std::size_t t = 1; t < right.size(); ++t) {
      for (std::size_t s = 0; s < n; ++s) {
        behind[s] = odds_[t * n + s] * backward_[t * n + s] / sums_[t];
      }
      for (std::size_t p = 0; p < n; ++p) {
        const double before = forward_[(t - 1) * n + p];
        for (std::size_t s = 0; s < n; ++s) {
          gradient_[p * n + s] += before * exp_[p * n + s] * behind[s];
        }
      }
      gradient_[std::size_t{right[t - 1]} * n + right[t]] -= 1;
    }
    for (std::size_t i = 0; i < transitions_.size(); ++i) {
      const float g = static_cast<float>(gradient_[i]) + set_.penalty * transitions_[i];
      transition_squares_[i] += g * g;
      transitions_[i] -= set_.rate * g / std::sqrt(transition_squares_[i]);
    }
  }

  void StepWeights(std::size_t t, std::size_t right) {
    const std::size_t n = states_;
    std::vector<float>& wrong = wrong_;
    wrong.resize(n);
    float most = 0;
    for (std::size_t s = 0; s < n; ++s) {
      wrong[s] = static_cast<float>(forward_[t * n + s] * backward_[t * n + s]) -
                 (s == right ? 1.0f : 0.0f);
      most = std::max(most, std::abs(wrong[s]));
    }
    if (most < kLeastGradient) return;
    for (const std::uint32_t bucket : seen_[t]) {
      float* w = weights_.data() + std::size_t{bucket} * n;
      float* squares = squares_.data() + std::size_t{bucket} * n;
      const float* wrong_at = wrong.data();
      for (std::size_t s = 0; s < n; ++s) {
        const float g = wrong_at[s] + set_.penalty * w[s];
        squares[s] += g * g;
        w[s] -= set_.rate * g / std::sqrt(squares[s]);
      }
    }
  }

  void Step(const Buckets& tokens, const std::vector<std::uint8_t>& right) {
    if (tokens.empty()) return;
    Drop(tokens);
    Emissions(tokens.size());
    ForwardBackward(tokens.size());
    StepTransitions(right);
    for (std::size_t t = 0; t < tokens.size(); ++t) StepWeights(t, right[t]);
  }

  const SequenceTrainingSet& set_;
  std::size_t states_;
  std::vector<std::size_t> order_;
  std::mt19937_64 random_{kSeed};
  std::vector<Buckets> rows_;  // by example
  std::vector<float> weights_, squares_, weight_sums_;
  std::vector<float> transitions_, transition_squares_, transition_sums_;

  // Of one step.
  Buckets seen_;
  std::vector<double> odds_, exp_, turned_, forward_, backward_, sums_, gradient_;
  std::vector<float> wrong_;
};

}  // namespace

TrainedSequenceModel TrainSequences(const SequenceTrainingSet& set,
                                    const std::vector<std::size_t>& of_examples) {
  return Trainer(set, of_examples).Run();
}

}  // namespace claimgraph::train
