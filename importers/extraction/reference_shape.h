// What an entry of a bibliography looks like.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_SHAPE_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_SHAPE_H_

#include <string_view>

namespace claimgraph {

// How much `text` looks like one entry of a bibliography, in [0, 1]; from 0.5
// on it is one.  A sentence that cites ("Moore (2004) found that ...") is not.
// Linear, and cheap for text that has neither a year nor an address.
double ReferenceLike(std::string_view text);

// Words that sentences have and bibliographies hardly ever do: "is", "that",
// "you", "found".
int ProseWords(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_SHAPE_H_
