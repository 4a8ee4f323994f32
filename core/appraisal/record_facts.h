// What one record tells the appraisal of a body of evidence.
#ifndef CLAIMGRAPH_CORE_APPRAISAL_RECORD_FACTS_H_
#define CLAIMGRAPH_CORE_APPRAISAL_RECORD_FACTS_H_

#include <string>
#include <vector>

#include "core/graph_reader.h"
#include "core/record.h"
#include "core/study.h"

namespace claimgraph {

// The judgement called "overall", or else that of the worst domain, as RoB 2 has it.
RiskOfBias OverallRisk(const Record& record);

// 1 to 4: the certainty that the authors themselves state, "very low" to "high"; 0: none.
int AuthoredLevel(const Record& record);

// Keys of the studies that are reported by the works that a review includes, as far as
// other records tell.  Records that cannot be read are left out (GraphReader::Health).
std::vector<std::string> IncludedStudies(const GraphReader& reader, const Record& review);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_APPRAISAL_RECORD_FACTS_H_
