// Answers as text: for a terminal, a spreadsheet, a program, a page.
//
// NULL and an empty text are told apart in every format.
#ifndef CLAIMGRAPH_QUERIES_SQL_PRINT_H_
#define CLAIMGRAPH_QUERIES_SQL_PRINT_H_

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string_view>

#include "queries/sql/session.h"

namespace claimgraph {

enum class SqlFormat : std::uint8_t {
  kTable,      // aligned; control characters are replaced, long texts are not cut
  kCsv,        // RFC 4180, with a header; NULL is nothing, an empty text is ""
  kJsonLines,  // an object a row; a second column of one name is called name:2
  kMarkdown,   // a pipe table
};

// "table", "csv", "jsonl", "markdown"; nothing for anything else.
std::optional<SqlFormat> ParseSqlFormat(std::string_view name);

class RowPrinter : public RowTaker {
 public:
  // Writes what is still held back.  Call once, after the last row.
  virtual void Finish() = 0;
};

// `out` must outlive the printer.
std::unique_ptr<RowPrinter> NewRowPrinter(SqlFormat format, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_PRINT_H_
