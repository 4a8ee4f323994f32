// Work that does not depend on each other, on all cores.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_RUN_ALL_H_
#define CLAIMGRAPH_QUERIES_GRAPH_RUN_ALL_H_

#include <functional>
#include <vector>

namespace claimgraph {

// Runs every task once, the first ones first, and returns when all are done.  On
// one core, or with one task, there are no threads.
void RunAll(const std::vector<std::function<void()>>& tasks);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_RUN_ALL_H_
