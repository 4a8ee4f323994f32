// One row of kEnds for each EdgeKind, one function for each noun.

#include "core/store/edges.h"

#include <array>
#include <string_view>

namespace claimgraph {
namespace {

struct Ends {
  NodeKind from;
  NodeKind to;
};

constexpr std::array<Ends, 21> kEnds = {{
    {},  // no edge has number 0
    {NodeKind::kDocument, NodeKind::kClaim},
    {NodeKind::kDocument, NodeKind::kCitation},
    {NodeKind::kDocument, NodeKind::kReference},
    {NodeKind::kClaim, NodeKind::kCitation},
    {NodeKind::kClaim, NodeKind::kProposition},
    {NodeKind::kCitation, NodeKind::kReference},
    {NodeKind::kReference, NodeKind::kWork},
    {NodeKind::kEvidenceLine, NodeKind::kProposition},
    {NodeKind::kEvidenceLine, NodeKind::kWork},
    {NodeKind::kEvidenceLine, NodeKind::kClaim},
    {NodeKind::kFinding, NodeKind::kDocument},
    {NodeKind::kDocument, NodeKind::kWork},
    {NodeKind::kDocument, NodeKind::kWork},
    {NodeKind::kDocument, NodeKind::kRecord},
    {NodeKind::kRecord, NodeKind::kWork},
    {NodeKind::kRecord, NodeKind::kStudy},
    {NodeKind::kRecord, NodeKind::kWork},
    {NodeKind::kDocument, NodeKind::kResult},
    {NodeKind::kResult, NodeKind::kStudy},
    {NodeKind::kDocument, NodeKind::kDecision},
}};

constexpr std::array<std::string_view, 13> kKindNames = {
    "node", "document", "claim",       "citation",      "reference",
    "work", "study",    "proposition", "evidence line", "finding",
    "record", "result",   "decision"};

template <typename From, typename To>
void Append(From from, EdgeKind kind, To to, std::vector<Edge>* edges) {
  if (IsSet(from) && IsSet(to)) edges->push_back({Node(from), kind, Node(to)});
}

template <typename From, typename To>
void Append(From from, EdgeKind kind, const std::vector<To>& targets, std::vector<Edge>* edges) {
  for (const To to : targets) Append(from, kind, to, edges);
}

}  // namespace

NodeKind FromKind(EdgeKind kind) { return kEnds.at(static_cast<std::size_t>(kind)).from; }

NodeKind ToKind(EdgeKind kind) { return kEnds.at(static_cast<std::size_t>(kind)).to; }

void AppendEdges(const Claim& claim, std::vector<Edge>* edges) {
  Append(claim.document, EdgeKind::kHasClaim, claim.id, edges);
  Append(claim.id, EdgeKind::kCites, claim.citations, edges);
  Append(claim.id, EdgeKind::kStates, claim.propositions, edges);
}

void AppendEdges(const Citation& citation, std::vector<Edge>* edges) {
  Append(citation.document, EdgeKind::kHasCitation, citation.id, edges);
  Append(citation.id, EdgeKind::kPointsTo, citation.references, edges);
}

void AppendEdges(const Reference& reference, std::vector<Edge>* edges) {
  Append(reference.document, EdgeKind::kHasReference, reference.id, edges);
  Append(reference.id, EdgeKind::kDescribes, reference.work, edges);
}

void AppendEdges(const EvidenceLine& line, std::vector<Edge>* edges) {
  Append(line.id, EdgeKind::kBearsOn, line.proposition, edges);
  Append(line.id, EdgeKind::kRestsOn, line.work, edges);
  Append(line.id, EdgeKind::kJudges, line.claim, edges);
}

void AppendEdges(const Finding& finding, std::vector<Edge>* edges) {
  Append(finding.id, EdgeKind::kFoundIn, finding.document, edges);
}

void AppendEdges(const Record& record, std::vector<Edge>* edges) {
  Append(record.document, EdgeKind::kHasRecord, record.id, edges);
  Append(record.id, EdgeKind::kRecords, record.work, edges);
  Append(record.id, EdgeKind::kReports, record.study, edges);
  Append(record.id, EdgeKind::kIncludes, record.includes, edges);
}

void AppendEdges(const StudyResult& result, std::vector<Edge>* edges) {
  Append(result.document, EdgeKind::kHasResult, result.id, edges);
  Append(result.id, EdgeKind::kResultOf, result.study, edges);
}

void AppendEdges(const Decision& decision, std::vector<Edge>* edges) {
  Append(decision.document, EdgeKind::kHasDecision, decision.id, edges);
}

std::string SourceName(std::string_view source) { return "source:" + std::string(source); }

std::string PropositionName(const Proposition& proposition) {
  return "proposition:" + Key(proposition);
}

std::string StudyName(const Study& study) { return "study:" + study.key; }

std::string Describe(NodeRef node) {
  const auto kind = static_cast<std::size_t>(node.kind);
  const std::string_view name = kKindNames.at(kind < kKindNames.size() ? kind : 0);
  return std::string(name) + " " + std::to_string(node.id);
}

}  // namespace claimgraph
