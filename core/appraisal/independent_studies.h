// Which studies stand behind the lines of a body.
//
// Certainty, people and studies are counted over these: a trial with three papers is one
// study, and a trial that a review in the body includes adds nothing to it.  What was
// retracted is left out before anything is counted, so that a retracted review takes no
// sound trial with it.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_INDEPENDENT_STUDIES_H_
#define CLAIMGRAPH_CORE_APPRAISAL_INDEPENDENT_STUDIES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "core/appraisal/body_certainty.h"

namespace claimgraph {

// One line for each study, the most direct of its lines, in the order of the first.  A
// Reason for each that was left out goes to `steps`, if it is not null: rules retracted,
// same-study, included-in-review.
std::vector<BodyLine> IndependentStudies(std::span<const BodyLine> lines,
                                         std::vector<Reason>* steps);

// Levels that one study loses for being about something else; 0 to 2.
int IndirectnessOf(const BodyLine& line);

// Of whom the outcome was measured; else those in the study; 0: not known.
std::int64_t PeopleIn(const BodyLine& line);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_INDEPENDENT_STUDIES_H_
