// What a sentence says of an effect, and how surely: flags for the learned models.
//
// The content clause is looked at apart from the whole: what stands behind "the study
// found that", and before "..., according to the researchers".
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_CLAUSES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_CLAUSES_H_

#include <string_view>
#include <vector>

#include "core/model/features.h"

namespace claimgraph {

class ModelTokens;

// "is", "were", "been", ...
bool IsFormOfBe(std::string_view word);

// Adds to both groups; the same feature may be added several times.
void ReadClauses(const ModelTokens& tokens, std::vector<FeatureHash>* flags,
                 std::vector<FeatureHash>* pairs);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_SENTENCE_CLAUSES_H_
