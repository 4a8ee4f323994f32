// Plain text: posts copied from a page, e-mails, notes.
//
// There is no markup, so the shape of lines tells what they are: short lines
// without a full stop over prose are headings, lines after a colon are a list,
// lines glued like "strength.Allows" were a table, and lines of nearly one
// length are one wrapped paragraph.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_PLAIN_TEXT_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_PLAIN_TEXT_H_

#include <string_view>
#include <vector>

#include "core/document.h"

namespace claimgraph {

// Reads `text` into the text, map and blocks of `document`.
// `hidden` (ascending, apart) is left out: comments to claimgraph.
void ReadPlainText(std::string_view text, std::vector<Span> hidden, Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_PLAIN_TEXT_H_
