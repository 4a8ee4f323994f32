// Tables and functions of the graph as SQLite's virtual tables.
#ifndef CLAIMGRAPH_QUERIES_SQL_VIRTUAL_TABLE_H_
#define CLAIMGRAPH_QUERIES_SQL_VIRTUAL_TABLE_H_

#include <optional>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/csr_source.h"

struct sqlite3;

namespace claimgraph {

// What the virtual tables of one connection share.  Must outlive it.
struct Connection {
  const GraphReader& reader;
  CsrSource* source = nullptr;   // of the same graph
  std::optional<Error> error{};  // the reader's own, where a query failed because of it
};

// Registers the module and creates every table and view of tables.h, and every
// function of functions.h.
[[nodiscard]] Status AddTables(Connection* connection, sqlite3* database);

// The functions alone (function_tables.cc); AddTables does it.
[[nodiscard]] Status AddFunctions(Connection* connection, sqlite3* database);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_VIRTUAL_TABLE_H_
