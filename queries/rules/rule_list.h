// One row for each rule; each is defined in the file of its name.
#ifndef CLAIMGRAPH_QUERIES_RULES_RULE_LIST_H_
#define CLAIMGRAPH_QUERIES_RULES_RULE_LIST_H_

#include "queries/rules/rules.h"

namespace claimgraph {

// Claims without support
extern const Rule kUncitedClaim;
extern const Rule kPhantomStudies;
extern const Rule kSelfContradiction;
extern const Rule kCircularSupport;
extern const Rule kSecondarySourceOnly;
extern const Rule kAnecdoteAsEvidence;
extern const Rule kTheoryAsEvidence;
extern const Rule kSafetyClaimUnsupported;

// Claims against what their sources found
extern const Rule kContradictedByOwnReference;
extern const Rule kSourceContradictsClaim;
extern const Rule kRetractedSource;
extern const Rule kSplitSupport;
extern const Rule kOutcomeMismatch;
extern const Rule kFollowUpOverreach;
extern const Rule kNumberMismatch;
extern const Rule kNoDirectEvidence;
extern const Rule kSingleStudy;
extern const Rule kDroppedCaveat;

// Claims beyond their support
extern const Rule kCertaintyInflation;
extern const Rule kMagnitudeInflation;
extern const Rule kPopulationOverreach;
extern const Rule kInterventionMismatch;
extern const Rule kSurrogateOutcome;
extern const Rule kComparativeWithoutComparison;
extern const Rule kAdviceExaggeration;
extern const Rule kMissingConfidenceInterval;
extern const Rule kEffectSignInconsistent;

// Citations
extern const Rule kDanglingCitation;
extern const Rule kYearMismatch;
extern const Rule kAuthorMismatch;
extern const Rule kPlaceholderCitation;

// References
extern const Rule kNeverCitedReference;
extern const Rule kDuplicateReference;
extern const Rule kMalformedIdentifier;
extern const Rule kFutureYear;
extern const Rule kImplausiblePmidYear;
extern const Rule kIdentifierConflict;
extern const Rule kMetadataMismatch;
extern const Rule kUncheckedReference;
extern const Rule kIncompleteReference;

// Text
extern const Rule kTextCorruption;

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_RULES_RULE_LIST_H_
