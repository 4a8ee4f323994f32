#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareChains(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kChains;
  AddValue(app, "CLAIM", &question->nodes, "a claim (c12)", {.required = true, .count = 1});
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
