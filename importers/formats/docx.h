// DOCX: what Word, LibreOffice and Google Docs write.
//
// The text is the body with its headings, lists, tables, text boxes and notes, as it
// stands after all tracked changes are accepted; headers, footers, comments and
// tables of contents are left out.  Sources that Word, Zotero or Mendeley put into
// the file become References, and the citation fields links to them.
//
// The file is a zip: spans index the extracted text, not its bytes.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_H_

#include <string_view>

#include "importers/formats/article.h"

namespace claimgraph {

// True for a zip file that holds a Word document.
bool IsDocx(std::string_view bytes);

// Fills the text, map, blocks, links, marks and diagnostics of the document, and the
// references (origin kBibFile, no file).  Never fails; damaged or very large parts
// are reported and left out.
void ReadDocx(std::string_view bytes, Article* article);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_H_
