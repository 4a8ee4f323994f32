// Where documents say opposite things about the same thing.
//
// Two kinds of conflict, each only where more than one document takes part:
//   evidence    one proposition, and evidence lines that support it beside lines
//               that dispute it
//   statements  claims on one intervention and one outcome whose directions are
//               opposite: increase against decrease, improve against worsen, any
//               of these against no effect, or a claim against its own denial.
//               The people must be the same, or unstated on one side.
// A denied claim ("does not reduce") states the proposition and stands on the
// other side of it.  Directions that are unstated oppose nothing; "increase" and
// "improve" are not compared, since more may be better or worse.  What each was
// compared with is not looked at: claims against different comparators may both
// hold.
//
// Linear in claims and lines; quadratic in the propositions on one intervention
// and outcome, of which there are as many as directions times populations.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_CONFLICTS_H_
#define CLAIMGRAPH_QUERIES_GRAPH_CONFLICTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

enum class ConflictKind : std::uint8_t { kEvidence, kStatements };
std::string_view Name(ConflictKind kind);  // "evidence", "statements"

// One side's proposition, and how it is taken.
struct ConflictSide {
  std::uint32_t proposition = kNoIndex;
  bool denied = false;                  // stated by denial; of evidence: disputed
  std::vector<std::uint32_t> claims{};  // ascending
  bool operator==(const ConflictSide&) const = default;
};

struct Conflict {
  ConflictKind kind = ConflictKind::kEvidence;
  ConflictSide one{};
  ConflictSide other{};
  std::size_t documents = 0;  // that take part
  bool operator==(const Conflict&) const = default;
};

// Most documents first, then by propositions.
std::vector<Conflict> FindConflicts(const EvidenceCsr& graph);

// A side as an answer shows it: the proposition, then the ways from it to its
// claims and their documents, the first `limit` of them.
struct ExplainedSide {
  TrailStep proposition{};
  std::string stands{};  // "supported by", "disputed by", "stated by", "denied by"
  std::vector<Trail> claims{};
  std::size_t count = 0;
};
ExplainedSide ExplainSide(const EvidenceCsr& graph, const GraphReader& reader, ConflictKind kind,
                          const ConflictSide& side, std::size_t limit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_CONFLICTS_H_
