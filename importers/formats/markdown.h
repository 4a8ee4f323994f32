// Markdown: CommonMark with tables and strikethrough, and what writers add to
// it: front matter, footnotes, Pandoc citations and scripts, Quarto and Jekyll
// markup, HTML.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_H_

#include <string_view>

#include "core/document.h"

namespace claimgraph {

// Reads `text` into everything of `document` that it holds: title, identifier,
// bibliographies, text, map, blocks, links, marks, diagnostics.
void ReadMarkdown(std::string_view text, Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_H_
