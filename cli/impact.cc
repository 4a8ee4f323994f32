#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareImpact(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kImpact;
  app.add_option("WORK|DOCUMENT", question->nodes,
                 "a work (w3), a DOI, PMID or address, or a document (d1, its path); none: all "
                 "works, ranked")
      ->expected(1);
  app.add_option("--through", question->through,
                 "instead, claims that it reaches through works that cite it: up to N steps")
      ->type_name("N")
      ->check(CLI::Range(0, 100));
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
