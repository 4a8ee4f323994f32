// Lines are gathered into a TaggedRecord until the next one begins; then its fields
// are read, each by its tag, in the order in which they stand.

#include "importers/records/medline.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/records/abstract_parts.h"
#include "importers/records/record_fields.h"
#include "importers/records/tagged_reader.h"

namespace claimgraph {
namespace {

using namespace ascii;

// Tags of notices about the record itself.
struct NoticeTag {
  std::string_view tag{};
  Standing standing = Standing::kCurrent;
  std::string_view reason{};
};
constexpr NoticeTag kNoticeTags[] = {
    {"RIN", Standing::kRetracted, ""},
    {"RRI", Standing::kRetracted, "retracted and republished"},
    {"PRIN", Standing::kCorrected, "partially retracted"},
    {"EIN", Standing::kCorrected, ""},
    {"CRI", Standing::kCorrected, "corrected and republished"},
    {"ECI", Standing::kConcern, ""},
    {"UIN", Standing::kSuperseded, ""},
};

// Where trials and reviews are registered, as MEDLINE's secondary sources name it.
constexpr std::string_view kRegistries[] = {"ANZCTR",   "CHICTR",   "CLINICALTRIALS.GOV",
                                            "CRIS",     "CTRI",     "DRKS",
                                            "EUDRACT",  "IRCT",     "ISRCTN",
                                            "JAPICCTI", "JMACCT",   "JPRN",
                                            "NTR",      "PACTR",    "PROSPERO",
                                            "REBEC",    "RPCEC",    "SLCTR",
                                            "TCTR",     "UMIN CTR", "UMIN-CTR"};

// The date in "Lancet. 2010 Feb 6;375(9713):445. PMID: 1": after the journal's stop.
std::string NoticeDate(std::string_view citation) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= citation.size(); ++i) {
    if (i < citation.size() && IsDigit(citation[i])) {
      ++digits;
      continue;
    }
    const std::string_view rest = citation.substr(i - digits);
    if (digits == 4 && (rest.front() == '1' || rest.front() == '2')) return IsoDate(rest);
    digits = 0;
  }
  return {};
}

StandingNotice ReadNotice(const NoticeTag& tag, std::string_view citation) {
  StandingNotice notice{
      .standing = tag.standing, .date = NoticeDate(citation), .reason = std::string(tag.reason)};
  for (const Identifier& id : FindIdentifiers(citation)) {
    // Short numbers are of old articles; PubMed prints the PMID last.
    if (id.kind == IdentifierKind::kDoi) notice.notice = "doi:" + id.value;
    if (id.kind == IdentifierKind::kPmid) notice.notice = "pmid:" + id.value;
  }
  return notice;
}

class MedlineReader final : public TaggedReader {
 public:
  using TaggedReader::TaggedReader;

 private:
  bool Take(const Line& line) override {
    std::string_view value;
    const std::string_view tag = FourColumnTag(line.text, &value);
    if (!tag.empty()) {
      if (Begins(tag)) {
        if (!Finish()) return false;
        Begin(line.number);
      }
      after_blank_ = false;
      record().Add(tag, value, line);
    } else if (line.text.find_first_not_of(" \t\f") == std::string_view::npos) {
      after_blank_ = true;
    } else if (!record().empty() && (!after_blank_ || IsSpace(line.text.front()))) {
      record().Continue(line);
    } else {
      ReportStray(line);
    }
    return true;
  }

  bool Begins(std::string_view tag) const {
    if (record().empty()) return true;
    if (tag == "PMID") return record().Has("PMID") || record().Has("TI");
    const bool once = tag == "OWN" || tag == "STAT" || tag == "TI" || tag == "DP";
    return after_blank_ && once && record().Has(tag);
  }

  std::string Key() const override { return record().First({"PMID"}); }

  RecordEntry Read() override {
    RecordEntry entry;
    entry.line = record().line();
    Reference& r = entry.printed;
    r.pmid = Pmid(record().First({"PMID"}));
    r.pmcid = Pmcid(record().First({"PMC"}));
    r.container = record().First({"JT", "TA"});
    r.volume = record().First({"VI"});
    r.issue = record().First({"IP"});
    r.pages = Pages(record().First({"PG"}), {});
    r.publisher = record().First({"PB"});
    r.year = FirstYear(record().First({"DP"}));
    if (r.year == 0) r.year = FirstYear(record().First({"DEP", "DCOM"}).substr(0, 4));
    ReadTitle(&r);
    ReadAuthors(&r);
    for (const TaggedField& field : record().fields()) ReadField(field, &entry);
    return entry;
  }

  void ReadTitle(Reference* r) const {
    for (const TaggedField& field : record().fields()) {
      if (field.tag != "TI") continue;
      if (!r->title.empty()) r->title += ' ';
      r->title += Tidy(field.value);
    }
    while (r->title.ends_with(' ')) r->title.pop_back();
    const std::string book = record().First({"BTI"});
    if (r->title.empty()) {
      r->title = book.empty() ? record().First({"TT"}) : book;
    } else if (r->container.empty()) {
      r->container = book;
    }
  }

  // "FAU - Smith, Jane" comes before its "AU  - Smith J"; older records have only that.
  void ReadAuthors(Reference* r) const {
    bool full = false;
    for (const TaggedField& field : record().fields()) {
      if (field.tag == "FAU") {
        AddAuthor(field.value, r);
        full = true;
      } else if (field.tag == "AU") {
        if (!full) AddAuthor(field.value, r);
        full = false;
      } else if (field.tag == "CN") {
        std::string name = Tidy(field.value);
        if (!name.empty()) r->authors.push_back({.family = std::move(name)});
      }
    }
    if (!r->authors.empty() || r->et_al) return;
    for (const TaggedField& field : record().fields()) {
      if (field.tag == "FED") AddAuthor(field.value, r);
    }
  }

  void ReadField(const TaggedField& field, RecordEntry* entry) {
    const std::string_view tag = field.tag;
    if (tag == "AB" || tag == "OAB") {
      for (AbstractPart& part : SplitAbstract(field.value)) {
        if (tag == "AB" || !record().Has("AB")) entry->abstract.push_back(std::move(part));
      }
    } else if (tag == "LID" || tag == "AID") {
      ReadArticleId(Tidy(field.value), entry);
    } else if (tag == "PT") {
      std::string type = Tidy(field.value);
      if (!type.empty()) entry->record.publication_types.push_back(std::move(type));
    } else if (tag == "MH") {
      AddHeading(field.value, &entry->record);
    } else if (tag == "OT") {
      std::string keyword = Tidy(field.value);
      if (keyword.starts_with('*')) keyword.erase(0, 1);
      if (!keyword.empty()) entry->keywords.push_back(std::move(keyword));
    } else if (tag == "SI") {
      ReadSource(Tidy(field.value), &entry->record);
    } else {
      for (const NoticeTag& notice : kNoticeTags) {
        if (notice.tag == tag) entry->record.notices.push_back(ReadNotice(notice, field.value));
      }
    }
  }

  // "10.1000/x [doi]", "S001 [pii]", "doi:10.1000/x"
  void ReadArticleId(std::string_view id, RecordEntry* entry) {
    constexpr std::string_view kDoi = "[doi]";
    const bool is_doi = Lowered(id).ends_with(kDoi);
    if (is_doi) id.remove_suffix(kDoi.size());
    if (is_doi || Lowered(id).starts_with("doi:")) SetDoi(id, number(), entry, &sink());
  }

  // "ClinicalTrials.gov/NCT00000000"
  static void ReadSource(std::string_view printed, Record* record) {
    const std::size_t slash = printed.find('/');
    if (slash == std::string_view::npos) return;
    const std::string bank = Lowered(printed.substr(0, slash));
    for (const std::string_view known : kRegistries) {
      if (bank == Lowered(known)) AddRegistry(printed.substr(slash + 1), record);
    }
  }

  bool after_blank_ = false;  // the last line was blank
};

}  // namespace

Status ReadMedline(ByteSource* source, RecordSink* sink) {
  return MedlineReader(source, sink).Run();
}

}  // namespace claimgraph
