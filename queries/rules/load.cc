// Puts a stored document's graph together again, edge by edge.

#include <algorithm>

#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

// Appends what `find` answers for each node; ids ascend because Neighbours does.
template <typename Id, typename T>
Status Collect(const GraphReader& reader, const std::vector<NodeRef>& nodes,
               Result<T> (GraphReader::*find)(Id) const, std::vector<T>* out) {
  out->reserve(out->size() + nodes.size());
  for (const NodeRef& node : nodes) {
    Result<T> thing = (reader.*find)(Id{node.id});
    if (!thing) return tl::unexpected(thing.error());
    out->push_back(*std::move(thing));
  }
  return {};
}

void Append(const std::vector<NodeRef>& more, std::vector<NodeRef>* nodes) {
  nodes->insert(nodes->end(), more.begin(), more.end());
}

void SortUnique(std::vector<NodeRef>* nodes) {
  std::ranges::sort(*nodes);
  nodes->erase(std::unique(nodes->begin(), nodes->end()), nodes->end());
}

// The nodes that `kind` edges of `from` lead to, each once, ascending.
template <typename T>
std::vector<NodeRef> Beyond(const GraphReader& reader, const std::vector<T>& from, EdgeKind kind,
                            Way way) {
  std::vector<NodeRef> nodes;
  for (const T& thing : from) {
    const std::vector<NodeRef> some = reader.Neighbours(Node(thing.id), kind, way);
    nodes.insert(nodes.end(), some.begin(), some.end());
  }
  SortUnique(&nodes);
  return nodes;
}

}  // namespace

Result<DocumentGraph> LoadDocumentGraph(const GraphReader& reader, DocumentId id) {
  Result<Document> document = reader.FindDocument(id);
  if (!document) return tl::unexpected(document.error());
  DocumentGraph graph;
  graph.document = *std::move(document);

  const auto own = [&](EdgeKind kind, Way way) { return reader.Neighbours(Node(id), kind, way); };
  Status status =
      Collect(reader, own(EdgeKind::kHasClaim, Way::kOut), &GraphReader::FindClaim, &graph.claims);
  if (status) {
    status = Collect(reader, own(EdgeKind::kHasCitation, Way::kOut), &GraphReader::FindCitation,
                     &graph.citations);
  }
  if (status) {
    status = Collect(reader, own(EdgeKind::kHasReference, Way::kOut), &GraphReader::FindReference,
                     &graph.references);
  }
  if (status) {
    status = Collect(reader, Beyond(reader, graph.claims, EdgeKind::kJudges, Way::kIn),
                     &GraphReader::FindEvidenceLine, &graph.evidence_lines);
  }
  if (status) {
    status = Collect(reader, own(EdgeKind::kHasRecord, Way::kOut), &GraphReader::FindRecord,
                     &graph.records);
  }
  if (status) {
    status = Collect(reader, own(EdgeKind::kHasResult, Way::kOut), &GraphReader::FindResult,
                     &graph.results);
  }
  if (status) {
    status = Collect(reader, own(EdgeKind::kHasDecision, Way::kOut), &GraphReader::FindDecision,
                     &graph.decisions);
  }
  if (status) {
    std::vector<NodeRef> studies = Beyond(reader, graph.records, EdgeKind::kReports, Way::kOut);
    Append(Beyond(reader, graph.results, EdgeKind::kResultOf, Way::kOut), &studies);
    SortUnique(&studies);
    status = Collect(reader, studies, &GraphReader::FindStudy, &graph.studies);
  }
  if (status) {
    std::vector<NodeRef> works = Beyond(reader, graph.references, EdgeKind::kDescribes, Way::kOut);
    Append(Beyond(reader, graph.evidence_lines, EdgeKind::kRestsOn, Way::kOut), &works);
    for (const EdgeKind kind : {EdgeKind::kRecords, EdgeKind::kIncludes}) {
      Append(Beyond(reader, graph.records, kind, Way::kOut), &works);
    }
    for (const EdgeKind kind : {EdgeKind::kPresents, EdgeKind::kLists}) {
      const std::vector<NodeRef> more = own(kind, Way::kOut);
      Append(more, &works);
      for (const NodeRef& work : more) {
        if (kind == EdgeKind::kPresents) graph.presents = WorkId{work.id};
        if (kind == EdgeKind::kLists) graph.lists.push_back(WorkId{work.id});
      }
    }
    SortUnique(&works);
    status = Collect(reader, works, &GraphReader::FindWork, &graph.works);
  }
  if (status) {
    std::vector<NodeRef> stated = Beyond(reader, graph.claims, EdgeKind::kStates, Way::kOut);
    Append(Beyond(reader, graph.evidence_lines, EdgeKind::kBearsOn, Way::kOut), &stated);
    SortUnique(&stated);
    status = Collect(reader, stated, &GraphReader::FindProposition, &graph.propositions);
  }
  if (status) {
    status = Collect(reader, own(EdgeKind::kFoundIn, Way::kIn), &GraphReader::FindFinding,
                     &graph.findings);
  }
  if (!status) return tl::unexpected(status.error());

  for (const Work& work : graph.works) graph.known_works.push_back(work.id);
  for (const Proposition& p : graph.propositions) graph.known_propositions.push_back(p.id);
  return graph;
}

}  // namespace claimgraph
