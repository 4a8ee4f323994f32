// How many ways lead from here to there that share nothing, and what limits them.
//
// By Menger's theorem the largest number of paths that share no vertex equals
// the smallest number of vertices whose removal leaves no path: the cut.  Both
// are read off one maximum flow in which every vertex lets one unit through.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_VIEW_DISJOINT_PATHS_H_
#define CLAIMGRAPH_QUERIES_GRAPH_VIEW_DISJOINT_PATHS_H_

#include <cstdint>
#include <utility>
#include <vector>

namespace claimgraph {

struct DisjointPaths {
  std::vector<std::vector<std::uint32_t>> paths{};  // without `from` and `to`; by their first
  std::vector<std::uint32_t> cut{};                 // as many as paths; ascending
};

// `edges` join vertices below `vertices`; none may lead straight from `from` to
// `to`.  Edmonds & Karp (J ACM 1972;19:248), as Boost has it: O(paths * edges).
// The same edges in the same order give the same paths; of several smallest
// cuts, the one nearest to `from`.
DisjointPaths FindDisjointPaths(std::uint32_t vertices,
                                const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges,
                                std::uint32_t from, std::uint32_t to);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_VIEW_DISJOINT_PATHS_H_
