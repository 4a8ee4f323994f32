// How near a source comes to what is claimed, axis by axis: the concepts of the one
// set against those of the other.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_DIRECTNESS_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_DIRECTNESS_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/proposition.h"
#include "core/study.h"
#include "importers/extraction/vocabulary.h"

namespace claimgraph {

using Concepts = std::vector<ConceptIndex>;

// Outcomes, what is measured instead of them, and conditions.
bool IsOutcomeRole(ConceptRole role);

// How near the nearest of the source's concepts comes to the claim's: the same or
// narrower is direct, a relative is indirect.  `nearest` is its label.
Directness Compare(const Concepts& claimed, const Concepts& studied, std::string* nearest);

// The step that says so; `where` is what was read of the source: "title", "record".
Reason Directly(std::string_view axis, Directness d, std::string_view claimed,
                std::string_view studied, std::string_view where = "title");

QuoteRole RoleOf(StudyDesign design);

// Everything that the claim's words name as an intervention: a source about any
// of them is no source about something else.
Concepts InterventionsOf(const Claim& claim, const Proposition& proposition);

// "Drugs", "supplements", "diet": too wide for a source to be about another one.
bool IsWholeClass(ConceptIndex c);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_DIRECTNESS_H_
