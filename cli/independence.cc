#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareIndependence(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kIndependence;
  app.add_option("CLAIM|PROPOSITION", question->nodes, "a claim (c12) or a proposition (p4)")
      ->expected(1)
      ->required();
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
