// How many independent lines of evidence a claim or a proposition has.
//
// Three papers are not three reasons if one group wrote them all, or if two of
// them retell the third.  Evidence leads from the claim to the works that its
// evidence lines rest on; a work that only retells (not a study, not a systematic
// review) and whose text is in the store leads on to what it cites itself; the
// ways end at studies, and at works about which the store knows no more.  Ends
// are one group if
//   - they share an author: family name and first initial, case and accents aside;
//   - one cites the other, or both cite a third work: known where their text or
//     record is in the store (queries/graph/study_ties.h).
// Groups are closed under both: if A shares an author with B and B with C, all
// three are one.  That may count too few lines and never too many.
//
// The number of independent lines is the largest number of ways from the claim
// to groups that share no work and no group: a maximum flow
// (queries/graph_view/disjoint_paths.h).  The cut is a smallest set of works and
// groups that every way goes through: to add a line, go round it.
//
// Left out: lines whose stance is against the claim.  Registry numbers and data
// sets will join groups when study records carry them.  An author without a
// given name is matched by family name alone.  Looks at 10,000 works at most.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_INDEPENDENCE_H_
#define CLAIMGRAPH_QUERIES_GRAPH_INDEPENDENCE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "core/graph_reader.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/nodes.h"

namespace claimgraph {

struct EvidenceGroup {
  std::vector<TrailStep> works{};     // ends that count once, by id
  std::vector<std::string> shared{};  // why: "author Okri, B.", "a review cites w3"
};

// One place that every further way would have to go through.
struct CutPlace {
  std::vector<TrailStep> works{};  // one work, or those of a group
  bool group = false;
};

struct Independence {
  TrailStep asked{};
  std::size_t works = 0;      // that evidence leads to directly
  std::size_t lines = 0;      // independent ones
  std::vector<Trail> ways{};  // one for each line
  std::vector<CutPlace> cut{};
  std::vector<EvidenceGroup> groups{};
  bool complete = true;  // false: stopped at the limit
};

// `node` is a claim or a proposition of `graph`, which was read from `reader`.
Independence IndependenceOf(const EvidenceCsr& graph, const GraphReader& reader, NodeRef node,
                            std::size_t limit = 10'000);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_INDEPENDENCE_H_
