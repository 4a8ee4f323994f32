// Which claims a study reaches through the studies that cite it.
//
// What is wrong with a study may be wrong with those that built on it.  From a work
// one step leads to the works whose text or record, in the store, cites it; then to
// those that cite these, and so on.  Reached are the claims that cite or rest on
// one of them; a claim counts where it is reached first.
//
// Reached is less than fallen: who cites a study may have checked it, or refuted
// it.  Citations of works whose text or record is not in the store are not known.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_REACH_H_
#define CLAIMGRAPH_QUERIES_GRAPH_REACH_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

struct ReachedWork {
  std::uint32_t work = kNoIndex;
  std::uint32_t steps = 0;
  std::uint32_t cites = kNoIndex;  // a work one step nearer; kNoIndex for those begun at
  bool operator==(const ReachedWork&) const = default;
};

// From `works` up to `steps` steps: nearest first, then by index.  Of several works
// that one cites, the first in that order.  Linear in the citations met.
std::vector<ReachedWork> WorksThatCite(const EvidenceCsr& graph,
                                       std::span<const std::uint32_t> works, std::uint32_t steps);

struct ReachedClaim {
  std::uint32_t claim = kNoIndex;
  std::uint32_t by = 0;  // which of the reached works: the first
  bool operator==(const ReachedClaim&) const = default;
};

// By claim, each once.
std::vector<ReachedClaim> ClaimsOn(const EvidenceCsr& graph, std::span<const ReachedWork> works);

// The same for people.
struct StudyReach {
  struct Ring {  // what is so many steps away
    std::size_t works = 0;
    std::size_t claims = 0;
  };
  struct Row {
    std::uint32_t steps = 0;
    Trail trail{};  // claim ... work, and each work that leads to what was asked for
  };
  TrailStep asked{};
  std::vector<Ring> rings{};  // by steps, from 0
  std::vector<Row> claims{};  // nearest first; the first `limit`
};

// `node` is a work or a document of `graph`, which was read from `reader`; of a
// document, the works that it is.
StudyReach ReachOf(const EvidenceCsr& graph, const GraphReader& reader, NodeRef node,
                   std::uint32_t steps, std::size_t limit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_REACH_H_
