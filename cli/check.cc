#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  std::vector<std::string> files;
  std::string store;
  std::string format = "text";
  std::string fail_on;
  std::vector<std::string> rules;
  bool quiet = false;
};

Result<Checked> CheckFiles(const Flags& flags, const std::optional<Workspace>& workspace) {
  Result<std::vector<Input>> inputs = ReadInputs(flags.files);
  if (!inputs) return tl::unexpected(inputs.error());
  CheckOptions options{.rules = flags.rules};
  if (!flags.fail_on.empty()) options.fail_on = ParseSeverity(flags.fail_on);
  if (workspace) return workspace->Check(std::move(*inputs), options);
  return Check(std::move(*inputs), options);
}

int Run(const Flags& flags) {
  const auto workspace = OpenIfNamed(flags.store);
  if (!workspace) return Complain(workspace.error());
  const Result<Checked> checked = CheckFiles(flags, *workspace);
  if (!checked) return Complain(checked.error());
  if (flags.format == "json") {
    WriteJson(checked->report, std::cout);
  } else {
    WriteText(checked->report, TextFor(flags.quiet), std::cout);
  }
  if (LeavesUnread(checked->report)) return kFailure;
  return Fails(checked->report) ? kFindings : kClean;
}

}  // namespace

Action DeclareCheck(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  app.add_option("FILE", flags->files, "articles, and .bib files for them; - is standard input")
      ->required();
  app.add_option("--store", flags->store, "lay the drafts over this store")->type_name("DIR");
  AddFormat(app, &flags->format, {"text", "json"});
  app.add_option("--fail-on", flags->fail_on,
                 "exit 1 from this severity on: error, warning (default), info, never")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}))
      ->type_name("SEVERITY");
  app.add_option("--rule", flags->rules, "run this rule alone; may be repeated")
      ->type_name("RULE")
      ->allow_extra_args(false);
  app.add_flag("-q,--quiet", flags->quiet, "findings only: no notes, no last line");
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
