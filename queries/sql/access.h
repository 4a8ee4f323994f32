// How the nodes of a table are found by one column's value.
#ifndef CLAIMGRAPH_QUERIES_SQL_ACCESS_H_
#define CLAIMGRAPH_QUERIES_SQL_ACCESS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "queries/sql/node_walk.h"
#include "queries/sql/table.h"

namespace claimgraph {

struct Access {
  enum class By : std::uint8_t {
    kId,     // the value is the node's id
    kEdges,  // the value is the id of a node of `from`, and `steps` lead on
    kName,   // `prefix` and the value are a name (GraphReader::Named)
    kRule,   // the value is a rule's name
  };

  int column = 0;
  By by = By::kId;
  bool unique = false;  // one row at most
  NodeKind from{};
  std::vector<Step> steps{};
  std::string_view prefix{};
};

// What a Table says of its accesses.
std::vector<Lookup> LookupsOf(const std::vector<Access>& accesses);

// Begins `walk` as `choice` says; lookups are `accesses`, in their order.
// `only_ids`: no noun will be read.
void StartWalk(const std::vector<Access>& accesses, const Choice& choice, bool only_ids,
               NodeWalk* walk);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_ACCESS_H_
