// What the taggers of population, intervention and outcome see of one word by itself.
//
// Words are those of the EBM-NLP corpus (Nye et al., ACL 2018): split at white space,
// punctuation apart, hyphens kept ("placebo-controlled", "mg/kg", "n=60").  Everything
// is a hash, so that a word may be one that no table has.
//
// The values are part of the models' weights: change one and train again.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_WORDS_H_

#include <cstdint>
#include <string_view>

#include "core/model/features.h"

namespace claimgraph {

// Groups of words, as bits.
namespace pico {
inline constexpr std::uint32_t kPeople = 1 << 0;
inline constexpr std::uint32_t kAge = 1 << 1;
inline constexpr std::uint32_t kSex = 1 << 2;
inline constexpr std::uint32_t kUnit = 1 << 3;
inline constexpr std::uint32_t kTime = 1 << 4;
inline constexpr std::uint32_t kMeasured = 1 << 5;
inline constexpr std::uint32_t kGiven = 1 << 6;  // announces an intervention
inline constexpr std::uint32_t kFound = 1 << 7;  // announces an outcome
inline constexpr std::uint32_t kStatistic = 1 << 8;
inline constexpr std::uint32_t kNumberWord = 1 << 9;
inline constexpr std::uint32_t kBody = 1 << 10;
inline constexpr std::uint32_t kAnyLexicon = (1 << 11) - 1;
inline constexpr std::uint32_t kArticle = 1 << 11;
inline constexpr std::uint32_t kPreposition = 1 << 12;
inline constexpr std::uint32_t kJoining = 1 << 13;  // conjunctions, brackets, commas
inline constexpr std::uint32_t kAuxiliary = 1 << 14;
inline constexpr std::uint32_t kSmall = 1 << 15;  // says nothing either
inline constexpr std::uint32_t kTaken = 1 << 16;  // announces people
inline constexpr std::uint32_t kFunction = kArticle | kPreposition | kJoining | kAuxiliary;
inline constexpr std::uint32_t kCue = kGiven | kFound | kTaken;
}  // namespace pico

struct PicoWord {
  FeatureHash word = 0;  // folded; digits are one "0".  Here and below: 0 is none
  FeatureHash stem = 0;
  FeatureHash head3 = 0;  // its first letters, if it has more
  FeatureHash head4 = 0;
  FeatureHash tail3 = 0;
  FeatureHash tail4 = 0;
  FeatureHash shape = 0;     // "d3": three digits; "U": capitals; ...
  FeatureHash part = 0;      // of speech, by function word and ending
  FeatureHash function = 0;  // which article, preposition, ...
  FeatureHash groups = 0;    // pico::kAnyLexicon of `mask`
  std::uint32_t mask = 0;
  bool content = false;  // opens with a letter and is no function word
  bool past = false;     // "-ed", or an auxiliary
};

// Linear in the token; no more than 100 bytes of it are looked at.
PicoWord ReadPicoWord(std::string_view token);

// What a heading in capitals opens ("METHODS"): HashWord of "met" and so on; else 0.
FeatureHash PicoHeading(std::string_view token);

// The whole number that a token is: "1,204", "n=60", "sixty-two" (its tens); else -1.
std::int64_t PicoNumber(std::string_view token);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_PICO_WORDS_H_
