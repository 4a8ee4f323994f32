// The graph as JSON Lines that claimgraph reads back: nothing is lost.
//
//   {"schema":"claimgraph/graph/1","method":"..","vocabulary":".."}
//   {"document":{"source":"draft.md",..},"claims":[..],..}
//
// A line is one document and all that it puts into the graph (core/graph_json.h); works,
// studies and propositions stand, as they are in the store, in each line that refers to them.
// Nothing in a line depends on the store's ids, so that a store made of the file exports the
// same bytes.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_JSON_LINES_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_JSON_LINES_H_

#include "queries/exports/formats.h"

namespace claimgraph {

// Memory is that of one document.
[[nodiscard]] Status ExportJsonLines(const ExportScope& scope, const ExportSettings& settings,
                                     std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_JSON_LINES_H_
