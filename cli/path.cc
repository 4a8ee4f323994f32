#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclarePath(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kPath;
  app.add_option("NODE", question->nodes, "two nodes of any kinds: c12 w3, draft.md 10.5555/x")
      ->expected(2)
      ->required();
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
