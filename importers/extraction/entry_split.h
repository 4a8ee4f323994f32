// Where one entry ends and the next begins, inside one line.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_SPLIT_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_SPLIT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimgraph {

// The printed number that a line begins with ("[12]", "12.", "(12)"), else 0;
// `length` is where the entry's words begin.
int PrintedNumber(std::string_view line, std::size_t* length);

// `entry` without the "^" or the arrow that leads from a note back to its mark,
// at either end: "^ Lind C. Naps.", "^ a b Lind C. Naps.", "Lind C. Naps. \u21A9".
TextSpan WithoutBacklinks(std::string_view text, TextSpan entry);

// The entries of one line: numbered ones, or such as ran together when the line
// ends between them were lost.  At least one.
std::vector<TextSpan> SplitEntries(std::string_view text, TextSpan span);

// `s` without white space at its ends.
TextSpan TrimmedSpan(std::string_view text, TextSpan s);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_SPLIT_H_
