// The order of lines is that of arrival: of two entries that contradict each other, a
// rule holds the later against the earlier (queries/rules/printed_identifiers.h), and who
// reads the file must find them in the same order.  What was imported anew keeps its
// DocumentId, but its entries come last, so that documents go by their references' ids:
//   1. documents without references and records, by their own ids (decisions, notes);
//   2. records without references, by their records' ids;
//   3. documents with references, by the ids of these.
// A store that was made of the file has them in this order by all three.

#include "queries/exports/json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <tuple>
#include <utility>

#include "core/appraisal.h"
#include "core/document_graph.h"
#include "core/graph_json.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

// Whether an edge of `kind` leads from the document to something that is exported.
bool HasAny(const ExportScope& scope, DocumentId document, EdgeKind kind) {
  const GraphReader& reader = scope.reader();
  if (scope.IsWhole()) {
    return !reader.FirstNeighbours(Node(document), kind, Way::kOut, 1).empty();
  }
  return std::ranges::any_of(reader.Neighbours(Node(document), kind, Way::kOut),
                             [&](NodeRef node) { return scope.Has(node); });
}

using VisitDocument = std::function<Status(DocumentId)>;

Status EachDocument(const ExportScope& scope, const VisitDocument& visit) {
  const auto has_references = [&](DocumentId id) {
    return HasAny(scope, id, EdgeKind::kHasReference);
  };
  DocumentId last{};  // what a document has several of follows in one row
  return scope
      .EachId(NodeKind::kDocument,
              [&](std::uint64_t id) -> Status {
                const DocumentId document{id};
                const bool later =
                    has_references(document) || HasAny(scope, document, EdgeKind::kHasRecord);
                return later ? Status() : visit(document);
              })
      .and_then([&] {
        return scope.Each<Record>([&](const Record& record) -> Status {
          if (std::exchange(last, record.document) == record.document) return {};
          if (!scope.Has(Node(record.document)) || has_references(record.document)) return {};
          return visit(record.document);
        });
      })
      .and_then([&] {
        last = {};
        return scope.Each<Reference>([&](const Reference& reference) -> Status {
          if (std::exchange(last, reference.document) == reference.document) return {};
          return scope.Has(Node(reference.document)) ? visit(reference.document) : Status();
        });
      });
}

// ---- What is not exported

template <typename Noun>
void Keep(const ExportScope& scope, std::vector<Noun>* nouns) {
  std::erase_if(*nouns, [&](const Noun& noun) { return !scope.Has(Node(noun.id)); });
}

// Ids of what went lead nowhere, and MakeLocal leaves them out.
void KeepChosen(const ExportScope& scope, DocumentGraph* g) {
  if (scope.IsWhole()) return;
  Keep(scope, &g->claims);
  Keep(scope, &g->citations);
  Keep(scope, &g->references);
  Keep(scope, &g->works);
  Keep(scope, &g->propositions);
  Keep(scope, &g->evidence_lines);
  Keep(scope, &g->findings);
  Keep(scope, &g->records);
  Keep(scope, &g->results);
  Keep(scope, &g->studies);
  Keep(scope, &g->decisions);
}

// ---- An order that does not depend on ids

template <typename Noun, typename Id>
class Order {
 public:
  explicit Order(const std::vector<Noun>& nouns) : nouns_(nouns), places_(nouns.size()) {}

  // `id` is local.
  void Meet(Id id) {
    if (!IsSet(id) || IsSet(places_[Raw(id) - 1])) return;
    ordered_.push_back(nouns_[Raw(id) - 1]);
    places_[Raw(id) - 1] = Id{ordered_.size()};
  }
  void Meet(const std::vector<Id>& ids) {
    for (const Id id : ids) Meet(id);
  }

  void Move(Id* id) const {
    if (IsSet(*id)) *id = places_[Raw(*id) - 1];
  }
  void Move(std::vector<Id>* ids) const {
    for (Id& id : *ids) Move(&id);
  }

  std::vector<Noun> Take() { return std::move(ordered_); }

 private:
  const std::vector<Noun>& nouns_;
  std::vector<Id> places_;
  std::vector<Noun> ordered_{};
};

// Of works that nothing but a list leads to: whatever tells two of them apart.
auto Likeness(const Work& w) {
  return std::tie(w.names, w.title, w.year, w.container, w.doi, w.pmid, w.pmcid, w.url);
}

// Puts works, studies and propositions in the order in which the nouns refer to them.
// Requires: ids are local.
void OrderShared(DocumentGraph* g) {
  Order<Work, WorkId> works(g->works);
  Order<Study, StudyId> studies(g->studies);
  Order<Proposition, PropositionId> propositions(g->propositions);
  std::ranges::stable_sort(g->lists, [&](WorkId a, WorkId b) {
    return Likeness(g->works[Raw(a) - 1]) < Likeness(g->works[Raw(b) - 1]);
  });
  for (const Reference& r : g->references) works.Meet(r.work);
  for (const Claim& c : g->claims) propositions.Meet(c.propositions);
  for (const EvidenceLine& l : g->evidence_lines) {
    works.Meet(l.work);
    propositions.Meet(l.proposition);
  }
  for (const Record& r : g->records) {
    works.Meet(r.work);
    works.Meet(r.includes);
    studies.Meet(r.study);
  }
  for (const StudyResult& r : g->results) studies.Meet(r.study);
  works.Meet(g->presents);
  works.Meet(g->lists);

  for (Reference& r : g->references) works.Move(&r.work);
  for (Claim& c : g->claims) propositions.Move(&c.propositions);
  for (EvidenceLine& l : g->evidence_lines) {
    works.Move(&l.work);
    propositions.Move(&l.proposition);
  }
  for (Record& r : g->records) {
    works.Move(&r.work);
    works.Move(&r.includes);
    studies.Move(&r.study);
  }
  for (StudyResult& r : g->results) studies.Move(&r.study);
  works.Move(&g->presents);
  works.Move(&g->lists);
  g->works = works.Take();
  g->studies = studies.Take();
  g->propositions = propositions.Take();
}

Status WriteHeader(const GraphReader& reader, std::ostream& out) {
  const Result<std::string> vocabulary = reader.Vocabulary();
  if (!vocabulary) return tl::unexpected(vocabulary.error());
  out << GraphHeaderJson({.method = std::string(kMethodVersion), .vocabulary = *vocabulary})
      << '\n';
  return {};
}

}  // namespace

Status ExportJsonLines(const ExportScope& scope, const ExportSettings&, std::ostream& out) {
  std::string line;
  const auto write = [&](DocumentId id) -> Status {
    Result<DocumentGraph> graph = LoadDocumentGraph(scope.reader(), id);
    if (!graph) return tl::unexpected(graph.error());
    KeepChosen(scope, &*graph);
    MakeLocal(&*graph);
    OrderShared(&*graph);
    line.clear();
    AppendGraphJson(*graph, &line);
    if (line.size() > kMostInGraphLine) {
      return Fail(ErrorCode::kInvalidArgument,
                  fmt::format("{}: its graph makes a line of {} MiB, and no more than {} MiB can "
                              "be read back; split the document, or leave it out with --where",
                              graph->document.source, line.size() >> 20, kMostInGraphLine >> 20));
    }
    line += '\n';
    out.write(line.data(), static_cast<std::streamsize>(line.size()));
    return out ? Status() : Fail(ErrorCode::kIo, "the export cannot be written");
  };
  return WriteHeader(scope.reader(), out).and_then([&] { return EachDocument(scope, write); });
}

}  // namespace claimgraph
