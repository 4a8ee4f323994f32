// claimgraph-eval predict TASK < rows.jsonl > answers.jsonl
// claimgraph-eval predict retrieval CORPUS.jsonl < rows.jsonl > answers.jsonl
//
// Answers the rows of a dataset, one JSON object a line, with the library's own
// functions, so that a scorer can compare them with what people wrote.

#include <cstdio>
#include <cstring>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "tools/eval/tasks.h"

namespace {

struct Task {
  const char* name;
  nlohmann::json (*predict)(const nlohmann::json& row);
};

// In alphabetical order.
constexpr Task kTasks[] = {
    {"certainty", claimgraph::eval::PredictCertainty},
    {"citations", claimgraph::eval::PredictCitations},
    {"claim_sentences", claimgraph::eval::PredictClaimSentences},
    {"claim_strength", claimgraph::eval::PredictClaimStrength},
    {"direction", claimgraph::eval::PredictDirection},
    {"exaggeration", claimgraph::eval::PredictExaggeration},
    {"pair_verdict", claimgraph::eval::PredictPairVerdict},
    {"pico", claimgraph::eval::PredictPico},
    {"pico_fine", claimgraph::eval::PredictPicoFine},
    {"references", claimgraph::eval::PredictReferences},
    {"study_type", claimgraph::eval::PredictStudyType},
    {"triples", claimgraph::eval::PredictTriples},
    {"verdict", claimgraph::eval::PredictVerdict},
};

int Usage() {
  std::fputs("usage: claimgraph-eval predict TASK < rows.jsonl\ntasks:", stderr);
  for (const Task& task : kTasks) std::fprintf(stderr, " %s", task.name);
  std::fputs(" retrieval (with CORPUS.jsonl)\n", stderr);
  return 2;
}

int Predict(const Task& task) {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    const nlohmann::json row = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!row.is_object() || !row.contains("id")) {
      std::fputs("claimgraph-eval: a row is not a JSON object with an id\n", stderr);
      return 3;
    }
    try {
      nlohmann::json answer = task.predict(row);
      answer["id"] = row.at("id");
      std::cout << answer.dump() << '\n';
    } catch (const nlohmann::json::exception& e) {
      std::cerr << "claimgraph-eval: row " << row.at("id") << " is not as tools/eval/tasks.h says: "
                << e.what() << '\n';
      return 3;
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc == 4 && std::strcmp(argv[1], "predict") == 0 && std::strcmp(argv[2], "retrieval") == 0) {
    try {
      return claimgraph::eval::PredictRetrieval(argv[3]);
    } catch (const nlohmann::json::exception& e) {
      std::cerr << "claimgraph-eval: a row of the corpus or of the claims is not as "
                   "tools/eval/tasks.h says: "
                << e.what() << '\n';
      return 3;
    }
  }
  if (argc != 3 || std::strcmp(argv[1], "predict") != 0) return Usage();
  for (const Task& task : kTasks) {
    if (std::strcmp(argv[2], task.name) == 0) return Predict(task);
  }
  return Usage();
}
