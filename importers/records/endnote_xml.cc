// One pass.  An element is known by its name and the one around it; whatever is not in
// the table is passed over.  Texts gather in a draft until the record ends, because what
// one field means hangs on others: the title of a series is no journal, and an accession
// number is a PMID in the databases of PubMed alone.
#include "importers/records/endnote_xml.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/records/abstract_parts.h"
#include "importers/records/record_fields.h"
#include "importers/records/xml_stream.h"

namespace claimgraph {
namespace {

// What an element costs at least, so that a record of countless empty ones ends too.
constexpr std::size_t kElementCost = 64;
constexpr std::size_t kLongestType = 200;

enum class Node : std::uint8_t {
  kNone,  // not in the table
  kFile,
  kXml,
  kRecords,
  kRecord,
  kContributors,
  kAuthors,
  kEditors,
  kTitles,
  kJournal,
  kDates,
  kPubDates,
  kKeywords,
  kUrls,
  kUrlList,
  // From here on: what holds text.
  kNumber,
  kType,
  kAuthor,
  kEditor,
  kTitle,
  kSecondaryTitle,
  kFullTitle,
  kAbbreviation,
  kPages,
  kVolume,
  kIssue,
  kYear,
  kDate,
  kPublisher,
  kKeyword,
  kAbstract,
  kNotes,
  kUrl,
  kDoi,
  kAccession,
  kDatabase,
  kWorkType,
  kCustom,
};

using enum Node;

constexpr bool HoldsText(Node node) { return node >= kNumber; }

struct Edge {
  Node parent;
  std::string_view name;
  Node child;
};

constexpr Edge kEdges[] = {
    {kFile, "xml", kXml},
    {kFile, "records", kRecords},
    {kXml, "records", kRecords},
    {kRecords, "record", kRecord},
    {kRecord, "rec-number", kNumber},
    {kRecord, "ref-type", kType},
    {kRecord, "contributors", kContributors},
    {kRecord, "titles", kTitles},
    {kRecord, "periodical", kJournal},
    {kRecord, "pages", kPages},
    {kRecord, "volume", kVolume},
    {kRecord, "number", kIssue},
    {kRecord, "dates", kDates},
    {kRecord, "publisher", kPublisher},
    {kRecord, "keywords", kKeywords},
    {kRecord, "abstract", kAbstract},
    {kRecord, "notes", kNotes},
    {kRecord, "urls", kUrls},
    {kRecord, "electronic-resource-num", kDoi},
    {kRecord, "accession-num", kAccession},
    {kRecord, "remote-database-name", kDatabase},
    {kRecord, "work-type", kWorkType},
    {kRecord, "custom2", kCustom},  // of EndNote: the PMCID
    {kRecord, "user16", kCustom},   // of Bookends
    {kContributors, "authors", kAuthors},
    {kContributors, "secondary-authors", kEditors},
    {kAuthors, "author", kAuthor},
    {kEditors, "author", kEditor},
    {kTitles, "title", kTitle},
    {kTitles, "secondary-title", kSecondaryTitle},
    {kJournal, "full-title", kFullTitle},
    {kJournal, "abbr-1", kAbbreviation},
    {kDates, "year", kYear},
    {kDates, "pub-dates", kPubDates},
    {kPubDates, "date", kDate},
    {kKeywords, "keyword", kKeyword},
    {kUrls, "related-urls", kUrlList},
    {kUrls, "web-urls", kUrlList},
    {kUrlList, "url", kUrl},
};

Node ChildOf(Node parent, std::string_view name) {
  for (const Edge& edge : kEdges) {
    if (edge.parent == parent && edge.name == name) return edge.child;
  }
  return kNone;
}

bool IsBook(std::string_view type) {
  return type == "Book" || type == "Electronic Book" || type == "Edited Book" || type == "Report" ||
         type == "Thesis";
}

// A record that is being read: what stands in it, tidied but for abstract and keywords.
struct Draft {
  std::uint64_t line = 0;
  std::size_t used = 0;  // as kMostInRecord counts
  std::string type{};
  std::vector<std::pair<Node, std::string>> texts{};

  // The first of that kind; empty: none.
  std::string First(Node node) const {
    for (const auto& [kind, text] : texts) {
      if (kind == node) return text;
    }
    return {};
  }
};

class EndnoteReader : public XmlHandler {
 public:
  explicit EndnoteReader(RecordSink* sink) : sink_(*sink) {}

  bool Start(const XmlElement& element) override {
    Charge(kElementCost);
    if (passed_ > 0 || overflowed_ || HoldsText(Here())) {
      ++passed_;
      return true;
    }
    const Node child = ChildOf(Here(), element.name());
    if (child == kNone) {
      if (Here() == kFile) ReportRoot(element);
      ++passed_;
      return true;
    }
    path_.push_back(child);
    text_.clear();
    cut_ = false;
    if (child == kRecord) Begin(element.Line());
    if (child == kType) TakeType(element.Attribute("name"));
    return true;
  }

  bool End() override {
    if (passed_ > 0) {
      --passed_;
      return true;
    }
    const Node node = Here();
    path_.pop_back();
    if (HoldsText(node)) LeaveText(node);
    return node != kRecord || Finish();
  }

  void Text(std::string_view piece) override {
    if (!HoldsText(Here()) || cut_ || overflowed_) return;
    cut_ = piece.size() > kMostInField - text_.size();
    if (cut_) return;  // whole characters only
    text_.append(piece);
    Charge(piece.size());
  }

  // Says why reading stopped before the end of the file.
  void ReportEnd(const XmlEnd& end) {
    if (end.code.empty()) return;
    std::string message = end.message;
    if (open_) message += " The record that it is in was skipped.";
    message += " What came before was read.";
    sink_.Report({end.line, open_ ? Name() : "", end.code, std::move(message), open_});
  }

 private:
  Node Here() const { return path_.back(); }

  std::string Name() const { return "record " + std::to_string(number_); }

  void Report(std::string code, std::string message, bool skipped) {
    sink_.Report({draft_.line, Name(), std::move(code), std::move(message), skipped});
  }

  void ReportRoot(const XmlElement& element) {
    sink_.Report(
        {.line = element.Line(),
         .code = "not-endnote",
         .message = "The file's outermost element is none of EndNote's; nothing was read."});
  }

  void Charge(std::size_t bytes) {
    draft_.used += bytes;
    if (!open_ || draft_.used <= kMostInRecord) return;
    overflowed_ = true;
    text_.clear();
    draft_.texts.clear();
  }

  void Begin(std::uint64_t line) {
    draft_ = {};
    draft_.line = line;
    ++number_;
    open_ = true;
  }

  void TakeType(std::string_view name) {
    if (name.size() <= kLongestType) draft_.type = Tidy(name);
  }

  void LeaveText(Node node) {
    if (cut_) Report("too-large", "A field is larger than 1 MiB and was cut.", false);
    const bool has_lines = node == kAbstract || node == kKeyword || node == kUrl;
    std::string text = has_lines ? std::move(text_) : Tidy(text_);
    text_.clear();
    // EndNote ends its lines with CR.
    std::replace(text.begin(), text.end(), '\r', '\n');
    if (!text.empty()) draft_.texts.emplace_back(node, std::move(text));
  }

  // False: the sink wants no more.
  bool Finish() {
    open_ = false;
    if (std::exchange(overflowed_, false)) {
      Report("too-large", "The record is larger than 16 MiB and was skipped.", true);
      return true;
    }
    RecordEntry entry = Read();
    if (NamesAWork(entry.printed)) return sink_.Take(std::move(entry));
    Report("empty-record", "It has no title and no identifier and was skipped.", true);
    return true;
  }

  RecordEntry Read() {
    RecordEntry entry;
    entry.line = draft_.line;
    Reference& r = entry.printed;
    r.key = draft_.First(kNumber);
    r.title = WithoutMarkup(draft_.First(kTitle));
    r.container = draft_.First(kFullTitle);
    if (r.container.empty() && !IsBook(draft_.type)) r.container = draft_.First(kSecondaryTitle);
    if (r.container.empty()) r.container = draft_.First(kAbbreviation);
    r.volume = draft_.First(kVolume);
    r.issue = draft_.First(kIssue);
    r.pages = Pages(draft_.First(kPages), {});
    const bool has_digit = std::any_of(r.pages.begin(), r.pages.end(), ascii::IsDigit);
    if (!has_digit || r.pages.find("://") != std::string::npos) r.pages.clear();
    r.publisher = draft_.First(kPublisher);
    r.year = FirstYear(draft_.First(kYear));
    if (r.year == 0) r.year = FirstYear(draft_.First(kDate));
    ReadAuthors(&r);
    ReadIdentifiers(&entry);
    ReadWords(&entry);
    return entry;
  }

  // Editors where there is no author.
  void ReadAuthors(Reference* r) const {
    for (const Node kind : {kAuthor, kEditor}) {
      if (!r->authors.empty()) return;
      for (const auto& [node, text] : draft_.texts) {
        if (node != kind) continue;
        for (const std::string& name : SplitList(text, ';')) AddAuthor(name, r);
      }
    }
  }

  void ReadIdentifiers(RecordEntry* entry) {
    Reference& r = entry->printed;
    SetDoi(draft_.First(kDoi), number_, entry, &sink_);
    for (const auto& [node, text] : draft_.texts) {
      if (node == kUrl) ReadUrl(Tidy(text), &r);
      if (node == kNotes && r.doi.empty()) r.doi = OnlyDoi(text);
      const bool pmcid = node == kCustom && Mentions(text.substr(0, 3), {"pmc"});
      if (pmcid && r.pmcid.empty()) r.pmcid = Pmcid(text);
    }
    const std::string accession = draft_.First(kAccession);
    const std::string database = draft_.First(kDatabase);
    const bool is_pubmed =
        database.empty() ? accession.size() >= 7 : Mentions(database, {"pubmed", "medline", "nlm"});
    if (r.pmid.empty() && is_pubmed && Pmid(accession) == accession) r.pmid = accession;
  }

  static void ReadUrl(const std::string& text, Reference* r) {
    const std::string address = FirstAddress(text);
    const AddressIds ids = ReadAddress(address);
    if (r->doi.empty()) r->doi = ids.doi;
    if (r->pmid.empty()) r->pmid = ids.pmid;
    if (r->pmcid.empty()) r->pmcid = ids.pmcid;
    if (r->url.empty() && address.starts_with("http")) r->url = address;
  }

  void ReadWords(RecordEntry* entry) const {
    for (const auto& [node, text] : draft_.texts) {
      if (node == kKeyword) AddKeywords(text, entry);
      if (node == kWorkType) entry->record.publication_types.push_back(text);
    }
    if (!draft_.type.empty()) entry->record.publication_types.push_back(draft_.type);
    entry->abstract = SplitMarkedUpAbstract(draft_.First(kAbstract));
  }

  RecordSink& sink_;
  std::vector<Node> path_{kFile};  // never empty
  std::size_t passed_ = 0;         // elements between here and path_.back()
  std::string text_{};             // of path_.back()
  bool cut_ = false;               // text_ is not all of it
  bool open_ = false;              // a record is being read
  bool overflowed_ = false;        // it is too large: pass over the rest
  std::uint64_t number_ = 0;       // of records that began
  Draft draft_{};
};

}  // namespace

Status ReadEndnoteXml(ByteSource* source, RecordSink* sink) {
  EndnoteReader reader(sink);
  const Result<XmlEnd> end = ReadXml(source, &reader);
  if (!end) return tl::unexpected(end.error());
  reader.ReportEnd(*end);
  return {};
}

}  // namespace claimgraph
