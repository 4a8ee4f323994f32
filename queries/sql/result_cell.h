// A cell as the result of a column, in SQLite's own terms.
// For virtual_table.cc and function_tables.cc alone.
#ifndef CLAIMGRAPH_QUERIES_SQL_RESULT_CELL_H_
#define CLAIMGRAPH_QUERIES_SQL_RESULT_CELL_H_

#include <sqlite3.h>

#include <string_view>
#include <type_traits>
#include <variant>

#include "queries/sql/cell.h"

namespace claimgraph {

inline void ResultCell(const Cell& cell, sqlite3_context* context) {
  std::visit(
      [context](const auto& value) {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::int64_t>) {
          sqlite3_result_int64(context, value);
        } else if constexpr (std::is_same_v<T, double>) {
          sqlite3_result_double(context, value);
        } else if constexpr (std::is_same_v<T, std::monostate>) {
          sqlite3_result_null(context);
        } else if constexpr (std::is_same_v<T, Blob>) {
          sqlite3_result_blob64(context, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT);
        } else {
          const std::string_view text = value;
          sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        }
      },
      cell);
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_RESULT_CELL_H_
