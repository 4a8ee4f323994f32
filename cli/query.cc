#include <iostream>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  Query query;
  std::string store;
  std::string format = "text";
  bool quiet = false;
};

int Run(const Flags& flags) {
  const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
  if (!workspace) return Complain(workspace.error());
  const Status asked = flags.format == "json"
                           ? workspace->QueryJson(flags.query, std::cout)
                           : workspace->Query(flags.query, TextFor(flags.quiet), std::cout);
  return asked ? kClean : Complain(asked.error());
}

}  // namespace

Action DeclareQuery(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "RULE", &flags->query.subjects, "rule names and verdicts", {.required = true});
  AddStore(app, &flags->store);
  AddFormat(app, &flags->format, {.choices = {"text", "json"}});
  const auto filter = [&](const char* name, std::string* value, const char* help) {
    AddValue(app, name, value, help, {.called = "TEXT"});
  };
  filter("--document", &flags->query.document, "only in this document: its path, or d3");
  filter("--intervention", &flags->query.intervention, "only claims about this intervention");
  filter("--outcome", &flags->query.outcome, "only claims about this outcome");
  filter("--population", &flags->query.population, "only claims about these people");
  AddValue(app, "--limit", &flags->query.limit, "stop after so many answers",
           {.called = "N", .positive = true});
  AddSwitch(app, "-q,--quiet", &flags->quiet, "no last line");
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
