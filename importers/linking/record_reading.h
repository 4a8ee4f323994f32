// What a record's abstract tells of an outcome for which no result was read out of it.
//
// Results are read out of abstracts by a grammar (importers/extraction/facts_results.cc),
// which keeps still where a sentence is put in a way that it does not know.  Of a sentence
// that names the intervention, something inert that it is compared with, and the outcome,
// a learned model says which way the outcome went (direction_model.h); another says whether
// the abstract speaks for the claim (stance_model.h).
//
// Limits: that the sentence's comparison is the claim's is told by its words alone, so
// nothing read here may be held against a claim.  The direction model's probabilities were
// measured where the comparison was given.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_RECORD_READING_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_RECORD_READING_H_

#include <optional>
#include <string_view>

#include "core/result.h"
#include "importers/linking/record_finder.h"
#include "importers/linking/stance_model.h"

namespace claimgraph {

// From this probability on the direction is taken: 98 in 100 are right where the
// comparison is given (models/direction.card.md).
inline constexpr double kSureDirection = 0.9;

// The first words of `text` that name something inert to compare with ("placebo", "usual
// care", "control"); empty if none do.
std::string_view InertComparator(std::string_view text);

struct ReadOutcome {
  StudyResult result{};  // its confidence is the probability of its direction
  StanceOdds stance{};   // of the whole abstract towards the claim
};

// Nothing where no sentence compares them, the models are not built in, or the direction is
// not sure.
std::optional<ReadOutcome> ReadOutcomeOf(const FoundRecord& found, std::string_view claim,
                                         std::string_view intervention, std::string_view outcome);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_RECORD_READING_H_
