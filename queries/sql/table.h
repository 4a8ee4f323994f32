// One table of the graph, as SQL sees it: a description, and a way to read rows.
//
// The description is the only one there is: CREATE TABLE, docs/sql.md, `sql
// --schema` and what SQLite's planner is told are all made of it.
#ifndef CLAIMGRAPH_QUERIES_SQL_TABLE_H_
#define CLAIMGRAPH_QUERIES_SQL_TABLE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/sql/cell.h"

namespace claimgraph {

enum class ColumnType : std::uint8_t { kInteger, kReal, kText };

struct Column {
  std::string_view name{};
  ColumnType type = ColumnType::kText;
  std::string_view meaning{};
};

// A set of columns whose values lead straight to their rows.
struct Lookup {
  std::vector<int> columns{};  // indices; all must be given
  bool unique = false;         // one row at most
  bool ordered = true;         // its rows come in Table::order
};

// What a query wants of a table.
struct Choice {
  int lookup = -1;               // index into Table::lookups; -1: every row
  std::span<const Cell> keys{};  // an integer or a view for each of the lookup's columns
  std::uint64_t used = 0;        // bit i: column i may be asked for (bit 63: all from there on)
  bool descending = false;       // only where Table::reversible, and for every row
};

// A walk over rows, which may begin again.  It holds ids and one noun, never
// all nouns.  Errors are the reader's own.
class Rows {
 public:
  virtual ~Rows() = default;

  [[nodiscard]] virtual Status Start(const Choice& choice) = 0;
  // To the next row, at first to the first; false: there is none.
  [[nodiscard]] virtual Result<bool> Next() = 0;
  // Of the row that Next() went to.  Reads the noun if nothing did so before.
  [[nodiscard]] virtual Result<Cell> At(int column) = 0;
  // The same for one row whichever lookup led to it, and no other's: SQLite tells
  // rows apart by it in OR and in outer joins.  Where Table::key is empty.
  virtual std::int64_t Number() const { return 0; }
};

struct Table {
  std::string_view name{};
  std::string_view meaning{};  // one sentence
  std::vector<Column> columns{};
  std::vector<int> key{};         // columns that tell rows apart, where Rows::Number does not
  std::vector<Lookup> lookups{};  // best first
  std::vector<int> order{};       // all rows come ascending by these columns; none: in no order
  bool reversible = false;        // or descending, if that is wanted
  NodeKind counted{};             // there are about as many rows as nodes of this kind
  std::function<std::unique_ptr<Rows>(const GraphReader&)> open{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_TABLE_H_
