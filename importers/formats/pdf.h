// PDF: the words of its pages in reading order.
//
// Columns are read one after the other; running heads and page numbers are left out;
// words that were broken at the end of a line are put together.  Block::label of
// each block is the number of the page that it begins on.  Spans index the text.
//
// At most 3000 pages and 32 MiB of text are read.  A build without poppler reads no
// PDF and says so.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_PDF_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_PDF_H_

#include <string_view>

#include "core/document.h"

namespace claimgraph {

bool IsPdf(std::string_view bytes);

// Fills the text, map, blocks, marks, title and diagnostics.  Never fails; what cannot
// be read is reported.
void ReadPdf(std::string_view bytes, Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_PDF_H_
