// One spelling for what readers take as the same.
//
// Three strengths, each with a variant that leads back to the original bytes:
//   Plain       typographic quotes, dashes and spaces become ASCII
//                                  "Müller’s 1–2 mg"  ->  "Müller's 1-2 mg"
//   Unaccented  Plain, then accents taken off     ->  "Muller's 1-2 mg"
//   Fold        Unaccented, then case folded      ->  "muller's 1-2 mg"
// Invalid UTF-8 is dropped.  Zero-width characters and soft hyphens vanish.
#ifndef CLAIMGRAPH_CORE_TEXT_NORMALIZE_H_
#define CLAIMGRAPH_CORE_TEXT_NORMALIZE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimgraph {

std::string Plain(std::string_view text);
std::string Unaccented(std::string_view text);
std::string Fold(std::string_view text);

// A normalised text and, for each of its bytes, where the character that it
// came from begins; one more entry at the end holds the size of the original.
struct NormalizedText {
  std::string text{};
  std::vector<std::uint32_t> offsets{};

  // The original bytes of text[begin, end).  An empty range stays empty.
  TextSpan Original(std::size_t begin, std::size_t end) const;
};

NormalizedText PlainWithOffsets(std::string_view text);
NormalizedText UnaccentedWithOffsets(std::string_view text);
NormalizedText FoldWithOffsets(std::string_view text);

// What two printings of one title share: folded words, one space between, no
// punctuation.  "Sleep & Pain: A Review." and "Sleep and pain - a review" do
// meet, for "&" reads "and".
std::string TitleKey(std::string_view title);

// `text` without white space at its ends, and with one space for each run of
// white space inside (no-break spaces and line ends too).
std::string Tidy(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_NORMALIZE_H_
