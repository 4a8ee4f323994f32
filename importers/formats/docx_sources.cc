#include "importers/formats/docx_sources.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/formats/jats_references.h"
#include "importers/formats/printed_entry.h"

namespace claimgraph {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostInField = std::size_t{1} << 20;

// Keys stand in a Link's target with spaces between.
std::string WithoutSpaces(std::string_view words) {
  std::string key(words);
  for (char& c : key) {
    if (ascii::IsSpace(c)) c = '-';
  }
  return key;
}

std::string Digits(std::string_view words) {
  std::string digits;
  for (const char c : words) {
    if (ascii::IsDigit(c)) digits.push_back(c);
  }
  return digits;
}

// ---- Word's own sources

std::string Field(const XmlTree& tree, XmlIndex element, std::string_view name) {
  const XmlIndex child = tree.Child(element, name);
  return child == XmlTree::kNone ? std::string() : tree.Text(child);
}

std::vector<Author> WordAuthors(const XmlTree& tree, XmlIndex source) {
  std::vector<Author> authors;
  const XmlIndex roles = tree.Child(source, "b:Author");
  const XmlIndex role = roles == XmlTree::kNone ? roles : tree.Child(roles, "b:Author");
  if (role == XmlTree::kNone) return authors;
  if (std::string body = Field(tree, role, "b:Corporate"); !body.empty())
    authors.push_back({std::move(body), {}});
  for (const XmlIndex person : tree.FindAll(role, "b:Person")) {
    Author author{Field(tree, person, "b:Last"), Field(tree, person, "b:First")};
    const std::string middle = Field(tree, person, "b:Middle");
    if (!middle.empty()) author.given += (author.given.empty() ? "" : " ") + middle;
    if (!author.family.empty()) authors.push_back(std::move(author));
  }
  return authors;
}

Reference WordSource(const XmlTree& tree, XmlIndex source) {
  Reference r;
  r.key = WithoutSpaces(Field(tree, source, "b:Tag"));
  r.authors = WordAuthors(tree, source);
  r.title = Field(tree, source, "b:Title");
  r.year = ReadJatsYear(Field(tree, source, "b:Year"));
  for (const std::string_view name : {"b:JournalName", "b:BookTitle", "b:PeriodicalTitle",
                                      "b:ConferenceName", "b:InternetSiteTitle"}) {
    if (r.container.empty()) r.container = Field(tree, source, name);
  }
  r.volume = Field(tree, source, "b:Volume");
  r.issue = Field(tree, source, "b:Issue");
  r.pages = Field(tree, source, "b:Pages");
  r.publisher = Field(tree, source, "b:Publisher");
  r.doi = CanonicalDoi(Field(tree, source, "b:DOI"));
  r.url = Field(tree, source, "b:URL");
  return r;
}

// ---- CSL records

// A value that is a string or a number.
std::string Value(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  if (found->is_string()) return Tidy(found->get_ref<const std::string&>());
  return found->is_number_integer() ? std::to_string(found->get<std::int64_t>()) : std::string();
}

int CslYear(const Json& item) {
  const auto issued = item.find("issued");
  if (issued == item.end() || !issued->is_object()) return 0;
  const auto parts = issued->find("date-parts");
  if (parts == issued->end() || !parts->is_array() || parts->empty() || !(*parts)[0].is_array() ||
      (*parts)[0].empty())
    return ReadJatsYear(Value(*issued, "raw") + Value(*issued, "literal"));
  const Json& year = (*parts)[0][0];
  return ReadJatsYear(year.is_string() ? year.get<std::string>() : year.dump());
}

std::vector<Author> CslAuthors(const Json& item) {
  std::vector<Author> authors;
  const auto list = item.find("author");
  if (list == item.end() || !list->is_array()) return authors;
  for (const Json& person : *list) {
    if (!person.is_object()) continue;
    Author author{Value(person, "family"), Value(person, "given")};
    const std::string particle = Value(person, "non-dropping-particle");
    if (!particle.empty()) author.family.insert(0, particle + " ");
    if (author.family.empty()) author.family = Value(person, "literal");
    if (!author.family.empty()) authors.push_back(std::move(author));
  }
  return authors;
}

// Zotero keeps what CSL has no field for as lines of a note: "PMID: 1".
void TakeNote(const std::string& note, Reference* r) {
  for (const Identifier& id : FindIdentifiers(note)) {
    if (id.kind == IdentifierKind::kPmid && r->pmid.empty()) r->pmid = id.value;
    if (id.kind == IdentifierKind::kPmcid && r->pmcid.empty()) r->pmcid = id.value;
    if (id.kind == IdentifierKind::kDoi && r->doi.empty()) r->doi = id.value;
  }
}

Reference CslSource(const Json& item) {
  Reference r;
  r.authors = CslAuthors(item);
  r.year = CslYear(item);
  r.title = Value(item, "title");
  r.container = Value(item, "container-title");
  r.volume = Value(item, "volume");
  r.issue = Value(item, "issue");
  r.pages = Value(item, "page");
  r.publisher = Value(item, "publisher");
  r.doi = CanonicalDoi(Value(item, "DOI"));
  r.pmid = Digits(Value(item, "PMID"));
  const std::string pmcid = Digits(Value(item, "PMCID"));
  if (!pmcid.empty()) r.pmcid = "PMC" + pmcid;
  r.url = Value(item, "URL");
  r.abstract = Value(item, "abstract");
  TakeNote(Value(item, "note"), &r);
  return r;
}

// The last part of the record's address in a library, or else its id.
std::string CslKey(const Json& cited, const Json& item) {
  const auto uris = cited.find("uris");
  if (uris != cited.end() && uris->is_array() && !uris->empty() && (*uris)[0].is_string()) {
    const std::string& uri = (*uris)[0].get_ref<const std::string&>();
    const std::string key = WithoutSpaces(uri.substr(uri.find_last_of("/=") + 1));
    if (!key.empty()) return key;
  }
  const std::string id = Value(cited, "id");
  return WithoutSpaces(id.empty() ? Value(item, "id") : id);
}

void Join(const std::string& key, std::string* keys) {
  if (!key.empty()) *keys += (keys->empty() ? "" : " ") + key;
}

// "CITATION Cole11 \p 4 \m Pell99": words behind other switches than \m are theirs.
std::string WordKeys(std::string_view words) {
  std::string keys;
  bool key_next = true;
  for (std::size_t at = 0; at < words.size();) {
    at = std::min(words.find_first_not_of(' ', at), words.size());
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    at = end;
    if (word.starts_with('\\')) {
      key_next = word == "\\m";
    } else if (!word.empty()) {
      if (key_next) Join(std::string(word), &keys);
      key_next = false;
    }
  }
  return keys;
}

}  // namespace

void DocxSources::Add(Reference source) {
  if (source.key.empty() || (source.title.empty() && source.authors.empty())) return;
  source.origin = ReferenceOrigin::kBibFile;
  source.text = PrintedEntry(source);
  if (places_.try_emplace(source.key, sources_.size()).second)
    sources_.push_back(std::move(source));
}

void DocxSources::AddWordSources(const XmlTree& tree) {
  if (tree.empty() || tree[0].name != "b:Sources") return;
  for (const XmlIndex source : tree.Children(0, "b:Source")) Add(WordSource(tree, source));
}

std::string DocxSources::Cited(std::string_view instruction) {
  instruction.remove_prefix(std::min(instruction.find_first_not_of(' '), instruction.size()));
  constexpr std::string_view kWord = "CITATION ";
  if (instruction.starts_with(kWord)) return WordKeys(instruction.substr(kWord.size()));
  if (!instruction.starts_with("ADDIN")) return {};
  const std::size_t mark = instruction.find("CSL_CITATION");
  const std::size_t json = mark == std::string_view::npos ? mark : instruction.find('{', mark);
  return json == std::string_view::npos ? std::string() : CitedRecords(instruction.substr(json));
}

std::string DocxSources::CitedRecords(std::string_view words) {
  std::string keys;
  words = words.substr(0, words.rfind('}') + 1);
  if (words.size() > kMostInField) return keys;
  const Json citation = Json::parse(words, nullptr, /*allow_exceptions=*/false);
  if (!citation.is_object()) return keys;
  const auto items = citation.find("citationItems");
  if (items == citation.end() || !items->is_array()) return keys;
  for (const Json& cited : *items) {
    if (!cited.is_object()) continue;
    const auto item = cited.find("itemData");
    if (item == cited.end() || !item->is_object()) continue;
    Reference source = CslSource(*item);
    source.key = CslKey(cited, *item);
    Join(source.key, &keys);
    Add(std::move(source));
  }
  return keys;
}

}  // namespace claimgraph
