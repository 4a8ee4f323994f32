#include "importers/linking/record_finder.h"

#include "core/appraisal/record_facts.h"

#include <algorithm>
#include <set>

#include "core/numbered_name.h"
#include "core/text/work_names.h"

namespace claimgraph {
namespace {

// The records of the first name that leads to any.
std::vector<NodeRef> RecordNodes(const GraphReader& store, const Reference& reference) {
  for (const std::string& name : WorkNames(reference)) {
    std::set<NodeRef> records;
    for (const NodeRef work : WorksNamed(store, name)) {
      for (const NodeRef record : store.Neighbours(work, EdgeKind::kRecords, Way::kIn)) {
        records.insert(record);
      }
    }
    if (!records.empty()) return {records.begin(), records.end()};
  }
  return {};
}

// Whether the rules would find one (queries/rules/record_match.cc).
bool IsNear(const GraphReader& store, const Reference& reference) {
  std::set<std::string> titles;
  AddTitlesNear(reference.title, reference.year, &titles);
  return std::ranges::any_of(titles, [&](const std::string& title) {
    const NodeRef work = store.Named(title);
    return work.id != 0 && !store.FirstNeighbours(work, EdgeKind::kRecords, Way::kIn, 1).empty();
  });
}

std::string StudyKeyOf(const GraphReader& store, StudyId id) {
  if (!IsSet(id)) return {};
  const Result<Study> study = store.FindStudy(id);
  return study ? study->key : std::string();
}

}  // namespace

std::optional<FoundRecord> ReadFound(const GraphReader& store, RecordId id) {
  Result<Record> record = store.FindRecord(id);
  if (!record) return std::nullopt;
  Result<Document> document = store.FindDocument(record->document);
  if (!document) return std::nullopt;
  FoundRecord found{.source = document->source,
                    .is_card = document->format == Format::kStudyCard,
                    .study = StudyKeyOf(store, record->study),
                    .includes = IncludedStudies(store, *record),
                    .text = std::move(document->text)};
  for (const Sentence& sentence : document->sentences) found.sentences.push_back(sentence.span);
  for (const NodeRef result :
       store.Neighbours(Node(record->document), EdgeKind::kHasResult, Way::kOut)) {
    if (Result<StudyResult> r = store.FindResult(ResultId{result.id})) {
      found.results.push_back(std::move(*r));
    }
  }
  found.record = std::move(*record);
  return found;
}

std::vector<FoundRecord> RecordsOf(const GraphReader& store, const Reference& reference) {
  std::vector<FoundRecord> found;
  for (const NodeRef node : RecordNodes(store, reference)) {
    if (std::optional<FoundRecord> one = ReadFound(store, RecordId{node.id})) {
      found.push_back(std::move(*one));
    }
  }
  std::ranges::stable_sort(found, [](const FoundRecord& a, const FoundRecord& b) {
    return a.is_card != b.is_card ? a.is_card : a.source < b.source;
  });
  return found;
}

bool HasRecords(const GraphReader& store, const Reference& reference) {
  return !RecordNodes(store, reference).empty() || IsNear(store, reference);
}

}  // namespace claimgraph
