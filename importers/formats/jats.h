// JATS (and its ancestor, the NLM DTD): full texts of journal articles as XML.
//
// The text is title, abstracts, body, captions, tables, notes and acknowledgements;
// affiliations, licences and the reference list are not in it.  Entries of the list
// become References, and marks in the text become links to them.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_JATS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_JATS_H_

#include <string_view>

#include "importers/formats/article.h"

namespace claimgraph {

// True for the head of a JATS file, which may look like HTML.
bool IsJats(std::string_view head);

// Fills the text, map, blocks, links, marks, title, identifier and diagnostics of
// the document, the references and the front.  Spans index `text`, which is valid
// UTF-8.  Never fails; of broken XML, what came before is read.
void ReadJats(std::string_view text, Article* article);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_JATS_H_
