// A citation may be marked up in full (<element-citation>), be printed words with
// some parts marked (<mixed-citation>), or either under the name that older files
// use (<citation>, <nlm-citation>).  All are read alike: each field is the first
// element of its name, wherever it stands.

#include "importers/formats/jats_references.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "importers/formats/printed_entry.h"

namespace claimgraph {
namespace {

using ascii::IsDigit;
using ascii::IsLetter;
using ascii::IsSpace;

constexpr std::array<std::string_view, 4> kCitations = {"element-citation", "mixed-citation",
                                                        "citation", "nlm-citation"};
constexpr std::size_t kMostAuthors = 5000;

bool IsCitation(std::string_view name) {
  return std::ranges::find(kCitations, name) != kCitations.end();
}

// Without the full stop or comma that ends a field in print.
std::string Trimmed(std::string words) {
  while (!words.empty() && ascii::IsIn(words.back(), " .,;:")) words.pop_back();
  return words;
}

bool IsOthersRole(std::string_view type) {
  return !type.empty() && type != "author" && type != "allauthors";
}

// The <person-group> around a name says what its people did.
bool IsAuthor(const XmlTree& tree, XmlIndex name, XmlIndex element) {
  for (XmlIndex i = tree[name].parent; i > element; i = tree[i].parent) {
    if (tree[i].name == "person-group" && IsOthersRole(tree.Attribute(i, "person-group-type")))
      return false;
    if (tree[i].name == "collab" || tree[i].name == "related-article") return false;
  }
  return true;
}

Author ReadName(const XmlTree& tree, XmlIndex name) {
  Author author{ReadJatsField(tree, name, "surname"), ReadJatsField(tree, name, "given-names")};
  if (author.family.empty()) {
    author.family = Trimmed(tree.Text(name));
    author.given.clear();
  }
  const std::string suffix = ReadJatsField(tree, name, "suffix");
  if (!suffix.empty()) author.given += (author.given.empty() ? "" : ", ") + suffix;
  return author;
}

std::vector<Author> NamesOf(const XmlTree& tree, XmlIndex element, bool authors, bool* et_al) {
  std::vector<Author> names;
  for (XmlIndex i = element + 1; i < tree[element].end && names.size() < kMostAuthors; ++i) {
    const std::string_view tag = tree[i].name;
    if (tag == "etal") *et_al = *et_al || IsAuthor(tree, i, element) == authors;
    const bool collab = tag == "collab" || tag == "on-behalf-of";
    if (tag != "name" && tag != "string-name" && !collab) continue;
    if (IsAuthor(tree, i, element) != authors) continue;
    Author author = collab ? Author{Trimmed(tree.Text(i)), {}} : ReadName(tree, i);
    if (!author.family.empty()) names.push_back(std::move(author));
  }
  return names;
}

// Words between the marked parts mean that the entry stands as it is printed.
bool IsPrinted(const XmlTree& tree, XmlIndex citation) {
  std::size_t words = 0;
  for (XmlIndex i = citation + 1; i < tree[citation].end; i = tree[i].end) {
    if (!tree[i].IsText()) continue;
    const std::string_view piece = tree.Piece(i);
    words +=
        static_cast<std::size_t>(std::ranges::count_if(piece, [](char c) { return !IsSpace(c); }));
  }
  return words > 1;
}

void TakeYear(const XmlTree& tree, XmlIndex citation, Reference* r) {
  const XmlIndex year = tree.Find(citation, "year");
  if (year == XmlTree::kNone) return;
  const std::string words = tree.Text(year);
  r->year = ReadJatsYear(words);
  if (r->year == 0) return;
  r->year_span = tree[year].source;
  if (words.size() == 5 && ascii::IsLower(words[4])) r->year_suffix = words.substr(4);
}

void TakeAddress(std::string_view address, Reference* r) {
  const AddressIds ids = ReadAddress(address);
  if (r->doi.empty()) r->doi = ids.doi;
  if (r->pmid.empty()) r->pmid = ids.pmid;
  if (r->pmcid.empty()) r->pmcid = ids.pmcid;
  const bool known = !ids.doi.empty() || !ids.pmid.empty() || !ids.pmcid.empty();
  if (r->url.empty() && !known && address.starts_with("http")) r->url = address;
}

void TakeIdentifiers(const XmlTree& tree, XmlIndex citation, Reference* r) {
  for (XmlIndex i = citation + 1; i < tree[citation].end; ++i) {
    const std::string_view tag = tree[i].name;
    if (tag == "pub-id" || tag == "object-id") {
      const std::string before = r->doi + r->pmid + r->pmcid;
      TakeJatsIdentifier(tree.Attribute(i, "pub-id-type"), tree.Text(i), r);
      if (r->identifier_span == Span{} && r->doi + r->pmid + r->pmcid != before)
        r->identifier_span = tree[i].source;
    } else if (tag == "ext-link" || tag == "uri") {
      const std::string_view address = tree.Attribute(i, "xlink:href");
      TakeAddress(address.empty() ? tree.Text(i) : address, r);
      if (tree.Attribute(i, "ext-link-type") == "doi") TakeJatsIdentifier("doi", address, r);
    }
  }
}

// Identifiers that stand in comments and between the parts.
void TakePrintedIdentifiers(const XmlTree& tree, XmlIndex citation, Reference* r) {
  for (XmlIndex i = citation + 1; i < tree[citation].end; ++i) {
    if (!tree[i].IsText()) continue;
    const std::string_view piece = tree.Piece(i);
    if (piece.find("10.") == std::string_view::npos && piece.find("PM") == std::string_view::npos)
      continue;
    for (const Identifier& id : FindIdentifiers(piece)) {
      if (id.kind == IdentifierKind::kDoi && r->doi.empty()) r->doi = id.value;
      if (id.kind == IdentifierKind::kPmid && r->pmid.empty()) r->pmid = id.value;
      if (id.kind == IdentifierKind::kPmcid && r->pmcid.empty()) r->pmcid = id.value;
    }
  }
}

void TakeTitles(const XmlTree& tree, XmlIndex citation, Reference* r) {
  for (const std::string_view name :
       {"article-title", "chapter-title", "part-title", "data-title"}) {
    if (r->title.empty()) r->title = Trimmed(ReadJatsField(tree, citation, name));
  }
  r->container = Trimmed(ReadJatsField(tree, citation, "source"));
  if (r->container.empty()) r->container = Trimmed(ReadJatsField(tree, citation, "conf-name"));
  const bool journal = tree.Attribute(citation, "publication-type") == "journal" ||
                       tree.Attribute(citation, "citation-type") == "journal";
  if (r->title.empty() && !journal) r->title.swap(r->container);  // a book is its own source
}

Reference ReadCitation(const XmlTree& tree, XmlIndex citation) {
  Reference r;
  r.authors = ReadJatsNames(tree, citation, &r.et_al);
  TakeYear(tree, citation, &r);
  TakeTitles(tree, citation, &r);
  r.volume = Trimmed(ReadJatsField(tree, citation, "volume"));
  r.issue = Trimmed(ReadJatsField(tree, citation, "issue"));
  r.pages = ReadJatsPages(tree, citation);
  r.publisher = Trimmed(ReadJatsField(tree, citation, "publisher-name"));
  TakeIdentifiers(tree, citation, &r);
  TakePrintedIdentifiers(tree, citation, &r);
  const bool printed = IsPrinted(tree, citation) || r.title.empty();
  r.text = printed ? tree.Text(citation) : PrintedEntry(r);
  return r;
}

// "12", "12.", "[12]"; 0 for "Smith 2010" and the like.
int LabelNumber(std::string_view label) {
  int number = 0;
  for (const char c : label) {
    if (IsLetter(c) || number > 100'000) return 0;
    if (IsDigit(c)) number = number * 10 + (c - '0');
  }
  return number;
}

bool IsOfAnother(const XmlTree& tree, XmlIndex i) {
  return tree.Around(i, "sub-article") != XmlTree::kNone ||
         tree.Around(i, "response") != XmlTree::kNone;
}

void ReadRef(const XmlTree& tree, XmlIndex ref, JatsReferences* out) {
  const std::string key(tree.Attribute(ref, "id"));
  const int number = LabelNumber(ReadJatsField(tree, ref, "label"));
  if (!key.empty()) out->keys.emplace(key, key);
  for (XmlIndex i = ref + 1; i < tree[ref].end; ++i) {
    if (tree[i].name == "ref") i = tree[i].end - 1;  // has its own turn
    if (!IsCitation(tree[i].name)) continue;
    Reference r = ReadCitation(tree, i);
    r.key = key.empty() ? std::string(tree.Attribute(i, "id")) : key;
    r.number = number;
    r.span = tree[ref].source;
    if (const std::string_view own = tree.Attribute(i, "id"); !own.empty())
      out->keys.emplace(own, r.key);
    if (!r.text.empty()) out->references.push_back(std::move(r));
    i = tree[i].end - 1;
  }
}

}  // namespace

std::string ReadJatsField(const XmlTree& tree, XmlIndex element, std::string_view name) {
  const XmlIndex field = tree.Find(element, name);
  return field == XmlTree::kNone ? std::string() : tree.Text(field);
}

int ReadJatsYear(std::string_view words) {
  for (std::size_t i = 0; i + 4 <= words.size(); ++i) {
    if (words[i] != '1' && words[i] != '2') continue;
    const std::string_view year = words.substr(i, 4);
    const bool whole =
        (i == 0 || !IsDigit(words[i - 1])) && (i + 4 == words.size() || !IsDigit(words[i + 4]));
    if (!whole || !std::ranges::all_of(year, IsDigit)) continue;
    return (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0');
  }
  return 0;
}

std::string ReadJatsPages(const XmlTree& tree, XmlIndex element) {
  const std::string first = Trimmed(ReadJatsField(tree, element, "fpage"));
  const std::string last = Trimmed(ReadJatsField(tree, element, "lpage"));
  if (!first.empty()) return last.empty() || last == first ? first : first + "-" + last;
  const std::string place = Trimmed(ReadJatsField(tree, element, "elocation-id"));
  return place.empty() ? Trimmed(ReadJatsField(tree, element, "page-range")) : place;
}

std::vector<Author> ReadJatsNames(const XmlTree& tree, XmlIndex element, bool* et_al) {
  std::vector<Author> names = NamesOf(tree, element, true, et_al);
  return names.empty() ? NamesOf(tree, element, false, et_al) : names;
}

void TakeJatsIdentifier(std::string_view type, std::string_view words, Reference* reference) {
  const std::string digits = [&words] {
    std::string out;
    std::ranges::copy_if(words, std::back_inserter(out), IsDigit);
    return out;
  }();
  if (type == "doi") {
    if (reference->doi.empty()) reference->doi = CanonicalDoi(words);
  } else if (type == "pmid") {
    if (reference->pmid.empty() && digits.size() <= 9) reference->pmid = digits;
  } else if (type == "pmc" || type == "pmcid") {
    if (reference->pmcid.empty() && !digits.empty() && digits.size() <= 9)
      reference->pmcid = "PMC" + digits;
  }
}

JatsReferences ReadJatsReferences(const XmlTree& tree, XmlIndex article) {
  JatsReferences out;
  for (const XmlIndex ref : tree.FindAll(article, "ref")) {
    if (!IsOfAnother(tree, ref)) ReadRef(tree, ref, &out);
  }
  return out;
}

}  // namespace claimgraph
