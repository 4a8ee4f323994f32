// Lines are gathered into a TaggedRecord until ER, EF or the next PT; then each field
// of the Reference is taken from the first of its tags that has a value.

#include "importers/records/isi.h"

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

constexpr std::size_t kLongestHeading = 80;

bool IsBlank(std::string_view line) { return std::all_of(line.begin(), line.end(), IsSpace); }

// "Results", on a line of its own.
bool IsHeadingLine(const std::string& line) {
  if (line.empty() || line.size() > kLongestHeading || !IsWord(line.back())) return false;
  const std::vector<AbstractPart> parts = SplitAbstract(line + ": x");
  return parts.size() == 1 && parts.front().label == line;
}

// Headings that stand on lines of their own as those that the text goes on after.
std::string WithHeadings(std::string_view abstract) {
  std::string out;
  bool after_sentence = true;
  for (const std::string& line : SplitList(abstract, '\n')) {
    out += line;
    const bool heading = after_sentence && IsHeadingLine(line);
    out += heading ? ": " : " ";
    after_sentence = heading || IsIn(line.back(), ".?!)");
  }
  return out;
}

class IsiReader final : public TaggedReader {
 public:
  using TaggedReader::TaggedReader;

 private:
  bool Take(const Line& line) override {
    std::string_view value;
    const std::string_view tag = IsiTag(line.text, &value);
    if (tag == "ER") return FinishRecord(true);
    if (tag == "EF" || tag == "FN") return FinishRecord(false);
    if (tag == "VR") return true;
    if (tag == "PT" && !FinishRecord(false)) return false;
    if (!tag.empty()) {
      if (record().empty()) Begin(line.number);
      record().Add(tag, value, line);
    } else if (!record().empty()) {
      record().Continue(line);
    } else if (!IsBlank(line.text)) {
      ReportStray(line);
    }
    return true;
  }

  std::string Key() const override { return record().First({"UT"}); }

  bool End() override { return FinishRecord(false); }

  bool FinishRecord(bool ended) {
    ended_ = ended;
    return Finish();
  }

  void ReportLacks() override {
    if (!ended_) Report("missing-end", "It has no ER line; it was read nonetheless.", false);
    if (!record().Has("PT")) {
      Report("missing-type", "It has no PT line; it was read nonetheless.", false);
    }
  }

  RecordEntry Read() override {
    RecordEntry entry;
    entry.line = record().line();
    Reference& r = entry.printed;
    r.key = record().First({"UT"});
    r.title = WithoutMarkup(record().First({"TI"}));
    r.container = record().First({"SO", "JI", "J9"});
    r.volume = record().First({"VL"});
    r.issue = record().First({"IS"});
    r.publisher = record().First({"PU"});
    for (const std::string_view tag : {"PY", "PD", "EA"}) {
      if (r.year == 0) r.year = FirstYear(record().First({tag}));
    }
    r.pages = Pages(record().First({"BP"}), record().First({"EP"}));
    if (r.pages.empty()) r.pages = Pages(record().First({"PS", "AR"}), {});
    // Full names, then those that are cut to initials, groups, and editors.
    for (const std::string_view tag : {"AF", "AU"}) {
      if (r.authors.empty()) AddAuthors(tag, &r);
    }
    AddGroups(&r);
    for (const std::string_view tag : {"BF", "BA", "BE", "ED"}) {
      if (r.authors.empty()) AddAuthors(tag, &r);
    }
    ReadIdentifiers(&entry);
    ReadWords(&entry);
    return entry;
  }

  // One a line; MEDLINE's records have all on one.
  void AddAuthors(std::string_view tag, Reference* r) const {
    for (const TaggedField& field : record().fields()) {
      if (field.tag != tag) continue;
      for (const std::string& line : SplitList(field.value, '\n')) {
        for (const std::string& name : SplitList(line, ';')) {
          if (!name.starts_with('[')) AddAuthor(name, r);  // "[Anonymous]"
        }
      }
    }
  }

  void AddGroups(Reference* r) const {
    for (const TaggedField& field : record().fields()) {
      if (field.tag != "CA" && field.tag != "GP") continue;
      for (std::string& name : SplitList(field.value, '\n')) {
        r->authors.push_back({.family = std::move(name)});
      }
    }
  }

  void ReadIdentifiers(RecordEntry* entry) {
    Reference& r = entry->printed;
    SetDoi(record().First({"DI", "D2"}), number(), entry, &sink());
    r.pmid = Pmid(record().First({"PM"}));
    constexpr std::string_view kMedline = "MEDLINE:";
    if (r.pmid.empty() && r.key.starts_with(kMedline)) r.pmid = Pmid(r.key.substr(kMedline.size()));
    for (const TaggedField& field : record().fields()) {
      if (field.tag != "CR") continue;
      for (const std::string& cited : SplitList(field.value, '\n')) AddCited(cited, entry);
    }
  }

  // "BERG H, 2014, BACK J, V50, P12, DOI 10.5555/abc.1"; there may be "[10.1/x, 10.1/y]".
  static void AddCited(std::string_view cited, RecordEntry* entry) {
    const std::size_t at = cited.rfind("DOI ");
    if (at == std::string_view::npos) return;
    std::string_view printed = cited.substr(at + 4);
    if (printed.starts_with('[')) {
      printed.remove_prefix(1);
      printed = printed.substr(0, printed.find_first_of(",]"));
    }
    const std::string doi = CanonicalDoi(printed);
    if (!doi.empty()) entry->cites.push_back("doi:" + doi);
  }

  void ReadWords(RecordEntry* entry) const {
    for (const TaggedField& field : record().fields()) {
      if (field.tag == "AB" && entry->abstract.empty()) {
        entry->abstract = SplitMarkedUpAbstract(WithHeadings(field.value));
      } else if (field.tag == "DE") {
        AddKeywords(Tidy(field.value), entry);
      } else if (field.tag == "DT") {
        for (std::string& type : SplitList(field.value, ';')) {
          if (type != "-") entry->record.publication_types.push_back(std::move(type));
        }
      }
    }
    NoteRetractedType(&entry->record);
  }

  bool ended_ = false;  // the last record had its ER
};

}  // namespace

std::string_view IsiTag(std::string_view line, std::string_view* value) {
  if (line.size() < 2 || !IsUpper(line[0]) || !(IsUpper(line[1]) || IsDigit(line[1]))) return {};
  if (line.size() > 2 && line[2] != ' ') return {};
  *value = line.substr(2);
  return line.substr(0, 2);
}

Status ReadIsi(ByteSource* source, RecordSink* sink) { return IsiReader(source, sink).Run(); }

}  // namespace claimgraph
