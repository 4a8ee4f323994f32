// The type follows from what is known: a journal makes an article, a publisher
// without one a book.  Nobody printed it.

#include "queries/exports/bibliography.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/ids.h"
#include "core/record.h"
#include "core/text/ascii.h"
#include "core/text/author_names.h"
#include "core/text/normalize.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostDescriptions = 8;  // records, and again references, of one work
constexpr std::size_t kMostInName = 24;       // letters of a name in a key

// "World Health Organization" -> "worldhealthorganization"; letters outside a-z are
// left out, for not every program takes them in a key.
std::string KeyWord(std::string_view name) {
  std::string word;
  for (const char c : Fold(name)) {
    if (word.size() == kMostInName) break;
    if (ascii::IsLower(c) || ascii::IsDigit(c)) word.push_back(c);
  }
  return word;
}

std::string KeyOf(const Work& work) {
  std::string key = work.authors.empty() ? std::string() : KeyWord(work.authors.front().family);
  if (key.empty()) key = KeyWord(std::string_view(work.title).substr(0, work.title.find(' ')));
  if (key.empty() || ascii::IsDigit(key.front())) key.insert(0, "work");
  if (work.year != 0) key += fmt::format("{}", work.year);
  return fmt::format("{}_w{}", key, Raw(work.id));
}

EntryType TypeOf(const BibliographyEntry& entry) {
  const Work& work = entry.work;
  const bool in_series = !entry.volume.empty() || !entry.issue.empty();
  if (work.standing == Standing::kPreprint) return EntryType::kPreprint;
  if (work.design == StudyDesign::kWebPage) return EntryType::kPage;
  if (!work.pmid.empty() || !work.pmcid.empty() || in_series) return EntryType::kArticle;
  if (!work.container.empty()) {
    return entry.publisher.empty() ? EntryType::kArticle : EntryType::kChapter;
  }
  if (work.design == StudyDesign::kGuideline) return EntryType::kReport;
  if (!entry.publisher.empty()) return EntryType::kBook;
  if (!work.doi.empty()) return EntryType::kArticle;
  return work.url.empty() ? EntryType::kOther : EntryType::kPage;
}

std::string StandingWords(Standing standing) {
  switch (standing) {
    case Standing::kCurrent:
      return {};
    case Standing::kCorrected:
      return "Corrected";
    case Standing::kConcern:
      return "Expression of concern";
    case Standing::kRetracted:
      return "Retracted";
    case Standing::kSuperseded:
      return "Superseded";
    case Standing::kPreprint:
      return "Preprint";
  }
  return {};
}

class EntryMaker {
 public:
  EntryMaker(const GraphReader& reader, const Work& work) : reader_(reader) { entry_.work = work; }

  Result<BibliographyEntry> Run() {
    const NodeRef node = Node(entry_.work.id);
    for (const NodeRef at :
         reader_.FirstNeighbours(node, EdgeKind::kRecords, Way::kIn, kMostDescriptions)) {
      const Result<Record> record = reader_.FindRecord(RecordId{at.id});
      if (!record) return tl::unexpected(record.error());
      TakePlace(*record);
      TakeNotice(*record);
    }
    for (const NodeRef at :
         reader_.FirstNeighbours(node, EdgeKind::kDescribes, Way::kIn, kMostDescriptions)) {
      const Result<Reference> reference = reader_.FindReference(ReferenceId{at.id});
      if (!reference) return tl::unexpected(reference.error());
      TakePlace(*reference);
      if (entry_.publisher.empty()) entry_.publisher = reference->publisher;
    }
    entry_.note = StandingWords(entry_.work.standing) + when_and_why_;
    entry_.type = TypeOf(entry_);
    entry_.key = KeyOf(entry_.work);
    return std::move(entry_);
  }

 private:
  template <typename Description>
  void TakePlace(const Description& from) {
    entry_.et_al = entry_.et_al || (from.et_al && from.authors == entry_.work.authors);
    if (has_place_ || (from.volume.empty() && from.issue.empty() && from.pages.empty())) return;
    has_place_ = true;
    entry_.volume = from.volume;
    entry_.issue = from.issue;
    entry_.pages = from.pages;
  }

  // The first notice that says what the work's standing is.
  void TakeNotice(const Record& record) {
    const auto notice =
        std::ranges::find(record.notices, entry_.work.standing, &StandingNotice::standing);
    if (notice == record.notices.end() || !when_and_why_.empty()) return;
    if (!notice->date.empty()) when_and_why_ = fmt::format(" ({})", notice->date);
    if (!notice->reason.empty()) when_and_why_ += ": " + Tidy(notice->reason);
  }

  const GraphReader& reader_;
  BibliographyEntry entry_;
  std::string when_and_why_;
  bool has_place_ = false;
};

}  // namespace

Result<BibliographyEntry> EntryOf(const GraphReader& reader, const Work& work) {
  return EntryMaker(reader, work).Run();
}

bool IsCorporate(const Author& author) {
  if (!author.given.empty()) return false;
  const std::string_view name = author.family;
  const std::size_t space = name.find(' ');
  if (space != std::string_view::npos) return !IsNameParticle(name.substr(0, space));
  return name.size() > 1 && std::ranges::all_of(name, ascii::IsUpper);
}

}  // namespace claimgraph
