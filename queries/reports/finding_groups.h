// The findings of a document in the order in which a writer works through them: from
// top to bottom, what is said of one claim together.
//
// A group is one claim's findings, or one finding that is about no claim.  Groups come
// by the place of their first finding, those in .bib files last; inside one, the most
// severe comes first.  Each knows the section that it stands in.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_FINDING_GROUPS_H_
#define CLAIMGRAPH_QUERIES_REPORTS_FINDING_GROUPS_H_

#include <vector>

#include "core/document_graph.h"
#include "core/finding.h"

namespace claimgraph {

struct FindingGroup {
  const Claim* claim = nullptr;            // null: about none
  const Block* section = nullptr;          // the heading above; null: none, or in a .bib file
  std::vector<const Finding*> findings{};  // at least one, all in one file
};

// Points into `graph`, whose findings stand in order of position.
std::vector<FindingGroup> GroupFindings(const DocumentGraph& graph);

// True if a reader of the group's messages knows which words they are about: one of
// them quotes the claim or its sentence, or there is no claim.
bool QuotesItsClaim(const FindingGroup& group, const DocumentGraph& graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_FINDING_GROUPS_H_
