// How a .bib file is read: bib_scanner cuts it into entries and raw fields,
// crossref fills in what a child lacks, and each entry becomes a Reference.
//
// Debian's btparse was tried and not taken: it keeps global state, so two
// threads cannot read, and gives no byte offsets.
#include "importers/formats/bibtex.h"

#include <string>
#include <unordered_map>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/formats/bib_names.h"
#include "importers/formats/bib_scanner.h"
#include "importers/formats/latex.h"

namespace claimgraph {
namespace {

using ascii::Lowered;

// A parent with more is no proceedings volume; this bounds what is copied.
constexpr std::size_t kMostInherited = 64;
constexpr std::size_t kLongestInherited = 4096;

// What a child may take from the entry that it names: a chapter's book title is
// its parent's title.
void Inherit(const BibEntry& parent, BibEntry* child) {
  if (parent.fields.size() > kMostInherited) return;
  for (const BibField& field : parent.fields) {
    if (field.raw.size() > kLongestInherited) continue;
    if (field.name == "title") {
      if (child->Find("booktitle") == nullptr) {
        child->fields.push_back({.name = "booktitle", .raw = field.raw, .span = {}});
      }
    } else if (child->Find(field.name) == nullptr && field.name != "crossref" &&
               field.name != "author" && field.name != "abstract") {
      child->fields.push_back({.name = field.name, .raw = field.raw, .span = {}});
    }
  }
}

void InheritAll(std::vector<BibEntry>* entries) {
  std::unordered_map<std::string, std::size_t> by_key;
  for (std::size_t i = 0; i < entries->size(); ++i) by_key.emplace((*entries)[i].key, i);
  for (BibEntry& entry : *entries) {
    const BibField* crossref = entry.FindAny({"crossref", "xref", "xdata"});
    if (crossref == nullptr) continue;
    const auto parent = by_key.find(crossref->raw);
    if (parent == by_key.end() || &(*entries)[parent->second] == &entry) continue;
    Inherit((*entries)[parent->second], &entry);
  }
}

std::string Text(const BibEntry& entry, std::initializer_list<std::string_view> names) {
  const BibField* field = entry.FindAny(names);
  return field == nullptr ? std::string() : DecodeLatex(field->raw);
}

std::string Verbatim(const BibEntry& entry, std::initializer_list<std::string_view> names) {
  const BibField* field = entry.FindAny(names);
  return field == nullptr ? std::string() : DecodeVerbatim(field->raw);
}

std::string Digits(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out.push_back(c);
  }
  return out;
}

void ReadYear(const BibEntry& entry, Reference* r) {
  const BibField* field = entry.FindAny({"year", "date"});
  if (field == nullptr) return;
  int digits = 0;
  for (std::size_t i = 0; i < field->raw.size(); ++i) {
    const char c = field->raw[i];
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits != 4) continue;
    r->year = std::stoi(field->raw.substr(i - 3, 4));
    r->year_span = field->span;
    if (i + 1 < field->raw.size() && field->raw[i + 1] >= 'a' && field->raw[i + 1] <= 'z') {
      r->year_suffix = field->raw.substr(i + 1, 1);
    }
    return;
  }
}

// "<" is printed in the font of formulas, as it is another sign in the one of words.
std::string DoiOf(const BibField& field) {
  std::string doi = DecodeVerbatim(field.raw);
  for (const std::string_view formula : {"$<$", "$>$"}) {
    for (std::size_t at = doi.find(formula); at != std::string::npos; at = doi.find(formula, at)) {
      doi.replace(at, formula.size(), formula.substr(1, 1));
    }
  }
  return CanonicalDoi(doi);
}

void ReadIdentifiers(const BibEntry& entry, Reference* r) {
  if (const BibField* doi = entry.FindAny({"doi"})) {
    r->doi = DoiOf(*doi);
    r->identifier_span = doi->span;
  }
  r->pmid = Digits(Verbatim(entry, {"pmid", "pubmedid"}));
  if (const std::string pmc = Digits(Verbatim(entry, {"pmcid", "pmc"})); !pmc.empty()) {
    r->pmcid = "PMC" + pmc;
  }
  const std::string eprint_type = Lowered(Verbatim(entry, {"eprinttype", "archiveprefix"}));
  if (r->pmid.empty() && eprint_type == "pubmed") r->pmid = Digits(Verbatim(entry, {"eprint"}));
  r->url = Verbatim(entry, {"url", "link", "ee"});
  // Reference managers leave identifiers in notes and addresses.
  const std::string others = r->url + " " + Verbatim(entry, {"howpublished"}) + " " +
                             Verbatim(entry, {"note", "annote", "extra"});
  for (const Identifier& found : FindIdentifiers(others)) {
    if (found.kind == IdentifierKind::kDoi && r->doi.empty()) r->doi = found.value;
    if (found.kind == IdentifierKind::kPmid && r->pmid.empty()) r->pmid = found.value;
    if (found.kind == IdentifierKind::kPmcid && r->pmcid.empty()) r->pmcid = found.value;
    if (found.kind == IdentifierKind::kUrl && r->url.empty()) r->url = found.value;
  }
  if (r->identifier_span == Span{}) {
    if (const BibField* pmid = entry.FindAny({"pmid", "pmcid", "url"}))
      r->identifier_span = pmid->span;
  }
}

Reference ToReference(const BibEntry& entry, std::string_view bytes, std::string_view file) {
  Reference r{.span = entry.span,
              .file = std::string(file),
              .text = std::string(bytes.substr(entry.span.begin, entry.span.size())),
              .origin = ReferenceOrigin::kBibFile,
              .key = entry.key};
  if (const BibField* names = entry.FindAny({"author", "editor", "editors"})) {
    BibNames read = ReadBibNames(names->raw);
    r.authors = std::move(read.authors);
    r.et_al = read.et_al;
  }
  ReadYear(entry, &r);
  r.title = Text(entry, {"title", "booktitle"});
  if (const std::string subtitle = Text(entry, {"subtitle"}); !subtitle.empty()) {
    r.title += ": " + subtitle;
  }
  const bool is_book = entry.type == "book" || entry.FindAny({"title"}) == nullptr;
  r.container = Text(entry, {"journal", "journaltitle"});
  if (r.container.empty() && !is_book) r.container = Text(entry, {"booktitle", "maintitle"});
  r.volume = Text(entry, {"volume"});
  r.issue = Text(entry, {"number", "issue"});
  r.pages = Plain(Text(entry, {"pages", "eid", "articleno"}));  // any dash becomes "-"
  r.publisher = Text(entry, {"publisher", "institution", "school", "organization"});
  r.abstract = Text(entry, {"abstract"});
  ReadIdentifiers(entry, &r);
  return r;
}

}  // namespace

BibFile ReadBibtex(std::string_view bytes, std::string_view file) {
  BibFile out{.file = std::string(file)};
  BibEntries read = ScanBibtex(bytes);
  InheritAll(&read.entries);
  out.references.reserve(read.entries.size());
  for (const BibEntry& entry : read.entries) {
    out.references.push_back(ToReference(entry, bytes, file));
  }
  out.diagnostics = std::move(read.diagnostics);
  return out;
}

}  // namespace claimgraph
