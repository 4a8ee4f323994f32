// One value of one column: what SQL calls NULL, INTEGER, REAL, TEXT or BLOB.
//
// Views point into whatever the cell was read from and last as long as it does:
// a noun, or the row that a RowTaker is shown.
#ifndef CLAIMGRAPH_QUERIES_SQL_CELL_H_
#define CLAIMGRAPH_QUERIES_SQL_CELL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace claimgraph {

struct Blob {
  std::string_view bytes{};
  bool operator==(const Blob&) const = default;
};

// Text is UTF-8, owned where it had to be made: a list, a key.
using Cell =
    std::variant<std::monostate, std::int64_t, double, std::string_view, std::string, Blob>;

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_CELL_H_
