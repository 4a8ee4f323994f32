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
  std::vector<std::string> paths;
  std::string store;
  std::string vocabulary;
  unsigned jobs = 0;
  bool bulk = false;
};

void ShowProgress(std::size_t done, std::size_t all, std::string_view path) {
  ShowOnLine(done == all
                 ? ""
                 : fmt::format("{} of {} stored  {}", done, all, Printable(path).substr(0, 60)));
}

void ShowSnapshot(bool done) { ShowOnLine(done ? "" : "reading the graph for later questions"); }

void PrintSummary(const ImportSummary& summary) {
  for (const std::string& problem : summary.problems) {
    std::cout << Printable(problem) << '\n';
  }
  for (const Note& note : summary.skipped) {
    std::cout << "skipped " << Printable(note.path) << ": " << note.why << '\n';
  }
  std::cout << fmt::format("{} added, {} replaced, {} unchanged, {} skipped, {} failed\n",
                           summary.added, summary.replaced, summary.unchanged,
                           summary.skipped.size(), summary.failed.size());
  if (summary.records > 0 || summary.records_skipped > 0) {
    std::cout << fmt::format("{} records read, {} skipped, {} withdrawn\n", summary.records,
                             summary.records_skipped, summary.removed);
  }
}

int Run(const Flags& flags) {
  Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kWrite);
  if (!workspace) return Complain(workspace.error());
  if (!flags.vocabulary.empty()) {
    const Status taken = workspace->TakeVocabulary(flags.vocabulary);
    if (!taken) return Complain(taken.error());
  }
  ImportOptions options{.jobs = flags.jobs, .bulk = flags.bulk};
  if (StderrIsTerminal()) {
    options.progress = ShowProgress;
    options.snapshot = ShowSnapshot;
  }
  const ImportSummary summary = workspace->Import(flags.paths, options);
  for (const std::string& message : summary.failed) Complain({ErrorCode::kIo, message});
  PrintSummary(summary);
  return summary.failed.empty() ? kClean : kFailure;
}

}  // namespace

Action DeclareImport(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "PATH", &flags->paths, "files, and folders to search for them", {.required = true});
  AddStore(app, &flags->store);
  AddValue(app, "--jobs", &flags->jobs, "threads that read (default: one a core)",
           {.called = "N", .most = 256});
  AddSwitch(app, "--bulk", &flags->bulk,
            "for very many files: store thousands in one step; the result is the same; "
            "if it is stopped, run it again and it goes on");
  AddVocabulary(app, &flags->vocabulary);
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
