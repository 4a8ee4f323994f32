#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareChains(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kChains;
  app.add_option("CLAIM", question->nodes, "a claim (c12)")->expected(1)->required();
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
