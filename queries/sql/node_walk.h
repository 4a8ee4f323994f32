// The nodes that a query's condition leads to, one after another.
//
// A walk over all nodes counts ids up (or down) and lets its user try each, so
// that a query with a LIMIT reads no more than it shows.  It asks the graph for
// its list instead where removed nodes have left more gaps than nodes, or, after
// the first few, where trying would be all that a noun is read for.
#ifndef CLAIMGRAPH_QUERIES_SQL_NODE_WALK_H_
#define CLAIMGRAPH_QUERIES_SQL_NODE_WALK_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/graph_reader.h"

namespace claimgraph {

struct Step {
  EdgeKind edge = EdgeKind::kHasClaim;
  Way way = Way::kOut;
};

class NodeWalk {
 public:
  // `reader` must outlive the walk.
  NodeWalk(const GraphReader& reader, NodeKind kind) : reader_(&reader), kind_(kind) {}

  // Every node.  `only_ids`: the user wants nothing else of them.
  void All(bool only_ids, bool descending);
  void One(std::uint64_t id);
  // The nodes at the end of `steps` from `from`, ascending.
  void Along(NodeRef from, std::span<const Step> steps);
  void Named(const std::string& name);
  void FoundBy(const std::string& rule);  // findings, by document

  // 0: there are no more.
  std::uint64_t Next();
  // The last id of Next() is that of a node, and need not be tried.
  bool sure() const { return !counting_ && !trying_; }
  // The last id of Next() was none.  Not for those that are sure.
  void Missed() { ++misses_; }

 private:
  void Reset();
  void StopCounting();
  bool ReadMore();

  const GraphReader* reader_;
  NodeKind kind_;

  bool counting_ = false;
  bool descending_ = false;
  std::uint64_t current_ = 0;
  std::uint64_t last_ = 0;  // issued
  std::uint64_t tried_ = 0;
  std::uint64_t misses_ = 0;
  std::uint64_t most_tries_ = 0;  // before the list is asked for

  bool trying_ = false;               // the one id in `nodes_`
  std::vector<NodeRef> nodes_{};      // of an edge, name or rule
  std::vector<std::uint64_t> ids_{};  // of the whole kind; `nodes_` is empty then
  std::size_t next_ = 0;
  bool partial_ = false;  // `nodes_` are the first along `step_` from `from_`
  NodeRef from_{};
  Step step_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_NODE_WALK_H_
