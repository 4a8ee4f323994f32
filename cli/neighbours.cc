#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareNeighbours(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kNeighbours;
  AddValue(app, "CLAIM", &question->nodes, "a claim: c12", {.required = true, .count = 1});
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
