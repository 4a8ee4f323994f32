// Ids are types: passing a ClaimId where a WorkId belongs does not compile.
//
// Ids are dense per kind, start at 1, and zero is never issued: it means "none".
// Inside a DocumentGraph (document_graph.h) that has not been stored, an id is
// local: the 1-based position of the thing in its own vector.  The store
// replaces local ids by its own when it takes the document.
#ifndef CLAIMGRAPH_CORE_IDS_H_
#define CLAIMGRAPH_CORE_IDS_H_

#include <compare>
#include <cstdint>
#include <functional>

namespace claimgraph {

enum class DocumentId : std::uint64_t {};
enum class ClaimId : std::uint64_t {};
enum class CitationId : std::uint64_t {};
enum class ReferenceId : std::uint64_t {};
enum class WorkId : std::uint64_t {};
enum class StudyId : std::uint64_t {};
enum class PropositionId : std::uint64_t {};
enum class EvidenceLineId : std::uint64_t {};
enum class FindingId : std::uint64_t {};
enum class RecordId : std::uint64_t {};
enum class ResultId : std::uint64_t {};
enum class DecisionId : std::uint64_t {};

// NEVER renumber: the numbers are in stored keys.
enum class NodeKind : std::uint8_t {
  kDocument = 1,
  kClaim = 2,
  kCitation = 3,
  kReference = 4,
  kWork = 5,
  kStudy = 6,
  kProposition = 7,
  kEvidenceLine = 8,
  kFinding = 9,
  kRecord = 10,
  kResult = 11,
  kDecision = 12,
};
inline constexpr NodeKind kLastNodeKind = NodeKind::kDecision;

// Any node of the graph, for walks that cross kinds.
struct NodeRef {
  NodeKind kind = NodeKind::kDocument;
  std::uint64_t id = 0;
  auto operator<=>(const NodeRef&) const = default;
};

template <typename Id>
constexpr std::uint64_t Raw(Id id) {
  return static_cast<std::uint64_t>(id);
}
template <typename Id>
constexpr bool IsSet(Id id) {
  return Raw(id) != 0;
}

constexpr NodeRef Node(DocumentId id) { return {NodeKind::kDocument, Raw(id)}; }
constexpr NodeRef Node(ClaimId id) { return {NodeKind::kClaim, Raw(id)}; }
constexpr NodeRef Node(CitationId id) { return {NodeKind::kCitation, Raw(id)}; }
constexpr NodeRef Node(ReferenceId id) { return {NodeKind::kReference, Raw(id)}; }
constexpr NodeRef Node(WorkId id) { return {NodeKind::kWork, Raw(id)}; }
constexpr NodeRef Node(StudyId id) { return {NodeKind::kStudy, Raw(id)}; }
constexpr NodeRef Node(PropositionId id) { return {NodeKind::kProposition, Raw(id)}; }
constexpr NodeRef Node(EvidenceLineId id) { return {NodeKind::kEvidenceLine, Raw(id)}; }
constexpr NodeRef Node(FindingId id) { return {NodeKind::kFinding, Raw(id)}; }
constexpr NodeRef Node(RecordId id) { return {NodeKind::kRecord, Raw(id)}; }
constexpr NodeRef Node(ResultId id) { return {NodeKind::kResult, Raw(id)}; }
constexpr NodeRef Node(DecisionId id) { return {NodeKind::kDecision, Raw(id)}; }

}  // namespace claimgraph

template <>
struct std::hash<claimgraph::NodeRef> {
  std::size_t operator()(const claimgraph::NodeRef& n) const noexcept {
    return std::hash<std::uint64_t>{}(n.id * 31 + static_cast<std::uint64_t>(n.kind));
  }
};

#endif  // CLAIMGRAPH_CORE_IDS_H_
