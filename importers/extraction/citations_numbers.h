// Lists of reference numbers: "3", "1,4", "1-3", "1–3, 7".
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_NUMBERS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_NUMBERS_H_

#include <string_view>
#include <vector>

#include "importers/extraction/citations_context.h"

namespace claimgraph {

// The numbers that `words` lists, ranges expanded.  Empty unless the words are
// nothing but numbers from 1 to 9999 with commas, semicolons, dashes and white
// space between them; "ref." may stand before them and a page ("p. 4") after.
std::vector<int> ParseReferenceNumbers(std::string_view words);

// True where "=", "<" or the like follows: what stands before is a quantity.
bool ComparesAfter(std::string_view text, std::size_t at);

// Digits above the line: <sup>3</sup>, ^3^, and Unicode superscripts.
Citations FindSuperscripts(const CitationContext& context);

// Digits glued to a word or a full stop, where the raised type was lost:
// "eased pain.3 Then".  Candidates; one alone proves nothing.
Citations FindGluedNumbers(const CitationContext& context);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_NUMBERS_H_
