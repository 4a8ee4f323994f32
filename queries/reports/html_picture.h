// The picture of a document's evidence as inline SVG (evidence_picture.h).
//
// Boxes are links to cards, references and rows of the profile.  Everything has its look
// from the page's style sheet, so that the picture is light or dark as the page is; lines
// are told apart by dashes as well as by colour.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_PICTURE_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_PICTURE_H_

#include "queries/reports/document_index.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

// False where this was built without Graphviz or its layout cannot be loaded.
bool CanDrawPictures();

void PutPicture(const DocumentIndex& index, HtmlWriter* html);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_PICTURE_H_
