// One pass.  The reader knows where it is (PubmedNode) and passes over whatever is
// of no interest there.  Text gathers in one buffer, from the start of an element
// that holds text to its end, through all markup inside; then it goes to its field.
// What one field needs of another (an article number before its kind is known, the
// pages before all three of their forms were met) waits in Draft until the record ends.
#include "importers/records/pubmed_xml.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/ascii.h"
#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "importers/records/pubmed_nodes.h"
#include "importers/records/record_fields.h"
#include "importers/records/xml_stream.h"

namespace claimgraph {
namespace {

using enum PubmedNode;

constexpr std::size_t kMostInQuote = 80;
// What an element costs at least, so that a record of countless empty ones ends too.
constexpr std::size_t kElementCost = 64;

// At most `most` bytes of `text`, whole characters.
std::string_view Cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string Quoted(std::string_view text) {
  const std::string_view shown = Cut(text, kMostInQuote);
  return '"' + std::string(shown) + (shown.size() < text.size() ? "...\"" : "\"");
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::IsDigit);
}

bool IsPmid(std::string_view text) {
  return AllDigits(text) && text.size() <= 10 && text.front() != '0';
}

// The first four digits that stand alone and may be a year: "1998 Dec-1999 Jan".
std::string_view YearIn(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && ascii::IsDigit(text[end])) ++end;
    const std::string_view digits = text.substr(i, end - i);
    if (digits.size() == 4 && digits >= "1500" && digits <= "2199") return digits;
    i = end + 1;
  }
  return {};
}

int ToNumber(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// "PMC123", "pmc123.1" and "123" are "PMC123".
std::string PmcidOf(std::string_view field) {
  if (ascii::Lowered(field.substr(0, 3)) == "pmc") field.remove_prefix(3);
  const auto end = std::find_if_not(field.begin(), field.end(), ascii::IsDigit);
  if (end == field.begin()) return {};
  return "PMC" + std::string(field.begin(), end);
}

enum class IdType : std::uint8_t { kOther, kPubmed, kDoi, kPmc };

IdType IdTypeOf(std::string_view printed) {
  if (printed == "pubmed") return IdType::kPubmed;
  if (printed == "doi") return IdType::kDoi;
  if (printed == "pmc") return IdType::kPmc;
  return IdType::kOther;
}

// The data banks that register trials, in lower case; the others hold sequences,
// structures and files.
constexpr std::array<std::string_view, 27> kRegistries = {
    "anzctr",   "chictr",   "clinicaltrials.gov",
    "cris",     "ctis",     "ctri",
    "drks",     "euctr",    "eudract",
    "irct",     "isrctn",   "itmctr",
    "japiccti", "jma iia",  "jmacct",
    "jrct",     "kct",      "lbctr",
    "ntr",      "pactr",    "rebec",
    "repec",    "rpcec",    "slctr",
    "tctr",     "umin ctr", "umin-ctr"};
static_assert(std::is_sorted(kRegistries.begin(), kRegistries.end()));

bool IsTrialRegistry(std::string_view bank) {
  return std::binary_search(kRegistries.begin(), kRegistries.end(), ascii::Lowered(bank));
}

// Some registries' numbers are printed without the letters that begin them.
std::string RegistryNumber(std::string_view bank, std::string_view printed) {
  const std::string registry = ascii::Lowered(bank);
  std::string number(printed);
  if (!AllDigits(printed)) return number;
  if (registry == "isrctn") number.insert(0, "ISRCTN");
  if (registry == "clinicaltrials.gov") number.insert(0, "NCT");
  return number;
}

// What a linked article says of this one, by RefType; kCurrent: nothing.
Standing StandingOf(std::string_view ref_type) {
  struct Row {
    std::string_view ref_type;
    Standing standing;
  };
  constexpr std::array<Row, 8> kRows = {{
      {"RetractionIn", Standing::kRetracted},
      {"RetractedandRepublishedIn", Standing::kRetracted},
      {"PartialRetractionIn", Standing::kConcern},
      {"ExpressionOfConcernIn", Standing::kConcern},
      {"ErratumIn", Standing::kCorrected},
      {"CorrectedandRepublishedIn", Standing::kCorrected},
      {"UpdateIn", Standing::kSuperseded},
      {"RepublishedIn", Standing::kSuperseded},
  }};
  for (const Row& row : kRows) {
    if (row.ref_type == ref_type) return row.standing;
  }
  return Standing::kCurrent;
}

// A record that is being read.
struct Draft {
  RecordEntry entry{};
  std::uint64_t number = 0;  // in the file, from 1
  std::size_t used = 0;      // what it takes, as kMostInRecord counts
  bool bad_pmid = false;
  std::string bad_doi{};
  std::string location_doi{};  // of an ELocationID
  int article_year = 0;
  std::string journal{};
  std::string vernacular_title{};
  std::string start_page{};
  std::string end_page{};
  std::string book_title{};
  Author author{};  // the one that is being read
  std::string initials{};
  std::string collective{};
  std::string data_bank{};
  StandingNotice comment{};
  std::string reference_pmid{};
  std::string reference_doi{};
  std::vector<std::string> old_cites{};  // until 2018 among the comments
};

class PubmedReader : public XmlHandler {
 public:
  explicit PubmedReader(RecordSink* sink) : sink_(*sink) {}

  bool Start(const XmlElement& element) override {
    if (passed_ > 0 || overflowed_ || HoldsText(Here())) {
      ++passed_;
      return true;
    }
    const PubmedNode child = ChildOf(Here(), element.name());
    if (child != kNone && Enter(child, element)) {
      path_.push_back(child);
      return true;
    }
    if (Here() == kFile) ReportRoot(element);
    ++passed_;
    return true;
  }

  bool End() override {
    if (passed_ > 0) {
      --passed_;
      return true;
    }
    const PubmedNode node = Here();
    path_.pop_back();
    return Leave(node);
  }

  // Markup inside of a text is passed over, its text is not.
  void Text(std::string_view piece) override {
    if (!HoldsText(Here()) || cut_ || overflowed_) return;
    const std::string_view part = Cut(piece, kMostInField - text_.size());
    cut_ = part.size() < piece.size();
    text_.append(part);
    Charge(part.size());
  }

  // Says why reading stopped before the end of the file.
  void ReportEnd(const XmlEnd& end) {
    if (end.code.empty()) return;
    std::string message = end.message;
    if (open_) message += " The record that it is in was skipped.";
    message += " What came before was read.";
    sink_.Report({end.line, open_ ? RecordName() : "", end.code, std::move(message), open_});
  }

 private:
  PubmedNode Here() const { return path_.back(); }
  Reference& printed() { return draft_.entry.printed; }

  std::string RecordName() const {
    const std::string& pmid = draft_.entry.printed.pmid;
    return pmid.empty() ? "record " + std::to_string(draft_.number) : pmid;
  }

  void Report(std::string code, std::string message, bool skipped = false) {
    sink_.Report({draft_.entry.line, RecordName(), std::move(code), std::move(message), skipped});
  }

  void ReportRoot(const XmlElement& element) {
    sink_.Report({element.Line(), "", "not-pubmed",
                  "The file's outermost element is " + Quoted(element.name()) +
                      ", which is none of PubMed's; nothing was read.",
                  false});
  }

  void Charge(std::size_t bytes) {
    draft_.used += bytes;
    if (!open_ || draft_.used <= kMostInRecord) return;
    overflowed_ = true;
    text_.clear();
    const std::uint64_t line = draft_.entry.line;
    const std::string pmid = printed().pmid;
    draft_.entry = {};
    draft_.entry.line = line;
    printed().pmid = pmid;
  }

  void Begin(const XmlElement& element) {
    const std::uint64_t number = draft_.number + 1;
    draft_ = {};
    draft_.number = number;
    draft_.entry.line = element.Line();
    open_ = true;
    open_at_ = path_.size();
  }

  // False: of no interest after all.
  bool Enter(PubmedNode node, const XmlElement& element) {
    Charge(kElementCost);
    text_.clear();
    cut_ = false;
    switch (node) {
      case kPubmedArticle:
      case kBookArticle:
      case kCitation:
        if (!open_) Begin(element);
        return true;
      case kDeletedPmid:
        draft_.entry.line = element.Line();
        return true;
      case kAuthorList:
      case kBookAuthors:
        return EnterAuthors(element);
      case kAuthor:
        draft_.author = {};
        draft_.initials.clear();
        draft_.collective.clear();
        return element.Attribute("ValidYN") != "N";
      case kDataBank:
        draft_.data_bank.clear();
        return true;
      case kAbstractText:
        EnterAbstractPart(element.Attribute("Label"));
        return true;
      case kComment:
        return EnterComment(element.Attribute("RefType"));
      case kReference:
        draft_.reference_pmid.clear();
        draft_.reference_doi.clear();
        return true;
      case kLocation:
        return element.Attribute("EIdType") == "doi" && element.Attribute("ValidYN") != "N";
      case kArticleId:
      case kReferenceId:
        id_type_ = IdTypeOf(element.Attribute("IdType"));
        return id_type_ != IdType::kOther;
      default:
        return true;
    }
  }

  // A chapter's own authors stand after those of its book, and instead of them.
  bool EnterAuthors(const XmlElement& element) {
    if (element.Attribute("Type") == "editors") return false;
    printed().authors.clear();
    printed().et_al = element.Attribute("CompleteYN") == "N";
    return true;
  }

  void EnterAbstractPart(std::string_view label) {
    const std::string_view part = Cut(label, kMostInField);
    if (part.size() < label.size()) ReportCut();
    label_ = part == "UNLABELLED" ? "" : Tidy(part);  // PubMed's word for none
    Charge(label_.size());
  }

  bool EnterComment(std::string_view ref_type) {
    cites_ = ref_type == "Cites";
    draft_.comment = {};
    draft_.comment.standing = StandingOf(ref_type);
    return cites_ || draft_.comment.standing != Standing::kCurrent;
  }

  bool Leave(PubmedNode node) {
    if (node == kDeletedPmid) return Remove(Tidy(text_));
    if (HoldsText(node)) {
      LeaveText(node);
    } else if (node == kAuthor) {
      AddAuthor();
    } else if (node == kComment) {
      AddComment();
    } else if (node == kReference) {
      AddReference();
    }
    return !open_ || path_.size() > open_at_ || Finish();
  }

  void ReportCut() {
    Report("long-field", "A field is longer than a megabyte; the rest of it was left out.");
  }

  void LeaveText(PubmedNode node) {
    if (cut_) ReportCut();
    std::string value = Tidy(text_);
    if (value.empty()) return;
    if (std::string* field = FieldOf(node)) {
      if (field->empty()) *field = std::move(value);
    } else if (std::vector<std::string>* list = ListOf(node)) {
      list->push_back(std::move(value));
    } else {
      LeaveOther(node, std::move(value));
    }
  }

  // The field that takes a text as it is; the first of several stays.
  std::string* FieldOf(PubmedNode node) {
    switch (node) {
      case kVolume:
        return &printed().volume;
      case kIssue:
        return &printed().issue;
      case kJournalTitle:
        return &draft_.journal;
      case kIsoTitle:
        return &printed().container;
      case kTitle:
        return &printed().title;
      case kVernacularTitle:
        return &draft_.vernacular_title;
      case kMedlinePages:
        return &printed().pages;
      case kStartPage:
        return &draft_.start_page;
      case kEndPage:
        return &draft_.end_page;
      case kFamily:
        return &draft_.author.family;
      case kForeName:
        return &draft_.author.given;
      case kInitials:
        return &draft_.initials;
      case kCollective:
        return &draft_.collective;
      case kDataBankName:
        return &draft_.data_bank;
      case kRefSource:
        return &draft_.comment.reason;
      case kBookTitle:
        return &draft_.book_title;
      case kPublisherName:
        return &printed().publisher;
      default:
        return nullptr;
    }
  }

  std::vector<std::string>* ListOf(PubmedNode node) {
    switch (node) {
      case kType:
        return &draft_.entry.record.publication_types;
      case kDescriptor:
        return &draft_.entry.record.headings;
      case kKeyword:
        return &draft_.entry.keywords;
      default:
        return nullptr;
    }
  }

  void LeaveOther(PubmedNode node, std::string value) {
    switch (node) {
      case kPmid:
        SetPmid(std::move(value));
        break;
      case kYear:
      case kMedlineDate:
        if (printed().year == 0) printed().year = ToNumber(YearIn(value));
        break;
      case kArticleYear:
        if (draft_.article_year == 0) draft_.article_year = ToNumber(YearIn(value));
        break;
      case kLocation:
        TakeDoi(value, &draft_.location_doi);
        break;
      case kAbstractText:
        draft_.entry.abstract.push_back({std::move(label_), std::move(value)});
        break;
      case kAccession:
        AddAccession(value);
        break;
      case kCommentPmid:
        if (IsPmid(value)) draft_.comment.notice = "pmid:" + value;
        break;
      case kArticleId:
        TakeArticleId(std::move(value));
        break;
      case kReferenceId:
        if (id_type_ == IdType::kPubmed && IsPmid(value)) draft_.reference_pmid = value;
        if (id_type_ == IdType::kDoi) draft_.reference_doi = CanonicalDoi(value);
        break;
      default:
        break;
    }
  }

  void SetPmid(std::string value) {
    if (!IsPmid(value)) {
      draft_.bad_pmid = true;
      Report("bad-pmid", Quoted(value) + " is no PMID; it was left out.");
    } else if (printed().pmid.empty()) {
      printed().pmid = std::move(value);
    }
  }

  void TakeDoi(std::string_view value, std::string* doi) {
    if (!doi->empty()) return;
    *doi = CanonicalDoi(value);
    if (doi->empty()) draft_.bad_doi = value;
  }

  void TakeArticleId(std::string value) {
    if (id_type_ == IdType::kDoi) TakeDoi(value, &printed().doi);
    if (id_type_ == IdType::kPmc && printed().pmcid.empty()) printed().pmcid = PmcidOf(value);
    if (id_type_ == IdType::kPubmed && printed().pmid.empty()) SetPmid(std::move(value));
  }

  void AddAuthor() {
    Author& author = draft_.author;
    if (!draft_.collective.empty()) author = {std::move(draft_.collective), ""};
    if (author.family.empty()) std::swap(author.family, author.given);
    if (author.family.empty()) return;
    if (author.given.empty()) author.given = std::move(draft_.initials);
    printed().authors.push_back(std::move(author));
  }

  void AddAccession(std::string_view value) {
    if (!IsTrialRegistry(draft_.data_bank)) return;
    Fact fact;
    fact.kind = FactKind::kRegistry;
    fact.value = RegistryNumber(draft_.data_bank, value);
    draft_.entry.record.facts.push_back(std::move(fact));
  }

  void AddComment() {
    StandingNotice& comment = draft_.comment;
    if (cites_) {
      if (!comment.notice.empty()) draft_.old_cites.push_back(std::move(comment.notice));
      return;
    }
    comment.date = YearIn(comment.reason);
    draft_.entry.record.notices.push_back(std::move(comment));
  }

  void AddReference() {
    if (!draft_.reference_pmid.empty()) {
      draft_.entry.cites.push_back("pmid:" + draft_.reference_pmid);
    } else if (!draft_.reference_doi.empty()) {
      draft_.entry.cites.push_back("doi:" + draft_.reference_doi);
    }
  }

  bool Remove(std::string pmid) {
    RecordEntry entry;
    entry.line = draft_.entry.line;
    if (!IsPmid(pmid)) {
      sink_.Report({entry.line, "", "bad-pmid",
                    Quoted(pmid) + " is no PMID; no record was removed for it.", true});
      return true;
    }
    entry.printed.pmid = std::move(pmid);
    entry.removed = true;
    return sink_.Take(std::move(entry));
  }

  bool Finish() {
    open_ = false;
    if (std::exchange(overflowed_, false)) {
      Report("too-large", "The record is larger than 16 MiB; it was skipped.", true);
      return true;
    }
    SettleFields();
    SettleDoi();
    SettleNotices();
    if (draft_.entry.cites.empty()) draft_.entry.cites = std::move(draft_.old_cites);
    const bool named = !printed().pmid.empty() || !printed().doi.empty();
    if (!named && printed().title.empty()) {
      Report("empty-record", "The record has no PMID, no DOI and no title; it was skipped.", true);
      return true;
    }
    if (printed().pmid.empty() && !draft_.bad_pmid) {
      Report("missing-pmid", "The record has no PMID; it was read without.");
    }
    return sink_.Take(std::move(draft_.entry));
  }

  void SettleFields() {
    Reference& p = printed();
    if (p.year == 0) p.year = draft_.article_year;
    if (p.title.empty()) p.title = std::move(draft_.vernacular_title);
    if (p.container.empty()) p.container = std::move(draft_.journal);
    if (p.title.empty()) {
      p.title = std::move(draft_.book_title);
    } else if (p.container.empty()) {
      p.container = std::move(draft_.book_title);
    }
    if (p.pages.empty()) {
      p.pages = draft_.start_page;
      if (!draft_.end_page.empty() && draft_.end_page != p.pages) p.pages += "-" + draft_.end_page;
    }
  }

  void SettleDoi() {
    if (printed().doi.empty()) printed().doi = std::move(draft_.location_doi);
    if (draft_.bad_doi.empty()) return;
    Report("bad-doi", Quoted(draft_.bad_doi) + " is no DOI; it was left out.");
  }

  void SettleNotices() {
    Record& record = draft_.entry.record;
    const auto has = [&record](std::string_view type) {
      return std::find(record.publication_types.begin(), record.publication_types.end(), type) !=
             record.publication_types.end();
    };
    NoteRetractedType(&record);
    if (has("Preprint")) record.notices.push_back({Standing::kPreprint, "", "Preprint", ""});
  }

  RecordSink& sink_;
  std::vector<PubmedNode> path_{kFile};  // never empty
  std::size_t passed_ = 0;               // elements between here and path_.back()
  std::string text_{};                   // of path_.back()
  bool cut_ = false;                     // text_ is not all of it
  bool open_ = false;                    // a record is being read
  std::size_t open_at_ = 0;              // path_.size() around it
  bool overflowed_ = false;              // it is too large: pass over the rest
  Draft draft_{};
  IdType id_type_ = IdType::kOther;  // of the article or reference number that is being read
  bool cites_ = false;               // the comment is a citation
  std::string label_{};              // of the part of the abstract
};

}  // namespace

Status ReadPubmedXml(ByteSource* source, RecordSink* sink) {
  PubmedReader reader(sink);
  const Result<XmlEnd> end = ReadXml(source, &reader);
  if (!end) return tl::unexpected(end.error());
  reader.ReportEnd(*end);
  return {};
}

}  // namespace claimgraph
