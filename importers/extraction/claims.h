// Claims: which sentences state something checkable, and what they state.
//
// Each sentence is cut into segments at turns ("..., but ...", "While ..., ",
// dashes, semicolons).  A segment's cues, concepts and place give features; a
// linear model over them (claim_model.h) says how likely it is a claim.
// Segments that disclaim, advise, ask or limit are left out of the claim's
// span, so that a finding never points at them.
//
// In a list of claims, every block is one claim, whole, because its author says so.
//
// Limits: no syntax tree, so a claim's subject is the nearest concept before
// its verb; irony, quoted opinion and analogy are told by cue words alone.
// Confidence is the model's probability, uncalibrated outside lay health text.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIMS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIMS_H_

#include <vector>

#include "core/claim.h"
#include "core/document.h"
#include "core/proposition.h"
#include "importers/extraction/profile.h"

namespace claimgraph {

struct ExtractedClaim {
  Claim claim{};                          // no ids, no citations, no verdict
  std::vector<Proposition> propositions{};  // at least one
  // What evidence_linker and the verdict need and a Claim does not keep.
  std::uint64_t cues = 0;                 // all cue bits of the claim (cues.h)
  bool anaphoric_subject = false;         // starts with it/this/these
  bool heading = false;
  bool own_result = false;                // a paper's own finding
};

// Ascending by position.  `cited` has one flag a sentence: a marker stands in it.
std::vector<ExtractedClaim> ExtractClaims(const Document& document, const Profile& profile,
                                          const std::vector<bool>& prose,
                                          const std::vector<bool>& cited);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIMS_H_
