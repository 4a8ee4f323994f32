// Every format has a beginning that nothing else has: a root element, a first tag,
// a bracket, a header.  After it, a second sign of the same format must follow.

#include "importers/records/record_format.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/utf8.h"
#include "importers/records/isi.h"
#include "importers/records/ovid.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kHead = std::size_t{16} << 10;
constexpr std::size_t kMostLinesBefore = 12;  // that may stand before the first RIS record

bool IsBlankLine(std::string_view line) { return std::all_of(line.begin(), line.end(), IsSpace); }

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (!IsBlankLine(text.substr(0, end))) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view WithoutSpace(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  return text;
}

// XML: takes the first element's start off `*text`, after declarations and comments; its name.
std::string_view TakeElement(std::string_view* text) {
  for (*text = WithoutSpace(*text); text->starts_with("<?") || text->starts_with("<!");
       *text = WithoutSpace(*text)) {
    const std::string_view close = text->starts_with("<!--") ? "-->" : ">";
    const std::size_t end = text->find(close);
    if (end == std::string_view::npos) return {};
    text->remove_prefix(end + close.size());
  }
  if (!text->starts_with('<') || text->size() == 1) return {};
  text->remove_prefix(1);
  const std::string_view name =
      text->substr(0, std::min(text->find_first_of(" \t\r\n/>"), text->size()));
  text->remove_prefix(std::min(text->find('>'), text->size() - 1) + 1);
  return name;
}

bool IsPubmedXml(std::string_view text) {
  const std::string_view root = TakeElement(&text);
  return root == "PubmedArticleSet" || root == "PubmedArticle" || root == "PubmedBookArticleSet" ||
         root == "PubmedBookArticle" || root == "MedlineCitationSet" || root == "MedlineCitation";
}

// <records> in <xml>, or a record in <records>.
bool IsEndnoteXml(std::string_view text) {
  const std::string_view root = TakeElement(&text);
  if (root != "xml" && root != "records") return false;
  const std::string_view inside = TakeElement(&text);
  return inside == (root == "xml" ? "records" : "record");
}

// "TI" of "TI  - x" where the dash stands in column `dash`; else empty.
std::string_view Tag(std::string_view line, std::size_t dash) {
  if (line.size() <= dash || line[dash] != '-') return {};
  if (line.size() > dash + 1 && line[dash + 1] != ' ' && line.substr(0, 4) != "PMID") return {};
  std::size_t end = 0;
  while (end < dash && (IsUpper(line[end]) || IsDigit(line[end]))) ++end;
  if (end < 2 || !IsUpper(line[0])) return {};
  for (std::size_t i = end; i < dash; ++i) {
    if (line[i] != ' ' && line[i] != '\t') return {};
  }
  return line.substr(0, end);
}

// A first line with a PMID, and tags below it; "OWN - NLM" may come first.
bool IsMedline(const std::vector<std::string_view>& lines, bool named) {
  if (lines.empty() || Tag(lines[0], 4).empty()) return false;
  std::size_t tags = 0;
  std::size_t others = 0;
  bool pmid = false;
  for (const std::string_view line : lines) {
    const std::string_view tag = Tag(line, 4);
    if (tag == "TY" || tag == "ER") return false;  // RIS
    pmid = pmid || (tag == "PMID" && line.find_first_of("0123456789") != std::string_view::npos);
    tags += tag.empty() ? 0 : 1;
    others += tag.empty() && line[0] != ' ' ? 1 : 0;
  }
  return (pmid || named) && tags >= (named ? 1 : 2) && others * 4 <= tags;
}

// "TY  - JOUR", with a tab or with a blank less.  In a named file any word is a type.
bool IsRisType(std::string_view line, bool named) {
  if (!line.starts_with("TY")) return false;
  line.remove_prefix(2);
  const std::size_t dash = line.find('-');
  if (dash == 0 || dash > 3 || !IsBlankLine(line.substr(0, std::min(dash, line.size())))) {
    return false;
  }
  line = WithoutSpace(line.substr(dash + 1));
  if (named) return !line.empty();
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  return end >= 2 && end <= 8 && std::all_of(line.begin(), line.begin() + end, IsUpper) &&
         IsBlankLine(line.substr(end));
}

bool IsRisTag(std::string_view line) {
  for (const std::size_t dash : {3, 4}) {
    if (Tag(line, dash).size() == 2) return true;
  }
  return false;
}

// What databases print before a record: "1.", "Record #1 of 2", "Provider: Ovid".
bool MayComeBeforeRis(std::string_view line) {
  line = WithoutSpace(line);
  const bool number =
      line.ends_with('.') && line.size() <= 8 && std::all_of(line.begin(), line.end() - 1, IsDigit);
  const std::size_t colon = line.find(": ");
  const bool field = colon != std::string_view::npos && colon <= 20 &&
                     std::all_of(line.begin(), line.begin() + colon, IsWord);
  return number || field || line.starts_with("Record #");
}

bool IsRis(const std::vector<std::string_view>& lines, bool named) {
  std::size_t i = 0;
  while (i < lines.size() && !IsRisType(lines[i], named)) {
    const bool may_come = named ? IsRisTag(lines[i]) || MayComeBeforeRis(lines[i])
                                : MayComeBeforeRis(lines[i]) && i < kMostLinesBefore;
    if (!may_come) return false;
    ++i;
  }
  // A named file may hold a record without type.
  if (i == lines.size()) return named && lines.size() >= 2 && IsRisTag(lines.front());
  return i + 1 < lines.size() && IsRisTag(lines[i + 1]);
}

// "FN" and "VR", as Web of Science begins its exports; or the type of the first record,
// one letter, and a tag below it.
bool IsIsi(const std::vector<std::string_view>& lines) {
  if (lines.size() < 2) return false;
  std::string_view value;
  std::string_view version;
  const std::string_view first = IsiTag(lines[0], &value);
  const std::string_view second = IsiTag(lines[1], &version);
  if (first == "FN") return second == "VR" && version.find_first_of("0123456789") <= 2;
  return first == "PT" && value.size() == 2 && IsUpper(value[1]) && !second.empty();
}

// A number in "<>" and a tag or label below it, or Ovid's name in the first tag; without
// either, labels over indented values, the first of which no article has.
bool IsOvid(const std::vector<std::string_view>& lines) {
  if (lines.size() < 2) return false;
  if (lines[0].starts_with("VN  - Ovid")) return true;
  if (!OvidNumber(lines[0]).empty()) {
    return !Tag(lines[1], 4).empty() || (!OvidTag(lines[1]).empty() && IsUpper(lines[1][0]));
  }
  std::size_t fields = 0;
  const std::size_t seen = std::min(lines.size(), kMostLinesBefore);
  for (std::size_t i = 0; i + 1 < seen; ++i) {
    if (IsSpace(lines[i][0])) continue;
    if (!IsSpace(lines[i + 1][0])) return false;
    fields += OvidTag(lines[i]).empty() ? 0 : 1;
  }
  const std::string_view first = OvidTag(lines[0]);
  return fields >= 3 && (first == "SC" || first == "AN" || first == "UI");
}

// The keys of objects, and the values of "type" and "message-type", in order.
struct JsonSigns {
  bool csl = false;    // a key that only bibliographic JSON has
  bool named = false;  // "title", "DOI" or "PMID"
  bool type = false;   // a type of publication
  bool other = false;  // Crossref's lists of journals, members, ..., and claims
};

bool IsPublicationType(std::string_view type) {
  static constexpr std::string_view kTypes[] = {
      "article-journal",    "article-magazine", "article-newspaper",      "journal-article",
      "book-chapter",       "paper-conference", "proceedings-article",    "posted-content",
      "entry-encyclopedia", "motion_picture",   "personal_communication", "monograph"};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

// The string at text[at] == '"', without quotes; `*end`: after it.
std::string_view JsonString(std::string_view text, std::size_t at, std::size_t* end) {
  std::size_t i = at + 1;
  while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
  i = std::min(i, text.size());
  *end = std::min(i + 1, text.size());
  return text.substr(at + 1, i - at - 1);
}

JsonSigns ReadJsonSigns(std::string_view text) {
  JsonSigns signs;
  std::string_view key;
  for (std::size_t i = text.find('"'); i != std::string_view::npos; i = text.find('"', i)) {
    std::size_t end = 0;
    const std::string_view string = JsonString(text, i, &end);
    const std::string_view rest = WithoutSpace(text.substr(end, 64));
    if (rest.starts_with(':')) {
      key = string;
      signs.csl = signs.csl || key == "date-parts" || key == "container-title";
      signs.other = signs.other || key == "text";  // of a claim, whose citations may be records
      signs.named = signs.named || key == "title" || key == "DOI" || key == "PMID";
    } else if (key == "type") {
      signs.type = signs.type || IsPublicationType(string);
    } else if (key == "message-type") {
      signs.other = signs.other || !string.starts_with("work");
      signs.csl = signs.csl || string.starts_with("work");
    }
    i = end;
  }
  return signs;
}

bool IsJsonRecords(std::string_view text) {
  text = WithoutSpace(text);
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  const std::string_view inside = WithoutSpace(text.substr(1, 64));
  if (!inside.starts_with('"') && !inside.starts_with('{')) return false;  // "[1] Smith J."
  const JsonSigns signs = ReadJsonSigns(text);
  return !signs.other &&
         ((signs.csl && (signs.named || signs.type)) || (signs.type && signs.named));
}

// The cells of a header, letters and digits alone in lower case.
std::vector<std::string> HeaderKeys(std::string_view line) {
  std::vector<std::string> keys(1);
  for (const char c : line) {
    if (IsIn(c, ",;\t")) {
      keys.emplace_back();
    } else if (IsWord(c) && !IsWide(c)) {
      keys.back() += Lower(c);
    }
  }
  return keys;
}

bool IsDoiList(const std::vector<std::string_view>& lines) {
  const std::ptrdiff_t seen = std::min<std::ptrdiff_t>(std::ssize(lines), 5);
  return seen > 0 && std::all_of(lines.begin(), lines.begin() + seen, [](std::string_view line) {
           const std::string_view cell =
               line.substr(0, std::min(line.find_first_of("\t,"), line.size()));
           return !CanonicalDoi(cell).empty() && cell.find(' ') == std::string_view::npos;
         });
}

// A table says so in its header, or its name does.
bool IsRetractions(const std::vector<std::string_view>& lines, std::string_view name) {
  if (lines.empty()) return false;
  const std::vector<std::string> keys = HeaderKeys(lines[0]);
  const auto has = [&keys](std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  if (has("originalpaperdoi") || has("retracteddoi")) return true;
  const std::string file(name.substr(name.find_last_of("/\\") + 1));
  if (Lowered(file).find("retract") == std::string::npos) return false;
  return (keys.size() < 20 && has("doi") && lines[0].size() < 400) || IsDoiList(lines);
}

bool IsBibtexType(std::string_view type) {
  static constexpr std::string_view kTypes[] = {
      "article",       "book",      "booklet",       "collection",  "comment",
      "conference",    "dataset",   "electronic",    "inbook",      "incollection",
      "inproceedings", "manual",    "mastersthesis", "misc",        "online",
      "patent",        "phdthesis", "preamble",      "proceedings", "report",
      "software",      "string",    "techreport",    "thesis",      "unpublished"};
  const std::string low = Lowered(type);
  return std::find(std::begin(kTypes), std::end(kTypes), low) != std::end(kTypes);
}

// "@article{key," or "@string(": of stylesheets, "@media {" is none.
bool IsBibtexEntry(std::string_view line) {
  line = WithoutSpace(line);
  if (!line.starts_with('@')) return false;
  std::size_t end = 1;
  while (end < line.size() && IsLetter(line[end])) ++end;
  const std::string_view open = WithoutSpace(line.substr(end));
  return IsBibtexType(line.substr(1, end - 1)) && (open.starts_with('{') || open.starts_with('('));
}

bool IsBibtex(const std::vector<std::string_view>& lines, bool named) {
  if (named) return std::any_of(lines.begin(), lines.end(), IsBibtexEntry);
  const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) {
    return !WithoutSpace(line).starts_with('%');
  });
  return first != lines.end() && IsBibtexEntry(*first);
}

bool HasExtension(std::string_view name, std::initializer_list<std::string_view> extensions) {
  const std::string low = Lowered(name);
  return std::any_of(extensions.begin(), extensions.end(), [&low](std::string_view extension) {
    return low.ends_with(extension) || low.ends_with(std::string(extension) + ".gz");
  });
}

}  // namespace

RecordFormat SniffRecords(std::string_view head, std::string_view name) {
  const std::string decoded = DecodeText(head.substr(0, kHead)).text;
  const std::string_view text = decoded;
  if (IsPubmedXml(text)) return RecordFormat::kPubmedXml;
  if (IsEndnoteXml(text)) return RecordFormat::kEndnoteXml;
  const std::vector<std::string_view> lines = Lines(text);
  if (IsOvid(lines)) return RecordFormat::kOvid;
  if (WithoutSpace(text).starts_with('<')) return RecordFormat::kNone;
  if (IsJsonRecords(text)) return RecordFormat::kJsonRecords;
  if (IsIsi(lines)) return RecordFormat::kIsi;
  if (IsMedline(lines, HasExtension(name, {".nbib", ".medline"}))) return RecordFormat::kMedline;
  if (IsRis(lines, HasExtension(name, {".ris"}))) return RecordFormat::kRis;
  if (IsBibtex(lines, HasExtension(name, {".bib", ".bibtex"}))) return RecordFormat::kBibtex;
  if (IsRetractions(lines, name)) return RecordFormat::kRetractions;
  return RecordFormat::kNone;
}

}  // namespace claimgraph
