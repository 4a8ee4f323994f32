#include "importers/extraction/certainty_model.h"

#include <string>
#include <utility>

#include "importers/extraction/sentence_features.h"
#include "tools/train/linear_trainer.h"
#include "tools/train/tasks.h"

namespace claimgraph::train {

Outcome TrainCertainty(const Rows& rows, std::size_t folds) {
  TrainingSet set{.name = "certainty", .features = kSentenceFeatures};
  set.loss = Loss::kSquares;
  set.cost = 0.02;
  set.telling = 0.7;
  set.labels = {"certainty"};
  for (const nlohmann::json& row : rows) {
    if (!row.at("certainty").is_number()) continue;
    Example example{.target = row.at("certainty"), .group = row.at("id")};
    CertaintyFeatures(row.at("text").get<std::string>(), &example.features);
    set.examples.push_back(std::move(example));
  }
  return TrainAndReport(set, folds);
}

}  // namespace claimgraph::train
