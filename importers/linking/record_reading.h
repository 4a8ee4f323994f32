// What a record's abstract tells of an outcome for which no result was read out of it.
//
// Results are read out of abstracts by a grammar (importers/extraction/facts_results.cc),
// which keeps still where a sentence is put in a way that it does not know.  Two learned
// models then read the sentences that name the outcome: one says which way the outcome
// went (direction_model.h), one whether the abstract speaks for the claim (stance_model.h).
// Only where both are sure, and of one mind, is anything said.
//
// Limits: of the sentences that name the outcome, the models do not know which comparison
// they tell of; a crossover or dose arm can mislead them.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_RECORD_READING_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_RECORD_READING_H_

#include <optional>
#include <string_view>

#include "core/result.h"
#include "importers/linking/record_finder.h"
#include "importers/linking/stance_model.h"

namespace claimgraph {

// From this probability on the direction is taken: 98 in 100 are right
// (models/direction.card.md).
inline constexpr double kSureDirection = 0.9;

struct ReadOutcome {
  StudyResult result{};  // its confidence is the probability of its direction
  StanceOdds stance{};   // of the whole abstract towards the claim
};

// Nothing where no sentence names the outcome, the models are not built in, or the
// direction is not sure.
std::optional<ReadOutcome> ReadOutcomeOf(const FoundRecord& found, std::string_view claim,
                                         std::string_view intervention, std::string_view outcome);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_RECORD_READING_H_
