// The words of a sentence as the relation model sees them: tags and noun groups.
//
// A tag is one letter, given by rules from closed lists, endings and the words beside it;
// it is right often enough to find noun groups and verbs, and no more is asked of it.
//
// Linear: read are the first kMostRelationWords words.  English only.  The models were
// trained on what is said here: change a rule and train again (kRelationFeatures).
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/features.h"
#include "core/span.h"

namespace claimgraph {

inline constexpr std::size_t kMostRelationWords = 120;
inline constexpr std::uint32_t kNoChunk = 0xffffffff;

enum class WordShape : std::uint8_t { kLower, kCapital, kUpper, kDigit, kMixed };

struct RelationWord {
  TextSpan span{};       // bytes of the sentence
  std::string lower{};
  std::string stem{};    // without the plural's ending
  std::string lemma{};   // of a verb its base form, else the stem
  FeatureHash lower_hash = 0;
  FeatureHash stem_hash = 0;
  FeatureHash lemma_hash = 0;
  // Determiner D, preposition I, conjunction C, pronoun P, auxiliary A, adverb R or W,
  // verb V, participle N, gerund G, adjective J, number M, noun O, sign X.
  char tag = 'X';
  WordShape shape = WordShape::kLower;
  bool small = false;    // has letters, none of them a capital
  bool letters = false;  // begins with a letter
  bool sign = false;     // begins with neither letter nor digit
  std::uint32_t chunk = kNoChunk;
};

// The words [begin, end) of a noun group, without its determiner.
struct WordChunk {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct RelationWords {
  std::vector<RelationWord> words{};
  std::vector<WordChunk> chunks{};
};

RelationWords ReadRelationWords(std::string_view sentence);

// Of a word in lower case.
std::string SingularOf(std::string_view word);
bool IsBeing(std::string_view word);
bool IsHelpVerb(std::string_view word);
bool IsPreposition(std::string_view word);
bool IsConjunction(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RELATION_WORDS_H_
