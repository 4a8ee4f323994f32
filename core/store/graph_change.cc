// How a plan is made:
//   1. if the graph has a document of this source, its nouns will go;
//   2. works and propositions find their places in the graph (shared_nodes);
//   3. the document's nouns get ids, and every local id in them becomes the
//      store's;
//   4. works and propositions that only the old nouns referred to go as well.
// "Unchanged" is not a guess from a hash: with the same source and hash, the
// new nouns are given the old ids and compared with what is stored, so that
// another bibliography beside the same draft, or a better extractor, replaces.

#include "core/store/graph_change.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "core/store/shared_edges.h"
#include "core/store/shared_nodes.h"
#include "core/store/values.h"

namespace claimgraph {
namespace {

// Where each local id leads: ids[local - 1].
struct IdMaps {
  std::vector<ClaimId> claims{};
  std::vector<CitationId> citations{};
  std::vector<ReferenceId> references{};
  std::vector<EvidenceLineId> evidence_lines{};
  std::vector<FindingId> findings{};
  std::vector<WorkId> works{};
  std::vector<PropositionId> propositions{};
  std::vector<RecordId> records{};
  std::vector<ResultId> results{};
  std::vector<DecisionId> decisions{};
  std::vector<StudyId> studies{};
};

tl::unexpected<Error> Contradiction(const DocumentGraph& graph, const std::string& what) {
  return Fail(ErrorCode::kInvalidArgument,
              graph.document.source + ": not stored, because " + what +
                  "; this is a fault of the importer, not of the file");
}

// Local ids.

template <typename Id>
bool Within(Id id, std::size_t size) {
  return Raw(id) <= size;
}

template <typename Id>
bool Within(const std::vector<Id>& ids, std::size_t size) {
  return std::ranges::all_of(ids, [size](Id id) { return IsSet(id) && Within(id, size); });
}

Status CheckLocalIds(const DocumentGraph& g) {
  for (const Claim& c : g.claims) {
    if (!Within(c.propositions, g.propositions.size()) || !Within(c.citations, g.citations.size()))
      return Contradiction(g, "a claim refers to a proposition or citation that is not there");
  }
  for (const Citation& c : g.citations) {
    if (!Within(c.references, g.references.size()))
      return Contradiction(g, "a citation refers to a reference that is not there");
  }
  for (const Reference& r : g.references) {
    if (!Within(r.work, g.works.size()))
      return Contradiction(g, "a reference refers to a work that is not there");
  }
  for (const EvidenceLine& line : g.evidence_lines) {
    if (!IsSet(line.claim)) return Contradiction(g, "an evidence line judges no claim");
    if (!Within(line.claim, g.claims.size()) || !Within(line.citation, g.citations.size()) ||
        !Within(line.proposition, g.propositions.size()) ||
        !Within(line.reference, g.references.size()) || !Within(line.work, g.works.size()))
      return Contradiction(g, "an evidence line refers to something that is not there");
  }
  if (!Within(g.presents, g.works.size()) || !Within(g.lists, g.works.size()))
    return Contradiction(g, "it presents or lists a work that is not there");
  for (const Record& r : g.records) {
    if (!Within(r.work, g.works.size()) || !Within(r.study, g.studies.size()) ||
        !Within(r.includes, g.works.size()))
      return Contradiction(g, "a record refers to a work or study that is not there");
  }
  for (const StudyResult& r : g.results) {
    if (!Within(r.study, g.studies.size()))
      return Contradiction(g, "a result refers to a study that is not there");
  }
  for (const Finding& f : g.findings) {
    if (!Within(f.claim, g.claims.size()) || !Within(f.citations, g.citations.size()) ||
        !Within(f.references, g.references.size()) || !Within(f.evidence, g.evidence_lines.size()))
      return Contradiction(g, "a finding refers to something that is not there");
  }
  return {};
}

Status Check(const DocumentGraph& graph) {
  const auto fits = [size = graph.document.text.size()](const auto& noun) {
    return noun.text_span.begin <= noun.text_span.end && noun.text_span.end <= size;
  };
  const auto result_fits = [size = graph.document.text.size()](const StudyResult& result) {
    return result.span.begin <= result.span.end && result.span.end <= size;
  };
  const auto record_fits = [size = graph.document.text.size()](const Record& record) {
    return std::ranges::all_of(record.facts, [size](const Fact& fact) {
      return fact.span.begin <= fact.span.end && fact.span.end <= size;
    });
  };
  if (!LayoutFits(graph.document) || !std::ranges::all_of(graph.records, record_fits) ||
      !std::ranges::all_of(graph.results, result_fits) || !std::ranges::all_of(graph.claims, fits) ||
      !std::ranges::all_of(graph.citations, fits)) {
    return Contradiction(graph, "a range lies outside its text");
  }
  return CheckLocalIds(graph);
}

template <typename Id>
void Rewrite(const std::vector<Id>& ids, Id* id) {
  if (IsSet(*id)) *id = ids[Raw(*id) - 1];
}

template <typename Id>
void Rewrite(const std::vector<Id>& ids, std::vector<Id>* list) {
  for (Id& id : *list) Rewrite(ids, &id);
}

void Rewrite(const IdMaps& maps, Claim* claim) {
  Rewrite(maps.propositions, &claim->propositions);
  Rewrite(maps.citations, &claim->citations);
}

void Rewrite(const IdMaps& maps, Citation* citation) {
  Rewrite(maps.references, &citation->references);
}

void Rewrite(const IdMaps& maps, Reference* reference) { Rewrite(maps.works, &reference->work); }

void Rewrite(const IdMaps& maps, EvidenceLine* line) {
  Rewrite(maps.claims, &line->claim);
  Rewrite(maps.propositions, &line->proposition);
  Rewrite(maps.citations, &line->citation);
  Rewrite(maps.references, &line->reference);
  Rewrite(maps.works, &line->work);
}

void Rewrite(const IdMaps& maps, Record* record) {
  Rewrite(maps.works, &record->work);
  Rewrite(maps.studies, &record->study);
  Rewrite(maps.works, &record->includes);
}

void Rewrite(const IdMaps& maps, StudyResult* result) { Rewrite(maps.studies, &result->study); }

void Rewrite(const IdMaps& /*maps*/, Decision* /*decision*/) {}  // refers to words, not to ids

void Rewrite(const IdMaps& maps, Finding* finding) {
  Rewrite(maps.claims, &finding->claim);
  Rewrite(maps.citations, &finding->citations);
  Rewrite(maps.references, &finding->references);
  Rewrite(maps.evidence_lines, &finding->evidence);
}

template <typename Noun, typename Id>
std::vector<Noun> Rewritten(const IdMaps& maps, DocumentId document, std::vector<Noun> nouns,
                            const std::vector<Id>& ids) {
  for (std::size_t i = 0; i < nouns.size(); ++i) {
    nouns[i].id = ids[i];
    nouns[i].document = document;
    Rewrite(maps, &nouns[i]);
  }
  return nouns;
}

// The document's own nouns as they are stored under the ids of `maps`.
Nouns Rewritten(const IdMaps& maps, DocumentId document, const DocumentGraph& g) {
  WorkId presents = g.presents;
  std::vector<WorkId> lists = g.lists;
  Rewrite(maps.works, &presents);
  Rewrite(maps.works, &lists);
  std::ranges::sort(lists);
  lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
  return {.claims = Rewritten(maps, document, g.claims, maps.claims),
          .citations = Rewritten(maps, document, g.citations, maps.citations),
          .references = Rewritten(maps, document, g.references, maps.references),
          .evidence_lines = Rewritten(maps, document, g.evidence_lines, maps.evidence_lines),
          .findings = Rewritten(maps, document, g.findings, maps.findings),
          .records = Rewritten(maps, document, g.records, maps.records),
          .results = Rewritten(maps, document, g.results, maps.results),
          .decisions = Rewritten(maps, document, g.decisions, maps.decisions),
          .presents = presents,
          .lists = std::move(lists)};
}

template <typename Id>
void Issue(std::size_t count, NodeKind kind, IdSource* source, std::vector<Id>* ids) {
  if (!ids->empty()) return;  // kept
  ids->reserve(count);
  for (std::size_t i = 0; i < count; ++i) ids->push_back(Id{source->Next(kind)});
}

void IssueIds(const DocumentGraph& g, IdSource* source, IdMaps* maps) {
  Issue(g.claims.size(), NodeKind::kClaim, source, &maps->claims);
  Issue(g.citations.size(), NodeKind::kCitation, source, &maps->citations);
  Issue(g.references.size(), NodeKind::kReference, source, &maps->references);
  Issue(g.evidence_lines.size(), NodeKind::kEvidenceLine, source, &maps->evidence_lines);
  Issue(g.findings.size(), NodeKind::kFinding, source, &maps->findings);
  Issue(g.records.size(), NodeKind::kRecord, source, &maps->records);
  Issue(g.results.size(), NodeKind::kResult, source, &maps->results);
  Issue(g.decisions.size(), NodeKind::kDecision, source, &maps->decisions);
}

// Whether two versions print the same things in the same places, so that an id
// leads to the same words in both.
template <typename Noun>
bool SamePlaces(const std::vector<Noun>& a, const std::vector<Noun>& b) {
  return std::ranges::equal(
      a, b, [](const Noun& x, const Noun& y) { return x.span == y.span && x.text == y.text; });
}

// What is only judged otherwise keeps its ids: claims, citations and references of
// which the new version has the same.
void KeepIds(const DocumentGraph& g, const Nouns& stored, const IdMaps& old, IdMaps* maps) {
  if (SamePlaces(g.claims, stored.claims)) maps->claims = old.claims;
  if (SamePlaces(g.citations, stored.citations)) maps->citations = old.citations;
  const auto files = [](const std::vector<Reference>& a, const std::vector<Reference>& b) {
    return std::ranges::equal(a, b, {}, &Reference::file, &Reference::file);
  };
  if (SamePlaces(g.references, stored.references) && files(g.references, stored.references)) {
    maps->references = old.references;
  }
}

// What is stored.

template <typename Id>
std::vector<Id> Neighbours(const GraphReader& old, NodeRef node, EdgeKind kind, Way way) {
  std::vector<Id> ids;
  for (const NodeRef n : old.Neighbours(node, kind, way)) ids.push_back(Id{n.id});
  return ids;
}

// The ids of a stored document's nouns, in the order of the graph it came from.
IdMaps StoredIds(const GraphReader& old, DocumentId document) {
  const NodeRef node = Node(document);
  IdMaps ids{.claims = Neighbours<ClaimId>(old, node, EdgeKind::kHasClaim, Way::kOut),
             .citations = Neighbours<CitationId>(old, node, EdgeKind::kHasCitation, Way::kOut),
             .references = Neighbours<ReferenceId>(old, node, EdgeKind::kHasReference, Way::kOut),
             .findings = Neighbours<FindingId>(old, node, EdgeKind::kFoundIn, Way::kIn),
             .records = Neighbours<RecordId>(old, node, EdgeKind::kHasRecord, Way::kOut),
             .results = Neighbours<ResultId>(old, node, EdgeKind::kHasResult, Way::kOut),
             .decisions = Neighbours<DecisionId>(old, node, EdgeKind::kHasDecision, Way::kOut)};
  for (const ClaimId claim : ids.claims) {
    std::ranges::copy(Neighbours<EvidenceLineId>(old, Node(claim), EdgeKind::kJudges, Way::kIn),
                      std::back_inserter(ids.evidence_lines));
  }
  std::ranges::sort(ids.evidence_lines);
  return ids;
}

template <typename Noun, typename Id>
Status LoadAll(const GraphReader& old, const std::vector<Id>& ids,
               Result<Noun> (GraphReader::*find)(Id) const, std::vector<Noun>* nouns) {
  for (const Id id : ids) {
    Result<Noun> noun = (old.*find)(id);
    if (!noun) return tl::unexpected(noun.error());
    nouns->push_back(std::move(*noun));
  }
  return {};
}

Result<Nouns> Load(const GraphReader& old, DocumentId document, const IdMaps& ids) {
  const std::vector<WorkId> presents =
      Neighbours<WorkId>(old, Node(document), EdgeKind::kPresents, Way::kOut);
  Nouns n{.presents = presents.empty() ? WorkId{} : presents.front(),
          .lists = Neighbours<WorkId>(old, Node(document), EdgeKind::kLists, Way::kOut)};
  const Status loaded =
      LoadAll(old, ids.claims, &GraphReader::FindClaim, &n.claims)
          .and_then(
              [&] { return LoadAll(old, ids.citations, &GraphReader::FindCitation, &n.citations); })
          .and_then([&] {
            return LoadAll(old, ids.references, &GraphReader::FindReference, &n.references);
          })
          .and_then([&] {
            return LoadAll(old, ids.evidence_lines, &GraphReader::FindEvidenceLine,
                           &n.evidence_lines);
          })
          .and_then(
              [&] { return LoadAll(old, ids.findings, &GraphReader::FindFinding, &n.findings); })
          .and_then([&] { return LoadAll(old, ids.records, &GraphReader::FindRecord, &n.records); })
          .and_then([&] { return LoadAll(old, ids.results, &GraphReader::FindResult, &n.results); })
          .and_then([&] {
            return LoadAll(old, ids.decisions, &GraphReader::FindDecision, &n.decisions);
          });
  if (!loaded) return tl::unexpected(loaded.error());
  return n;
}

// Whether storing `graph` would change nothing.
Result<bool> IsStored(const GraphReader& old, const DocumentGraph& graph, DocumentId document,
                      const IdMaps& ids, const Nouns& stored, const SharedNodes& shared) {
  const Result<Document> header = old.FindDocumentHeader(document);
  if (!header) return tl::unexpected(header.error());
  if (header->hash != graph.document.hash) return false;
  if (!shared.works.empty() || !shared.propositions.empty() || !shared.studies.empty()) {
    return false;
  }
  if (stored.claims.size() != graph.claims.size() ||
      stored.citations.size() != graph.citations.size() ||
      stored.references.size() != graph.references.size() ||
      stored.evidence_lines.size() != graph.evidence_lines.size() ||
      stored.findings.size() != graph.findings.size() ||
      stored.records.size() != graph.records.size() ||
      stored.results.size() != graph.results.size() ||
      stored.decisions.size() != graph.decisions.size()) {
    return false;
  }
  IdMaps maps = ids;
  maps.works = shared.work_ids;
  maps.propositions = shared.proposition_ids;
  maps.studies = shared.study_ids;
  if (Rewritten(maps, document, graph) != stored) return false;
  Result<Document> whole = old.FindDocument(document);
  if (!whole) return tl::unexpected(whole.error());
  whole->id = graph.document.id;
  return *whole == graph.document;
}

// What the index of texts has of a stored document.
Status LoadText(const GraphReader& old, DocumentId document, const Nouns& stored,
                std::optional<TextEntry>* text) {
  const Result<Document> header = old.FindDocumentHeader(document);
  if (!header) return tl::unexpected(header.error());
  if (!IsSearched(*header)) return {};
  const Result<Document> whole = old.FindDocument(document);
  if (!whole) return tl::unexpected(whole.error());
  *text = EntryOf(*whole, stored.records, stored.results);
  return {};
}

// Shared nodes that go with the last noun that refers to them.

// Moves the works, studies and propositions that only `change->removed` refers to into it.
// Reads at most one edge more than the document itself has.
Status RemoveOrphans(const GraphReader& old, GraphChange* change) {
  std::map<NodeRef, std::map<EdgeKind, std::size_t>> own;
  for (const Edge& e : EdgesOf(change->document, change->removed)) {
    if (IsShared(e.to.kind)) ++own[e.to][e.kind];
  }
  if (own.empty()) return {};
  std::set<NodeRef> kept;
  for (const Edge& e : EdgesOf(change->document, change->put)) kept.insert(e.to);

  const auto has_others = [&](NodeRef node, std::initializer_list<EdgeKind> kinds) {
    return std::ranges::any_of(kinds, [&](EdgeKind kind) {
      const std::size_t ours = own[node][kind];
      return old.FirstNeighbours(node, kind, Way::kIn, ours + 1).size() > ours;
    });
  };
  std::vector<WorkId> works;
  std::vector<PropositionId> propositions;
  std::vector<StudyId> studies;
  for (const auto& [node, counts] : std::map(own)) {
    if (kept.contains(node)) continue;
    if (node.kind == NodeKind::kWork) {
      if (!has_others(node, {EdgeKind::kDescribes, EdgeKind::kRestsOn, EdgeKind::kPresents,
                             EdgeKind::kLists, EdgeKind::kRecords, EdgeKind::kIncludes}))
        works.push_back(WorkId{node.id});
    } else if (node.kind == NodeKind::kStudy) {
      if (!has_others(node, {EdgeKind::kReports, EdgeKind::kResultOf}))
        studies.push_back(StudyId{node.id});
    } else if (!has_others(node, {EdgeKind::kStates, EdgeKind::kBearsOn})) {
      propositions.push_back(PropositionId{node.id});
    }
  }
  return LoadAll(old, works, &GraphReader::FindWork, &change->removed.works)
      .and_then([&] {
        return LoadAll(old, propositions, &GraphReader::FindProposition,
                       &change->removed.propositions);
      })
      .and_then([&] {
        return LoadAll(old, studies, &GraphReader::FindStudy, &change->removed.studies);
      });
}

}  // namespace

Result<PlannedPut> PlanPut(const GraphReader& old, const DocumentGraph& graph) {
  if (const Status sane = Check(graph); !sane) return tl::unexpected(sane.error());
  PlannedPut plan;
  GraphChange& change = plan.change;
  const NodeRef known = old.Named(SourceName(graph.document.source));
  change.document = DocumentId{known.id};
  const IdMaps ids = known.id == 0 ? IdMaps{} : StoredIds(old, change.document);
  Result<Nouns> stored = Load(old, change.document, ids);
  if (!stored) return tl::unexpected(stored.error());

  IdSource source(old);
  Result<SharedNodes> shared = ShareNodes(old, graph, stored->references, &source);
  if (!shared) return tl::unexpected(shared.error());
  if (known.id != 0) {
    const Result<bool> same = IsStored(old, graph, change.document, ids, *stored, *shared);
    if (!same) return tl::unexpected(same.error());
    if (*same) return PlannedPut{.put = {change.document, PutOutcome::kUnchanged}};
    plan.put.outcome = PutOutcome::kReplaced;
    const Status loaded = LoadText(old, change.document, *stored, &change.removed_text);
    if (!loaded) return tl::unexpected(loaded.error());
  } else {
    change.document = DocumentId{source.Next(NodeKind::kDocument)};
  }

  IdMaps maps{.works = shared->work_ids,
              .propositions = shared->proposition_ids,
              .studies = shared->study_ids};
  if (known.id != 0) KeepIds(graph, *stored, ids, &maps);
  IssueIds(graph, &source, &maps);
  change.source = graph.document.source;
  change.put_document = &graph.document;
  change.put = Rewritten(maps, change.document, graph);
  change.removed = std::move(*stored);
  change.put.works = std::move(shared->works);
  change.put.propositions = std::move(shared->propositions);
  change.put.studies = std::move(shared->studies);
  change.last_ids = source.issued();
  change.last_before = source.before();
  plan.put.document = change.document;
  return RemoveOrphans(old, &change).and_then([&] { return old.Health(); }).map([&] {
    return std::move(plan);
  });
}

Result<GraphChange> PlanRemove(const GraphReader& old, std::string_view source) {
  const NodeRef known = old.Named(SourceName(source));
  if (known.id == 0) {
    return Fail(ErrorCode::kNotFound, std::string(source) + ": no document of this name is stored");
  }
  GraphChange change{.document = DocumentId{known.id}, .source = std::string(source)};
  Result<Nouns> stored = Load(old, change.document, StoredIds(old, change.document));
  if (!stored) return tl::unexpected(stored.error());
  const Status loaded = LoadText(old, change.document, *stored, &change.removed_text);
  if (!loaded) return tl::unexpected(loaded.error());
  change.removed = std::move(*stored);
  return RemoveOrphans(old, &change).and_then([&] { return old.Health(); }).map([&] {
    return std::move(change);
  });
}

std::vector<Edge> EdgesOf(DocumentId document, const Nouns& nouns) {
  std::vector<Edge> edges;
  if (IsSet(nouns.presents))
    edges.push_back({Node(document), EdgeKind::kPresents, Node(nouns.presents)});
  for (const WorkId work : nouns.lists)
    edges.push_back({Node(document), EdgeKind::kLists, Node(work)});
  for (const Claim& c : nouns.claims) AppendEdges(c, &edges);
  for (const Citation& c : nouns.citations) AppendEdges(c, &edges);
  for (const Reference& r : nouns.references) AppendEdges(r, &edges);
  for (const EvidenceLine& l : nouns.evidence_lines) AppendEdges(l, &edges);
  for (const Finding& f : nouns.findings) AppendEdges(f, &edges);
  for (const Record& r : nouns.records) AppendEdges(r, &edges);
  for (const StudyResult& r : nouns.results) AppendEdges(r, &edges);
  for (const Decision& d : nouns.decisions) AppendEdges(d, &edges);
  std::ranges::sort(edges);
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

}  // namespace claimgraph
