// Where sentences begin and end.
//
// Follows UAX #29 and what it leaves out: abbreviations, initials, citation
// markers after the full stop ("fell.[3] The"), sentences glued by lost line
// breaks ("strength.Allows").  A sentence never crosses a block or a line break
// inside one; headings, cells and list items need no full stop.  In a list of claims
// each block is one sentence, whatever stands in it.
#ifndef CLAIMGRAPH_CORE_TEXT_SENTENCES_H_
#define CLAIMGRAPH_CORE_TEXT_SENTENCES_H_

#include <vector>

#include "core/document.h"

namespace claimgraph {

// The sentences of every block, in order, without white space at their ends.
// Together they hold every character of the blocks that is not white space.
std::vector<Sentence> FindSentences(const Document& document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_SENTENCES_H_
