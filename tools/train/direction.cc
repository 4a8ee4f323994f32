#include "importers/extraction/direction_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tools/train/linear_trainer.h"
#include "tools/train/scores.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {
namespace {

// Macro-F1 when articles are put into other folds: how much of a difference is chance.
double OtherFolds(TrainingSet set, std::size_t folds, const std::string& salt) {
  for (Example& example : set.examples) example.group += salt;
  std::vector<std::vector<float>> scores = CrossValidate(set, folds);
  std::vector<Guess> guesses;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    MakeProbabilities(1, &scores[i]);
    guesses.push_back({set.examples[i].label, std::move(scores[i])});
  }
  return MacroF1(guesses, set.labels.size());
}

}  // namespace

Outcome TrainDirection(const Rows& rows, std::size_t folds) {
  constexpr std::array<std::string_view, 3> kLabels = {"no_difference", "increased", "decreased"};
  TrainingSet set{.name = "direction", .features = kDirectionFeatures};
  set.bits = 16;
  set.cost = 3;
  set.balanced = true;
  set.least_examples = 2;
  set.labels.assign(kLabels.begin(), kLabels.end());
  for (const nlohmann::json& row : rows) {
    const std::string label = row.at("label_name");
    const std::string intervention = row.at("intervention");
    const std::string comparator = row.at("comparator");
    const std::string outcome = row.at("outcome");
    std::vector<std::string> texts;
    for (const nlohmann::json& evidence : row.at("evidence")) texts.push_back(evidence.at("text"));
    Example example{.group = row.at("pmcid")};
    example.label = static_cast<std::size_t>(std::ranges::find(kLabels, label) - kLabels.begin());
    if (example.label == kLabels.size()) continue;
    DirectionFeatures({intervention, comparator, outcome, {texts.begin(), texts.end()}},
                      &example.features);
    set.examples.push_back(std::move(example));
  }
  Outcome trained = TrainAndReport(set, folds);
  if (folds > 0 && !trained.models.empty()) {
    for (const char* salt : {"/a", "/b", "/c"}) {
      trained.report += fmt::format("macro-F1 with articles in other folds {:.4f}\n",
                                    OtherFolds(set, folds, salt));
    }
  }
  return trained;
}

}  // namespace claimgraph::train
