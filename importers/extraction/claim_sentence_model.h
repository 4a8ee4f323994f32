// Which sentences of an abstract state what it claims, as a learned model reads it.
//
// Where a sentence stands tells more than its words: the last one is a claim in two
// abstracts of three (Achakulvisut et al., 2019).  models/claim_sentences.card.md says
// what the model scores.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_SENTENCE_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_SENTENCE_MODEL_H_

#include <string_view>
#include <vector>

#include "core/model/features.h"

namespace claimgraph {

// From this probability on a sentence is a claim: where F1 is highest.
inline constexpr double kClaimSentenceThreshold = 0.37;

// What stands past this many sentences is not looked at.
inline constexpr std::size_t kMostAbstractSentences = 200;

// The probability of each; empty where the model is not built in.  `title` may be empty.
std::vector<double> ReadClaimSentences(std::string_view title,
                                       const std::vector<std::string_view>& sentences);

// For training: of each sentence.
std::vector<Features> ClaimSentenceFeatures(std::string_view title,
                                            const std::vector<std::string_view>& sentences);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_SENTENCE_MODEL_H_
