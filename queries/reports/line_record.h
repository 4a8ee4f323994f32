// The record that a line of evidence was judged by, with its results.
//
// A study may be told of by several records, at several times: what stands on a claim's
// path, and in its row of the evidence profile, is what the line's own record says.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_LINE_RECORD_H_
#define CLAIMGRAPH_QUERIES_REPORTS_LINE_RECORD_H_

#include <optional>
#include <vector>

#include "core/evidence_line.h"
#include "core/graph_reader.h"
#include "core/record.h"
#include "core/result.h"

namespace claimgraph {

struct LineRecord {
  Record record{};
  std::vector<StudyResult> deciding{};  // that the line was judged by, in the record's order
  std::vector<StudyResult> others{};
};

// Nothing where the line was judged by its title, or the record is gone.
std::optional<LineRecord> RecordOf(const GraphReader& reader, const EvidenceLine& line);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_LINE_RECORD_H_
