// What a document refers to: the entries of its lists and footnotes, and the
// sources that its prose links to.  An address that an entry already prints is
// not a second reference.
#include "importers/extraction/references.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/extraction/reference_list.h"

namespace claimgraph {
namespace {

using Links = std::vector<Link>;

Links::const_iterator FirstLinkFrom(const Links& links, std::uint32_t begin) {
  return std::lower_bound(links.begin(), links.end(), begin,
                          [](const Link& l, std::uint32_t at) { return l.span.begin < at; });
}

// Words that say where a link leads and not what is there.
bool ReadsLikeTitle(std::string_view words) {
  const std::string tidy = Tidy(words);
  if (tidy.size() < 15 || tidy.size() > 300 || tidy.find("://") != std::string::npos) return false;
  const bool capital = (tidy[0] >= 'A' && tidy[0] <= 'Z') ||
                       static_cast<unsigned char>(tidy[0]) >= 0x80 || tidy[0] == '"';
  return capital && std::count(tidy.begin(), tidy.end(), ' ') >= 3;
}

bool IsAddress(std::string_view target) {
  return target.starts_with("http://") || target.starts_with("https://");
}

void TakeAddress(const Link& link, Reference* r) {
  const AddressIds ids = ReadAddress(link.target);
  const bool none = r->doi.empty() && r->pmid.empty() && r->pmcid.empty();
  const auto fill = [](const std::string& from, std::string* to) {
    if (to->empty()) *to = from;
  };
  fill(ids.doi, &r->doi);
  fill(ids.pmid, &r->pmid);
  fill(ids.pmcid, &r->pmcid);
  fill(link.target, &r->url);
  if (none && r->identifier_span == Span{}) r->identifier_span = link.target_source;
}

// "[Sleep and naps](https://...), Sleep Board (2021)": the linked words at the
// front are the title, and what was read as an organisation is not.
void TakeLinkedTitle(std::string_view words, bool at_front, Reference* r) {
  const bool people =
      r->authors.size() > 1 || (!r->authors.empty() && !r->authors[0].given.empty());
  const std::string tidy = Tidy(words);
  if (people || tidy.find("://") != std::string::npos) return;
  const bool swallowed = !r->authors.empty() && r->authors[0].family.starts_with(tidy);
  const bool several = tidy.find(' ') != std::string::npos;
  if (at_front && swallowed && several) {
    r->authors.clear();
    r->title = tidy;
  } else if (ReadsLikeTitle(words) && r->authors.empty()) {
    r->title = tidy;
  }
}

// An entry's links add the addresses that its words do not print, and their
// markup belongs to the entry's span.
void TakeLinks(const Document& document, TextSpan span, Reference* r) {
  for (auto link = FirstLinkFrom(document.links, span.begin);
       link != document.links.end() && link->span.begin < span.end; ++link) {
    r->span.begin = std::min(r->span.begin, link->source.begin);
    r->span.end = std::max(r->span.end, link->source.end);
    if (!IsAddress(link->target)) continue;
    TakeAddress(*link, r);
    TakeLinkedTitle(document.Words(link->span), link->span.begin <= span.begin + 4, r);
  }
}

// "See the trial": words around a link are no title.
void DropPointer(Reference* r) {
  const bool bare = r->authors.empty() && r->year == 0 && r->container.empty();
  if (bare && std::count(r->title.begin(), r->title.end(), ' ') < 3 && !r->url.empty())
    r->title.clear();
}

// The definition's label stands before its text: "[^a]: ".
void TakeLabel(const Document& document, TextSpan span, const std::string& label, Reference* r) {
  const auto size = static_cast<std::uint32_t>(label.size() + 5);
  std::uint32_t free_from = 0;  // where the text before it ends in the source
  if (span.begin > 0) free_from = document.Source({0, span.begin}).end;
  if (r->span.begin >= free_from + size) r->span.begin -= size;
}

Span Shifted(const Document& document, TextSpan entry, Span part) {
  if (part.begin == part.end) return {};
  return document.Source({entry.begin + part.begin, entry.begin + part.end});
}

Reference ReadEntry(const Document& document, const FoundEntry& entry) {
  Reference r = ParseReference(document.Words(entry.span));
  r.span = document.Source(entry.span);
  r.year_span = Shifted(document, entry.span, r.year_span);
  r.identifier_span = Shifted(document, entry.span, r.identifier_span);
  if (r.number == 0) r.number = entry.number;
  if (entry.footnote) {
    r.origin = ReferenceOrigin::kFootnote;
    r.key = entry.label;
    TakeLabel(document, entry.span, entry.label, &r);
  }
  TakeLinks(document, entry.span, &r);
  if (entry.footnote) DropPointer(&r);
  return r;
}

// Gives an entry whose parts are not marked up those that its words have.
void FillFromText(Reference* r) {
  const Reference read = ParseReference(r->text);
  const auto fill = [](const std::string& from, std::string* to) {
    if (to->empty()) *to = from;
  };
  r->authors = read.authors;
  r->et_al = r->et_al || read.et_al;
  if (r->year == 0) {
    r->year = read.year;
    r->year_suffix = read.year_suffix;
  }
  fill(read.title, &r->title);
  fill(read.container, &r->container);
  fill(read.volume, &r->volume);
  fill(read.issue, &r->issue);
  fill(read.pages, &r->pages);
  fill(read.publisher, &r->publisher);
  fill(read.doi, &r->doi);
  fill(read.pmid, &r->pmid);
  fill(read.pmcid, &r->pmcid);
  fill(read.url, &r->url);
}

// Names under which one source must not be listed twice.
class Seen {
 public:
  void Add(const Reference& r) {
    if (!r.url.empty()) names_.insert(AddressKey(r.url));
    if (!r.doi.empty()) names_.insert("doi:" + r.doi);
    if (!r.pmid.empty()) names_.insert("pmid:" + r.pmid);
    if (!r.pmcid.empty()) names_.insert("pmcid:" + r.pmcid);
  }
  bool Has(const Reference& r) const {
    return names_.contains(AddressKey(r.url)) ||
           (!r.doi.empty() && names_.contains("doi:" + r.doi)) ||
           (!r.pmid.empty() && names_.contains("pmid:" + r.pmid)) ||
           (!r.pmcid.empty() && names_.contains("pmcid:" + r.pmcid));
  }

 private:
  std::unordered_set<std::string> names_;
};

Reference FromLink(const Document& document, const Link& link) {
  Reference r{.span = link.target_source,
              .text = link.target,
              .origin = ReferenceOrigin::kLink,
              .identifier_span = link.target_source};
  TakeAddress(link, &r);
  const std::string_view words = document.Words(link.span);
  if (ReadsLikeTitle(words)) r.title = Tidy(words);
  return r;
}

void AddLinks(const Document& document, ReferenceList* list) {
  Seen seen;
  for (const Reference& r : list->references) seen.Add(r);
  const std::string own = AddressHost(document.identifier);
  std::size_t area = 0;
  for (const Link& link : document.links) {
    while (area < list->areas.size() && list->areas[area].end <= link.span.begin) ++area;
    const bool listed = area < list->areas.size() && Overlaps(list->areas[area], link.span);
    if (listed || !IsSourceAddress(link.target)) continue;
    if (!own.empty() && AddressHost(link.target) == own) continue;
    Reference r = FromLink(document, link);
    if (seen.Has(r)) continue;
    seen.Add(r);
    list->references.push_back(std::move(r));
  }
}

}  // namespace

ReferenceList ExtractReferences(const Document& document, std::vector<Reference> marked_up) {
  ReferenceList list;
  const bool printed = marked_up.empty() && document.format != Format::kClaimList;
  FoundLists found = printed ? FindReferenceLists(document) : FindNotesOnly(document);
  list.areas = std::move(found.areas);
  for (Reference& r : marked_up) {
    if (r.title.empty() && r.authors.empty()) FillFromText(&r);
    list.numbered = list.numbered || r.number != 0;
    list.references.push_back(std::move(r));
  }
  for (const FoundEntry& entry : found.entries) {
    Reference r = ReadEntry(document, entry);
    list.numbered = list.numbered || (r.number != 0 && r.origin == ReferenceOrigin::kList);
    list.references.push_back(std::move(r));
  }
  AddLinks(document, &list);
  std::stable_sort(
      list.references.begin(), list.references.end(),
      [](const Reference& a, const Reference& b) { return a.span.begin < b.span.begin; });
  return list;
}

}  // namespace claimgraph
