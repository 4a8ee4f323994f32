#include "queries/reports/line_record.h"

#include <utility>

#include "core/appraisal/result_words.h"

namespace claimgraph {

std::optional<LineRecord> RecordOf(const GraphReader& reader, const EvidenceLine& line) {
  if (line.record.empty()) return std::nullopt;
  const NodeRef document = reader.Named("source:" + line.record);
  if (document.id == 0) return std::nullopt;
  for (const NodeRef node : reader.Neighbours(document, EdgeKind::kHasRecord, Way::kOut)) {
    Result<Record> record = reader.FindRecord(RecordId{node.id});
    if (!record) continue;
    LineRecord found{.record = *std::move(record)};
    for (const NodeRef at : reader.Neighbours(document, EdgeKind::kHasResult, Way::kOut)) {
      Result<StudyResult> result = reader.FindResult(ResultId{at.id});
      if (!result) continue;
      const bool decides = IsJudgedBy(line, found.record, *result);
      (decides ? found.deciding : found.others).push_back(*std::move(result));
    }
    return found;
  }
  return std::nullopt;
}

}  // namespace claimgraph
