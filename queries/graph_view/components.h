// Which vertices hang together, in rows of indices.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_VIEW_COMPONENTS_H_
#define CLAIMGRAPH_QUERIES_GRAPH_VIEW_COMPONENTS_H_

#include <cstdint>
#include <vector>

#include "queries/graph/evidence_csr.h"

namespace claimgraph {

// Strong components of one vertex that leads to itself, or of several, each of
// which leads to every other.  Each ascending, all by their first.
// Tarjan's algorithm (SIAM J Comput 1972;1:146), as Boost has it, without
// recursion: linear in vertices and edges, whatever the shape.
std::vector<std::vector<std::uint32_t>> Circles(Adjacency graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_VIEW_COMPONENTS_H_
