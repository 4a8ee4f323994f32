// Lines are gathered into a TaggedRecord until ER or the next TY; then each field of
// the Reference is taken from the first of its tags that has a value.

#include "importers/records/ris.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/records/abstract_parts.h"
#include "importers/records/record_fields.h"
#include "importers/records/tagged_reader.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::size_t kLongestType = 200;  // of a type of work; more is a note

// "TI" of "TI  - Massage"; empty if the line has no tag.  `*value`: what follows it.
// Two blanks and a dash make a tag; a tab or one blank do in some exports.
std::string_view TagOf(std::string_view line, std::string_view* value) {
  if (line.size() < 4 || !IsUpper(line[0]) || !(IsUpper(line[1]) || IsDigit(line[1]))) return {};
  std::size_t dash = 2;
  while (dash < line.size() && dash < 5 && (line[dash] == ' ' || line[dash] == '\t')) ++dash;
  if (dash == 2 || dash >= line.size() || line[dash] != '-') return {};
  if (dash + 1 < line.size() && line[dash + 1] != ' ' && line[dash + 1] != '\t' && dash != 4) {
    return {};
  }
  *value = line.substr(dash + 1);
  return line.substr(0, 2);
}

bool IsBook(std::string_view type) {
  return type == "BOOK" || type == "EBOOK" || type == "THES" || type == "RPRT";
}

class RisReader final : public TaggedReader {
 public:
  using TaggedReader::TaggedReader;

 private:
  bool Take(const Line& line) override {
    std::string_view value;
    const std::string_view tag = TagOf(line.text, &value);
    if (tag == "ER") return FinishRecord(true);
    if (tag == "TY") {
      if (!FinishRecord(false)) return false;
      Begin(line.number);
      record().Add(tag, value, line);
    } else if (!tag.empty()) {
      // Ovid prints the journal once more after the end of a record.
      if (record().empty() && tag == "NL") return true;
      if (record().empty()) Begin(line.number);
      record().Add(tag, value, line);
    } else if (!record().empty()) {
      record().Continue(line);
    }
    // Text between records numbers them, or says which database they are from.
    return true;
  }

  std::string Key() const override { return record().First({"ID"}); }

  bool End() override { return FinishRecord(false); }

  bool FinishRecord(bool ended) {
    // A type on its own is a doubled line, not a record.
    if (!ended && record().fields().size() == 1 && record().Has("TY")) record().Begin(0);
    ended_ = ended;
    return Finish();
  }

  void ReportLacks() override {
    if (!ended_) Report("missing-end", "It has no ER line; it was read nonetheless.", false);
    if (!record().Has("TY")) {
      Report("missing-type", "It has no TY line; it was read nonetheless.", false);
    }
  }

  RecordEntry Read() override {
    RecordEntry entry;
    entry.line = record().line();
    Reference& r = entry.printed;
    const std::string type = record().First({"TY"});
    r.key = Key();
    r.title = WithoutMarkup(record().First({"TI", "T1", "CT", "BT"}));
    r.container = record().First({"JF"});
    if (r.container.empty() && !IsBook(type)) r.container = record().First({"T2", "BT"});
    if (r.container.empty()) r.container = record().First({"JO", "JA", "J2", "J1"});
    if (r.container == r.title) r.container.clear();
    r.publisher = record().First({"PB"});
    r.url = FirstAddress(record().First({"UR"}));
    for (const std::string_view tag : {"PY", "Y1", "DA"}) {
      if (r.year == 0) r.year = FirstYearOf(tag);
    }
    ReadAuthors(&r);
    ReadPlace(&r);
    ReadIdentifiers(&entry);
    ReadWords(&entry);
    return entry;
  }

  // The first value with a year in it: "PY  - 10 15" has none.
  int FirstYearOf(std::string_view tag) const {
    for (const TaggedField& field : record().fields()) {
      const int year = field.tag == tag ? FirstYear(field.value) : 0;
      if (year != 0) return year;
    }
    return 0;
  }

  // Editors where there is no author.
  void ReadAuthors(Reference* r) const {
    AddAuthors({"AU", "A1"}, r);
    if (r->authors.empty()) AddAuthors({"A2", "ED", "A3"}, r);
  }

  void AddAuthors(std::initializer_list<std::string_view> tags, Reference* r) const {
    for (const TaggedField& field : record().fields()) {
      if (std::find(tags.begin(), tags.end(), field.tag) == tags.end()) continue;
      for (std::string_view rest = field.value; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(";\n"), rest.size());
        AddAuthor(rest.substr(0, end), r);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
  }

  // Volume, issue, pages.
  void ReadPlace(Reference* r) const {
    r->volume = record().First({"VL"});
    r->issue = record().First({"IS"});
    // "50(2)"
    const std::size_t open = r->volume.find('(');
    if (r->issue.empty() && open != std::string::npos && open > 0 && r->volume.ends_with(')')) {
      r->issue = r->volume.substr(open + 1, r->volume.size() - open - 2);
      r->volume = Tidy(r->volume.substr(0, open));
    }
    const std::string first = record().First({"SP"});
    const std::string last = record().First({"EP"});
    r->pages = Pages(first, last);
    // Ovid prints "No" and "Specified".
    if (r->pages == "No-Specified") r->pages.clear();
    if (r->pages.empty()) r->pages = record().First({"AR", "C7"});
    const bool has_digit = std::any_of(r->pages.begin(), r->pages.end(), IsDigit);
    if (!has_digit) r->pages.clear();
  }

  void ReadIdentifiers(RecordEntry* entry) {
    Reference& r = entry->printed;
    SetDoi(record().First({"DO"}), number(), entry, &sink());
    for (const std::string_view tag : {"UR", "M3", "N1", "L2", "L3"}) {
      for (const TaggedField& field : record().fields()) {
        if (r.doi.empty() && field.tag == tag) r.doi = OnlyDoi(Tidy(field.value));
      }
    }
    for (const TaggedField& field : record().fields()) {
      if (field.tag == "UR" || field.tag == "L2") {
        const AddressIds ids = ReadAddress(FirstAddress(Tidy(field.value)));
        if (r.pmid.empty()) r.pmid = ids.pmid;
        if (r.pmcid.empty()) r.pmcid = ids.pmcid;
      } else if (field.tag[0] == 'U' || field.tag[0] == 'C' || field.tag == "AN") {
        ReadNumber(field, &r);
      }
    }
  }

  // "26957754[pmid]", "PMC4756000[pmcid]"; the accession number of PubMed itself.
  void ReadNumber(const TaggedField& field, Reference* r) const {
    const std::string value = Lowered(Tidy(field.value));
    if (r->pmid.empty()) {
      const std::string source = record().First({"DB"}) + " " + record().First({"DP"});
      const bool pubmed = field.tag == "AN" && (Mentions(source, {"pubmed", "medline", "nlm"}) ||
                                                (source == " " && value.size() >= 7));
      if (value.ends_with("[pmid]")) r->pmid = Pmid(value.substr(0, value.size() - 6));
      if (pubmed && Pmid(value) == value) r->pmid = value;
    }
    if (r->pmcid.empty() && value.starts_with("pmc")) {
      r->pmcid = Pmcid(value.substr(0, value.find('[')));
    }
  }

  void ReadWords(RecordEntry* entry) const {
    entry->abstract = SplitMarkedUpAbstract(record().First({"AB", "N2"}));
    for (const TaggedField& field : record().fields()) {
      if (field.tag == "KW") {
        AddKeywords(field.value, entry);
      } else if (field.tag == "M3" && field.value.size() <= kLongestType &&
                 OnlyDoi(field.value).empty() && !Mentions(field.value, {"doi:", "http"})) {
        for (std::string& type : SplitList(field.value, ';')) {
          entry->record.publication_types.push_back(std::move(type));
        }
      }
    }
  }

  bool ended_ = false;  // the last record had its ER
};

}  // namespace

Status ReadRis(ByteSource* source, RecordSink* sink) { return RisReader(source, sink).Run(); }

}  // namespace claimgraph
