#include "importers/records/table_rows.h"

#include <algorithm>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::size_t kMostCells = 1000;

char SeparatorOf(std::string_view line) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char separator : {'\t', ',', ';'}) {
    bool quoted = false;
    const auto count = std::count_if(line.begin(), line.end(), [&](char c) {
      quoted = quoted != (c == '"');
      return c == separator && !quoted;
    });
    if (count > most) {
      most = count;
      best = separator;
    }
  }
  return best;
}

// Where reading a row stands.
struct Cells {
  TableRow& row;
  char separator;
  std::string cell{};
  bool quoted = false;  // inside quotes
  std::size_t in_quotes = 0;

  void End() {
    if (row.cells.size() < kMostCells) {
      row.cells.push_back(std::move(cell));
    } else {
      row.cut = true;
    }
    cell.clear();
  }

  void TakeLine(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (quoted) {
        ++in_quotes;
        if (c != '"') {
          cell += c;
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
          cell += line[++i];
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.empty()) {
        quoted = true;
        in_quotes = 0;
      } else if (c == separator) {
        End();
      } else {
        cell += c;
      }
    }
    if (!quoted) End();
  }
};

}  // namespace

bool TableRows::Next(TableRow* row) {
  *row = {};
  Line line;
  do {
    if (!lines_.Next(&line)) return false;
  } while (line.text.find_first_not_of(" \t,;") == std::string_view::npos);
  if (separator_ == '\0') separator_ = SeparatorOf(line.text);
  row->line = line.number;
  row->cut = line.cut;
  Cells cells{.row = *row, .separator = separator_};
  cells.TakeLine(line.text);
  while (cells.quoted) {
    if (cells.in_quotes > kMostInQuotes || !lines_.Next(&line)) {
      row->unclosed = true;
      break;
    }
    row->cut = row->cut || line.cut;
    cells.cell += '\n';
    ++cells.in_quotes;
    cells.TakeLine(line.text);
  }
  return lines_.status().has_value();
}

}  // namespace claimgraph
