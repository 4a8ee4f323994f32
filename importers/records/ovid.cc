// Both forms become one: a label is turned into the tag that the other form has for
// it.  Lines are gathered into a TaggedRecord until the next record begins.
//
// Databases differ in what they put where.  The number of PubMed is a "Unique
// Identifier" in MEDLINE alone; journal, place and year are mostly in "Source" alone.

#include "importers/records/ovid.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/records/abstract_parts.h"
#include "importers/records/ovid_source.h"
#include "importers/records/record_fields.h"
#include "importers/records/tagged_reader.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kLongestLabel = 60;
constexpr std::size_t kLongestType = 40;                 // of a type of work behind a title
constexpr std::string_view kWithoutText = ": PDF Only";  // behind a type
constexpr std::string_view kOther = "--";                // the tag of labels that do not matter

// "MD", "PhD*", "FAAN": what stands behind a name and is none.
bool IsDegree(std::string_view word) {
  static constexpr std::string_view kDegrees[] = {
      "ba",     "bn",   "bs",   "bsc",  "bsn",  "dmd",   "dnp",  "do",   "dphil", "dpt",
      "dr",     "drph", "dsc",  "edd",  "faan", "facp",  "frcp", "frcs", "ma",    "mb",
      "mba",    "mbbs", "md",   "med",  "mph",  "mphil", "mpt",  "ms",   "msc",   "msn",
      "pharmd", "phd",  "prof", "psyd", "pt",   "rd",    "rn",   "scd"};
  std::string low;
  for (const char c : word) {
    if (IsLetter(c)) low += Lower(c);
  }
  return std::find(std::begin(kDegrees), std::end(kDegrees), low) != std::end(kDegrees);
}

// Marks that lead to an address: "1", "*", "+", "a".
bool IsMark(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return IsDigit(c) || IsIn(c, "*+,;#"); });
}

// "Berg, Hanna [Author; E-mail: a@b.org]" -> "Berg, Hanna ".
std::string WithoutBrackets(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('['), text.size());
    out += text.substr(0, open);
    const std::size_t close = text.find(']', open);
    text.remove_prefix(close == std::string_view::npos ? text.size() : close + 1);
  }
  return out;
}

// "Berg, Hanna RN, PhD 1" -> "Berg, Hanna".  Empty for what is no name.
std::string WithoutDegrees(std::string_view printed) {
  std::string name = Tidy(printed);
  const std::size_t comma = name.find(',');
  for (;;) {
    const std::size_t space = name.rfind(' ');
    const std::string_view last =
        std::string_view(name).substr(space == std::string::npos ? 0 : space + 1);
    // "Berg MA" has initials; a degree stands after a given name.
    const bool has_given = comma != std::string::npos && space != std::string::npos &&
                           name.find_last_not_of(", ", space) > comma;
    const bool alone = space == std::string::npos;
    if (!IsMark(last) && !(IsDegree(last) && (has_given || alone))) break;
    if (alone) return {};
    name.resize(space);
  }
  while (!name.empty() && IsIn(name.back(), ", ")) name.pop_back();
  // "BERG, Hanna."
  if (name.size() > 3 && name.back() == '.' && IsLower(name[name.size() - 2])) name.pop_back();
  return name;
}

// The names of "Berg H. Solo A B." one by one: initials end one, and a word that is
// more than initials begins the next.
std::vector<std::string> SplitAtStops(std::string_view names) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t stop = names.find(". "); stop != std::string_view::npos;
       stop = names.find(". ", stop + 1)) {
    std::size_t next = stop + 2;
    while (next < names.size() && IsSpace(names[next])) ++next;
    const std::string_view so_far = names.substr(begin, stop - begin);
    const std::size_t word = so_far.rfind(' ');
    const bool has_initials = word != std::string_view::npos && so_far.size() - word <= 5 &&
                              std::all_of(so_far.begin() + static_cast<std::ptrdiff_t>(word) + 1,
                                          so_far.end(), [](char c) { return !IsLower(c); });
    std::size_t end = next;
    while (end < names.size() && IsLetter(names[end])) ++end;
    if (!has_initials || end - next < 2) continue;
    out.emplace_back(so_far);
    begin = next;
  }
  if (begin < names.size()) out.emplace_back(names.substr(begin));
  return out;
}

// Takes "[Review]" off the end of a title, and what counts references; the types go
// to `types`.
std::string WithoutTypes(std::string title, std::vector<std::string>* types) {
  for (;;) {
    const std::size_t open = title.rfind('[');
    if (!title.ends_with(']') || open == std::string::npos || open == 0) break;
    const std::string inside = title.substr(open + 1, title.size() - open - 2);
    if (inside.size() > kLongestType || inside.empty()) break;
    // Translated titles stand in brackets, some after their original.
    const bool is_type = IsIn(title[open - 1], ".?!") || inside.ends_with(" refs") ||
                         inside == "Review" || inside == "Journal Article";
    if (!is_type) break;
    const bool known = std::find(types->begin(), types->end(), inside) != types->end();
    if (!known && !inside.ends_with(" refs")) types->push_back(inside);
    title.resize(open);
    while (title.ends_with(' ')) title.pop_back();
  }
  return title;
}

class OvidReader final : public TaggedReader {
 public:
  using TaggedReader::TaggedReader;

 private:
  bool Take(const Line& line) override {
    if (!OvidNumber(line.text).empty()) {
      if (!Close()) return false;
      Open(line.number);
      numbered_ = true;
      return true;
    }
    if (Trimmed(line.text).empty()) return true;
    std::string_view value;
    std::string_view tag = record().empty() || tagged_ ? FourColumnTag(line.text, &value) : "";
    const bool is_tag = !tag.empty();
    if (!is_tag && (record().empty() || !tagged_)) tag = LabelTag(line.text);
    if (!tag.empty()) return AddField(tag, is_tag, value, line);
    if (!record().empty()) {
      record().Continue(line);
    } else {
      ReportStray(line);
    }
    return true;
  }

  bool AddField(std::string_view tag, bool is_tag, std::string_view value, const Line& line) {
    const bool once = tag == "VN" || tag == "SC" || tag == "AN" || tag == "UI" || tag == "TI";
    if (!numbered_ && once && record().Has(tag) && !Close()) return false;
    if (!open_) Open(line.number);
    if (record().empty()) tagged_ = is_tag;
    record().Add(tag, value, line);
    return true;
  }

  // Of a line that begins a field of the labelled form: values are indented.
  static std::string_view LabelTag(std::string_view line) {
    const std::string_view label = Trimmed(line);
    if (!IsUpper(line.front()) || label.size() > kLongestLabel || label.ends_with('.')) return {};
    const std::string_view tag = OvidTag(label);
    return tag.empty() ? kOther : tag;
  }

  // A number begins a record before its fields do.
  void Open(std::uint64_t line) {
    Begin(line);
    open_ = true;
  }

  bool Close() {
    const bool more = Finish();
    open_ = false;
    return more;
  }

  std::string Key() const override { return record().First({"UI", "AN"}); }

  bool IsOpen() const override { return open_; }

  RecordEntry Read() override {
    RecordEntry entry;
    entry.line = record().line();
    Reference& r = entry.printed;
    const OvidSource source = ReadOvidSource(record().First({"SO"}));
    r.key = record().First({"AN", "UI"});
    while (r.key.ends_with('.')) r.key.pop_back();
    for (const TaggedField& field : record().fields()) ReadField(field, &entry);
    ReadTitle(source, &entry);
    for (const std::string_view tag : {"AU", "FA", "ED"}) {
      if (r.authors.empty()) AddAuthors(tag, &r);
    }
    if (r.container.empty()) r.container = record().First({"JN", "JT"});
    if (r.container.empty()) r.container = source.container;
    if (r.container.empty()) r.container = record().First({"TA"});
    if (r.container == r.title) r.container.clear();
    r.volume = source.volume.empty() ? record().First({"VI"}) : source.volume;
    r.issue = source.issue.empty() ? record().First({"IP"}) : source.issue;
    r.pages = source.pages.empty() ? Pages(record().First({"PG"}), {}) : source.pages;
    if (std::none_of(r.pages.begin(), r.pages.end(), IsDigit)) r.pages.clear();
    r.publisher = record().First({"PB"});
    for (const std::string_view tag : {"YR", "DP"}) {
      if (r.year == 0) r.year = FirstYear(record().First({tag}));
    }
    if (r.year == 0) r.year = source.year;
    if (r.year == 0) r.year = FirstYear(record().First({"ST"}));
    ReadIdentifiers(&entry);
    NoteRetractedType(&entry.record);
    return entry;
  }

  // A chapter's is its own, and then its book's is where it appeared; of a whole book
  // some databases print the title in the source alone.
  void ReadTitle(const OvidSource& source, RecordEntry* entry) const {
    Reference& r = entry->printed;
    const std::string title = record().First({"TI"});
    const std::string chapter = record().First({"CT"});
    r.title = WithoutTypes(chapter.empty() ? title : chapter, &entry->record.publication_types);
    if (!chapter.empty()) r.container = title;
    if (r.container.empty()) r.container = record().First({"BT"});
    if (r.title.empty() && source.is_book) r.title = source.container;
    r.title = WithoutMarkup(r.title);
  }

  void AddAuthors(std::string_view tag, Reference* r) const {
    for (const TaggedField& field : record().fields()) {
      if (field.tag != tag) continue;
      for (const std::string& line : SplitList(field.value, '\n')) {
        const std::string names = WithoutBrackets(line);
        const bool stops = names.find(';') == std::string::npos;
        for (const std::string& name : stops ? SplitAtStops(names) : SplitList(names, ';')) {
          AddAuthor(WithoutDegrees(name), r);
        }
      }
    }
  }

  void ReadField(const TaggedField& field, RecordEntry* entry) const {
    const std::string_view tag = field.tag;
    if (tag == "AB" && entry->abstract.empty()) {
      std::string_view text = field.value;
      while (!text.empty() && (IsSpace(text.front()) || text.front() == ':')) text.remove_prefix(1);
      entry->abstract = SplitMarkedUpAbstract(text);
    } else if (tag == "PT") {
      for (std::string& type : SplitList(field.value, '\n')) {
        if (type.ends_with('.')) type.pop_back();
        type.resize(std::min(type.find(kWithoutText), type.size()));
        if (type != "-") entry->record.publication_types.push_back(std::move(type));
      }
    } else if (tag == "KW") {
      AddKeywords(field.value, entry);
      if (!entry->keywords.empty() && entry->keywords.back().ends_with('.')) {
        entry->keywords.back().pop_back();
      }
    } else if (tag == "MH") {
      for (const std::string& heading : SplitList(field.value, '\n')) {
        AddHeading(heading, &entry->record);
      }
    } else if (tag == "NT") {
      for (const Identifier& id : FindIdentifiers(field.value)) {
        if (id.kind == IdentifierKind::kTrial) AddRegistry(id.value, &entry->record);
      }
    }
  }

  void ReadIdentifiers(RecordEntry* entry) {
    Reference& r = entry->printed;
    SetDoi(record().First({"DO", "DI"}), number(), entry, &sink());
    r.pmid = Pmid(record().First({"PM"}));
    const std::string base = record().First({"DB"});
    const bool is_pubmed = Mentions(base.empty() ? record().First({"ST"}) : base,
                                    {"medline", "pubmed", "in-process", "in-data-review"});
    if (r.pmid.empty() && is_pubmed) r.pmid = Pmid(record().First({"UI"}));
  }

  bool open_ = false;      // a record began; it may have no field yet
  bool tagged_ = false;    // it is in the tagged form
  bool numbered_ = false;  // the file has numbers
};

}  // namespace

std::string_view OvidNumber(std::string_view line) {
  line = Trimmed(line);
  if (line.size() < 3 || line.front() != '<' || line.back() != '>') return {};
  line = Trimmed(line.substr(1, line.size() - 2));
  if (line.ends_with('.')) line.remove_suffix(1);
  const bool digits = !line.empty() && std::all_of(line.begin(), line.end(), IsDigit);
  return digits ? line : std::string_view();
}

std::string_view OvidTag(std::string_view label) {
  static constexpr std::pair<std::string_view, std::string_view> kTags[] = {
      {"abbreviated source", "TA"},
      {"abstract", "AB"},
      {"accession number", "AN"},
      {"author", "AU"},
      {"author keywords", "KW"},
      {"authors", "AU"},
      {"authors full name", "FA"},
      {"book title", "BT"},
      {"chapter title", "CT"},
      {"clinical trial number", "NT"},
      {"database", "DB"},
      {"date of publication", "DP"},
      {"digital object identifier", "DO"},
      {"document type", "PT"},
      {"doi", "DO"},
      {"doi number", "DO"},
      {"editor", "ED"},
      {"editors", "ED"},
      {"issue", "IP"},
      {"issue/part", "IP"},
      {"journal name", "JN"},
      {"keyword heading", "KW"},
      {"keywords", "KW"},
      {"mesh subject headings", "MH"},
      {"page", "PG"},
      {"pages", "PG"},
      {"pmid", "PM"},
      {"publication date", "DP"},
      {"publication type", "PT"},
      {"publisher", "PB"},
      {"pubmed id", "PM"},
      {"pubmed identifier", "PM"},
      {"score", "SC"},
      {"source", "SO"},
      {"status", "ST"},
      {"subject headings", "MH"},
      {"title", "TI"},
      {"unique identifier", "UI"},
      {"volume", "VI"},
      {"year of publication", "YR"},
  };
  const std::string low = Lowered(Trimmed(label));
  for (const auto& [name, tag] : kTags) {
    if (low == name) return tag;
  }
  return {};
}

Status ReadOvid(ByteSource* source, RecordSink* sink) { return OvidReader(source, sink).Run(); }

}  // namespace claimgraph
