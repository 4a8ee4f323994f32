// An abstract as printed in one piece, cut at its headings.
//
// A heading stands at the beginning or after the end of a sentence, ends in ":" (in
// capitals also in ".") and is made of words that head parts of abstracts: "MAIN
// OUTCOME MEASURES:", "Methods:".  What stands before the first heading is a part without label.
// What only looks like a heading ("GSTM1: ...") stays text.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_ABSTRACT_PARTS_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_ABSTRACT_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "importers/records/record_entry.h"

namespace claimgraph {

// Linear.  No parts for blank text.
std::vector<AbstractPart> SplitAbstract(std::string_view text);

// The same for text in markup: paragraphs and titles as JATS and HTML have them
// ("<jats:title>Methods</jats:title><jats:p>..."), tags and entities taken off.
std::vector<AbstractPart> SplitMarkedUpAbstract(std::string_view markup);

// "10<sup>3</sup> &lt; x" -> "103 < x".  A "<" that opens no tag stays.
std::string WithoutMarkup(std::string_view markup);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_ABSTRACT_PARTS_H_
