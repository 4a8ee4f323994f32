// The names of what only graphs as JSON tell of.  NEVER change one.

#include "core/graph_fields.h"

#include <array>

namespace claimgraph {

std::string_view Name(BlockKind kind) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "paragraph", "heading", "list_item", "table_head", "table_cell",
      "quote",     "caption", "footnote",  "metadata"};
  const auto i = static_cast<std::size_t>(kind);
  return i < kNames.size() ? kNames[i] : std::string_view("unknown");
}

std::string_view Name(MarkKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "superscript", "subscript", "emphasis", "strong", "cite", "footnote_ref"};
  const auto i = static_cast<std::size_t>(kind);
  return i < kNames.size() ? kNames[i] : std::string_view("unknown");
}

}  // namespace claimgraph
