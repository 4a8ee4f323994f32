#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclarePath(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kPath;
  AddValue(app, "NODE", &question->nodes, "two nodes of any kinds: c12 w3, draft.md 10.5555/x",
           {.required = true, .count = 2});
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
