#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareIndependence(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kIndependence;
  AddValue(app, "CLAIM|PROPOSITION", &question->nodes, "a claim (c12) or a proposition (p4)",
           {.required = true, .count = 1});
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
