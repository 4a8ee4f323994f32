// What a claim states, once a segment is known to be one: kind, causal
// strength, certainty, and the propositions about intervention and outcome.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_PARTS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_PARTS_H_

#include <cstdint>
#include <vector>

#include "core/claim.h"
#include "core/proposition.h"
#include "importers/extraction/profile.h"
#include "importers/extraction/segments.h"

namespace claimgraph {

// The tokens [begin, end) of `reader`'s sentence that a claim covers.
struct ClaimRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint64_t cues = 0;
};

CausalStrength StrengthOf(const SegmentReader& reader, const ClaimRange& range);
AssertedCertainty CertaintyOf(std::uint64_t cues);
ClaimKind KindOf(const SegmentReader& reader, const ClaimRange& range);

// One per outcome, at least one.  `implied`: the intervention that is meant where
// the range names none of its own ("It also ...", a list item); or none.
std::vector<Proposition> PropositionsOf(const SegmentReader& reader, const ClaimRange& range,
                                        ConceptIndex implied);

// The last intervention that the sentence names before token `end`, or none.
ConceptIndex InterventionBefore(const SegmentReader& reader, std::uint32_t end);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_PARTS_H_
