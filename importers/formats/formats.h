// Bytes in, Document out: the formats that claimgraph reads, and how it tells
// them apart.
//
// The content decides first, then the name: a page saved as `notes.txt` is
// still HTML, and Markdown whose body is HTML is read as both.
//
// Reading never fails.  Whatever the bytes, there is a Document, perhaps an
// empty one, and Document::diagnostics says what was odd.  Linear in the size
// of the input; opens no files and follows no links.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_FORMATS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_FORMATS_H_

#include <string_view>

#include "core/document.h"
#include "importers/formats/article.h"

namespace claimgraph {

// `source` is the name only; it may be "-".
Format SniffFormat(std::string_view bytes, std::string_view source);

// Fills everything of a Document but its id and its sentences, and what the markup
// says besides the text.
Article ReadMarkedUp(std::string_view bytes, std::string_view source);

// The document alone.
Document ReadDocument(std::string_view bytes, std::string_view source);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_FORMATS_H_
