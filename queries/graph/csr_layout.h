// Every array of an EvidenceCsr, once: what it holds, how long it is, and which
// values it may have.
//
// Code that treats all arrays alike (a view over vectors, a file and its checks)
// is written over ForEachColumn and ForEachRows.  Their order is the order in a
// snapshot file: another order, or another array, is another version of it.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_CSR_LAYOUT_H_
#define CLAIMGRAPH_QUERIES_GRAPH_CSR_LAYOUT_H_

#include <cstdint>

#include "core/ids.h"
#include "queries/graph/evidence_csr.h"

namespace claimgraph {

// Arrays that questions need together.
enum class GraphPart : std::uint32_t {
  kClaims = 1,          // with their documents
  kWorks = 2,           // and their columns
  kPropositions = 4,    // and which claims state them
  kClaimWorks = 8,      // works of claims, and back
  kDocumentWorks = 16,  // works of documents, their texts, documents that cite others
  kWorkCitations = 32,  // works that cite others
  kLines = 64,          // evidence lines
  kReferences = 128,    // references of documents and claims
};

// A set of parts.
struct GraphParts {
  std::uint32_t bits = 0;
  constexpr GraphParts() = default;
  constexpr GraphParts(GraphPart part)  // NOLINT(google-explicit-constructor): a set of one
      : bits(static_cast<std::uint32_t>(part)) {}
  constexpr bool Has(GraphPart part) const {
    return (bits & static_cast<std::uint32_t>(part)) != 0;
  }
  bool operator==(const GraphParts&) const = default;
};
constexpr GraphParts operator|(GraphParts a, GraphParts b) {
  a.bits |= b.bits;
  return a;
}
inline constexpr GraphParts kWholeGraph = [] {
  GraphParts parts;
  parts.bits = 255;
  return parts;
}();

enum class Values : std::uint8_t {
  kAny,
  kIndices,        // of nodes of `kind`
  kIndicesOrNone,  // the same, or kNoIndex
  kNumbers,        // below `below`: enumerators, flags
};

struct ColumnLayout {
  GraphPart part = GraphPart::kClaims;
  NodeKind rows = NodeKind::kClaim;  // as long as these are many
  Values values = Values::kAny;
  NodeKind kind = NodeKind::kClaim;
  std::uint32_t below = 0;
};

struct RowsLayout {
  GraphPart part = GraphPart::kClaims;
  NodeKind from = NodeKind::kClaim;
  NodeKind to = NodeKind::kClaim;
};

// How many nodes there are of the kinds that have indices, by NodeKind.
struct NodeCounts {
  std::uint32_t of[10] = {};
  std::uint32_t operator[](NodeKind kind) const { return of[static_cast<std::size_t>(kind)]; }
  bool operator==(const NodeCounts&) const = default;
};
inline constexpr NodeKind kIndexedKinds[] = {NodeKind::kDocument,     NodeKind::kClaim,
                                             NodeKind::kWork,         NodeKind::kProposition,
                                             NodeKind::kEvidenceLine, NodeKind::kReference};
NodeCounts CountNodes(const EvidenceCsr& csr);

namespace layout {

constexpr ColumnLayout Any(GraphPart part, NodeKind rows) { return {part, rows}; }
constexpr ColumnLayout Indices(GraphPart part, NodeKind rows, NodeKind kind) {
  return {part, rows, Values::kIndices, kind};
}
constexpr ColumnLayout IndicesOrNone(GraphPart part, NodeKind rows, NodeKind kind) {
  return {part, rows, Values::kIndicesOrNone, kind};
}
template <typename Enum>
constexpr ColumnLayout UpTo(GraphPart part, NodeKind rows, Enum last) {
  return {part, rows, Values::kNumbers, NodeKind::kClaim, static_cast<std::uint32_t>(last) + 1};
}

}  // namespace layout

// Calls visit(ColumnLayout, c.column...) for each column of all `c` at once.
template <typename Visit, typename... Columns>
constexpr void ForEachColumn(const Visit& visit, Columns&... c) {
  using enum NodeKind;
  using layout::Any;
  using layout::Indices;
  using layout::IndicesOrNone;
  using layout::UpTo;
  using Part = GraphPart;
  visit(Any(Part::kClaims, kDocument), c.documents...);
  visit(Any(Part::kClaims, kClaim), c.claims...);
  visit(Any(Part::kWorks, kWork), c.works...);
  visit(Any(Part::kPropositions, kProposition), c.propositions...);
  visit(Any(Part::kLines, kEvidenceLine), c.lines...);
  visit(Any(Part::kReferences, kReference), c.references...);

  visit(Indices(Part::kClaims, kClaim, kDocument), c.claim_document...);
  visit(UpTo(Part::kClaims, kClaim, ClaimKind::kEvaluation), c.claim_kind...);
  visit(UpTo(Part::kClaims, kClaim, CausalStrength::kDirectCausal), c.claim_strength...);
  visit(UpTo(Part::kClaims, kClaim, AssertedCertainty::kBoosted), c.claim_certainty...);
  visit(UpTo(Part::kClaims, kClaim, CitationStatus::kSelfAttributed), c.claim_status...);
  visit(UpTo(Part::kClaims, kClaim, Verdict::kUnverifiable), c.claim_verdict...);
  visit(Any(Part::kClaims, kClaim), c.claim_flags...);

  visit(UpTo(Part::kWorks, kWork, StudyDesign::kWebPage), c.work_design...);
  visit(UpTo(Part::kWorks, kWork, Standing::kPreprint), c.work_standing...);
  visit(Any(Part::kWorks, kWork), c.work_year...);

  visit(Any(Part::kPropositions, kProposition), c.proposition_subject...);
  visit(Any(Part::kPropositions, kProposition), c.proposition_population...);
  visit(UpTo(Part::kPropositions, kProposition, Direction::kNoEffect), c.proposition_direction...);

  visit(Indices(Part::kLines, kEvidenceLine, kClaim), c.line_claim...);
  visit(IndicesOrNone(Part::kLines, kEvidenceLine, kProposition), c.line_proposition...);
  visit(IndicesOrNone(Part::kLines, kEvidenceLine, kWork), c.line_work...);
  visit(IndicesOrNone(Part::kLines, kEvidenceLine, kReference), c.line_reference...);
  visit(UpTo(Part::kLines, kEvidenceLine, Stance::kUnknown), c.line_stance...);
  visit(UpTo(Part::kLines, kEvidenceLine, StudyDesign::kWebPage), c.line_design...);
  visit(Any(Part::kLines, kEvidenceLine), c.line_directness...);

  visit(IndicesOrNone(Part::kReferences, kReference, kWork), c.reference_work...);
}

// Calls visit(RowsLayout, r.rows...) for each adjacency of all `r` at once.
template <typename Visit, typename... Rows>
constexpr void ForEachRows(const Visit& visit, Rows&... r) {
  using enum NodeKind;
  using Part = GraphPart;
  visit(RowsLayout{Part::kClaims, kDocument, kClaim}, r.document_claims...);
  visit(RowsLayout{Part::kClaimWorks, kClaim, kWork}, r.claim_works...);
  visit(RowsLayout{Part::kClaimWorks, kWork, kClaim}, r.work_claims...);
  visit(RowsLayout{Part::kPropositions, kClaim, kProposition}, r.claim_propositions...);
  visit(RowsLayout{Part::kPropositions, kProposition, kClaim}, r.proposition_claims...);
  visit(RowsLayout{Part::kDocumentWorks, kDocument, kWork}, r.document_works...);
  visit(RowsLayout{Part::kDocumentWorks, kWork, kDocument}, r.work_documents...);
  visit(RowsLayout{Part::kDocumentWorks, kWork, kDocument}, r.work_texts...);
  visit(RowsLayout{Part::kDocumentWorks, kDocument, kWork}, r.text_works...);
  visit(RowsLayout{Part::kDocumentWorks, kDocument, kDocument}, r.document_cites...);
  visit(RowsLayout{Part::kWorkCitations, kWork, kWork}, r.work_cites...);
  visit(RowsLayout{Part::kWorkCitations, kWork, kWork}, r.work_cited_by...);
  visit(RowsLayout{Part::kLines, kClaim, kEvidenceLine}, r.claim_lines...);
  visit(RowsLayout{Part::kLines, kWork, kEvidenceLine}, r.work_lines...);
  visit(RowsLayout{Part::kLines, kProposition, kEvidenceLine}, r.proposition_lines...);
  visit(RowsLayout{Part::kReferences, kDocument, kReference}, r.document_references...);
  visit(RowsLayout{Part::kReferences, kClaim, kReference}, r.claim_references...);
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_CSR_LAYOUT_H_
