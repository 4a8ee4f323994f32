// The linear model that tells claims from other sentences.
//
// Features are binary and named; probability = logistic(bias + sum of weights).
// The weights, how they were fitted and what they score are in
// models/claims.card.md.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_MODEL_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_MODEL_H_

#include <bitset>
#include <cstddef>
#include <string_view>

namespace claimgraph {

enum class ClaimFeature : std::size_t {
  // Verbs
  kEffectFinite,      // "reduces", "has reduced"
  kEffectGerund,      // "reducing"
  kEffectInfinitive,  // "to reduce", "helps reduce"
  kEffectModal,       // "may reduce", "can reduce"
  kEnable,
  kProvide,
  kAssociate,
  kRisk,
  kState,
  // Words about sureness and evidence
  kModal,
  kCan,
  kHedge,
  kBooster,
  kMagnitude,
  kAbsolute,
  kUniversal,
  kEvidence,
  kReport,
  kEvidenceReports,  // a study noun, then a verb of report
  kCompare,
  kSafety,
  kNegation,
  kSignificance,
  kStatistic,
  kEvaluate,
  kNecessity,
  kNullFinding,
  kUncertain,
  kOwnResult,
  kTestimony,
  kQuantifier,
  kGeneralise,
  kAnaphor,
  kNumber,
  kPercent,
  kConclude,
  // Concepts
  kOutcome,
  kManyOutcomes,
  kIntervention,
  kPopulation,
  kBody,
  kNoConcept,
  kTopic,
  // Pairs
  kEffectOnOutcome,
  kEffectAndIntervention,
  kEnableOutcome,
  kEvaluateOutcome,
  kEvaluateIntervention,
  kAssociateOutcome,
  kEvidenceOutcome,
  kCanOutcome,
  kStateRisk,
  kBoosterEvaluates,   // "the benefits are clear"
  kBoosterConcept,     // "clearly the best treatment for back pain"
  kConcludeConcept,    // "so massage prevents ..."
  kEffectOnBody,
  kCompareState,       // "is stronger than"
  kSafetyIntervention,
  kModalEffectOutcome,
  kFindingInPaper,     // a number or comparison among a paper's results
  kNoConceptNoEvidence,
  // What it rather is
  kQuestion,
  kImperative,
  kAdvice,
  kDefine,
  kDisclaim,
  kFirstPerson,
  kSecondPerson,
  kSecondPersonEffect,
  kMethod,
  kLimitation,
  kAnecdote,
  kPromote,
  kAnalogy,
  kIntent,
  kOwnership,
  kWe,                 // we, we'll, let's: the writer's plan, or everyone
  // Place
  kHeading,
  kListItem,
  kTableCell,
  kQuoteBlock,
  kShort,
  kLong,
  kCited,
  kAcademic,
  kMethodsSection,
  kResultsSection,
  kDiscussionSection,
  kAbstractSection,
  kLimitationsSection,
  kPronounSubject,
  kLowHealth,
  kDidYouKnow,
  kCount,
};

inline constexpr std::size_t kClaimFeatureCount = static_cast<std::size_t>(ClaimFeature::kCount);

class ClaimFeatures {
 public:
  void Set(ClaimFeature f, bool on = true) { bits_[static_cast<std::size_t>(f)] = on; }
  bool Has(ClaimFeature f) const { return bits_[static_cast<std::size_t>(f)]; }

 private:
  std::bitset<kClaimFeatureCount> bits_;
};

// In [0, 1].
double ClaimProbability(const ClaimFeatures& features);

// A segment is a claim from here on.
inline constexpr double kClaimThreshold = 0.55;

std::string_view Name(ClaimFeature feature);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CLAIM_MODEL_H_
