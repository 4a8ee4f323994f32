// One row per design, in the order of the enumeration.

#include "core/appraisal/study_level.h"

#include <array>
#include <cstddef>

namespace claimgraph {
namespace {

struct Level {
  int start;
  int ocebm;
  bool observed;  // people, animals or cells, or a systematic synthesis of such studies
};

constexpr std::array<Level, 16> kLevels = {{
    {0, 0, false},  // unknown
    {4, 1, true},   // meta-analysis of RCTs
    {3, 2, true},   // systematic review: between trials (4) and observational studies (2)
    {4, 2, true},   // RCT
    {2, 3, true},   // controlled, not randomised
    {2, 3, true},   // cohort
    {2, 4, true},   // case-control
    {1, 4, true},   // cross-sectional
    {1, 4, true},   // single arm, before and after
    {1, 4, true},   // case series
    {0, 5, true},   // animal
    {0, 5, true},   // in vitro
    {0, 5, false},  // narrative review
    {0, 5, false},  // guideline
    {0, 5, false},  // theory
    {0, 5, false},  // web page
}};

const Level& At(StudyDesign design) {
  const auto i = static_cast<std::size_t>(design);
  return kLevels[i < kLevels.size() ? i : 0];
}

}  // namespace

int StartLevel(StudyDesign design) { return At(design).start; }

int OcebmLevel(StudyDesign design) { return At(design).ocebm; }

bool IsPrimaryOrSynthesis(StudyDesign design) { return At(design).observed; }

std::string_view LevelName(int level) {
  static constexpr std::array<std::string_view, 5> kNames = {"None", "Very low", "Low", "Moderate",
                                                             "High"};
  return level >= 0 && level < 5 ? kNames[static_cast<std::size_t>(level)] : kNames[0];
}

}  // namespace claimgraph
