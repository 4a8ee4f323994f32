// Flags that several commands share.
//
// Each adds itself to a command, and what it means is decided here once.
#ifndef CLAIMGRAPH_CLI_FLAGS_H_
#define CLAIMGRAPH_CLI_FLAGS_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/claimgraph.h"
#include "cli/command.h"

namespace CLI {
class App;
}

namespace claimgraph::cli {

void AddStore(CLI::App& app, std::string* store);  // required
void AddFormat(CLI::App& app, std::string* format, std::vector<std::string> formats);

// The flags of every question to the graph, and what runs it: a command of its
// own says which nodes it takes.
Action AskGraph(CLI::App& app, std::shared_ptr<GraphQuestion> question);

// For reading; none if `store` is empty, so that RocksDB is left alone.
[[nodiscard]] Result<std::optional<Workspace>> OpenIfNamed(const std::string& store);

// Reads each file whole; "-" once.
[[nodiscard]] Result<std::vector<Input>> ReadInputs(const std::vector<std::string>& paths);

}  // namespace claimgraph::cli

#endif  // CLAIMGRAPH_CLI_FLAGS_H_
