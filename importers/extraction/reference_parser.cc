// How an entry is taken apart: its text is made plain (entry_text), names and
// year are read from the front (entry_front), and title, container and locator
// from what is left (entry_body).  Then a learned model overrules what it surely
// knows better (reference_tagger).
#include "importers/extraction/reference_parser.h"

#include <utility>

#include "core/text/normalize.h"
#include "importers/extraction/reference_tagger.h"
#include "importers/extraction/references.h"

namespace claimgraph {
namespace {

Span InEntry(TextSpan s) { return {s.begin, s.end}; }

// "25–31" as "25-31".
std::string Pages(std::string_view printed) {
  std::string pages = Plain(printed);
  std::erase(pages, ' ');
  return pages;
}

}  // namespace

EntryParts TakeApart(std::string_view entry) {
  EntryParts parts = ReadByRules(entry);
  RefineParts(entry, &parts);
  return parts;
}

Reference ParseReference(std::string_view entry) {
  EntryParts parts = TakeApart(entry);
  const auto value = [entry](TextSpan s) { return Tidy(Slice(entry, s)); };
  Reference r{.text = std::string(entry), .number = parts.number};
  r.authors = std::move(parts.names);
  r.et_al = parts.et_al;
  r.year = parts.year_value;
  r.year_suffix = std::move(parts.year_suffix);
  r.title = value(parts.title);
  r.container = value(parts.container);
  r.volume = value(parts.volume);
  r.issue = value(parts.issue);
  r.pages = Pages(Slice(entry, parts.pages));
  // A book's name is the title of what is cited, unless a chapter in it is.
  if (r.title.empty() && r.volume.empty() && r.issue.empty()) std::swap(r.title, r.container);
  r.publisher = value(parts.publisher);
  r.doi = std::move(parts.doi);
  r.pmid = std::move(parts.pmid);
  r.pmcid = std::move(parts.pmcid);
  r.url = value(parts.address);
  r.year_span = InEntry(parts.year);
  r.identifier_span = InEntry(parts.identifier);
  return r;
}

}  // namespace claimgraph
