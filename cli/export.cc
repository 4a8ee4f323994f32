#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  std::string store;
  ExportRequest request;
  std::vector<std::string> where;  // one, which may be empty, or none
};

void Note(std::string_view words) { std::cerr << "claimgraph: " << words << '\n'; }

void ShowProgress(std::uint64_t done, std::uint64_t all) {
  ShowOnLine(fmt::format("{} of about {} nodes", done, all));
}

int Run(Flags& flags) {
  const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
  if (!workspace) return Complain(workspace.error());
  if (!flags.where.empty()) flags.request.where = flags.where.front();
  flags.request.note = Note;
  if (StderrIsTerminal()) flags.request.progress = ShowProgress;
  const Status exported = workspace->Export(flags.request, std::cout);
  if (flags.request.progress) ShowOnLine("");
  // What became of standard output is for Finish to tell.
  return exported || !std::cout ? kClean : Complain(exported.error());
}

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const ExportFormat& format : ExportFormats()) names.emplace_back(format.name);
  return names;
}

}  // namespace

Action DeclareExport(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddStore(app, &flags->store);
  AddFormat(app, &flags->request.format, {.required = true, .choices = FormatNames()});
  AddValue(app, "--where", &flags->where,
           "only the claims for which this SQL condition on the table claims holds, and what "
           "they rest on: \"verdict = 'overstated'\" (docs/sql.md)",
           {.called = "CONDITION", .count = 1});
  AddValue(app, "-o,--output", &flags->request.output,
           "the file to write, or the folder (csv, neo4j); default: standard output",
           {.called = "FILE"});
  AddValue(
      app, "--base", &flags->request.base,
      "of turtle, json-ld, nanopub and claimreview: what the IRIs of nodes begin with; default: "
      "urn:x-claimgraph:",
      {.called = "IRI"});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
