// Publication type of a record, from the design that its title and abstract
// tell; the labels are those of PubMed's publication types.

#include <nlohmann/json.hpp>
#include <string>

#include "importers/extraction/study_design.h"
#include "tools/eval/rows.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {
namespace {

const char* Label(StudyDesign design) {
  switch (design) {
    case StudyDesign::kRct:
      return "rct";
    case StudyDesign::kMetaAnalysisOfRcts:
    case StudyDesign::kSystematicReview:
    case StudyDesign::kNarrativeReview:
      return "review";
    case StudyDesign::kControlledNonRandomised:
      return "controlled_trial";
    case StudyDesign::kCaseSeries:
      return "case_report";
    case StudyDesign::kGuideline:
      return "guideline";
    case StudyDesign::kTheory:
      return "opinion";
    default:
      return "other";
  }
}

}  // namespace

nlohmann::json PredictStudyType(const nlohmann::json& row) {
  const StudyDesign design = DesignFromTitle(Text(row, "title"), Text(row, "abstract"));
  return {{"label", Label(design)}, {"is_rct", design == StudyDesign::kRct}};
}

}  // namespace claimgraph::eval
