// Fields of nouns as cells.  What is missing is NULL: an empty string or list,
// a year or an id of 0.
#ifndef CLAIMGRAPH_QUERIES_SQL_NOUN_CELLS_H_
#define CLAIMGRAPH_QUERIES_SQL_NOUN_CELLS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/ids.h"
#include "core/reference.h"
#include "queries/sql/cell.h"

namespace claimgraph {

inline Cell TextCell(std::string_view text) { return text.empty() ? Cell() : Cell(text); }

inline Cell NumberCell(std::uint64_t number) { return Cell(static_cast<std::int64_t>(number)); }

inline Cell UnlessZero(std::uint64_t number) { return number == 0 ? Cell() : NumberCell(number); }

template <typename Id>
Cell IdCell(Id id) {
  return UnlessZero(Raw(id));
}

inline Cell RealCell(std::optional<double> value) { return value ? Cell(*value) : Cell(); }

inline Cell CountCell(std::optional<std::int64_t> value) { return value ? Cell(*value) : Cell(); }

// JSON arrays, so that json_each takes them apart.
Cell ListCell(const std::vector<std::string>& items);
Cell ListCell(const std::vector<int>& items);
Cell CuesCell(const std::vector<Cue>& cues);           // their words
Cell AuthorsCell(const std::vector<Author>& authors);  // ["Okri, B", "Lind, C"]

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_NOUN_CELLS_H_
