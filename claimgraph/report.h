// A store as an HTML page: one document's, or an overview of all.
//
// The page is a file that needs nothing else (queries/reports/html.h, html_overview.h).
#ifndef CLAIMGRAPH_CLAIMGRAPH_REPORT_H_
#define CLAIMGRAPH_CLAIMGRAPH_REPORT_H_

#include <cstddef>
#include <iosfwd>
#include <string>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/csr_source.h"

namespace claimgraph {

struct ReportRequest {
  std::string document{};    // as people name it: "d1", its path, its DOI; empty: the overview
  std::string output = "-";  // "-": the stream
  std::size_t limit = 100;   // documents of the overview
};

// Writes to `out`, or to the file that the request names, which appears whole or not at
// all.  `arrays` are of what `reader` reads.  InvalidArgument for a document that is not in
// the store; kIo, with the path, if the file cannot be written.
[[nodiscard]] Status WriteReport(const GraphReader& reader, CsrSource* arrays,
                                 const ReportRequest& request, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_REPORT_H_
