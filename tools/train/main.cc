// claimgraph-train TASK ROWS.jsonl... [--out FOLDER] [--folds N]
//
// Prints how good a model is on the folds that it has not seen, and with --out writes
// the weights of one that has seen all rows.  The same rows give the same bytes.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tools/train/tasks.h"

namespace {

using claimgraph::train::Outcome;
using claimgraph::train::Rows;

struct Task {
  const char* name;
  const char* rows;  // what they are
  Outcome (*train)(const Rows& rows, std::size_t folds);
};

// In alphabetical order.
constexpr Task kTasks[] = {
    {"certainty", "sentences with a certainty from 1 to 6", claimgraph::train::TrainCertainty},
    {"claim_sentences", "abstracts, each sentence a claim or not",
     claimgraph::train::TrainClaimSentences},
    {"direction", "what came out of a comparison", claimgraph::train::TrainDirection},
    {"pico", "abstracts with spans of population, intervention, outcome",
     claimgraph::train::TrainPico},
    {"references", "bibliography entries with their fields", claimgraph::train::TrainReferences},
    {"stance", "claims and the abstracts that support or contradict them",
     claimgraph::train::TrainStance},
    {"strength", "sentences with the strength of their causal language",
     claimgraph::train::TrainStrength},
    {"triples", "sentences with subject, predicate and object", claimgraph::train::TrainTriples},
};

// False after a message.
bool ReadRows(const std::string& path, Rows* rows) {
  std::ifstream file(path);
  if (!file) {
    std::fprintf(stderr, "claimgraph-train: cannot read %s\n", path.c_str());
    return false;
  }
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    nlohmann::json row = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!row.is_object()) {
      std::fprintf(stderr, "claimgraph-train: %s:%zu: not a JSON object\n", path.c_str(), number);
      return false;
    }
    rows->push_back(std::move(row));
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Trains a model and says how good it is on rows that it has not seen.");
  std::string name;
  std::vector<std::string> files;
  std::string out;
  std::size_t folds = 5;
  std::string tasks = "One of:";
  for (const Task& task : kTasks) {
    tasks += std::string("\n") + task.name + ": " + task.rows;
  }
  app.add_option("TASK", name, tasks)->required();
  app.add_option("ROWS", files, "Files of rows, one JSON object a line")->required();
  app.add_option("--out", out, "Write the models to this folder");
  app.add_option("--folds", folds, "Folds of the cross-validation; 0: none")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  for (const Task& task : kTasks) {
    if (name != task.name) continue;
    Rows rows;
    for (const std::string& file : files) {
      if (!ReadRows(file, &rows)) return 3;
    }
    if (rows.empty()) {
      std::fprintf(stderr, "claimgraph-train: no rows in %s: %s wants %s\n", files[0].c_str(),
                   task.name, task.rows);
      return 3;
    }
    Outcome outcome;
    try {
      outcome = task.train(rows, folds);
    } catch (const nlohmann::json::exception& e) {
      std::fprintf(stderr, "claimgraph-train: a row is not as %s wants it (%s): %s\n", task.name,
                   task.rows, e.what());
      return 3;
    }
    std::cout << outcome.report;
    if (outcome.models.empty()) {
      std::fprintf(stderr, "claimgraph-train: nothing to train on: %s wants %s\n", task.name,
                   task.rows);
      return 3;
    }
    if (out.empty()) return 0;
    for (const auto& model : outcome.models) {
      const std::string path = out + "/" + model.name + ".model";
      std::ofstream file(path, std::ios::binary);
      file << model.bytes;
      if (!file.flush()) {
        std::fprintf(stderr, "claimgraph-train: cannot write %s\n", path.c_str());
        return 3;
      }
      std::cout << path << ": " << model.bytes.size() << " bytes\n";
    }
    return 0;
  }
  std::fprintf(stderr, "claimgraph-train: no task %s; see --help\n", name.c_str());
  return 2;
}
