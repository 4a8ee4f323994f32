// The overview of many documents (overview.h) as one HTML page, as self-contained as html.h's.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_HTML_OVERVIEW_H_
#define CLAIMGRAPH_QUERIES_REPORTS_HTML_OVERVIEW_H_

#include <iosfwd>

#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/reports/overview.h"

namespace claimgraph {

// `overview` was made of `graph` and `reader`.
void WriteHtml(const Overview& overview, const EvidenceCsr& graph, const GraphReader& reader,
               std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_HTML_OVERVIEW_H_
