// The sentence to write instead of a claim, in the claim's own concepts with the
// capitals that a sentence wants; general advice where its parts are no known concepts.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_WORDING_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_WORDING_H_

#include <string>
#include <vector>

#include "core/claim.h"
#include "core/proposition.h"

namespace claimgraph {

// `propositions`: those of the claim's that the sentence may speak of, the first of
// which gives subject and direction.  `level`: core/appraisal/wording.h.
std::string OfferWording(const Claim& claim, const std::vector<const Proposition*>& propositions,
                         int level);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_CLAIM_WORDING_H_
