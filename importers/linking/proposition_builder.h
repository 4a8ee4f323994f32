// Claim -> proposition: equal statements become one node.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_PROPOSITION_BUILDER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_PROPOSITION_BUILDER_H_

#include <vector>

#include "core/document_graph.h"
#include "importers/extraction/claims.h"

namespace claimgraph {

// Moves the propositions of all claims into graph->propositions, each key once,
// and fills Claim::propositions (local ids).  `claims` and graph->claims are
// parallel.
void BuildPropositions(const std::vector<ExtractedClaim>& claims, DocumentGraph* graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_PROPOSITION_BUILDER_H_
