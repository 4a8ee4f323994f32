#include "cli/flags.h"

#include <CLI/CLI.hpp>

#include <set>
#include <utility>

namespace claimgraph::cli {

void AddStore(CLI::App& app, std::string* store) {
  app.add_option("--store", *store, "the store's folder")->type_name("DIR")->required();
}

void AddFormat(CLI::App& app, std::string* format, std::vector<std::string> formats) {
  app.add_option("--format", *format, "how to print: " + CLI::detail::join(formats, ", "))
      ->type_name("FORMAT")
      ->check(CLI::IsMember(std::move(formats)));
}

Result<std::optional<Workspace>> OpenIfNamed(const std::string& store) {
  if (store.empty()) return std::optional<Workspace>();
  Result<Workspace> workspace = Workspace::Open(store, Workspace::Access::kRead);
  if (!workspace) return tl::unexpected(workspace.error());
  return std::optional<Workspace>(std::move(*workspace));
}

Result<std::vector<Input>> ReadInputs(const std::vector<std::string>& paths) {
  std::vector<Input> inputs;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    if (!seen.insert(path).second) continue;
    Result<std::string> bytes = ReadFile(path);
    if (!bytes) return tl::unexpected(bytes.error());
    inputs.push_back({path, std::move(*bytes)});
  }
  return inputs;
}

}  // namespace claimgraph::cli
