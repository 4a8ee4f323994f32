// Tables whose rows are edges: all of them, those of one kind, or several in a row
// taken as one.
#ifndef CLAIMGRAPH_QUERIES_SQL_EDGE_ROWS_H_
#define CLAIMGRAPH_QUERIES_SQL_EDGE_ROWS_H_

#include <string_view>

#include "queries/sql/table.h"

namespace claimgraph {

// edges(from_kind, from_id, edge, to_kind, to_id).
Table EdgesTable();

// Two columns, named `from` and `to`: the ids at the ends of the edges of `kind`.
Table LinkTable(std::string_view name, std::string_view meaning, EdgeKind kind, const Column& from,
                const Column& to);

// claim_works(claim, work).
Table ClaimWorksTable();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_EDGE_ROWS_H_
