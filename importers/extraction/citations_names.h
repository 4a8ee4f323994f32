// Author names, read backwards from the year or bracket that follows them.
//
// Reading backwards finds the names wherever a sentence begins: in "(for a
// review, see Smith & van der Berg, 2011" as in "A trial by Smith et al. (2011".
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_NAMES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_NAMES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/citations_context.h"

namespace claimgraph {

struct NameGroup {
  std::uint32_t begin = 0;             // of the first name
  std::uint32_t end = 0;               // after the last word, "et al." or "'s"
  std::vector<std::string> authors{};  // as printed, without initials
  bool et_al = false;
  bool joined = false;     // two or more names with "and" or "&"
  bool corporate = false;  // one name with a word such as "Institute"
  bool leading = false;    // before it stand only words such as "see"
  bool comma = false;      // a comma or colon stands after it
};

enum class NamePlace { kBracket, kNarrative };

// Reads the group that ends at text[end], going back no further than `begin`.
// None where the last words cannot be a name.  Reads at most 500 bytes.
std::optional<NameGroup> ReadNamesBefore(std::string_view text, std::uint32_t begin,
                                         std::uint32_t end, const KnownAuthors& known,
                                         NamePlace place);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_NAMES_H_
