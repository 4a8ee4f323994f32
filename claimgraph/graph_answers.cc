#include "claimgraph/graph_answers.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "queries/graph/paths.h"
#include "queries/reports/graph_json.h"
#include "queries/reports/graph_text.h"

namespace claimgraph {
namespace {

struct Subject {
  std::string_view name;
  std::size_t least;  // nodes that it takes
  std::size_t most;
  GraphParts parts;  // of the graph that it looks at
  std::array<NodeKind, 12> kinds;
  std::size_t kind_count;
};

using Part = GraphPart;
constexpr GraphParts kOfImpact =
    GraphParts(Part::kClaims) | Part::kWorks | Part::kLines | Part::kDocumentWorks;
constexpr GraphParts kOfReach = GraphParts(Part::kClaims) | Part::kWorks | Part::kClaimWorks |
                                Part::kDocumentWorks | Part::kWorkCitations;
constexpr GraphParts kOfIndependence = kOfImpact | Part::kPropositions | Part::kWorkCitations;
constexpr GraphParts kOfNeighbours = GraphParts(Part::kClaims) | Part::kWorks |
                                     Part::kPropositions | Part::kClaimWorks | Part::kReferences;
constexpr GraphParts kOfChains = GraphParts(Part::kClaims) | Part::kWorks | Part::kPropositions |
                                 Part::kClaimWorks | Part::kDocumentWorks;
constexpr GraphParts kOfConflicts = GraphParts(Part::kClaims) | Part::kPropositions | Part::kLines;
constexpr GraphParts kOfInfluence =
    GraphParts(Part::kClaims) | Part::kWorks | Part::kClaimWorks | Part::kDocumentWorks;
constexpr GraphParts kOfCoverage =
    GraphParts(Part::kClaims) | Part::kWorks | Part::kClaimWorks | Part::kLines;
constexpr GraphParts kOfCommunities = GraphParts(Part::kWorks) | Part::kPropositions | Part::kLines;

// By GraphSubject.
constexpr std::array<Subject, 9> kSubjects = {{
    {"impact", 0, 1, kOfImpact, {NodeKind::kWork, NodeKind::kDocument}, 2},
    {"independence", 1, 1, kOfIndependence, {NodeKind::kClaim, NodeKind::kProposition}, 2},
    {"chains", 1, 1, kOfChains, {NodeKind::kClaim}, 1},
    {"conflicts", 0, 0, kOfConflicts, {}, 0},
    {"influence", 0, 0, kOfInfluence, {}, 0},
    {"coverage", 0, 1, kOfCoverage, {NodeKind::kDocument}, 1},
    {"communities", 0, 0, kOfCommunities, {}, 0},
    {"path",
     2,
     2,
     {},  // a path asks the store, node by node
     {NodeKind::kDocument, NodeKind::kClaim, NodeKind::kWork, NodeKind::kProposition,
      NodeKind::kCitation, NodeKind::kReference, NodeKind::kEvidenceLine, NodeKind::kFinding,
      NodeKind::kStudy, NodeKind::kRecord, NodeKind::kResult,   NodeKind::kDecision},
     12},
    {"neighbours", 1, 1, kOfNeighbours, {NodeKind::kClaim}, 1},
}};

const Subject& RowOf(GraphSubject subject) {
  return kSubjects.at(static_cast<std::size_t>(subject));
}

// Prints one answer, in either form.
class Printer {
 public:
  Printer(std::string_view subject, bool json, std::ostream& out)
      : schema_(fmt::format("claimgraph/{}/1", subject)), json_(json), out_(out) {}

  template <typename... Answer>
  void Put(const Answer&... answer) const {
    if (json_) {
      WriteObject(schema_, ToJson(answer...), out_);
    } else {
      WriteText(answer..., out_);
    }
  }

  void PutPath(NodeRef from, NodeRef to, const Trail& path) const {
    if (!json_) return WriteText(path, out_);
    WriteObject(schema_, {{"from", IdText(from)}, {"to", IdText(to)}, {"path", ToJson(path)}},
                out_);
  }

  template <typename Row>
  void PutRows(const std::vector<Row>& rows, const Shown& shown) const {
    Put(std::span<const Row>(rows), shown);
  }

 private:
  std::string schema_;
  bool json_;
  std::ostream& out_;
};

Result<std::vector<NodeRef>> FindNodes(const GraphReader& reader, const GraphQuestion& question) {
  const Subject& subject = RowOf(question.subject);
  if (question.nodes.size() < subject.least || question.nodes.size() > subject.most) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{} takes {}{} node{}, not {}", subject.name,
                            subject.least < subject.most ? "at most " : "", subject.most,
                            subject.most == 1 ? "" : "s", question.nodes.size()));
  }
  constexpr std::uint32_t kMostSteps = 100;
  if (question.through &&
      (question.subject != GraphSubject::kImpact || *question.through > kMostSteps)) {
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("through is for impact, and no more than {} steps", kMostSteps));
  }
  if (question.through && question.nodes.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "what a work reaches through others is asked of one work or document");
  }
  std::vector<NodeRef> nodes;
  for (const std::string& name : question.nodes) {
    const Result<NodeRef> node =
        FindNode(reader, name, std::span(subject.kinds).first(subject.kind_count));
    if (!node) return tl::unexpected(node.error());
    nodes.push_back(*node);
  }
  return nodes;
}

void PutAnswer(const GraphQuestion& question, const std::vector<NodeRef>& nodes, const Shown& shown,
               const Printer& printer) {
  const EvidenceCsr& graph = shown.graph;
  switch (question.subject) {
    case GraphSubject::kImpact:
      if (nodes.empty()) return printer.PutRows(RankByImpact(graph), shown);
      if (question.through) {
        return printer.Put(ReachOf(graph, shown.reader, nodes[0], *question.through, shown.limit));
      }
      return printer.Put(ImpactOf(graph, shown.reader, nodes[0], shown.limit));
    case GraphSubject::kIndependence:
      return printer.Put(IndependenceOf(graph, shown.reader, nodes[0]));
    case GraphSubject::kChains:
      return printer.Put(ChainsOf(graph, shown.reader, ClaimId{nodes[0].id}, shown.limit));
    case GraphSubject::kConflicts:
      return printer.PutRows(FindConflicts(graph), shown);
    case GraphSubject::kInfluence:
      return printer.PutRows(RankByInfluence(graph), shown);
    case GraphSubject::kCoverage:
      if (nodes.empty()) return printer.PutRows(RankByCoverage(graph), shown);
      return printer.Put(CoverageOf(graph, graph.DocumentIndex(nodes[0].id)), shown);
    case GraphSubject::kCommunities:
      return printer.PutRows(FindCommunities(graph), shown);
    case GraphSubject::kPath:
      return printer.PutPath(nodes[0], nodes[1], ShortestPath(shown.reader, nodes[0], nodes[1]));
    case GraphSubject::kNeighbours:
      return printer.Put(ListNeighbours(graph, shown.reader, ClaimId{nodes[0].id}, shown.limit));
  }
}

Status Answer(const GraphReader& reader, CsrSource* arrays, const GraphQuestion& question,
              bool json, std::ostream& out) {
  const Result<std::vector<NodeRef>> nodes = FindNodes(reader, question);
  if (!nodes) return tl::unexpected(nodes.error());
  const Subject& subject = RowOf(question.subject);
  const GraphParts parts = question.through ? kOfReach : subject.parts;
  const Result<EvidenceCsr> graph =
      parts == GraphParts() ? Result<EvidenceCsr>() : arrays->Graph(parts);
  if (!graph) return tl::unexpected(graph.error());
  // The store has the node; arrays that lack it are not of this store.
  for (const NodeRef node : *nodes) {
    if (parts != GraphParts() && !graph->Has(node)) {
      return Fail(ErrorCode::kCorrupt,
                  fmt::format("{} lacks {}; remove that file", kSnapshotName, IdText(node)));
    }
  }
  PutAnswer(question, *nodes, {*graph, reader, question.limit}, Printer(subject.name, json, out));
  return reader.Health();
}

}  // namespace

std::string_view Name(GraphSubject subject) { return RowOf(subject).name; }

Status AnswerText(const GraphReader& reader, CsrSource* arrays, const GraphQuestion& question,
                  std::ostream& out) {
  return Answer(reader, arrays, question, false, out);
}

Status AnswerJson(const GraphReader& reader, CsrSource* arrays, const GraphQuestion& question,
                  std::ostream& out) {
  return Answer(reader, arrays, question, true, out);
}

}  // namespace claimgraph
