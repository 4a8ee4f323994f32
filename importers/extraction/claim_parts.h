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

// One per outcome, at least one.  `topic_subject`: the sentence names no subject
// of its own ("It also ...", a list item), so the document's topic is meant.
std::vector<Proposition> PropositionsOf(const SegmentReader& reader, const ClaimRange& range,
                                        const Profile& profile,
                                        bool topic_subject);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_PARTS_H_
