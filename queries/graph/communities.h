// Propositions that lean on the same works.
//
// Propositions and works are joined by evidence lines, and label propagation
// (Raghavan, Albert & Kumara, Phys Rev E 2007;76:036106) finds what hangs
// together: every node starts with a label of its own and takes, in turn, the
// label that most of its neighbours have.  The method's random choices are fixed
// here: works and propositions take turns in the order of their ids, and of equal
// labels a node keeps its own if it can, else takes the smallest.  So every run
// gives the same communities; at most 20 rounds, each linear in lines.
//
// A community says that the same studies are used, not that the propositions
// agree.  Works used everywhere (a guideline, a textbook) can draw strangers
// together, and a proposition at a border belongs to one side only.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_COMMUNITIES_H_
#define CLAIMGRAPH_QUERIES_GRAPH_COMMUNITIES_H_

#include <cstdint>
#include <vector>

#include "queries/graph/evidence_csr.h"

namespace claimgraph {

struct Community {
  std::vector<std::uint32_t> propositions{};  // indices, ascending
  std::vector<std::uint32_t> works{};         // that bind them: most propositions first
  std::uint32_t claims = 0;                   // that state one of them
  bool operator==(const Community&) const = default;
};

// Communities of two propositions or more; most propositions first, then by the
// first of them.
std::vector<Community> FindCommunities(const EvidenceCsr& graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_COMMUNITIES_H_
