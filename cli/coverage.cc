#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareCoverage(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kCoverage;
  AddValue(app, "DOCUMENT", &question->nodes,
           "a document (d1) or its path; none: all documents, ranked", {.count = 1});
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
