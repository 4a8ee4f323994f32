// What a study's design alone is worth, before anything is known of how well it
// was done: GRADE's starting point and OCEBM's level of evidence.  Both are
// about the question "does this intervention help?" and no other.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_STUDY_LEVEL_H_
#define CLAIMGRAPH_CORE_APPRAISAL_STUDY_LEVEL_H_

#include <string_view>

#include "core/study.h"

namespace claimgraph {

// The certainty that a body of such studies starts from: 4 for RCTs and
// systematic reviews of RCTs, 2 for controlled non-randomised studies, cohorts
// and case-control studies, 1 for cross-sectional and uncontrolled ones, 0 where
// no people were studied (opinion, theory, animals, cells) or the design is not
// known.
//
// A systematic review of unstated designs starts at 3: its studies may be
// trials (4) or not (2), and neither may be assumed.  This is our rule, not
// GRADE's, which knows what a review included.
int StartLevel(StudyDesign design);

// OCEBM 2011, question "does this intervention help?": 1 (best) to 5, 0 where
// the design is not known.  A dramatic effect is not considered, and a
// systematic review counts as 1 only where it is of RCTs.
int OcebmLevel(StudyDesign design);

// True where people, animals or cells were observed, or such studies searched
// for systematically.  False for narrative reviews, guidelines, theory, web
// pages, and where the design is not known.
bool IsPrimaryOrSynthesis(StudyDesign design);

// "High", "Moderate", "Low", "Very low", "None" for 4 to 0.
std::string_view LevelName(int level);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_STUDY_LEVEL_H_
