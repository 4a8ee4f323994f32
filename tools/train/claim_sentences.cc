#include "importers/extraction/claim_sentence_model.h"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/extraction/sentence_features.h"
#include "tools/train/linear_trainer.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {

Outcome TrainClaimSentences(const Rows& rows, std::size_t folds) {
  TrainingSet set{.name = "claim_sentences", .features = kSentenceFeatures};
  set.telling = 0.5;
  set.bits = 19;
  set.least_examples = 3;
  set.labels = {"other", "claim"};
  for (const nlohmann::json& row : rows) {
    const auto sentences = row.at("sentences").get<std::vector<std::string>>();
    const std::vector<std::string_view> views(sentences.begin(), sentences.end());
    const std::string title = row.at("title").is_string() ? row.at("title") : "";
    std::vector<Features> features = ClaimSentenceFeatures(title, views);
    for (std::size_t i = 0; i < features.size(); ++i) {
      set.examples.push_back({.features = std::move(features[i]),
                              .label = row.at("is_claim").at(i) == 0 ? 0u : 1u,
                              .group = row.at("id")});
    }
  }
  // Where F1 is highest: kClaimSentenceThreshold.
  const auto by_threshold = [&set](const FoldScores& scores) {
    std::string report;
    for (const double threshold : {0.3, 0.35, kClaimSentenceThreshold, 0.4, 0.45, 0.5}) {
      double right = 0;
      double chosen = 0;
      double wanted = 0;
      for (std::size_t i = 0; i < scores.size(); ++i) {
        const double odds = std::exp(scores[i][1]);
        const bool claim = odds / (1 + odds) >= threshold;
        right += claim && set.examples[i].label == 1;
        chosen += claim;
        wanted += set.examples[i].label == 1;
      }
      report +=
          fmt::format("claims from {:.2f}: F1 {:.4f}\n", threshold, 2 * right / (chosen + wanted));
    }
    return report;
  };
  return TrainAndReport(set, folds, {.further = by_threshold});
}

}  // namespace claimgraph::train
