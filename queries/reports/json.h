// A report as JSON, schema "claimgraph/check/1": see docs/json_format.md.
//
// Other programs read it: fields are added, never renamed or removed.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_JSON_H_
#define CLAIMGRAPH_QUERIES_REPORTS_JSON_H_

#include <iosfwd>

#include "queries/reports/report.h"

namespace claimgraph {

// Written piece by piece, one claim, citation or finding a line: memory stays
// that of the largest of them, whatever the size of the report.
void WriteJson(const Report& report, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_JSON_H_
