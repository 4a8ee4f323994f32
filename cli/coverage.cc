#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareCoverage(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kCoverage;
  app.add_option("DOCUMENT", question->nodes,
                 "a document (d1) or its path; none: all documents, ranked")
      ->expected(1);
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
