#include <memory>

#include "cli/command.h"
#include "cli/flags.h"

namespace claimgraph::cli {

Action DeclareCommunities(CLI::App& app) {
  auto question = std::make_shared<GraphQuestion>();
  question->subject = GraphSubject::kCommunities;
  return AskGraph(app, question);
}

}  // namespace claimgraph::cli
