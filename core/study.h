// What was done to whom.
//
// Several Works may report one Study; a review Work covers many.  What is known of
// a study is what its Records (record.h) and StudyResults (result.h) say.
#ifndef CLAIMGRAPH_CORE_STUDY_H_
#define CLAIMGRAPH_CORE_STUDY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"

namespace claimgraph {

// Strongest first.  NEVER renumber: the numbers are stored.
enum class StudyDesign : std::uint8_t {
  kUnknown = 0,
  kMetaAnalysisOfRcts = 1,   // systematic review or meta-analysis of RCTs
  kSystematicReview = 2,     // of unstated or mixed designs
  kRct = 3,
  kControlledNonRandomised = 4,
  kCohort = 5,
  kCaseControl = 6,
  kCrossSectional = 7,
  kPrePost = 8,              // single arm, before and after
  kCaseSeries = 9,
  kAnimal = 10,
  kInVitro = 11,
  kNarrativeReview = 12,
  kGuideline = 13,
  kTheory = 14,              // framework, model, opinion, editorial
  kWebPage = 15,
};

// RoB 2 overall, or the like; of a review: where most of its information is from.
enum class RiskOfBias : std::uint8_t { kNotAssessed, kLow, kSomeConcerns, kHigh };

struct Study {
  StudyId id{};
  // What its records share: a registry number ("registry:nct00661843"), an explicit
  // link ("study:<its words, folded>"), or else the work that reports it ("work:doi:10.1/x").
  std::string key{};
  bool operator==(const Study&) const = default;
};

std::string_view Name(RiskOfBias risk);            // "some_concerns"
std::string_view Name(StudyDesign design);         // "randomised_controlled_trial"
std::string_view Description(StudyDesign design);  // "a randomised controlled trial": for messages

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STUDY_H_
