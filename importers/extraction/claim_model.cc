// Weights by feature; see models/claims.card.md.

#include "importers/extraction/claim_model.h"

#include <array>
#include <cmath>

namespace claimgraph {
namespace {

constexpr double kBias = -0.76;

struct Weight {
  std::string_view name{};
  double value = 0;
};

// In the order of ClaimFeature.
constexpr std::array<Weight, kClaimFeatureCount> kWeights = {{
    {"effect-finite", 1.06},
    {"effect-gerund", 0.42},
    {"effect-infinitive", 0.45},
    {"effect-modal", 0.42},
    {"enable", 0.16},
    {"provide", 0.67},
    {"associate", 0.80},
    {"risk", 0.66},
    {"state", 0.14},
    {"modal", -0.03},
    {"can", 0.41},
    {"hedge", 0.33},
    {"booster", 0.90},
    {"magnitude", 0.70},
    {"absolute", 0.63},
    {"universal", -0.06},
    {"evidence", 0.25},
    {"report", 0.26},
    {"evidence-reports", 0.62},
    {"compare", 0.81},
    {"safety", 0.68},
    {"negation", -0.10},
    {"significance", 0.73},
    {"statistic", 0.45},
    {"evaluate", 0.35},
    {"necessity", 0.71},
    {"null-finding", 1.06},
    {"uncertain", 0.66},
    {"own-result", -0.31},
    {"testimony", 0.84},
    {"quantifier", 0.29},
    {"generalise", 0.16},
    {"anaphor", -0.16},
    {"number", 0.42},
    {"percent", 0.75},
    {"conclude", 0.48},
    {"outcome", 0.48},
    {"many-outcomes", 0.25},
    {"intervention", 0.05},
    {"population", 0.19},
    {"body", -0.52},
    {"no-concept", -0.20},
    {"topic", 0.03},
    {"effect-on-outcome", 0.51},
    {"effect-and-intervention", 0.08},
    {"enable-outcome", 0.42},
    {"evaluate-outcome", -0.13},
    {"evaluate-intervention", -0.38},
    {"associate-outcome", 0.42},
    {"evidence-outcome", 0.27},
    {"can-outcome", 0.26},
    {"state-risk", 0.15},
    {"booster-evaluates", 1.22},
    {"booster-concept", 0.14},
    {"conclude-concept", 0.29},
    {"effect-on-body", 0.11},
    {"compare-state", 0.62},
    {"safety-intervention", 0.94},
    {"modal-effect-outcome", 0.01},
    {"finding-in-paper", 1.18},
    {"no-concept-no-evidence", -0.44},
    {"question", -2.50},
    {"imperative", -1.80},
    {"advice", -1.06},
    {"define", -1.03},
    {"disclaim", -2.50},
    {"first-person", -2.01},
    {"second-person", -0.55},
    {"second-person-effect", 0.44},
    {"method", -1.53},
    {"limitation", -1.20},
    {"anecdote", -1.00},
    {"promote", -1.60},
    {"analogy", -1.52},
    {"intent", -1.73},
    {"ownership", -0.80},
    {"we", -0.68},
    {"heading", -2.50},
    {"list-item", 0.39},
    {"table-cell", -0.64},
    {"quote-block", 0.16},
    {"short", -0.81},
    {"long", -0.09},
    {"cited", 1.91},
    {"academic", -0.95},
    {"methods-section", -2.50},
    {"results-section", -0.34},
    {"discussion-section", 0.05},
    {"abstract-section", 0.06},
    {"limitations-section", -1.50},
    {"pronoun-subject", -0.06},
    {"low-health", -1.38},
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
