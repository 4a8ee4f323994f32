// Stand-in until the facts branch lands.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_FACTS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_FACTS_H_

#include <vector>

#include "core/document.h"
#include "core/record.h"
#include "core/result.h"

namespace claimgraph {

// Fills `record` (facts, design, n) and `results` from the document's title and abstract.
void ReadStudyFacts(const Document& document, Record* record, std::vector<StudyResult>* results);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_FACTS_H_
