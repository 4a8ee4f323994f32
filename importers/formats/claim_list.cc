// nlohmann/json says whether a line is valid; after that a scanner of a few lines finds
// where its members stand, which a parsed tree no longer knows.  Only citations, which
// are small, are parsed into trees.

#include "importers/formats/claim_list.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "core/text/utf8.h"
#include "importers/formats/document_builder.h"
#include "importers/formats/printed_entry.h"

namespace claimgraph {
namespace {

using namespace ascii;
using Json = nlohmann::json;

// A line holds a sentence or two, and a list of works.
constexpr std::size_t kLongestLine = std::size_t{1} << 20;
constexpr std::size_t kMostCitations = 1000;  // of one line
constexpr std::size_t kMostDiagnostics = 20;  // of one file; more are counted
constexpr std::size_t kLongestName = 2000;    // of an "id" or "source"
constexpr std::size_t kLongestShown = 60;     // of a value in a message
constexpr const char* kHowTo = "docs/claim_list.md has the form.";

Span At(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::size_t SkipSpace(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && IsSpace(text[at])) ++at;
  return at;
}

// The beginning of `value`, whole characters.
std::string_view Shown(std::string_view value) {
  std::size_t end = std::min(value.size(), kLongestShown);
  while (end < value.size() && end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) {
    --end;
  }
  return value.substr(0, end);
}

// ---- Where things stand in a valid JSON text.  Each gives the place behind what it skips.

std::size_t SkipString(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

std::size_t SkipValue(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (depth == 0 && IsIn(c, ",]}")) return at;
    if (c == '"') {
      at = SkipString(text, at);
    } else {
      depth += IsIn(c, "[{") ? 1 : 0;
      depth -= IsIn(c, "]}") ? 1 : 0;
      ++at;
    }
    if (depth == 0 && IsIn(c, "\"]}")) return at;
  }
  return at;
}

struct Member {
  std::string_view name{};  // as it stands, escapes included
  Span value{};
};

// Of the object or array that begins at `at`; an array's members have no name.
std::vector<Member> Members(std::string_view text, Span whole) {
  std::vector<Member> members;
  const bool object = text[whole.begin] == '{';
  for (std::size_t at = whole.begin + 1; at < whole.end;) {
    at = SkipSpace(text, at, whole.end);
    if (at >= whole.end || IsIn(text[at], "]}")) break;
    Member member;
    if (object) {
      const std::size_t end = SkipString(text, at);
      member.name = text.substr(at + 1, end - at - 2);
      at = SkipSpace(text, SkipSpace(text, end, whole.end) + 1, whole.end);
    }
    std::size_t end = SkipValue(text, at);
    const std::size_t next = end;
    while (end > at && IsSpace(text[end - 1])) --end;
    member.value = At(at, end);
    members.push_back(member);
    at = SkipSpace(text, next, whole.end);
    if (at < whole.end && text[at] == ',') ++at;
  }
  return members;
}

// ---- Works that are cited

// A string, or a whole number in digits.
std::string Value(const Json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    if (found->is_string()) return Tidy(found->get_ref<const std::string&>());
    if (found->is_number_integer()) return found->dump();
  }
  return {};
}

std::string Digits(std::string_view text, std::size_t most) {
  std::size_t begin = 0;
  while (begin < text.size() && !IsDigit(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && IsDigit(text[end])) ++end;
  const std::string_view digits = text.substr(begin, end - begin);
  return digits.size() <= most ? std::string(digits) : std::string();
}

// "Berg, Hanna", "Berg HM" as a family name, or {"family", "given"}.
Author ReadAuthor(const Json& person) {
  if (person.is_object()) {
    return {Value(person, {"family", "name", "literal"}), Value(person, {"given"})};
  }
  if (!person.is_string()) return {};
  const std::string name = Tidy(person.get_ref<const std::string&>());
  const std::size_t comma = name.find(',');
  if (comma != std::string::npos)
    return {Tidy(name.substr(0, comma)), Tidy(name.substr(comma + 1))};
  // "Berg HM", "van Berg H"
  const std::size_t space = name.rfind(' ');
  const bool initials =
      space != std::string::npos && name.size() - space <= 5 &&
      std::none_of(name.begin() + static_cast<std::ptrdiff_t>(space), name.end(), IsLower);
  return initials ? Author{name.substr(0, space), name.substr(space + 1)} : Author{name, {}};
}

void ReadAuthors(const Json& work, Reference* r) {
  for (const char* name : {"authors", "author"}) {
    const auto found = work.find(name);
    if (found == work.end() || !r->authors.empty()) continue;
    const Json list = found->is_array() ? *found : Json::array({*found});
    for (const Json& person : list) {
      if (Author author = ReadAuthor(person); !author.family.empty()) {
        r->authors.push_back(std::move(author));
      }
    }
  }
}

void TakeAddress(std::string_view address, Reference* r) {
  const AddressIds ids = ReadAddress(address);
  if (r->doi.empty()) r->doi = ids.doi;
  if (r->pmid.empty()) r->pmid = ids.pmid;
  if (r->pmcid.empty()) r->pmcid = ids.pmcid;
}

// "10.5555/x", "https://...", "PMID: 1"; of other words, the title.
Reference ReadPrinted(const std::string& printed) {
  Reference r;
  for (const Identifier& id : FindIdentifiers(printed)) {
    if (id.kind == IdentifierKind::kDoi && r.doi.empty()) r.doi = id.value;
    if (id.kind == IdentifierKind::kPmid && r.pmid.empty()) r.pmid = id.value;
    if (id.kind == IdentifierKind::kPmcid && r.pmcid.empty()) r.pmcid = id.value;
    if (id.kind == IdentifierKind::kUrl && r.url.empty()) r.url = id.value;
  }
  r.text = printed;
  return r;
}

Reference ReadWork(const Json& work) {
  Reference r;
  ReadAuthors(work, &r);
  r.title = Value(work, {"title"});
  const std::string year = Digits(Value(work, {"year"}), 4);
  if (year.size() == 4) r.year = std::stoi(year);
  r.container = Value(work, {"container", "journal", "container-title"});
  r.volume = Value(work, {"volume"});
  r.issue = Value(work, {"issue"});
  r.pages = Value(work, {"pages", "page"});
  r.publisher = Value(work, {"publisher"});
  r.doi = CanonicalDoi(Value(work, {"doi", "DOI"}));
  r.pmid = Digits(Value(work, {"pmid", "PMID"}), 8);
  const std::string pmcid = Digits(Value(work, {"pmcid", "PMCID"}), 9);
  if (!pmcid.empty()) r.pmcid = "PMC" + pmcid;
  r.url = Value(work, {"url", "URL"});
  TakeAddress(r.url, &r);
  return r;
}

// Two lines that cite one work say it in other words: neither may deny what the other has.
bool Agree(const std::string& a, const std::string& b) { return a.empty() || b.empty() || a == b; }

bool MayBeOne(const Reference& a, const Reference& b) {
  return Agree(a.doi, b.doi) && Agree(a.pmid, b.pmid) && Agree(a.pmcid, b.pmcid) &&
         Agree(TitleKey(a.title), TitleKey(b.title)) &&
         (a.year == 0 || b.year == 0 || a.year == b.year);
}

void Merge(Reference more, Reference* r) {
  const auto fill = [](std::string& from, std::string& to) {
    if (to.empty()) to = std::move(from);
  };
  fill(more.title, r->title);
  fill(more.container, r->container);
  fill(more.volume, r->volume);
  fill(more.issue, r->issue);
  fill(more.pages, r->pages);
  fill(more.publisher, r->publisher);
  fill(more.doi, r->doi);
  fill(more.pmid, r->pmid);
  fill(more.pmcid, r->pmcid);
  fill(more.url, r->url);
  if (r->authors.empty()) r->authors = std::move(more.authors);
  if (r->year == 0) r->year = more.year;
}

std::vector<std::string> NamesOf(const Reference& r) {
  std::vector<std::string> names;
  if (!r.doi.empty()) names.push_back("doi:" + r.doi);
  if (!r.pmid.empty()) names.push_back("pmid:" + r.pmid);
  if (!r.pmcid.empty()) names.push_back("pmcid:" + r.pmcid);
  if (names.empty() && !r.url.empty()) names.push_back("url:" + AddressKey(r.url));
  if (names.empty() && !r.title.empty()) names.push_back("title:" + TitleKey(r.title));
  if (names.empty() && !r.text.empty()) names.push_back("text:" + Fold(r.text));
  return names;
}

// What the lines cite, each work once.
class CitedWorks {
 public:
  // The key of the work.
  std::string Add(Reference work) {
    const std::vector<std::string> names = NamesOf(work);
    for (const std::string& name : names) {
      const auto known = places_.find(name);
      if (known == places_.end() || !MayBeOne(works_[known->second], work)) continue;
      for (const std::string& other : names) places_.try_emplace(other, known->second);
      Merge(std::move(work), &works_[known->second]);
      return works_[known->second].key;
    }
    work.key = "cited-" + std::to_string(works_.size() + 1);
    for (const std::string& name : names) places_.try_emplace(name, works_.size());
    works_.push_back(std::move(work));
    return works_.back().key;
  }

  std::vector<Reference> Take() {
    for (Reference& work : works_) {
      if (work.text.empty()) work.text = PrintedEntry(work);
      if (!work.text.empty()) continue;
      work.text = !work.pmid.empty()    ? "PMID: " + work.pmid
                  : !work.pmcid.empty() ? work.pmcid
                                        : work.url;
    }
    return std::move(works_);
  }

 private:
  std::vector<Reference> works_{};
  std::unordered_map<std::string, std::size_t> places_{};  // by name
};

class ClaimListReader {
 public:
  ClaimListReader(std::string_view text, Article* article)
      : text_(text), article_(*article), builder_(text) {}

  void Read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      ReadLine(begin, end);
      begin = end + 1;
    }
    Document& document = article_.document;
    builder_.Finish(&document);
    for (auto& [block, link] : links_) {
      link.span = document.blocks[block].span;
      document.links.push_back(std::move(link));
    }
    article_.references = works_.Take();
    if (met_ > kMostDiagnostics) {
      diagnostics().push_back(
          {"more-like-these", {}, std::to_string(met_ - kMostDiagnostics) + " more like these."});
    }
    if (document.blocks.empty()) {
      diagnostics().insert(
          diagnostics().begin(),
          {"no-claims", {}, std::string("No line of the file is a claim. ") + kHowTo});
    }
  }

 private:
  std::vector<Diagnostic>& diagnostics() { return article_.document.diagnostics; }

  void Report(std::string code, Span span, std::string message) {
    if (++met_ <= kMostDiagnostics) {
      diagnostics().push_back({std::move(code), span, std::move(message)});
    }
  }

  void ReadLine(std::size_t begin, std::size_t end) {
    begin = SkipSpace(text_, begin, end);
    while (end > begin && IsSpace(text_[end - 1])) --end;
    if (begin == end) return;
    const Span whole = At(begin, end);
    if (end - begin > kLongestLine) {
      Report("too-large", At(begin, begin + 1),
             "The line is longer than 1 MiB and was skipped; give one claim a line.");
    } else if (!Json::accept(text_.begin() + begin, text_.begin() + end)) {
      Report("bad-json", whole,
             "The line is not valid JSON and was skipped; give one object a line.");
    } else if (text_[begin] != '{') {
      Report("not-a-claim", whole,
             std::string("The line is no JSON object and was skipped. ") + kHowTo);
    } else {
      ReadObject(whole);
    }
  }

  void ReadObject(Span whole) {
    Span words{};
    Span citations{};
    std::string id;
    std::string source;
    for (const Member& member : Members(text_, whole)) {
      if (member.name == "text") words = member.value;
      if (member.name == "citations") citations = member.value;
      if (member.name == "id") id = ShortString(member.value);
      if (member.name == "source") source = ShortString(member.value);
    }
    if (words == Span{} || text_[words.begin] != '"') {
      Report("not-a-claim", whole,
             "The line has no \"text\" that is a string and was skipped; put the claim's words "
             "there.");
      return;
    }
    if (!HasWords(words)) {
      Report("not-a-claim", words,
             "The \"text\" has no words, and the line was skipped; put the claim's words there.");
      return;
    }
    const std::size_t block = builder_.block_count();
    builder_.OpenBlock({.label = id.empty() || source.empty() ? id + source : id + ", " + source});
    ReadWords(words);
    builder_.CloseBlock();
    const bool made = builder_.block_count() > block;
    std::string keys = citations == Span{} ? std::string() : ReadCitations(citations);
    if (!made || keys.empty()) return;
    links_.push_back(
        {block, {.target = std::move(keys), .source = citations, .target_source = citations}});
  }

  Json Parse(Span value) const {
    return Json::parse(text_.begin() + value.begin, text_.begin() + value.end, nullptr,
                       /*allow_exceptions=*/false);
  }

  // Empty for what is no string or number, or no name.
  std::string ShortString(Span value) const {
    if (value.size() > kLongestName) return {};
    const Json json = Parse(value);
    if (json.is_number_integer()) return json.dump();
    return json.is_string() ? Tidy(json.get_ref<const std::string&>()) : std::string();
  }

  bool HasWords(Span quoted) const {
    const Json json = Parse(quoted);
    if (!json.is_string()) return false;
    const auto& words = json.get_ref<const std::string&>();
    return std::any_of(words.begin(), words.end(), IsWord);
  }

  // What stands between the quotes.
  void ReadWords(Span quoted) {
    const std::size_t end = quoted.end - 1;
    std::size_t plain = quoted.begin + 1;
    for (std::size_t at = plain; at < end;) {
      if (text_[at] != '\\') {
        ++at;
        continue;
      }
      Copy(plain, at);
      at = plain = ReadEscape(at);
    }
    Copy(plain, end);
  }

  void Copy(std::size_t begin, std::size_t end) {
    builder_.Text(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
  }

  char32_t HexAt(std::size_t at) const {
    char32_t code = 0;
    for (const char c : text_.substr(at, 4)) {
      code = code * 16 + static_cast<char32_t>(IsDigit(c) ? c - '0' : Lower(c) - 'a' + 10);
    }
    return code;
  }

  // Of a valid string; gives the place behind it.
  std::size_t ReadEscape(std::size_t at) {
    const char c = text_[at + 1];
    if (c != 'u') {
      // Ends of lines, tabs and the like: white space, as a claim is one paragraph.
      const bool space = IsIn(c, "nrtbf");
      builder_.Decoded(space ? " " : std::string_view(&c, 1), At(at, at + 2));
      return at + 2;
    }
    std::size_t end = at + 6;
    char32_t code = HexAt(at + 2);
    if (code >= 0xD800 && code < 0xDC00) {  // its other half follows, for the text is valid
      code = 0x10000 + ((code - 0xD800) << 10) + (HexAt(end + 2) - 0xDC00);
      end += 6;
    }
    std::string decoded;
    AppendUtf8(code < 0x20 ? U' ' : code, &decoded);
    builder_.Decoded(decoded, At(at, end));
    return end;
  }

  // "#cited-1 cited-2"; empty: nothing that can be followed.
  std::string ReadCitations(Span value) {
    std::string keys;
    if (text_[value.begin] != '[') {
      if (const std::string key = ReadCitation(value); !key.empty()) keys = "#" + key;
      return keys;
    }
    std::size_t count = 0;
    for (const Member& member : Members(text_, value)) {
      if (++count > kMostCitations) {
        Report("bad-citation", member.value,
               "The line cites more than " + std::to_string(kMostCitations) +
                   " works; the rest was left out.");
        break;
      }
      const std::string key = ReadCitation(member.value);
      if (!key.empty()) keys += (keys.empty() ? "#" : " ") + key;
    }
    return keys;
  }

  std::string ReadCitation(Span span) {
    const Json json = Parse(span);
    Reference work;
    if (json.is_object()) {
      work = ReadWork(json);
      const std::string printed = Value(json, {"doi", "DOI"});
      if (!printed.empty() && CanonicalDoi(printed).empty()) {
        Report("bad-doi", span,
               "\"" + std::string(Shown(printed)) + "\" is no DOI and was left out.");
      }
    } else if (json.is_string()) {
      const std::string printed = Tidy(json.get_ref<const std::string&>());
      if (IsIdOfACheck(printed)) return {};
      work = ReadPrinted(printed);
    } else if (json.is_null() || json.is_number()) {
      return {};
    }
    if (NamesOf(work).empty()) {
      Report("bad-citation", span,
             "The citation names no work and was left out; give it \"doi\", \"pmid\", "
             "\"pmcid\", \"url\" or \"title\".");
      return {};
    }
    work.span = span;
    work.origin = ReferenceOrigin::kList;
    return works_.Add(std::move(work));
  }

  // "x12": in what `check --format json` prints, citations stand elsewhere and are ids here.
  static bool IsIdOfACheck(std::string_view text) {
    return text.size() >= 2 && text.size() <= 20 && text[0] == 'x' &&
           std::all_of(text.begin() + 1, text.end(), IsDigit);
  }

  std::string_view text_;
  Article& article_;
  DocumentBuilder builder_;
  CitedWorks works_{};
  std::vector<std::pair<std::size_t, Link>> links_{};  // by block
  std::size_t met_ = 0;                                // diagnostics
};

// {"text": or {"id": 1, "text":, whose strings may not hold a quote before it.
bool BeginsClaim(std::string_view line) {
  line.remove_prefix(SkipSpace(line, 0, line.size()));
  if (!line.starts_with('{')) return false;
  constexpr std::string_view kName = "\"text\"";
  for (std::size_t at = line.find(kName); at != std::string_view::npos;
       at = line.find(kName, at + 1)) {
    const std::size_t colon = SkipSpace(line, at + kName.size(), line.size());
    if (colon < line.size() && line[colon] == ':') return true;
  }
  return false;
}

}  // namespace

bool IsClaimList(std::string_view head, bool named) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    if (BeginsClaim(line)) return true;
    const bool blank = std::all_of(line.begin(), line.end(), IsSpace);
    if (!blank && !named) return false;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return false;
}

void ReadClaimList(std::string_view text, Article* article) {
  ClaimListReader(text, article).Read();
}

}  // namespace claimgraph
