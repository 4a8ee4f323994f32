// How far a body of evidence can be trusted, with every step that led there.
//
// Levels are GRADE's: 4 High, 3 Moderate, 2 Low, 1 Very low, and 0 for "no
// study: mechanism or opinion only".  An input that is not known is a step with
// change 0 and a name ending in "-not-assessed"; it never counts as fine.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_H_
#define CLAIMGRAPH_CORE_APPRAISAL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"

namespace claimgraph {

// Names the rules that made an Appraisal.  Change it with any rule that can
// change a level, so that stored appraisals of two versions are told apart.
inline constexpr std::string_view kMethodVersion = "claimgraph-certainty/2";

enum class AppraisalOrigin : std::uint8_t {
  kComputed,  // by core/appraisal/body_certainty
  kAuthored,  // a systematic review states its own certainty
};

struct Appraisal {
  int start = 0;  // 0 to 4, from the design
  int level = 0;  // 0 to 4, after all steps
  int ocebm = 0;  // 1 (best) to 5; 0: the design is not known
  AppraisalOrigin origin = AppraisalOrigin::kComputed;
  std::string method{kMethodVersion};
  int studies = 0;                          // independent ones that the level rests on
  std::vector<Reason> steps{};              // step "certainty", in the order taken
  std::vector<std::string> not_assessed{};  // "risk of bias", "publication bias", ...
  bool operator==(const Appraisal&) const = default;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_H_
