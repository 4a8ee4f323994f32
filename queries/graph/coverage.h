// How much of what a document claims stands on something.
//
// Each count is of the document's claims, and each is a part of the one before:
//   cited       a citation, whether or not it leads anywhere; or a source found
//               by its content, if that does not deny the claim
//   resolved    cites or rests on a work that the store knows
//   evidence    rests on a work: an evidence line joins them, which does not
//               dispute the claim, and the work was not retracted
//   primary     ... on a study or a systematic review, by its title
//   direct      primary, with intervention and outcome those of the claim
// A share is of all claims; a document without claims has none.
//
// Linear in the document's claims and their lines.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_COVERAGE_H_
#define CLAIMGRAPH_QUERIES_GRAPH_COVERAGE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

inline constexpr std::size_t kVerdictCount = 6;

// How far a claim comes.
enum class Reach : std::uint8_t { kUncited, kCited, kResolved, kEvidence, kPrimary, kDirect };
std::string_view Name(Reach reach);  // "uncited", "cited", ...

Reach ReachOf(const EvidenceCsr& graph, std::uint32_t claim);

struct Coverage {
  std::uint32_t document = kNoIndex;  // index
  std::uint32_t claims = 0;
  std::uint32_t cited = 0;
  std::uint32_t resolved = 0;
  std::uint32_t evidence = 0;
  std::uint32_t primary = 0;
  std::uint32_t direct = 0;
  std::array<std::uint32_t, kVerdictCount> verdicts{};  // by Verdict
  bool operator==(const Coverage&) const = default;

  double Share(std::uint32_t count) const {
    return claims == 0 ? 0 : static_cast<double>(count) / claims;
  }
};

Coverage CoverageOf(const EvidenceCsr& graph, std::uint32_t document);

// The same of one document alone, which has no index.
Coverage CoverageOf(const DocumentGraph& graph);

// Every document with a claim: least evidence first (by share), then most
// claims, then by id.
std::vector<Coverage> RankByCoverage(const EvidenceCsr& graph);

// A claim that stops short of direct evidence, and how far it came.
struct ShortClaim {
  Reach reach = Reach::kUncited;
  Trail trail{};  // from the document to the claim, and to a work if it reaches one
};

// Shortest reach first, then by claim; the first `limit`.
std::vector<ShortClaim> ShortClaims(const EvidenceCsr& graph, const GraphReader& reader,
                                    std::uint32_t document, std::size_t limit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_COVERAGE_H_
