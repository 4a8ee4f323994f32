// What a comparison came to, from the sentences that report it.

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "importers/extraction/direction_model.h"
#include "tools/eval/rows.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {
namespace {

const char* Label(ComparisonResult result) {
  switch (result) {
    case ComparisonResult::kIncreased:
      return "increased";
    case ComparisonResult::kDecreased:
      return "decreased";
    case ComparisonResult::kNoDifference:
      break;
  }
  return "no_difference";
}

}  // namespace

nlohmann::json PredictDirection(const nlohmann::json& row) {
  const std::string intervention = Text(row, "intervention");
  const std::string comparator = Text(row, "comparator");
  const std::string outcome = Text(row, "outcome");
  std::vector<std::string> texts;
  if (const auto it = row.find("evidence"); it != row.end() && it->is_array()) {
    for (const nlohmann::json& text : *it) {
      if (text.is_string()) texts.push_back(text.get<std::string>());
    }
  }
  const auto odds =
      ReadDirection({intervention, comparator, outcome, {texts.begin(), texts.end()}});
  if (!odds) return {{"label", "no_difference"}};
  const ComparisonResult result = MostLikely(*odds);
  return {{"label", Label(result)}, {"probability", (*odds)[static_cast<std::size_t>(result)]}};
}

}  // namespace claimgraph::eval
