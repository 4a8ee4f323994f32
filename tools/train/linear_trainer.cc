#include "tools/train/linear_trainer.h"

#include <fmt/format.h>
#include <linear.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>

#include "tools/train/scores.h"

namespace claimgraph::train {
namespace {

constexpr double kTolerance = 0.001;

struct ModelDeleter {
  void operator()(model* m) const { free_and_destroy_model(&m); }
};

void Quiet(const char*) {}

// The examples as liblinear wants them: rows of (bucket + 1, value), ascending, and the
// bias as a last feature.
class ExampleRows {
 public:
  ExampleRows(const TrainingSet& set, const std::vector<std::size_t>& of_examples)
      : bias_((1 << set.bits) + 1), with_(std::size_t{1} << set.bits) {
    const std::uint32_t shift = 32 - set.bits;
    std::vector<std::vector<std::pair<int, double>>> rows;
    for (const std::size_t i : of_examples) {
      std::vector<std::pair<int, double>>& row = rows.emplace_back();
      for (const Feature& f : set.examples[i].features.items()) {
        row.emplace_back(static_cast<int>(f.hash >> shift), f.value);
      }
      std::ranges::stable_sort(row, {}, &std::pair<int, double>::first);
      std::size_t kept = 0;
      for (const auto& [bucket, value] : row) {
        if (kept > 0 && row[kept - 1].first == bucket) {
          row[kept - 1].second += value;
        } else {
          row[kept++] = {bucket, value};
        }
      }
      row.resize(kept);
      for (const auto& [bucket, value] : row) ++with_[static_cast<std::size_t>(bucket)];
    }
    for (const auto& row : rows) {
      begins_.push_back(nodes_.size());
      for (const auto& [bucket, value] : row) {
        if (with_[static_cast<std::size_t>(bucket)] >= set.least_examples) {
          nodes_.push_back({bucket + 1, value});
        }
      }
      nodes_.push_back({bias_, 1});
      nodes_.push_back({-1, 0});
    }
    for (std::size_t bucket = 0; bucket < with_.size(); ++bucket) {
      if (with_[bucket] < set.least_examples) with_[bucket] = 0;
    }
  }

  // How many examples have a bucket; 0 where it was left out.
  const std::vector<std::size_t>& with() const { return with_; }

  // Visits (example, bucket) of all but the bias.
  template <typename Visit>
  void ForEach(const Visit& visit) const {
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      for (std::size_t at = begins_[i]; nodes_[at].index != bias_; ++at) {
        visit(i, static_cast<std::size_t>(nodes_[at].index - 1));
      }
    }
  }

  // liblinear's rows, values times `scales` by bucket (empty: as they are).
  feature_node** Scaled(const std::vector<double>& scales) {
    std::vector<feature_node>& nodes = scales.empty() ? nodes_ : scaled_;
    if (!scales.empty()) {
      scaled_ = nodes_;
      for (feature_node& node : scaled_) {
        if (node.index > 0 && node.index != bias_) {
          node.value *= scales[static_cast<std::size_t>(node.index - 1)];
        }
      }
    }
    rows_.clear();
    for (const std::size_t begin : begins_) rows_.push_back(&nodes[begin]);
    return rows_.data();
  }

 private:
  int bias_;
  std::vector<std::size_t> with_;
  std::vector<std::size_t> begins_{};
  std::vector<feature_node> nodes_{};
  std::vector<feature_node> scaled_{};
  std::vector<feature_node*> rows_{};
};

// How much each bucket tells of the targets, around 1.
std::vector<double> Telling(const TrainingSet& set, const ExampleRows& rows,
                            const std::vector<double>& targets) {
  if (set.telling == 0) return {};
  const std::vector<std::size_t>& with = rows.with();
  std::vector<double> sums(with.size());  // of targets, or of those that have the label
  double positive = 0;
  const bool regression = set.loss == Loss::kSquares;
  for (const double target : targets) positive += target > 0 ? 1 : 0;
  rows.ForEach([&](std::size_t example, std::size_t bucket) {
    sums[bucket] += regression ? targets[example] : targets[example] > 0 ? 1 : 0;
  });
  const double negative = static_cast<double>(targets.size()) - positive;
  std::vector<double> scales(with.size());
  double all = 0;
  double count = 0;
  for (std::size_t bucket = 0; bucket < with.size(); ++bucket) {
    if (with[bucket] == 0) continue;
    const auto n = static_cast<double>(with[bucket]);
    if (regression) {
      scales[bucket] = std::abs(sums[bucket]) / std::sqrt(n + 1);
    } else {
      const double p = (sums[bucket] + 0.5) / (positive + 1);
      const double q = (n - sums[bucket] + 0.5) / (negative + 1);
      scales[bucket] = std::abs(std::log(p / q));
    }
    all += scales[bucket];
    ++count;
  }
  for (double& scale : scales) scale = std::pow(scale * count / std::max(1e-9, all), set.telling);
  return scales;
}

int Solver(Loss loss) {
  switch (loss) {
    case Loss::kLogistic:
      return L2R_LR;
    case Loss::kSquaredHinge:
      return L2R_L2LOSS_SVC;
    case Loss::kSquares:
      break;
  }
  return L2R_L2LOSS_SVR;
}

}  // namespace

TrainedModel Train(const TrainingSet& set, const std::vector<std::size_t>& of_examples) {
  set_print_string_function(&Quiet);
  const std::size_t labels = set.labels.size();
  const std::size_t buckets = std::size_t{1} << set.bits;
  const bool regression = set.loss == Loss::kSquares;
  TrainedModel trained{.name = set.name,
                       .features = set.features,
                       .bits = set.bits,
                       .labels = set.labels,
                       .biases = std::vector<double>(labels),
                       .weights = std::vector<double>(buckets * labels)};
  ExampleRows rows(set, of_examples);
  std::vector<double> targets(of_examples.size());
  double mean = 0;  // of a regression
  if (regression) {
    for (const std::size_t i : of_examples) mean += set.examples[i].target;
    mean /= static_cast<double>(std::max<std::size_t>(1, of_examples.size()));
  }
  for (std::size_t label = 0; label < labels; ++label) {
    double positive = 0;
    for (std::size_t i = 0; i < of_examples.size(); ++i) {
      const Example& example = set.examples[of_examples[i]];
      targets[i] = regression ? example.target - mean : example.label == label ? 1 : -1;
      positive += targets[i] > 0 ? 1 : 0;
    }
    const std::vector<double> scales = Telling(set, rows, targets);
    const problem examples{.l = static_cast<int>(targets.size()),
                           .n = static_cast<int>(buckets) + 1,
                           .y = targets.data(),
                           .x = rows.Scaled(scales),
                           .bias = -1};
    const auto all = static_cast<double>(targets.size());
    int weighted[] = {1, -1};
    double weights[] = {set.balanced ? all / (2 * std::max(1.0, positive)) : 1,
                        set.balanced ? all / (2 * std::max(1.0, all - positive)) : 1};
    const parameter how{.solver_type = Solver(set.loss),
                        .eps = kTolerance,
                        .C = set.cost,
                        .nr_weight = regression ? 0 : 2,
                        .weight_label = weighted,
                        .weight = weights,
                        .p = 0,
                        .init_sol = nullptr};
    const std::unique_ptr<model, ModelDeleter> found(::train(&examples, &how));
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
      const double scale = scales.empty() ? 1 : scales[bucket];
      trained.weights[bucket * labels + label] = found->w[bucket] * scale;
    }
    trained.biases[label] = found->w[buckets] + mean;
  }
  return trained;
}

TrainedModel TrainOnAll(const TrainingSet& set) {
  std::vector<std::size_t> all(set.examples.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return Train(set, all);
}

std::size_t FoldOf(const Example& example, std::size_t folds) {
  return Combine(HashWord(example.group), 0) % folds;
}

FoldScores CrossValidate(const TrainingSet& set, std::size_t folds) {
  FoldScores scores(set.examples.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < set.examples.size(); ++i) {
      if (FoldOf(set.examples[i], folds) != fold) seen.push_back(i);
    }
    // As it will be used: with its weights rounded.
    const std::string bytes = EncodeModel(Train(set, seen));
    const Result<LinearModel> model = LinearModel::Parse(bytes);
    if (!model) std::abort();  // our own bytes
    for (std::size_t i = 0; i < set.examples.size(); ++i) {
      if (FoldOf(set.examples[i], folds) != fold) continue;
      model->Score(set.examples[i].features, &scores[i]);
    }
  }
  return scores;
}

namespace {

Outcome ReportValues(const TrainingSet& set, const FoldScores& scores) {
  std::vector<double> said;
  std::vector<double> right;
  double squares = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    said.push_back(scores[i][0]);
    right.push_back(set.examples[i].target);
    squares += (said.back() - right.back()) * (said.back() - right.back());
  }
  return {.report = fmt::format(
              "Pearson r {:.4f}, mean squared error {:.4f}, {} examples\n", Pearson(said, right),
              squares / static_cast<double>(std::max<std::size_t>(1, said.size())), said.size())};
}

Outcome ReportLabels(const TrainingSet& set, const FoldScores& scores,
                     const std::function<std::string(std::size_t)>& part, double* temperature) {
  std::vector<std::size_t> right;
  for (const Example& example : set.examples) right.push_back(example.label);
  *temperature = BestTemperature(scores, right);
  std::map<std::string, std::vector<Guess>> parts;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    Guess guess{right[i], scores[i]};
    MakeProbabilities(static_cast<float>(*temperature), &guess.probabilities);
    if (part) parts[part(i)].push_back(guess);
    parts[""].push_back(std::move(guess));
  }
  Outcome outcome;
  for (const auto& [name, guesses] : parts) {
    outcome.report += (name.empty() ? "all" : name) + ": " + ScoreTable(guesses, set.labels);
  }
  outcome.report += fmt::format("temperature {:.3f}\n", *temperature);
  return outcome;
}

}  // namespace

Outcome TrainAndReport(const TrainingSet& set, std::size_t folds, const ReportOptions& options) {
  if (set.examples.empty()) return {};
  Outcome outcome;
  double temperature = 1;
  if (folds > 0) {
    const FoldScores scores = CrossValidate(set, folds);
    outcome = set.loss == Loss::kSquares ? ReportValues(set, scores)
                                         : ReportLabels(set, scores, options.part, &temperature);
    if (options.further) outcome.report += options.further(scores);
  }
  TrainedModel model = TrainOnAll(set);
  model.temperature = static_cast<float>(temperature);
  outcome.models.push_back({set.name, EncodeModel(model)});
  return outcome;
}

}  // namespace claimgraph::train
