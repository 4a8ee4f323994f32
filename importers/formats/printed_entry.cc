#include "importers/formats/printed_entry.h"

#include <algorithm>
#include <string_view>

namespace claimgraph {
namespace {

void Append(std::string_view before, std::string_view words, std::string* out) {
  if (words.empty()) return;
  if (!out->empty()) out->append(before);
  out->append(words);
}

}  // namespace

std::string PrintedEntry(const Reference& r) {
  constexpr std::size_t kShown = 12;
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, r.authors.size()); ++i) {
    Append(", ", r.authors[i].family, &text);
    Append(" ", r.authors[i].given, &text);
  }
  if (r.et_al || r.authors.size() > kShown) Append(", ", "et al", &text);
  Append(". ", r.title, &text);
  Append(text.ends_with('?') ? " " : ". ", r.container, &text);
  Append(". ", r.publisher, &text);
  if (r.year != 0) Append(". ", std::to_string(r.year) + r.year_suffix, &text);
  Append(";", r.volume, &text);
  if (!r.issue.empty()) text += "(" + r.issue + ")";
  Append(":", r.pages, &text);
  if (!r.doi.empty()) Append(". ", "doi:" + r.doi, &text);
  return text.empty() ? text : text + ".";
}

}  // namespace claimgraph
