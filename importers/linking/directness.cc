#include "importers/linking/directness.h"

namespace claimgraph {

bool IsOutcomeRole(ConceptRole role) {
  return role == ConceptRole::kOutcome || role == ConceptRole::kSurrogate ||
         role == ConceptRole::kCondition;
}

Directness Compare(const Concepts& claimed, const Concepts& studied, std::string* nearest) {
  if (claimed.empty() || studied.empty()) return Directness::kNotAssessed;
  Directness best = Directness::kDifferent;
  *nearest = Label(studied.front());
  for (const ConceptIndex want : claimed) {
    for (const ConceptIndex have : studied) {
      Directness d = Directness::kDifferent;
      if (IsA(have, want)) {
        d = Directness::kDirect;
      } else if (Related(have, want)) {
        d = Directness::kIndirect;
      }
      if (d < best) {
        best = d;
        *nearest = Label(have);
      }
    }
  }
  return best;
}

Reason Directly(std::string_view axis, Directness d, std::string_view claimed,
                std::string_view studied, std::string_view where) {
  Reason reason{"directness", std::string(axis), 0, {}};
  if (d == Directness::kNotAssessed) {
    reason.because =
        "not assessed: the " + std::string(where) + " or the claim names no " + std::string(axis);
  } else {
    reason.because = std::string(Name(d)) + ": the claim says " + std::string(claimed) +
                     ", the source's " + std::string(where) + " " + std::string(studied);
  }
  return reason;
}

QuoteRole RoleOf(StudyDesign design) {
  switch (design) {
    case StudyDesign::kMetaAnalysisOfRcts:
    case StudyDesign::kSystematicReview:
      return QuoteRole::kReviewSynthesis;
    case StudyDesign::kNarrativeReview:
    case StudyDesign::kGuideline:
    case StudyDesign::kTheory:
    case StudyDesign::kWebPage:
      return QuoteRole::kBackground;
    case StudyDesign::kUnknown:
      return QuoteRole::kUnknown;
    default:
      return QuoteRole::kPrimaryResult;
  }
}

Concepts InterventionsOf(const Claim& claim, const Proposition& proposition) {
  Concepts found;
  for (const std::string_view words :
       {std::string_view(proposition.intervention), std::string_view(claim.text)}) {
    for (const ConceptIndex c : ConceptsOf(words)) {
      if (Row(c).role == ConceptRole::kIntervention) found.push_back(c);
    }
  }
  return found;
}

bool IsWholeClass(ConceptIndex c) {
  return Label(c) == "medication" || Label(c) == "supplement" || Label(c) == "diet";
}

}  // namespace claimgraph
