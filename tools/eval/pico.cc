// Populations, interventions and outcomes in abstracts (EBM-NLP; Nye et al., ACL 2018).

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/pico_model.h"
#include "tools/eval/tasks.h"

namespace claimgraph::eval {
namespace {

const char* Name(PicoKind kind) {
  switch (kind) {
    case PicoKind::kPopulation:
      return "P";
    case PicoKind::kIntervention:
      return "I";
    case PicoKind::kOutcome:
      return "Out";
  }
  return "";
}

}  // namespace

nlohmann::json PredictPico(const nlohmann::json& row) {
  // The whole abstract at once: where the row cuts it says nothing (pico_features.h).
  std::vector<std::string> words;
  std::vector<std::size_t> begins;
  for (const nlohmann::json& sentence : row.at("sentences")) {
    begins.push_back(words.size());
    for (const nlohmann::json& token : sentence.at("tokens")) words.push_back(token);
  }
  begins.push_back(words.size());
  const std::vector<std::string_view> tokens(words.begin(), words.end());
  const std::vector<PicoSpan> spans = TagPico(tokens);
  nlohmann::json sentences = nlohmann::json::array();
  for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
    nlohmann::json in = nlohmann::json::array();
    for (const PicoSpan& span : spans) {
      const std::size_t begin = std::max<std::size_t>(span.begin, begins[s]);
      const std::size_t end = std::min<std::size_t>(span.end, begins[s + 1]);
      if (begin < end) in.push_back({begin - begins[s], end - begins[s], Name(span.kind)});
    }
    sentences.push_back(std::move(in));
  }
  return {{"sentences", std::move(sentences)}};
}

nlohmann::json PredictPicoFine(const nlohmann::json& row) {
  const auto words = row.at("tokens").get<std::vector<std::string>>();
  const std::vector<std::string_view> tokens(words.begin(), words.end());
  nlohmann::json spans = nlohmann::json::array();
  for (const PicoRange& size : FindSampleSizes(tokens)) {
    spans.push_back({size.begin, size.end, "P:sample_size"});
  }
  return {{"spans", std::move(spans)}};
}

}  // namespace claimgraph::eval
