// The document's references, with what is known of each work and which claims rest on it.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_REFERENCES_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_REFERENCES_H_

#include "queries/reports/document_index.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

// In the order of the document's list, then those beside it.  Findings about a
// reference stand with it.
void PutReferences(const DocumentIndex& index, HtmlWriter* html);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_REFERENCES_H_
