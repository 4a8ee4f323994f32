// A claim's words without the markers of its citations.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_CLAIM_WORDS_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_CLAIM_WORDS_H_

#include <string>
#include <vector>

#include "core/citation.h"
#include "core/claim.h"

namespace claimgraph {

// "Walking eases pain (Okri, 2014)." -> "Walking eases pain."  Markers that the sentence
// needs ("Okri (2014) found that ...", links) stay, and so do all where the claim's words are
// not those of the text, letter by letter.
std::string WordsWithoutMarkers(const Claim& claim, const std::vector<Citation>& citations);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_CLAIM_WORDS_H_
