// How sentences are worded: the strength of their causal language, how certain they
// sound, what changes from a study to an article about it, and which sentences of an
// abstract are claims.

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "importers/extraction/certainty_model.h"
#include "importers/extraction/claim_sentence_model.h"
#include "importers/extraction/strength_model.h"
#include "tools/eval/rows.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {
namespace {

StrengthOdds OddsOf(const std::string& text, Register written) {
  return ReadStrength(text, written).value_or(StrengthOdds{1, 0, 0, 0});
}

}  // namespace

nlohmann::json PredictClaimStrength(const nlohmann::json& row) {
  const Register written =
      row.value("domain", "") == "pubmed" ? Register::kAbstract : Register::kArticle;
  const CausalStrength strength = MostLikely(OddsOf(row.at("text"), written));
  nlohmann::json odds = OddsOf(row.at("text"), written);
  return {{"label", Name(strength)}, {"odds", std::move(odds)}};
}

nlohmann::json PredictExaggeration(const nlohmann::json& row) {
  const ChangeOdds odds = CompareStrength(OddsOf(row.at("abstract_text"), Register::kAbstract),
                                          OddsOf(row.at("press_text"), Register::kArticle));
  constexpr std::array<std::string_view, 3> kLabels = {"same", "exaggerates", "downplays"};
  return {{"label", kLabels[static_cast<std::size_t>(ChangeOf(odds))]},
          {"more", odds.more},
          {"less", odds.less}};
}

nlohmann::json PredictCertainty(const nlohmann::json& row) {
  constexpr double kMiddle = 3.5;
  return {{"certainty", ReadCertainty(row.at("text").get<std::string>()).value_or(kMiddle)}};
}

nlohmann::json PredictClaimSentences(const nlohmann::json& row) {
  const auto sentences = row.at("sentences").get<std::vector<std::string>>();
  const std::vector<std::string_view> views(sentences.begin(), sentences.end());
  nlohmann::json claims = nlohmann::json::array();
  const std::string title = Text(row, "title");
  for (const double p : ReadClaimSentences(title, views)) {
    claims.push_back(p >= kClaimSentenceThreshold ? 1 : 0);
  }
  return {{"is_claim", std::move(claims)}};
}

}  // namespace claimgraph::eval
