// What the taggers of population, intervention and outcome see of a token in its
// abstract.
//
// The first pass sees the words around a token, their shapes and endings, the part of
// the abstract, whether the title has the word, and what stands left and right of it
// (prepositions, verbs, cues).  The second pass sees what the first said of the token,
// of its neighbours, and of the same word elsewhere in the abstract.
//
// Sentences are those between full stops of the tokens given, never a caller's: the
// corpus that the models are trained on (EBM-NLP; Nye et al., ACL 2018) was cut with
// its labels in view.  Linear in the tokens.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_FEATURES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_FEATURES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "importers/extraction/pico_words.h"

namespace claimgraph {

inline constexpr std::uint32_t kPicoFeatures = 1;  // their version

enum class PicoKind : std::uint8_t { kPopulation, kIntervention, kOutcome };
inline constexpr std::size_t kPicoKinds = 3;
// By PicoKind; above 0: the token is of the kind.
using PicoOdds = std::array<float, kPicoKinds>;

class PicoText {
 public:
  enum class Extent : std::uint8_t {
    kAbstract,  // with its title as the first sentence
    kSentence,  // any, alone
  };

  // The tokens need not outlive the call.
  PicoText(std::span<const std::string_view> tokens, Extent extent);

  std::size_t size() const { return words_.size(); }

  // Each replaces `features` by those of token `i`.
  void FirstFeatures(std::size_t i, Features* features) const;
  // Those of words alone, which sentences have too.
  void WordFeatures(std::size_t i, Features* features) const;

  // Of a whole abstract: what the first pass said, one row a token.
  void SetFirst(std::span<const PicoOdds> odds);
  // Requires: SetFirst().
  void SecondFeatures(std::size_t i, Features* features) const;

  // Of a sentence: how sure the rules are that token i counts people, 0: not at all.
  void SetCounted(std::span<const std::uint8_t> sure);
  // Whether a sample size may be or touch this token; requires: SetCounted().
  bool MayBeSize(std::size_t i) const;
  void SizeFeatures(std::size_t i, Features* features) const;

 private:
  struct Sentence {
    std::size_t begin = 0;  // tokens [begin, end)
    std::size_t end = 0;
  };

  FeatureHash* Row(std::size_t i) { return &values_[row_[i]]; }
  const FeatureHash* Row(std::size_t i) const { return &values_[row_[i]]; }
  void Divide();
  void ReadWords();
  void ReadDocument();
  void ReadContext(const Sentence& sentence);
  void ReadNumbers(const Sentence& sentence);
  void ReadNumber(const Sentence& sentence, std::size_t i, std::uint64_t nth);

  std::span<const std::string_view> tokens_;  // while constructing
  Extent extent_;
  std::vector<PicoWord> words_{};
  std::vector<std::int64_t> numbers_{};  // of a sentence alone
  std::vector<Sentence> sentences_{};
  // What each token is, a row a token, with rows for "before" and "behind" around each
  // sentence, so that templates may reach out of it.
  std::vector<FeatureHash> values_{};
  std::vector<std::size_t> row_{};  // where the row of a token begins
  std::vector<float> second_{};     // the second pass's figures, a row a token
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_FEATURES_H_
