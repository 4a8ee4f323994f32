// A report as one HTML page that needs nothing else: no network, no script to be read.
//
// For each document: how many claims have which verdict, what to do first, the article
// with its claims marked and their cards, its evidence profile, a picture of its evidence,
// and its references.  What is in each is told at html_article.h, html_card.h,
// evidence_profile.h, evidence_picture.h and html_references.h.
//
// Linear in what it prints, but for the picture, which is of a part that does not grow.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_H_

#include <iosfwd>

#include "core/graph_reader.h"
#include "queries/reports/report.h"

namespace claimgraph {

// `reader` is what the report's ids belong to.
void WriteHtml(const Report& report, const GraphReader& reader, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_H_
