#include <fmt/format.h>

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
  std::size_t limit = 20;
};

constexpr const char* kEraseLine = "\r\033[K";

void ShowProgress(std::size_t done, std::size_t all) {
  std::cerr << kEraseLine << fmt::format("{} of {}", done, all) << std::flush;
  if (done == all) std::cerr << kEraseLine << std::flush;
}

int Run(const Flags& flags) {
  const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
  if (!workspace) return Complain(workspace.error());
  const Result<Examination> found =
      workspace->Doctor(StderrIsTerminal() ? DoctorProgress(ShowProgress) : DoctorProgress());
  if (!found) return Complain(found.error());
  std::size_t printed = 0;
  for (const Difference& difference : found->differences) {
    if (printed++ == flags.limit) {
      std::cout << fmt::format("... {} more\n", found->differences.size() - flags.limit);
      break;
    }
    std::cout << Printable(difference.place) << ": " << Printable(difference.what) << '\n';
  }
  for (const Misfit& misfit : found->misfits) {
    std::cout << fmt::format("decision n{} no longer fits: ",
                             static_cast<unsigned long long>(misfit.decision.id))
              << Printable(misfit.why) << '\n';
  }
  std::cout << fmt::format(
      "{} documents, {} claims, {} findings, {} edges: {}\n", found->documents, found->claims,
      found->findings, found->edges,
      found->differences.empty()
          ? std::string("all as recomputed")
          : fmt::format("{} differences; import the articles again", found->differences.size()));
  return found->differences.empty() ? kClean : kFindings;
}

}  // namespace

Action DeclareDoctor(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddStore(app, &flags->store);
  AddValue(app, "--limit", &flags->limit, "print so many differences (default: 20)",
           {.called = "N"});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
