// Rows of a table in text: CSV as RFC 4180 has it, or the same with tabs.
//
// A quoted cell may hold separators, line ends and doubled quotes.  A quote that is
// not closed within kMostInQuotes bytes ends its row there, so that it does not
// swallow the file.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_TABLE_ROWS_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_TABLE_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/records/lines.h"
#include "importers/records/record_entry.h"

namespace claimgraph {

inline constexpr std::size_t kMostInQuotes = std::size_t{64} << 10;

struct TableRow {
  std::vector<std::string> cells{};
  std::uint64_t line = 0;  // where it begins
  bool unclosed = false;   // a quote was
  bool cut = false;        // a line was too long, or there were too many cells
};

class TableRows {
 public:
  // Both must outlive it; `sink` hears of encodings.
  TableRows(ByteSource* source, RecordSink* sink) : lines_(source, sink) {}

  // The next row that is not blank.  The first one tells the separator: a tab, a
  // semicolon or a comma, whichever it has most of outside quotes.  False at the end,
  // and where the source fails.
  bool Next(TableRow* row);
  // How the source failed, if it did.
  const Status& status() const { return lines_.status(); }

 private:
  LineReader lines_;
  char separator_ = '\0';  // not yet known
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_TABLE_ROWS_H_
