// Weights by feature; see models/claims.card.md.

#include "importers/extraction/claim_model.h"

#include <array>
#include <cmath>

namespace claimgraph {
namespace {

constexpr double kBias = -1.23;

struct Weight {
  std::string_view name{};
  double value = 0;
};

// In the order of ClaimFeature.
constexpr std::array<Weight, kClaimFeatureCount> kWeights = {{
    {"effect-finite", 1.03},
    {"effect-gerund", 0.43},
    {"effect-infinitive", 0.55},
    {"effect-modal", 0.56},
    {"enable", 0.25},
    {"provide", 0.71},
    {"associate", 0.90},
    {"risk", 0.76},
    {"state", 0.14},
    {"modal", 0.05},
    {"can", 0.44},
    {"hedge", 0.58},
    {"booster", 0.80},
    {"magnitude", 0.72},
    {"absolute", 0.55},
    {"universal", -0.09},
    {"evidence", 0.29},
    {"report", 0.08},
    {"evidence-reports", 0.62},
    {"compare", 0.68},
    {"safety", 0.67},
    {"negation", -0.00},
    {"significance", 0.68},
    {"statistic", 0.51},
    {"evaluate", 0.44},
    {"necessity", 0.69},
    {"null-finding", 1.14},
    {"uncertain", 0.66},
    {"own-result", -0.08},
    {"testimony", 0.83},
    {"quantifier", 0.30},
    {"generalise", 0.19},
    {"anaphor", -0.08},
    {"number", 0.51},
    {"percent", 0.65},
    {"conclude", 0.30},
    {"outcome", 0.64},
    {"many-outcomes", 0.21},
    {"intervention", -0.05},
    {"population", 0.26},
    {"body", -0.49},
    {"no-concept", -0.30},
    {"topic", -0.04},
    {"effect-on-outcome", 0.66},
    {"effect-and-intervention", 0.21},
    {"enable-outcome", 0.50},
    {"evaluate-outcome", 0.09},
    {"evaluate-intervention", -0.29},
    {"associate-outcome", 0.49},
    {"evidence-outcome", 0.24},
    {"can-outcome", 0.19},
    {"state-risk", 0.12},
    {"booster-evaluates", 1.30},
    {"booster-concept", 0.20},
    {"conclude-concept", 0.20},
    {"effect-on-body", 0.30},
    {"compare-state", 0.71},
    {"safety-intervention", 0.94},
    {"modal-effect-outcome", 0.02},
    {"finding-in-paper", 1.30},
    {"no-concept-no-evidence", -0.65},
    {"question", -2.50},
    {"imperative", -1.80},
    {"advice", -1.15},
    {"define", -1.05},
    {"disclaim", -2.50},
    {"first-person", -1.96},
    {"second-person", -0.46},
    {"second-person-effect", 0.52},
    {"method", -1.52},
    {"limitation", -1.20},
    {"anecdote", -1.00},
    {"promote", -1.60},
    {"analogy", -1.47},
    {"intent", -1.73},
    {"ownership", -0.80},
    {"we", -0.60},
    {"heading", -2.50},
    {"list-item", 0.43},
    {"table-cell", -0.43},
    {"quote-block", 0.18},
    {"short", -0.66},
    {"long", 0.03},
    {"cited", 1.59},
    {"academic", -0.77},
    {"methods-section", -2.50},
    {"results-section", -0.21},
    {"discussion-section", 0.01},
    {"abstract-section", 0.07},
    {"limitations-section", -1.50},
    {"pronoun-subject", 0.02},
    {"low-health", -1.84},
    {"did-you-know", 2.50},
}};

}  // namespace

double ClaimProbability(const ClaimFeatures& features) {
  double sum = kBias;
  for (std::size_t i = 0; i < kClaimFeatureCount; ++i) {
    if (features.Has(static_cast<ClaimFeature>(i))) sum += kWeights[i].value;
  }
  return 1 / (1 + std::exp(-sum));
}

std::string_view Name(ClaimFeature feature) {
  return kWeights[static_cast<std::size_t>(feature)].name;
}

}  // namespace claimgraph
