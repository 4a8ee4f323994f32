// A table with several rows for each noun of a kind: its parts.
#ifndef CLAIMGRAPH_QUERIES_SQL_PART_ROWS_H_
#define CLAIMGRAPH_QUERIES_SQL_PART_ROWS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "queries/sql/access.h"
#include "queries/sql/table.h"

namespace claimgraph {

// One part, as the cells of its row.  Text is owned.
using Part = std::vector<Cell>;

struct PartTable {
  std::string_view name{};
  std::string_view meaning{};
  NodeKind kind{};  // of the whole; its id is the first column
  std::vector<Column> columns{};
  std::vector<Access> accesses{};
  // NotFound if there is no such node.
  std::function<Result<std::vector<Part>>(const GraphReader&, std::uint64_t id)> parts{};
};

Table Describe(PartTable table);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_PART_ROWS_H_
