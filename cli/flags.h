// Flags that several commands share.
//
// Each adds itself to a command, and what it means is decided here once.
#ifndef CLAIMGRAPH_CLI_FLAGS_H_
#define CLAIMGRAPH_CLI_FLAGS_H_

#include <optional>
#include <string>
#include <vector>

#include "claimgraph/claimgraph.h"

namespace CLI {
class App;
}

namespace claimgraph::cli {

void AddStore(CLI::App& app, std::string* store);  // required
void AddFormat(CLI::App& app, std::string* format, std::vector<std::string> formats);

// For reading; none if `store` is empty, so that RocksDB is left alone.
[[nodiscard]] Result<std::optional<Workspace>> OpenIfNamed(const std::string& store);

// Reads each file whole; "-" once.
[[nodiscard]] Result<std::vector<Input>> ReadInputs(const std::vector<std::string>& paths);

}  // namespace claimgraph::cli

#endif  // CLAIMGRAPH_CLI_FLAGS_H_
