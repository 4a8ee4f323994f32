// The shortest way between two nodes of any kinds.
//
// Along every stored edge, either way round, and from a work to the document
// that is its text.  Edges count alike.  Of several shortest ways, always the
// same one; it is found by walking from both ends at once, the smaller side
// first, which is why it does not go through Boost: it has no search from both
// ends, and one from a single end visits most of a large store.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_PATHS_H_
#define CLAIMGRAPH_QUERIES_GRAPH_PATHS_H_

#include "core/graph_reader.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

// From `from` to `to`, both included; empty if no way leads there.
Trail ShortestPath(const GraphReader& reader, NodeRef from, NodeRef to);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_PATHS_H_
