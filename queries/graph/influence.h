// Which works the store leans on, by plain counts and by PageRank.
//
// A citation by a document that is itself cited weighs more.  Vertices are the
// works, and the documents that are no work; a document that is a work is that
// work's vertex, so that rank flows on through it.  An edge goes from a document
// to each work that it lists, once.
//
// PageRank (Brin & Page, Computer Networks 1998;30:107) with damping 0.85, as
// the chance that a reader who follows citations, and starts anew one time in
// seven, is reading the work.  A vertex that cites nothing sends its rank to all
// alike.  Boost's page_rank loses that share and so does not sum to one; this is
// our own power iteration, until no more than 1e-10 moves or 100 rounds passed.
// Linear in edges for each round; in a fixed order, so every run gives the same
// bits.
//
// Rank says what is leaned on, not what is sound: a much-copied error ranks high.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_INFLUENCE_H_
#define CLAIMGRAPH_QUERIES_GRAPH_INFLUENCE_H_

#include <cstdint>
#include <vector>

#include "queries/graph/evidence_csr.h"

namespace claimgraph {

struct Influence {
  std::uint32_t work = kNoIndex;  // index
  double rank = 0;                // of all vertices together 1
  std::uint32_t documents = 0;    // that list it
  std::uint32_t claims = 0;       // that cite it or rest on it
};

// Works by rank, highest first, ties by id.
std::vector<Influence> RankByInfluence(const EvidenceCsr& graph);

// The rank of each row: edges lead from a row to its targets.
std::vector<double> PageRank(Adjacency cites);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_INFLUENCE_H_
