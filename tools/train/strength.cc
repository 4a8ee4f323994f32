#include "importers/extraction/strength_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "importers/extraction/sentence_features.h"
#include "tools/train/linear_trainer.h"
#include "tools/train/scores.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {

Outcome TrainStrength(const Rows& rows, std::size_t folds) {
  constexpr std::array<std::string_view, 4> kLabels = {"none", "correlational",
                                                       "conditional_causal", "direct_causal"};
  TrainingSet set{.name = "strength", .features = kSentenceFeatures};
  set.loss = Loss::kSquaredHinge;
  set.cost = 0.03;
  set.balanced = true;
  set.telling = 0.8;
  set.bits = 19;
  set.labels.assign(kLabels.begin(), kLabels.end());
  std::vector<bool> of_abstracts;
  for (const nlohmann::json& row : rows) {
    const std::string label = row.at("label_name");
    Example example{.group = row.value("group", std::string(row.at("id")))};
    example.label = static_cast<std::size_t>(std::ranges::find(kLabels, label) - kLabels.begin());
    if (example.label == kLabels.size()) continue;
    of_abstracts.push_back(row.at("domain") == "pubmed");
    StrengthFeatures(row.at("text").get<std::string>(),
                     of_abstracts.back() ? Register::kAbstract : Register::kArticle,
                     &example.features);
    set.examples.push_back(std::move(example));
  }
  const auto part = [&](std::size_t i) {
    return std::string(of_abstracts[i] ? "abstracts" : "articles");
  };
  return TrainAndReport(set, folds, {.part = part});
}

}  // namespace claimgraph::train
