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
  std::string vocabulary;
  std::vector<std::string> rules;
  bool quiet = false;
};

Result<Checked> CheckFiles(const Flags& flags, const std::optional<Workspace>& workspace) {
  Result<std::vector<Input>> inputs = ReadInputs(flags.files);
  if (!inputs) return tl::unexpected(inputs.error());
  CheckOptions options{.rules = flags.rules, .vocabulary = flags.vocabulary};
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
  AddValue(app, "FILE", &flags->files, "articles, and .bib files for them; - is standard input",
           {.required = true});
  AddValue(app, "--store", &flags->store, "lay the drafts over this store", {.called = "DIR"});
  AddFormat(app, &flags->format, {.choices = {"text", "json"}});
  AddValue(app, "--fail-on", &flags->fail_on,
           "exit 1 from this severity on: error, warning (default), info, never",
           {.called = "SEVERITY", .choices = {"error", "warning", "info", "never"}});
  AddValue(app, "--rule", &flags->rules, "run this rule alone; may be repeated",
           {.called = "RULE", .one_each = true});
  AddVocabulary(app, &flags->vocabulary);
  AddSwitch(app, "-q,--quiet", &flags->quiet, "findings only: no notes, no last line");
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
