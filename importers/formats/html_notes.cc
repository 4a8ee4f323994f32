// Marks come before their notes, so links are compared with notes only when the
// whole page has been read.

#include "importers/formats/html_notes.h"

#include <algorithm>
#include <array>

#include "importers/formats/document_builder.h"

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 8> kPrefixes = {
    "cite_note", "footnote", "endnote", "sdfootnote", "sdendnote", "_ftn", "_edn", "fn"};
constexpr std::size_t kLongestMark = 6;  // bytes of what is printed for a note: "12", "a", "†"

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "[3]", "(3)" and "^3" print 3; empty if the words are more than a mark.
std::string_view Printed(std::string_view words) {
  constexpr std::string_view kAround = "[]()^ ";
  const std::size_t begin = std::min(words.find_first_not_of(kAround), words.size());
  words.remove_prefix(begin);
  words = words.substr(0, words.find_last_not_of(kAround) + 1);
  const bool number = !words.empty() && std::all_of(words.begin(), words.end(), IsDigit);
  const bool sign = words.size() <= 3 && words.find(' ') == std::string_view::npos;
  return words.size() <= kLongestMark && (number || sign) ? words : std::string_view();
}

}  // namespace

std::string_view HtmlNoteLabel(std::string_view id) {
  for (const std::string_view prefix : kPrefixes) {
    if (!id.starts_with(prefix)) continue;
    std::size_t i = prefix.size();
    while (i < id.size() && (id[i] == '-' || id[i] == ':' || id[i] == '_')) ++i;
    const std::string_view rest = id.substr(i);
    if (rest.starts_with("ref") || rest.starts_with("anc") || rest.starts_with("back")) return {};
    if (id.ends_with("anc") || id.ends_with("sym")) return {};
    const std::size_t digits = id.find_last_not_of("0123456789") + 1;
    const std::string_view label = id.substr(digits > i && digits < id.size() ? digits : i);
    const bool separated = i > prefix.size();
    const bool numbered = !label.empty() && IsDigit(label[0]);
    return separated || numbered ? label : std::string_view();
  }
  return {};
}

bool LeadsBack(std::string_view target) {
  if (!target.starts_with('#')) return false;
  return target.find("ref") != std::string_view::npos || target.ends_with("anc") ||
         target.find("anchor") != std::string_view::npos ||
         target.find("back") != std::string_view::npos;
}

bool IsBacklinkClass(std::string_view classes) {
  return classes.find("backlink") != std::string_view::npos ||
         classes.find("footnote-back") != std::string_view::npos;
}

void HtmlNotes::Add(std::string_view id) {
  labels_.try_emplace(std::string(id), HtmlNoteLabel(id));
}

void HtmlNotes::Link(Document* document) const {
  if (labels_.empty()) return;
  std::unordered_map<std::string_view, std::string_view> printed;  // by id
  for (const claimgraph::Link& link : document->links) {
    if (!link.target.starts_with('#')) continue;
    const auto note = labels_.find(link.target.substr(1));
    const std::string_view words = Printed(document->Words(link.span));
    if (note == labels_.end() || words.empty()) continue;
    if (printed.try_emplace(note->first, words).first->second != words) continue;
    document->marks.push_back({MarkKind::kFootnoteRef, link.span});
  }
  SortMarks(&document->marks);
  for (Block& block : document->blocks) {
    if (block.kind != BlockKind::kFootnote) continue;
    const auto note = labels_.find(block.label);
    if (note == labels_.end()) continue;
    const auto mark = printed.find(note->first);
    block.label = mark == printed.end() ? note->second : std::string(mark->second);
  }
}

}  // namespace claimgraph
