#include "queries/sql/noun_cells.h"

#include <nlohmann/json.hpp>

#include "core/json.h"
#include "queries/graph/nodes.h"

namespace claimgraph {
namespace {

template <typename Item>
Cell ArrayCell(const std::vector<Item>& items) {
  return items.empty() ? Cell() : Cell(Dump(Json(items)));
}

}  // namespace

Cell ListCell(const std::vector<std::string>& items) { return ArrayCell(items); }

Cell ListCell(const std::vector<int>& items) { return ArrayCell(items); }

Cell CuesCell(const std::vector<Cue>& cues) {
  std::vector<std::string> words;
  for (const Cue& cue : cues) words.push_back(cue.text);
  return ArrayCell(words);
}

Cell AuthorsCell(const std::vector<Author>& authors) {
  std::vector<std::string> names;
  for (const Author& author : authors) {
    names.push_back(FamilyFirst(author));
  }
  return ArrayCell(names);
}

}  // namespace claimgraph
