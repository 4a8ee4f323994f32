#include "cli/flags.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <set>
#include <utility>

#include "cli/output.h"

namespace claimgraph::cli {

void AddStore(CLI::App& app, std::string* store) {
  app.add_option("--store", *store, "the store's folder")->type_name("DIR")->required();
}

void AddFormat(CLI::App& app, std::string* format, std::vector<std::string> formats) {
  app.add_option("--format", *format, "how to print: " + CLI::detail::join(formats, ", "))
      ->type_name("FORMAT")
      ->check(CLI::IsMember(std::move(formats)));
}

Action AskGraph(CLI::App& app, std::shared_ptr<GraphQuestion> question) {
  struct Flags {
    std::string store;
    std::string format = "text";
  };
  auto flags = std::make_shared<Flags>();
  AddStore(app, &flags->store);
  AddFormat(app, &flags->format, {"text", "json"});
  app.add_option("--limit", question->limit, "show so many (default: 20)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  return [flags, question]() -> int {
    const Result<Workspace> workspace = Workspace::Open(flags->store, Workspace::Access::kRead);
    if (!workspace) return Complain(workspace.error());
    const Status asked = flags->format == "json" ? workspace->AskJson(*question, std::cout)
                                                 : workspace->Ask(*question, std::cout);
    return asked ? kClean : Complain(asked.error());
  };
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
