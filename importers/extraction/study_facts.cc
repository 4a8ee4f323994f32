#include "importers/extraction/study_facts.h"

#include "importers/extraction/study_design.h"

namespace claimgraph {

void ReadStudyFacts(const Document& document, Record* record, std::vector<StudyResult>*) {
  record->design = DesignFromTitle(record->title, document.text);
}

}  // namespace claimgraph
