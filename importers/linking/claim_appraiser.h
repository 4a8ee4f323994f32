// Claim -> verdict: gathers what the document shows about each claim and lets
// core/appraisal judge it.
//
// Limits: a title tells a study's design, not its result, so without study
// records no claim is called contradicted and "supported" means no more than
// that a strong design on the same subject is cited in measured words.
//
// With records (record_evidence.h) these rules come before all others, where the
// claim has lines that a record told of:
//
//   own-reference-disputes     contradicted      uncited, and the document's own list denies it
//   own-reference-supports     weakly supported  uncited, and its own list has the study
//   sources-dispute            contradicted      what is cited finds the contrary
//   sources-retracted          unsupported       nothing cited stands any more
//   not-what-was-studied       overstated        no cited study looked at this
//   outcome-added              overstated        some of the outcomes were found, others not
//   inconclusive               overstated        plain words on results that may be chance
//   follow-up-overreach        overstated        "lasting", and it did not last
//   more-studies-than-there-are  overstated     "eight trials", of which there were seven
//   effect-smaller-than-words  overstated        "powerful", and SMD below 0.5
//   related-intervention-only overstated        plain words, and only a relative was tested
//   stronger-than-conclusion  overstated        the authors of its only sources conclude less
//   beyond-appraised-evidence  overstated        words more than the appraised body allows
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_APPRAISER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_APPRAISER_H_

#include <vector>

#include "core/document_graph.h"
#include "importers/extraction/claims.h"
#include "importers/linking/decided_sources.h"
#include "importers/linking/record_evidence.h"

namespace claimgraph {

// Fills verdict, reasons and allowed_wording of every claim, and raises its
// strength or certainty nowhere.  `extracted` and graph->claims are parallel, and
// so are `evidence` and graph->evidence_lines; empty: no records.  A claim that a
// reviewer tied to a work is judged as if it cited it; one whose sources were all
// rejected, as if it cited nothing.
void AppraiseClaims(const std::vector<ExtractedClaim>& extracted, const RecordEvidence& evidence,
                    DocumentGraph* graph, const DecidedSources& decided = {});

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_APPRAISER_H_
