// One sentence as the learned models of language see it.
//
// Its features come in groups; a model takes the groups it wants, each scaled so that
// a long sentence weighs no more than a short one.  Which templates a group has is
// said at each group; which groups a model has, in its card (models/*.card.md).
//
// Read are the first kMostModelTokens tokens: no person wrote more as one sentence, and
// the features of pairs of words stay bounded.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_FEATURES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "importers/extraction/sentence_words.h"

namespace claimgraph {

inline constexpr std::size_t kMostModelTokens = 200;

// The number of the features here: models that were trained with others are not used.
inline constexpr std::uint32_t kSentenceFeatures = 1;

enum class FeatureGroup : std::uint8_t {
  kWords,        // each word
  kPairs,        // two words in a row
  kTriples,      // three
  kStems,        // stems; two in a row; two up to four apart
  kLetters,      // three to five letters in a row, of words of more than three
  kUses,         // which classes of words occur, how often, which first and last
  kUsePairs,     // which class stands before which
  kUseChains,    // two and three classes in a row, other words left out
  kUseContext,   // a word of effect with what stands around it: modal, "to be", negation
  kSurface,      // length, how it begins and ends, numbers
  kClauses,      // what sentence and content clause say of an effect, and how surely
  kClausePairs,  // two of those at once
  kCues,         // the cues that rules go by (cues.h), and which stands before which
  kCount,
};
inline constexpr std::size_t kFeatureGroups = static_cast<std::size_t>(FeatureGroup::kCount);

struct ModelToken {
  std::string_view word{};  // lower case; "0" for a number
  std::string stem{};       // of words; others as they stand
  std::string shape{};
  WordUses uses{};
};

// The tokens that models see: words with inner hyphens and apostrophes, numbers, signs.
class ModelTokens {
 public:
  explicit ModelTokens(std::string_view text);
  ModelTokens(const ModelTokens&) = delete;
  ModelTokens& operator=(const ModelTokens&) = delete;

  std::size_t size() const { return tokens_.size(); }
  const ModelToken& operator[](std::size_t i) const { return tokens_[i]; }
  // "" and no uses past either end.
  std::string_view Word(std::ptrdiff_t i) const {
    return i >= 0 && i < static_cast<std::ptrdiff_t>(size())
               ? tokens_[static_cast<std::size_t>(i)].word
               : std::string_view();
  }

 private:
  std::string lower_{};
  std::vector<ModelToken> tokens_{};
};

// The features of one sentence, by group, each once.
class SentenceFeatures {
 public:
  explicit SentenceFeatures(std::string_view text);

  const std::vector<FeatureHash>& Of(FeatureGroup group) const {
    return groups_[static_cast<std::size_t>(group)];
  }
  // Adds a group, each feature worth weight / sqrt(how many there are).  `salt` other
  // than 0 makes them features of their own: the same words in another place.
  void AddTo(Features* features, FeatureGroup group, float weight = 1, FeatureHash salt = 0) const;

 private:
  std::array<std::vector<FeatureHash>, kFeatureGroups> groups_{};
};

// Adds `hashes`, which may repeat, as one group.
void AddGroup(std::vector<FeatureHash> hashes, float weight, FeatureHash salt, Features* features);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_FEATURES_H_
