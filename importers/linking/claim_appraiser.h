// Claim -> verdict: gathers what the document shows about each claim and lets
// core/appraisal judge it.
//
// Limits: a title tells a study's design, not its result, so without study
// records no claim is called contradicted and "supported" means no more than
// that a strong design on the same subject is cited in measured words.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_APPRAISER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_APPRAISER_H_

#include <vector>

#include "core/document_graph.h"
#include "importers/extraction/claims.h"

namespace claimgraph {

// Fills verdict, reasons and allowed_wording of every claim, and raises its
// strength or certainty nowhere.  `extracted` and graph->claims are parallel.
void AppraiseClaims(const std::vector<ExtractedClaim>& extracted, DocumentGraph* graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_APPRAISER_H_
