// The level of certainty that a claim's words assert.
//
//   boosted ("is proven to reduce", "the clear benefit")        5: above High
//   plain, direct causal or a bare fact ("reduces")             4: High
//   plain, conditional causal ("can reduce", "helps to")        3: Moderate
//   plain, correlational ("is linked with")                     2: Low
//   hedged ("may reduce", "suggests")                           2: Low
//   no causal words and hedged                                  1: Very low
//
// A denial ("does not reduce") asserts as much as the affirmation.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_CAUSAL_LADDER_H_
#define CLAIMGRAPH_CORE_APPRAISAL_CAUSAL_LADDER_H_

#include "core/claim.h"

namespace claimgraph {

inline constexpr int kBoostedLevel = 5;

int AssertedLevel(CausalStrength strength, AssertedCertainty certainty);

// How far plain words may go beyond the evidence.  Plain words are normal
// journalism: with 2, "reduces" needs Low certainty at least and "can reduce"
// Very low; hedged words always stand.
inline constexpr int kPlainTolerance = 2;
// The same where the text itself states the certainty of its source: a writer
// who has just said "the certainty was low" knows better.
inline constexpr int kStatedTolerance = 1;

// True when words of level `asserted` go beyond evidence of level `allowed` by
// more than `tolerance`.  A booster stands on High only, whatever the tolerance.
bool Overstates(int asserted, int allowed, int tolerance = kPlainTolerance);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_CAUSAL_LADDER_H_
