#include <iostream>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  std::string store;
  ReportRequest request;
};

int Run(const Flags& flags) {
  const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
  if (!workspace) return Complain(workspace.error());
  const Status written = workspace->WriteReport(flags.request, std::cout);
  return written ? kClean : Complain(written.error());
}

}  // namespace

Action DeclareReport(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddStore(app, &flags->store);
  AddValue(app, "--document", &flags->request.document,
           "the page of this document: d1, its path or its DOI; none: an overview of all",
           {.called = "DOCUMENT", .filled = true});
  AddValue(app, "--limit", &flags->request.limit,
           "documents that the overview lists, the worst first; default: 100",
           {.called = "N", .positive = true});
  AddValue(app, "-o,--output", &flags->request.output,
           "the file to write; default: standard output", {.called = "FILE"});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
