#include "importers/extraction/strength_model.h"

#include <algorithm>
#include <vector>

#include "importers/extraction/sentence_features.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

// What is said alike and meant otherwise by those who write of studies.
constexpr float kOwnWeight = 1.0f;

}  // namespace

void StrengthFeatures(std::string_view sentence, Register written, Features* features) {
  features->Clear();
  const SentenceFeatures read(sentence);
  for (const FeatureGroup group :
       {FeatureGroup::kWords, FeatureGroup::kPairs, FeatureGroup::kTriples, FeatureGroup::kStems,
        FeatureGroup::kUses, FeatureGroup::kUsePairs, FeatureGroup::kUseChains,
        FeatureGroup::kUseContext, FeatureGroup::kClauses, FeatureGroup::kClausePairs,
        FeatureGroup::kCues, FeatureGroup::kSurface, FeatureGroup::kLetters}) {
    read.AddTo(features, group);
  }
  const FeatureHash salt = HashWord(written == Register::kAbstract ? "abstract" : "article");
  for (const FeatureGroup group : {FeatureGroup::kWords, FeatureGroup::kUses,
                                   FeatureGroup::kUseChains, FeatureGroup::kClauses}) {
    read.AddTo(features, group, kOwnWeight, salt);
  }
  features->Add(salt);
}

std::optional<StrengthOdds> ReadStrength(std::string_view sentence, Register written) {
  const LinearModel* model = ShippedModel("strength", kSentenceFeatures);
  if (!model || model->labels().size() != StrengthOdds().size()) return std::nullopt;
  Features features;
  StrengthFeatures(sentence, written, &features);
  std::vector<float> scores;
  model->Score(features, &scores);
  model->MakeProbabilities(&scores);
  StrengthOdds odds{};
  std::ranges::copy(scores, odds.begin());
  return odds;
}

CausalStrength MostLikely(const StrengthOdds& odds) {
  return static_cast<CausalStrength>(std::ranges::max_element(odds) - odds.begin());
}

ChangeOdds CompareStrength(const StrengthOdds& earlier, const StrengthOdds& later) {
  ChangeOdds change;
  for (std::size_t a = 0; a < earlier.size(); ++a) {
    for (std::size_t b = 0; b < later.size(); ++b) {
      if (b > a) change.more += earlier[a] * later[b];
      if (b < a) change.less += earlier[a] * later[b];
    }
  }
  return change;
}

StrengthChange ChangeOf(const ChangeOdds& odds) {
  if (odds.more > kChangeThreshold) return StrengthChange::kExaggerates;
  if (odds.less > kChangeThreshold) return StrengthChange::kDownplays;
  return StrengthChange::kSame;
}

}  // namespace claimgraph
