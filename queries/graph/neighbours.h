// What stands around a claim: everything within two steps of it.
//
// One step leads to its document, the propositions that it states, and the
// references that it cites; two steps to the works behind those references or
// beneath its evidence lines, to the other references of the document, and to the
// claims that share its document or a proposition.  (Claims that share a reference
// share the document.)  Citations and evidence lines are ways, not nodes.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_NEIGHBOURS_H_
#define CLAIMGRAPH_QUERIES_GRAPH_NEIGHBOURS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

// Indices, ascending, each once; without the claim itself.
struct Neighbours {
  std::uint32_t document = kNoIndex;
  std::vector<std::uint32_t> propositions{};
  std::vector<std::uint32_t> references{};  // of the document; the claim's own among them
  std::vector<std::uint32_t> works{};
  std::vector<std::uint32_t> claims{};
  std::size_t size() const {
    return 1 + propositions.size() + references.size() + works.size() + claims.size();
  }
};

// Costs what it finds, but for claims that it meets twice, which are sorted.
Neighbours NeighboursOf(const EvidenceCsr& graph, std::uint32_t claim);

// The same for people, each kind with the edge that leads there.
struct NeighbourList {
  struct Kind {
    std::vector<TrailStep> nodes{};  // the first `limit`
    std::size_t count = 0;
  };
  TrailStep claim{};
  std::vector<Kind> kinds{};  // document, propositions, references, works, claims
  std::size_t count = 0;
};
NeighbourList ListNeighbours(const EvidenceCsr& graph, const GraphReader& reader, ClaimId claim,
                             std::size_t limit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_NEIGHBOURS_H_
