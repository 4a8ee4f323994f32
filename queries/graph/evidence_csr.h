// The stored graph as arrays: what questions about the whole of it are asked of.
//
// A store answers for one node at a time; a question that looks at every claim
// wants to run along memory.  This is the graph without its words: nodes are
// 32-bit indices, one range for each kind, ascending as their ids; edges are
// compressed rows (CSR), both ways; and of a node's fields there are the few
// that questions read, one column each.
//
// EvidenceCsr owns nothing.  Every array is a std::span, and nothing in it is a
// pointer into another, so that the same struct can lie over vectors (as
// EvidenceArrays makes it) or over a file that is mapped into memory.
//
// A claim rests on a work if an evidence line joins them, and cites it if a
// citation and a reference do; claim_works holds both.  A work's texts are the
// documents that are that publication or its record: those that present it, and
// those whose own DOI, address or source is its.  A document has the works that
// its references describe and those that it only lists.  A work cites what its
// texts have, but not itself.
//
// Not here: which claims cite a reference.  References belong to one document, so
// they are among its claims.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_EVIDENCE_CSR_H_
#define CLAIMGRAPH_QUERIES_GRAPH_EVIDENCE_CSR_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/evidence_line.h"
#include "core/ids.h"
#include "core/work.h"

namespace claimgraph {

inline constexpr std::uint32_t kNoIndex = 0xffffffff;

// Who is joined to whom: row i holds its targets, ascending, each once.
struct Adjacency {
  std::span<const std::uint32_t> offsets{};  // one more than there are rows
  std::span<const std::uint32_t> targets{};

  std::uint32_t rows() const {
    return offsets.empty() ? 0 : static_cast<std::uint32_t>(offsets.size() - 1);
  }
  std::span<const std::uint32_t> operator[](std::uint32_t row) const {
    return targets.subspan(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

// What of a claim is true or not.
enum ClaimFlag : std::uint8_t {
  kNegatedClaim = 1,
  kAttributedClaim = 2,
  kNamesOneSource = 4,  // attributed, with a year: "a 2013 review"
  kHasMagnitude = 8,
  kHasEffectSize = 16,
};

// How direct a line is, two bits an axis: population lowest, then intervention,
// comparator and outcome.
std::uint8_t PackDirectness(const EvidenceLine& line);
void UnpackDirectness(std::uint8_t packed, EvidenceLine* line);

// The columns, as vectors to fill or spans to read.  A column is as long as its
// kind has nodes; ids ascend.
template <template <typename> typename Column>
struct EvidenceColumns {
  Column<std::uint64_t> documents{};  // ids
  Column<std::uint64_t> claims{};
  Column<std::uint64_t> works{};
  Column<std::uint64_t> propositions{};
  Column<std::uint64_t> lines{};
  Column<std::uint64_t> references{};

  Column<std::uint32_t> claim_document{};
  Column<ClaimKind> claim_kind{};
  Column<CausalStrength> claim_strength{};
  Column<AssertedCertainty> claim_certainty{};
  Column<CitationStatus> claim_status{};
  Column<Verdict> claim_verdict{};
  Column<std::uint8_t> claim_flags{};

  Column<StudyDesign> work_design{};
  Column<Standing> work_standing{};
  Column<std::int16_t> work_year{};  // 0: unknown

  // Equal numbers: the same intervention and outcome; the same people (0: unstated).
  Column<std::uint32_t> proposition_subject{};
  Column<std::uint32_t> proposition_population{};
  Column<Direction> proposition_direction{};

  Column<std::uint32_t> line_claim{};
  Column<std::uint32_t> line_proposition{};  // kNoIndex: none
  Column<std::uint32_t> line_work{};         // kNoIndex: the reference leads to no work
  Column<std::uint32_t> line_reference{};    // kNoIndex: none
  Column<Stance> line_stance{};
  Column<StudyDesign> line_design{};
  Column<std::uint8_t> line_directness{};  // PackDirectness

  Column<std::uint32_t> reference_work{};  // kNoIndex: none
};

// Who is joined to whom, as vectors to fill or an Adjacency to read.
template <typename Rows>
struct EvidenceRows {
  Rows document_claims{};
  Rows claim_works{};  // cited, rested on, or both
  Rows work_claims{};
  Rows claim_propositions{};
  Rows proposition_claims{};
  Rows document_works{};
  Rows work_documents{};
  Rows work_texts{};      // the documents that are this work
  Rows text_works{};      // ... and back
  Rows document_cites{};  // document -> document, through a work that is one
  Rows work_cites{};      // work -> work
  Rows work_cited_by{};   // ... and back
  Rows claim_lines{};
  Rows work_lines{};
  Rows proposition_lines{};
  Rows document_references{};
  Rows claim_references{};  // through its citations
};

template <typename T>
using SpanColumn = std::span<const T>;
template <typename T>
using VectorColumn = std::vector<T>;

struct EvidenceCsr : EvidenceColumns<SpanColumn>, EvidenceRows<Adjacency> {
  // The index of a node; kNoIndex if it is not here.
  // True of a document, claim, work or proposition that is here.
  bool Has(NodeRef node) const;
  std::uint32_t DocumentIndex(std::uint64_t id) const { return IndexOf(documents, id); }
  std::uint32_t ClaimIndex(std::uint64_t id) const { return IndexOf(claims, id); }
  std::uint32_t WorkIndex(std::uint64_t id) const { return IndexOf(works, id); }
  std::uint32_t PropositionIndex(std::uint64_t id) const { return IndexOf(propositions, id); }

  NodeRef DocumentNode(std::uint32_t i) const { return {NodeKind::kDocument, documents[i]}; }
  NodeRef ClaimNode(std::uint32_t i) const { return {NodeKind::kClaim, claims[i]}; }
  NodeRef WorkNode(std::uint32_t i) const { return {NodeKind::kWork, works[i]}; }
  NodeRef PropositionNode(std::uint32_t i) const {
    return {NodeKind::kProposition, propositions[i]};
  }
  NodeRef ReferenceNode(std::uint32_t i) const { return {NodeKind::kReference, references[i]}; }

  // Logarithmic in the gaps between `ids`, which ascend: ids that have none are
  // found by subtracting.
  static std::uint32_t IndexOf(std::span<const std::uint64_t> ids, std::uint64_t id);
};

using Join = std::pair<std::uint32_t, std::uint32_t>;  // from, to: indices

// What a graph is assembled from: columns filled, joins in any order and as
// often as they come.  Lines give further joins of claims and works.
struct EvidenceLists : EvidenceColumns<VectorColumn> {
  std::vector<std::uint32_t> reference_document{};
  std::vector<Join> claim_cites{};         // claim, work
  std::vector<Join> claim_references{};    // claim, reference
  std::vector<Join> claim_propositions{};  // claim, proposition
  std::vector<Join> document_works{};      // document, work
  std::vector<Join> text_works{};          // document, the work that it is
};

// Owns the arrays of one EvidenceCsr.
class EvidenceArrays {
 public:
  // Linear in what `lists` holds, if no row is long; on all cores.  Requires: columns as long as
  // their ids, and every index below the number of nodes of its kind.
  static EvidenceArrays Assemble(EvidenceLists lists);

  // Valid as long as this object lives where it is or is moved from.
  EvidenceCsr view() const;
  std::size_t bytes() const;

 private:
  struct Rows {
    std::vector<std::uint32_t> offsets{};
    std::vector<std::uint32_t> targets{};
    Adjacency view() const { return {offsets, targets}; }
  };
  static Rows Reversed(const Rows& rows, std::size_t targets);
  static Rows FromJoins(const std::vector<Join>& joins, std::size_t rows);
  static Rows ByColumn(const std::vector<std::uint32_t>& column, std::size_t rows);
  static Rows DocumentCitations(const EvidenceRows<Rows>& rows);
  static Rows WorkCitations(const EvidenceRows<Rows>& rows);

  EvidenceColumns<VectorColumn> columns_{};
  EvidenceRows<Rows> rows_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_EVIDENCE_CSR_H_
