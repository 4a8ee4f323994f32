// Circles are the strong components of "is cited by".  It is walked backwards,
// from the cited to the citing, since a document's own names lead straight to
// the work that others cite it as, while nothing leads from a work to the
// document that is its text; a circle is the same both ways round.

#include "queries/graph_view.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/text/identifiers.h"

namespace claimgraph {
namespace {

void Append(std::vector<NodeRef> more, std::vector<NodeRef>* nodes) {
  nodes->insert(nodes->end(), more.begin(), more.end());
}

std::vector<NodeRef> CitingDocuments(const GraphReader& reader, NodeRef cited) {
  std::vector<NodeRef> citing;
  const Result<Document> document = reader.FindDocumentHeader(DocumentId{cited.id});
  if (!document) return citing;
  for (const NodeRef work : OwnWorks(reader, *document)) {
    for (const NodeRef reference : reader.Neighbours(work, EdgeKind::kDescribes, Way::kIn)) {
      Append(reader.Neighbours(reference, EdgeKind::kHasReference, Way::kIn), &citing);
    }
    Append(reader.Neighbours(work, EdgeKind::kLists, Way::kIn), &citing);
  }
  std::ranges::sort(citing);
  citing.erase(std::unique(citing.begin(), citing.end()), citing.end());
  return citing;
}

std::vector<NodeRef> EvidenceSteps(const GraphReader& reader, NodeRef node) {
  std::vector<NodeRef> steps;
  switch (node.kind) {
    case NodeKind::kClaim:
      steps = reader.Neighbours(node, EdgeKind::kCites, Way::kOut);
      Append(reader.Neighbours(node, EdgeKind::kJudges, Way::kIn), &steps);
      break;
    case NodeKind::kCitation:
      steps = reader.Neighbours(node, EdgeKind::kPointsTo, Way::kOut);
      break;
    case NodeKind::kReference:
      steps = reader.Neighbours(node, EdgeKind::kDescribes, Way::kOut);
      break;
    case NodeKind::kEvidenceLine:
      steps = reader.Neighbours(node, EdgeKind::kRestsOn, Way::kOut);
      break;
    default:
      break;
  }
  return steps;
}

// Extends `path` to every end.  No deeper than four nodes: each step of the
// view leads to a later kind.
void AppendPaths(const GraphView& view, std::size_t limit, EvidencePath* path,
                 std::vector<EvidencePath>* paths) {
  const auto [begin, end] = adjacent_vertices(path->back(), view);
  if (begin == end) paths->push_back(*path);
  for (auto next = begin; next != end && paths->size() < limit; ++next) {
    path->push_back(*next);
    AppendPaths(view, limit, path, paths);
    path->pop_back();
  }
}

// Who cites whom, as far as a walk came.
using CitedBy = std::unordered_map<NodeRef, std::vector<NodeRef>>;

// Asks the store once for each document that the walk from `starts` comes to,
// until it has come to `limit` of them.
CitedBy WalkFrom(const GraphReader& reader, const std::vector<NodeRef>& starts, std::size_t limit) {
  CitedBy walked;
  const GraphView recording({}, [&](NodeRef node) {
    return walked.size() < limit ? walked[node] = CitingDocuments(reader, node)
                                 : std::vector<NodeRef>();
  });
  std::unordered_map<NodeRef, boost::default_color_type> colors;  // white, the default: not seen
  boost::queue<NodeRef> queue;
  boost::breadth_first_visit(recording, starts.begin(), starts.end(), queue,
                             boost::default_bfs_visitor(), boost::make_assoc_property_map(colors));
  for (auto& [document, citing] : walked) {
    std::erase_if(citing, [&](NodeRef node) { return !walked.contains(node); });
  }
  return walked;
}

// The strong component of each document; a component is only a number.
std::unordered_map<NodeRef, std::size_t> Components(const CitedBy& walked) {
  std::vector<NodeRef> documents;
  for (const auto& [document, citing] : walked) documents.push_back(document);
  std::ranges::sort(documents);
  std::unordered_map<NodeRef, std::size_t> indices;
  for (std::size_t i = 0; i < documents.size(); ++i) indices[documents[i]] = i;
  const GraphView view(documents, [&](NodeRef node) { return walked.at(node); });
  std::unordered_map<NodeRef, std::size_t> components;
  boost::strong_components(view, boost::make_assoc_property_map(components),
                           boost::vertex_index_map(boost::make_assoc_property_map(indices)));
  return components;
}

}  // namespace

GraphView EvidenceView(const GraphReader& reader) {
  return {{}, [&reader](NodeRef node) { return EvidenceSteps(reader, node); }};
}

std::vector<EvidencePath> EvidencePaths(const GraphReader& reader, ClaimId claim,
                                        std::size_t limit) {
  std::vector<EvidencePath> paths;
  const NodeRef node = Node(claim);
  const GraphView view = EvidenceView(reader);
  if (limit == 0 || view.SuccessorsOf(node).empty()) return paths;
  EvidencePath path = {node};
  AppendPaths(view, limit, &path, &paths);
  return paths;
}

std::vector<std::string> OwnNames(std::string_view source, std::string_view identifier) {
  std::vector<std::string> names;
  for (const std::string_view own : {identifier, source}) {
    if (const std::string doi = CanonicalDoi(own); !doi.empty()) names.push_back("doi:" + doi);
    if (const std::string address = AddressKey(own); !address.empty()) {
      names.push_back("url:" + address);
    }
  }
  return names;
}

std::vector<NodeRef> OwnWorks(const GraphReader& reader, const Document& document) {
  std::vector<NodeRef> works = reader.Neighbours(Node(document.id), EdgeKind::kPresents, Way::kOut);
  for (const std::string& name : OwnNames(document.source, document.identifier)) {
    const NodeRef node = reader.Named(name);
    if (node.id != 0 && node.kind == NodeKind::kWork) works.push_back(node);
  }
  std::ranges::sort(works);
  works.erase(std::unique(works.begin(), works.end()), works.end());
  return works;
}

std::vector<std::vector<DocumentId>> CitationCircles(const GraphReader& reader,
                                                     const std::vector<DocumentId>& from,
                                                     std::size_t limit) {
  std::vector<NodeRef> starts;
  for (const DocumentId id : from) starts.push_back(Node(id));
  if (from.empty()) {
    for (const std::uint64_t id : reader.All(NodeKind::kDocument)) {
      starts.push_back({NodeKind::kDocument, id});
    }
  }
  const CitedBy walked = WalkFrom(reader, starts, limit);
  std::map<std::size_t, std::vector<DocumentId>> members;
  for (const auto& [document, component] : Components(walked)) {
    members[component].push_back(DocumentId{document.id});
  }
  std::vector<std::vector<DocumentId>> circles;
  for (auto& [component, documents] : members) {
    const NodeRef first = Node(documents.front());
    const bool cites_itself = std::ranges::find(walked.at(first), first) != walked.at(first).end();
    if (documents.size() == 1 && !cites_itself) continue;
    std::ranges::sort(documents);
    circles.push_back(std::move(documents));
  }
  std::ranges::sort(circles);
  return circles;
}

}  // namespace claimgraph
