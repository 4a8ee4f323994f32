#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareNeighbours(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kNeighbours;
  app.add_option("CLAIM", question->nodes, "a claim: c12")->required()->expected(1);
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
