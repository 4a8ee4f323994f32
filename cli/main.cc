// Declares every command, lets the flags choose one, runs it.

#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

constexpr const char* kAbout =
    "Links the claims of health writing to the evidence behind them, and says\n"
    "which are not supported, which outrun their sources, and why.\n";

// Names the help page of the command that was called wrongly.
std::string UsageMessage(const CLI::App* app, const CLI::Error& error) {
  const auto called = app->get_subcommands();
  const std::string name = called.empty() ? "claimgraph" : "claimgraph " + called[0]->get_name();
  return fmt::format("claimgraph: {}\nSee `{} --help`.\n", error.what(), name);
}

// The library would say only that a command is missing.
bool IsUnknownCommand(std::string_view word) {
  return !word.starts_with('-') && std::ranges::none_of(Commands(), [&](const Command& command) {
    return word == command.name;
  });
}

int ComplainOfCommand(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Command& command : Commands()) names.push_back(command.name);
  return Complain({ErrorCode::kInvalidArgument, fmt::format("unknown command \"{}\"{}", word,
                                                            DidYouMean(Nearest(word, names)))});
}

int Run(int argc, char** argv) {
  if (argc > 1 && IsUnknownCommand(argv[1])) return ComplainOfCommand(argv[1]);
  CLI::App app(kAbout, "claimgraph");
  app.set_version_flag("--version", "claimgraph " CLAIMGRAPH_VERSION);
  app.require_subcommand(1);
  app.failure_message(UsageMessage);
  app.footer(
      "Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 could not do the work.\n"
      "`claimgraph COMMAND --help` shows an example of each.\n");
  Action chosen;
  for (const Command& command : Commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    sub->footer(command.example);
    sub->callback([&chosen, action = command.declare(*sub)] { chosen = action; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kClean : kUsage;
  }
  return chosen();
}

}  // namespace
}  // namespace claimgraph::cli

int main(int argc, char** argv) {
  // A reader that leaves early shows as a failed write, which Finish() judges; a
  // signal could end an import between two commits.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  claimgraph::cli::StandardOutput output;
  return output.Finish(claimgraph::cli::Run(argc, argv));
}
