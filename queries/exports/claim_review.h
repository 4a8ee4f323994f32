// What was judged of each claim, as schema.org ClaimReview in JSON-LD.
//
// For pages and tools that read fact checks.  The ratings are computed, and each says so,
// or what a reviewer decided; a claim that no study record could settle (unverifiable) is
// left out.  Where a verdict speaks for a claim and no source is known to, as where only
// titles were read, the rating says that in words and has no number: nobody knows one.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_CLAIM_REVIEW_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_CLAIM_REVIEW_H_

#include "queries/exports/formats.h"

namespace claimgraph {

// kInvalidArgument for a base that is no IRI.
[[nodiscard]] Status ExportClaimReview(const ExportScope& scope, const ExportSettings& settings,
                                       std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_CLAIM_REVIEW_H_
