// The table of the header, and one comparison.

#include "core/appraisal/causal_ladder.h"

namespace claimgraph {

int AssertedLevel(CausalStrength strength, AssertedCertainty certainty) {
  if (certainty == AssertedCertainty::kBoosted) return kBoostedLevel;
  if (certainty == AssertedCertainty::kHedged) return strength == CausalStrength::kNone ? 1 : 2;
  switch (strength) {
    case CausalStrength::kCorrelational:
      return 2;
    case CausalStrength::kConditionalCausal:
      return 3;
    case CausalStrength::kNone:
    case CausalStrength::kDirectCausal:
      return 4;
  }
  return 4;
}

bool Overstates(int asserted, int allowed, int tolerance) {
  if (asserted >= kBoostedLevel) return allowed < 4;
  // Hedged words claim no more than that there is something to look at.
  if (asserted <= 2) return false;
  return asserted - allowed > tolerance;
}

}  // namespace claimgraph
