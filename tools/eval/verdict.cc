// Whether texts support a claim or contradict it: abstracts, or a single sentence.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "importers/linking/stance_model.h"
#include "tools/eval/rows.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {
namespace {

const char* Label(const std::optional<StanceOdds>& odds, const char* neither) {
  if (!odds) return neither;
  switch (ReadingOf(*odds)) {
    case ReadAs::kSupports:
      return "SUPPORT";
    case ReadAs::kContradicts:
      return "CONTRADICT";
    case ReadAs::kNeither:
      break;
  }
  return neither;
}

}  // namespace

nlohmann::json PredictVerdict(const nlohmann::json& row) {
  const std::string claim = Text(row, "claim");
  nlohmann::json verdicts = nlohmann::json::object();
  const auto docs = row.find("docs");
  if (docs == row.end() || !docs->is_array()) return {{"verdicts", verdicts}};
  for (const nlohmann::json& doc : *docs) {
    if (!doc.is_object() || !doc.contains("id")) continue;
    const nlohmann::json& id = doc["id"];
    const std::string title = Text(doc, "title");
    std::vector<std::string> sentences;
    if (const auto it = doc.find("sentences"); it != doc.end() && it->is_array()) {
      for (const nlohmann::json& sentence : *it) {
        if (sentence.is_string()) sentences.push_back(sentence.get<std::string>());
      }
    }
    verdicts[id.is_string() ? id.get<std::string>() : id.dump()] =
        Label(ReadStance(claim, {title, {sentences.begin(), sentences.end()}}), "NEI");
  }
  return {{"verdicts", verdicts}};
}

nlohmann::json PredictPairVerdict(const nlohmann::json& row) {
  const std::string claim = Text(row, "claim");
  const std::string evidence = Text(row, "evidence");
  return {{"label", Label(ReadStance(claim, {.sentences = {evidence}}), "NEUTRAL")}};
}

}  // namespace claimgraph::eval
