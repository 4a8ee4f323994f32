// The tokens of a bibliography entry, as the tagger labels them (reference_tagger.h).
//
// White space parts them; an address or a DOI is one, digits take letters that are stuck
// behind them with them, and every other character is one of its own.  Linear.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_TOKENS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_TOKENS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimgraph {

enum class EntryTokenKind : std::uint8_t {
  kWord,     // letters
  kNumber,   // digits, and letters stuck behind them
  kAddress,  // https://...
  kDoi,      // 10.1234/...
  kSign,     // any other character
};

struct EntryToken {
  TextSpan span{};
  EntryTokenKind kind = EntryTokenKind::kSign;
};

std::vector<EntryToken> EntryTokens(std::string_view entry);

enum class EntryCharKind : std::uint8_t { kSign, kLetter, kDigit, kSpace };
// Combining marks and soft hyphens are letters: words keep together.
EntryCharKind EntryCharKindOf(char32_t c);

struct EntryChar {
  char32_t code = 0;
  EntryCharKind kind = EntryCharKind::kSign;
  std::size_t size = 1;
};
EntryChar EntryCharAt(std::string_view text, std::size_t i);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_TOKENS_H_
