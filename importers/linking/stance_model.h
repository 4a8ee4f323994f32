// Whether a record's abstract supports a claim or contradicts it, as learned models read it.
//
// Two models in a row: does the abstract tell about the claim at all, and if so, which
// way?  Both see how much of the claim's words the text has (rare words count more; a
// table of how rare is a model of its own), and the second how words of more and less,
// good and bad, "not" and "no difference" stand near the words of the claim.  Neither sees
// the words themselves, except the cues, so that topics are not learned by heart.
// models/stance.card.md says what they were trained on and what they score: contradiction
// is the weak side, to be shown as something to check.
//
// Read are the first kMostClaimWords of a claim and the first kMostStanceSentences of a text.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_STANCE_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_STANCE_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "core/model/linear_model.h"

namespace claimgraph {

// The number of the features here: models that were trained with others are not used.
inline constexpr std::uint32_t kStanceFeatures = 1;

inline constexpr std::size_t kMostClaimWords = 100;
inline constexpr std::size_t kMostStanceSentences = 60;

struct StanceText {
  std::string_view title{};
  std::vector<std::string_view> sentences{};
};

// relevant = supports + contradicts.
struct StanceOdds {
  double relevant = 0;
  double supports = 0;
  double contradicts = 0;
};

// Nothing where the models are not built in.
std::optional<StanceOdds> ReadStance(std::string_view claim, const StanceText& text);

enum class ReadAs : std::uint8_t { kSupports, kContradicts, kNeither };

// From these probabilities on a text is relevant, and a relevant one supports
// (models/stance.card.md says how chosen).
inline constexpr double kRelevantFrom = 0.5;
inline constexpr double kSupportsFrom = 0.5;
ReadAs ReadingOf(const StanceOdds& odds);

// Of a model with one label: the probability of the label.
double StanceProbability(const LinearModel& model, const Features& features);

// For training.

// One feature for each distinct content word of a sentence, as the table of rare words
// ("stance_idf") has them: log(sentences / sentences with the word) is its score.
std::vector<FeatureHash> StanceWords(std::string_view sentence);

struct StanceFeatures {
  Features relevance{};
  Features support{};
};
void ReadStanceFeatures(std::string_view claim, const StanceText& text, const LinearModel& rarity,
                        StanceFeatures* features);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_STANCE_MODEL_H_
