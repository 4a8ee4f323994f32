#include "importers/extraction/certainty_model.h"

#include <algorithm>
#include <vector>

#include "importers/extraction/sentence_features.h"
#include "models/shipped_models.h"

namespace claimgraph {

void CertaintyFeatures(std::string_view sentence, Features* features) {
  features->Clear();
  const SentenceFeatures read(sentence);
  for (const FeatureGroup group :
       {FeatureGroup::kWords, FeatureGroup::kPairs, FeatureGroup::kTriples, FeatureGroup::kLetters,
        FeatureGroup::kUses, FeatureGroup::kClauses, FeatureGroup::kCues}) {
    read.AddTo(features, group);
  }
}

std::optional<double> ReadCertainty(std::string_view sentence) {
  const LinearModel* model = ShippedModel("certainty", kSentenceFeatures);
  if (!model) return std::nullopt;
  Features features;
  CertaintyFeatures(sentence, &features);
  std::vector<float> scores;
  model->Score(features, &scores);
  return std::clamp<double>(scores[0], kLeastCertainty, kMostCertainty);
}

}  // namespace claimgraph
