// Claim -> citations: which markers stand behind which claim.
//
// In the order tried:
//   inline      a marker in the claim's own sentence (or right behind its stop)
//   adjacent    the next sentence carries it and elaborates ("This is known as ...")
//   paragraph   a marker that stands alone after the paragraph's last stop; in a
//               paper, one at the paragraph's end; on the list's lead-in; on the
//               heading or title above
//   anaphoric   "these results", "which means": the sentences before carry it
// What remains is self-attributed (an own result, an anecdote) or uncited.
//
// Limit: whether the source supports the claim is not asked here.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_LINKER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_LINKER_H_

#include <vector>

#include "core/citation.h"
#include "core/document.h"
#include "importers/extraction/claims.h"
#include "importers/extraction/profile.h"

namespace claimgraph {

// Fills Claim::citations (local ids: 1-based positions in `citations`) and
// Claim::citation_status.
void LinkClaims(const Document& document, const Profile& profile,
                const std::vector<Citation>& citations, std::vector<ExtractedClaim>* claims);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_LINKER_H_
