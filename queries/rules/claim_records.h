// What a claim's evidence lines say where records told of its sources: for the rules
// that need to know what was found.
#ifndef CLAIMGRAPH_QUERIES_RULES_CLAIM_RECORDS_H_
#define CLAIMGRAPH_QUERIES_RULES_CLAIM_RECORDS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "queries/rules/support.h"

namespace claimgraph {

// The verdict was settled by `rule` of the record rules (claim_appraiser.h).
bool SettledBy(const Claim& claim, std::string_view rule);

// The first step of kind `step` on the claim's lines, whose rule is `rule` ("": any):
// "card.json#doi:10.1/x: pain did not change".  Empty if there is none.
std::string RecordStep(std::span<const EvidenceLine* const> lines, std::string_view step,
                       std::string_view rule);

// A finding at the claim, with its lines as evidence and their references.
Finding AtClaimWithEvidence(const Rule& rule, const Claim& claim,
                            std::span<const EvidenceLine* const> lines, std::string message,
                            std::string suggestion);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_CLAIM_RECORDS_H_
