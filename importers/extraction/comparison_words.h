// The words of a text about a comparison, as the models of direction and stance see them.
//
// Each word has a stem and at most one cue: what it says of a result ("higher", "similar",
// "not").  Numbers that decide become words of their own first: "P < 0.01" is one mark, so
// are an interval that spans no effect, a ratio below 1, and "12% versus 30%".
//
// The cues are the models' own: change a row and direction and stance must be trained
// again.  Read are the first kMostComparisonBytes of a text and kMostComparisonWords words.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_COMPARISON_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_COMPARISON_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/features.h"

namespace claimgraph {

inline constexpr std::size_t kMostComparisonBytes = 4000;
inline constexpr std::size_t kMostComparisonWords = 300;

enum class ComparisonCue : std::uint8_t {
  kNone,
  kTime, kGroups, kCause, kHedge, kEffect, kUp, kDown, kGood, kBad, kNegation, kSame,
  kDifference, kSignificant, kThan, kComparedWith,
  // Marks, made from numbers.
  kSmallP, kLargeP, kIntervalClear, kIntervalCrosses, kRatioBelow, kRatioAbove, kFirstLarger,
  kFirstSmaller,
};

constexpr bool IsMark(ComparisonCue cue) { return cue >= ComparisonCue::kSmallP; }

enum class ComparisonKind : std::uint8_t { kWord, kNumber, kSign };

struct ComparisonWord {
  std::string word{};    // lower case; greater-or-equal as ">"
  std::string stem{};    // of a word of letters; others as they stand
  FeatureHash hash = 0;  // of the stem
  ComparisonKind kind = ComparisonKind::kWord;
  ComparisonCue cue = ComparisonCue::kNone;
  bool content = false;  // a word or number that is neither a function word nor a mark
};

std::vector<ComparisonWord> ReadComparisonWords(std::string_view text);
// Of a name (an intervention, an outcome), whose numbers are no results.
std::vector<ComparisonWord> ReadNameWords(std::string_view name);

// The text in lower case, its dashes, signs and Greek letters in ASCII.
std::string NormaliseComparison(std::string_view text);

// "increasing" and "increased" as "increas".  `word`: lower case.
std::string ComparisonStem(std::string_view word);
// kNone also for function words that say nothing of a result.
ComparisonCue CueOfWord(std::string_view word);
bool IsComparisonFunctionWord(std::string_view word);

// The value of digits with at most one point, and a minus in front.
double DecimalValue(std::string_view digits);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_COMPARISON_WORDS_H_
