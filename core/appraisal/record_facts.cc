#include "core/appraisal/record_facts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace claimgraph {

RiskOfBias OverallRisk(const Record& record) {
  RiskOfBias worst = RiskOfBias::kNotAssessed;
  for (const BiasJudgement& bias : record.risk_of_bias) {
    if (bias.domain == "overall") return bias.judgement;
    worst = std::max(worst, bias.judgement);
  }
  return worst;
}

int AuthoredLevel(const Record& record) {
  constexpr std::array<std::string_view, 4> kLevels = {"very low", "low", "moderate", "high"};
  for (const Fact& fact : record.facts) {
    const auto* level = std::ranges::find(kLevels, fact.value);
    if (fact.kind != FactKind::kCertainty || level == kLevels.end()) continue;
    return static_cast<int>(level - kLevels.begin()) + 1;
  }
  return 0;
}

std::vector<std::string> IncludedStudies(const GraphReader& reader, const Record& review) {
  std::set<std::string> keys;
  for (const WorkId work : review.includes) {
    for (const NodeRef node : reader.Neighbours(Node(work), EdgeKind::kRecords, Way::kIn)) {
      const Result<Record> record = reader.FindRecord(RecordId{node.id});
      if (!record) continue;
      if (const Result<Study> study = reader.FindStudy(record->study)) keys.insert(study->key);
    }
  }
  return {keys.begin(), keys.end()};
}

}  // namespace claimgraph
