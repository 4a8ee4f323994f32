#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareImpact(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kImpact;
  AddValue(app, "WORK|DOCUMENT", &question->nodes,
           "a work (w3), a DOI, PMID or address, or a document (d1, its path); none: all works, "
           "ranked",
           {.count = 1});
  AddValue(app, "--through", &question->through,
           "instead, claims that it reaches through works that cite it: up to N steps",
           {.called = "N", .least = 0, .most = 100});
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
