// The questions to the whole graph as functions that give rows:
//
//   SELECT c.text, i.fate FROM impact('doi:10.1/x') i JOIN claims c ON c.id = i.claim
//
// What each question means stands in queries/graph/ and docs/graph_questions.md.
// Where a function takes a node, it is named as at the command line ("w3", a DOI, a
// document's path), or by the integer of its table.  Columns that say how an answer
// came about hold the way as JSON: [{"edge": "cites", "id": "x3", "label": "[3]"}, ...].
//
// An answer is made whole when its function begins, from the graph as arrays, which
// is read once a session; that cannot be interrupted, only what comes after it.
#ifndef CLAIMGRAPH_QUERIES_SQL_FUNCTIONS_H_
#define CLAIMGRAPH_QUERIES_SQL_FUNCTIONS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/csr_source.h"
#include "queries/sql/cell.h"
#include "queries/sql/table.h"

namespace claimgraph {

// Cells of a row; text is owned.
using FunctionRow = std::vector<Cell>;

struct FunctionInput {
  const GraphReader& reader;
  CsrSource& source;
  std::span<const std::string> arguments;  // those given, in their order
};

struct TableFunction {
  std::string_view name{};
  std::string_view meaning{};             // one sentence
  std::vector<std::string_view> nodes{};  // names of the arguments
  char kind = 'w';                        // of a node that is given as an integer: "w3"
  std::size_t required = 0;               // of the arguments
  std::string_view example{};
  std::vector<Column> columns{};
  // kInvalidArgument where an argument leads to no node of the right kind.
  Result<std::vector<FunctionRow>> (*answer)(const FunctionInput& input) = nullptr;
};

std::span<const TableFunction> AllFunctions();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_FUNCTIONS_H_
