#include "queries/rules/record_match.h"

#include <algorithm>
#include <set>

#include "core/numbered_name.h"
#include "core/text/work_names.h"
#include "queries/rules/printed_identifiers.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// Adds the records of every work that is known under `name`.
void AddRecords(const GraphReader& reader, std::string_view name,
                std::vector<MatchedRecord>* matched) {
  for (const NodeRef work : WorksNamed(reader, UnnumberedName(name))) {
    for (const NodeRef node : reader.Neighbours(work, EdgeKind::kRecords, Way::kIn)) {
      Result<Record> record = reader.FindRecord(RecordId{node.id});
      if (!record || record->title.empty()) continue;  // a notice tells nothing to compare
      const Result<Document> document = reader.FindDocumentHeader(record->document);
      if (document) matched->push_back({std::move(*record), document->source});
    }
  }
}

std::optional<MatchedRecord> MostAlike(const Reference& reference,
                                       std::vector<MatchedRecord> matched) {
  if (matched.empty()) return std::nullopt;
  // Several records may tell of one work, each with faults of its own.
  const auto best = std::ranges::max_element(matched, {}, [&](const MatchedRecord& m) {
    const Record& r = m.record;
    return 4 * TitleLikeness(reference.title, r.title) + (reference.year == r.year) +
           (reference.volume == r.volume) + (reference.pages == r.pages) +
           (reference.authors.size() == r.authors.size());
  });
  return std::move(*best);
}

}  // namespace

RecordMatch MatchRecords(const GraphReader& reader, const Reference& reference) {
  std::vector<MatchedRecord> by_identifier;
  std::vector<MatchedRecord> by_words;
  for (const PrintedIdentifier& printed : PrintedIdentifiers(reference)) {
    AddRecords(reader, printed.name, &by_identifier);
  }
  if (const std::string place = PlaceName(reference); !place.empty()) {
    AddRecords(reader, place, &by_words);
  }
  std::set<std::string> titles;
  AddTitlesNear(reference.title, reference.year, &titles);
  for (const std::string& title : titles) AddRecords(reader, title, &by_words);
  return {MostAlike(reference, std::move(by_identifier)),
          MostAlike(reference, std::move(by_words))};
}

const MatchedRecord* Speaks(const RecordMatch& match) {
  if (match.by_identifier) return &*match.by_identifier;
  return match.by_words ? &*match.by_words : nullptr;
}

std::string RecordLabel(const MatchedRecord& matched) {
  const Record& record = matched.record;
  if (!record.pmid.empty()) return Cat("its record (PMID ", record.pmid, ")");
  if (!record.doi.empty()) return Cat("its record (DOI ", record.doi, ")");
  return Cat("its record (", matched.source, ")");
}

}  // namespace claimgraph
