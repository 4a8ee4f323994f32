// The schema that `claimgraph sql` offers: tables, views over them, and both as
// text.
//
// Columns are added, never renamed or removed, so that saved queries keep
// working.  Ids are the graph's integers; what is missing is NULL.
#ifndef CLAIMGRAPH_QUERIES_SQL_TABLES_H_
#define CLAIMGRAPH_QUERIES_SQL_TABLES_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "queries/sql/table.h"

namespace claimgraph {

// A question so common that it has a name.
struct View {
  std::string_view name{};
  std::string_view meaning{};
  std::vector<Column> columns{};
  std::string_view select{};
};

std::span<const Table> AllTables();
std::span<const View> AllViews();

// "CREATE TABLE claims (id INTEGER, ...)": what SQLite is told.
std::string CreateTable(const Table& table);

std::string SchemaSql();       // commented statements, for a terminal
std::string SchemaMarkdown();  // the schema section of docs/sql.md

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_TABLES_H_
