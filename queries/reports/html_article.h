// The article itself, block by block, with its claims marked where they stand.
//
// A mark is a link to the claim's card; the cards of a paragraph follow it, beside it
// where the screen is wide.  Findings that belong to no claim and no reference stand
// below the block that they are in.  Claims that overlap are marked one after the other:
// the later one has what the earlier left, or a mark without words.
//
// Linear in the article, its marks and its claims.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_ARTICLE_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_ARTICLE_H_

#include "queries/reports/document_index.h"
#include "queries/reports/html_writer.h"

namespace claimgraph {

// Headings of the article begin at `<h{top_level}>` and skip no level.
void PutArticle(const DocumentIndex& index, int top_level, HtmlWriter* html);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_ARTICLE_H_
