#include "queries/graph/paths.h"

#include <algorithm>
#include <unordered_map>

#include "queries/graph_view.h"

namespace claimgraph {
namespace {

constexpr EdgeKind kKinds[] = {
    EdgeKind::kHasClaim, EdgeKind::kHasCitation, EdgeKind::kHasReference, EdgeKind::kCites,
    EdgeKind::kStates,   EdgeKind::kPointsTo,    EdgeKind::kDescribes,    EdgeKind::kBearsOn,
    EdgeKind::kRestsOn,  EdgeKind::kJudges,      EdgeKind::kFoundIn,      EdgeKind::kPresents,
    EdgeKind::kLists,    EdgeKind::kHasRecord,   EdgeKind::kRecords,      EdgeKind::kReports,
    EdgeKind::kIncludes, EdgeKind::kHasResult,   EdgeKind::kResultOf,
    EdgeKind::kHasDecision};

constexpr std::string_view kIsText = "is the text";
constexpr std::string_view kHasText = "has the text";

struct Hop {
  NodeRef to{};
  std::string_view edge{};
};

class Graph {
 public:
  explicit Graph(const GraphReader& reader) : reader_(reader) {}

  std::vector<Hop> HopsFrom(NodeRef node) {
    std::vector<Hop> hops;
    for (const EdgeKind kind : kKinds) {
      for (const Way way : {Way::kOut, Way::kIn}) {
        if (!Fits(node.kind, kind, way)) continue;
        for (const NodeRef to : reader_.Neighbours(node, kind, way)) {
          hops.push_back({to, EdgeName(kind, way)});
        }
      }
    }
    if (node.kind == NodeKind::kDocument) {
      if (const auto document = reader_.FindDocumentHeader(DocumentId{node.id})) {
        for (const NodeRef work : OwnWorks(reader_, *document)) hops.push_back({work, kIsText});
      }
    }
    if (node.kind == NodeKind::kWork) {
      for (const NodeRef text : TextsOf(node)) hops.push_back({text, kHasText});
    }
    return hops;
  }

 private:
  // Nothing leads from a work to its text in the store, so all documents are
  // asked once, when the first work is met.
  std::vector<NodeRef> TextsOf(NodeRef work) {
    if (!std::exchange(knows_texts_, true)) {
      for (const std::uint64_t id : reader_.All(NodeKind::kDocument)) {
        const auto document = reader_.FindDocumentHeader(DocumentId{id});
        if (!document) continue;
        for (const NodeRef own : OwnWorks(reader_, *document)) {
          std::vector<NodeRef>& texts = texts_[own];
          if (std::ranges::find(texts, Node(document->id)) == texts.end()) {
            texts.push_back(Node(document->id));
          }
        }
      }
    }
    const auto found = texts_.find(work);
    return found == texts_.end() ? std::vector<NodeRef>() : found->second;
  }

  static bool Fits(NodeKind node, EdgeKind kind, Way way) {
    switch (node) {
      case NodeKind::kDocument:
        return way == Way::kOut ? kind == EdgeKind::kHasClaim || kind == EdgeKind::kHasCitation ||
                                      kind == EdgeKind::kHasReference ||
                                      kind == EdgeKind::kPresents || kind == EdgeKind::kLists ||
                                      kind == EdgeKind::kHasRecord || kind == EdgeKind::kHasResult ||
                                      kind == EdgeKind::kHasDecision
                                : kind == EdgeKind::kFoundIn;
      case NodeKind::kClaim:
        return way == Way::kOut ? kind == EdgeKind::kCites || kind == EdgeKind::kStates
                                : kind == EdgeKind::kHasClaim || kind == EdgeKind::kJudges;
      case NodeKind::kCitation:
        return way == Way::kOut ? kind == EdgeKind::kPointsTo
                                : kind == EdgeKind::kHasCitation || kind == EdgeKind::kCites;
      case NodeKind::kReference:
        return way == Way::kOut ? kind == EdgeKind::kDescribes
                                : kind == EdgeKind::kHasReference || kind == EdgeKind::kPointsTo;
      case NodeKind::kWork:
        return way == Way::kIn && (kind == EdgeKind::kDescribes || kind == EdgeKind::kRestsOn ||
                                   kind == EdgeKind::kPresents || kind == EdgeKind::kLists ||
                                   kind == EdgeKind::kRecords || kind == EdgeKind::kIncludes);
      case NodeKind::kProposition:
        return way == Way::kIn && (kind == EdgeKind::kStates || kind == EdgeKind::kBearsOn);
      case NodeKind::kEvidenceLine:
        return way == Way::kOut && (kind == EdgeKind::kBearsOn || kind == EdgeKind::kRestsOn ||
                                    kind == EdgeKind::kJudges);
      case NodeKind::kFinding:
        return way == Way::kOut && kind == EdgeKind::kFoundIn;
      case NodeKind::kStudy:
        return way == Way::kIn && (kind == EdgeKind::kReports || kind == EdgeKind::kResultOf);
      case NodeKind::kRecord:
        return way == Way::kOut ? kind == EdgeKind::kRecords || kind == EdgeKind::kReports ||
                                      kind == EdgeKind::kIncludes
                                : kind == EdgeKind::kHasRecord;
      case NodeKind::kDecision:
        return way == Way::kIn && kind == EdgeKind::kHasDecision;
      case NodeKind::kResult:
        return way == Way::kOut ? kind == EdgeKind::kResultOf : kind == EdgeKind::kHasResult;
    }
    return false;
  }

  const GraphReader& reader_;
  bool knows_texts_ = false;
  std::unordered_map<NodeRef, std::vector<NodeRef>> texts_;
};

// One of the two walks: who was reached, from where.
struct Side {
  std::unordered_map<NodeRef, NodeRef> before{};
  std::vector<NodeRef> front{};  // reached last
};

// Takes one layer more; the first meeting with the other side, if any.
NodeRef Widen(Graph* graph, const Side& other, NodeRef other_end, Side* side) {
  std::vector<NodeRef> layer;
  for (const NodeRef node : side->front) {
    for (const Hop& hop : graph->HopsFrom(node)) {
      // Nothing lies behind a finding.
      if (hop.to.kind == NodeKind::kFinding && hop.to != other_end) continue;
      if (!side->before.emplace(hop.to, node).second) continue;
      if (other.before.contains(hop.to)) return hop.to;
      layer.push_back(hop.to);
    }
  }
  side->front = std::move(layer);
  return {};
}

std::vector<NodeRef> WayBack(const Side& side, NodeRef from) {
  std::vector<NodeRef> way;
  for (NodeRef node = from;; node = side.before.at(node)) {
    way.push_back(node);
    if (side.before.at(node) == node) return way;
  }
}

std::string_view EdgeBetween(Graph* graph, NodeRef from, NodeRef to) {
  for (const Hop& hop : graph->HopsFrom(from)) {
    if (hop.to == to) return hop.edge;
  }
  return "leads to";
}

}  // namespace

Trail ShortestPath(const GraphReader& reader, NodeRef from, NodeRef to) {
  if (from == to) return {Step(reader, "", from)};
  Graph graph(reader);
  Side near{.before = {{from, from}}, .front = {from}};
  Side far{.before = {{to, to}}, .front = {to}};
  NodeRef meeting;
  while (meeting.id == 0 && !near.front.empty() && !far.front.empty()) {
    meeting = near.front.size() <= far.front.size() ? Widen(&graph, far, to, &near)
                                                    : Widen(&graph, near, from, &far);
  }
  if (meeting.id == 0) return {};
  std::vector<NodeRef> way = WayBack(near, meeting);
  std::ranges::reverse(way);
  const std::vector<NodeRef> rest = WayBack(far, meeting);
  way.insert(way.end(), rest.begin() + 1, rest.end());
  Trail trail = {Step(reader, "", from)};
  for (std::size_t i = 1; i < way.size(); ++i) {
    trail.push_back(Step(reader, EdgeBetween(&graph, way[i - 1], way[i]), way[i]));
  }
  return trail;
}

}  // namespace claimgraph
