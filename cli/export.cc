#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
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
  std::string format;
  std::string output = "-";
};

int CannotWrite(const std::string& path, int error) {
  return Complain(path, fmt::format("cannot write: {}", std::strerror(error)));
}

// Beside the file first, then in its place: whoever reads it sees the old
// export or the new one.
int ExportTo(const Workspace& workspace, const std::string& path) {
  const std::string part = path + ".part";
  std::ofstream out(part, std::ios::binary);
  const Status exported = workspace.ExportJson(out);
  out.close();
  const int error = errno;
  std::error_code renamed;
  if (exported && out) std::filesystem::rename(part, path, renamed);
  if (exported && out && !renamed) return kClean;
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  if (!exported) return Complain(exported.error());
  return CannotWrite(path, renamed ? renamed.value() : error);
}

int Run(const Flags& flags) {
  const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
  if (!workspace) return Complain(workspace.error());
  if (flags.output != "-") return ExportTo(*workspace, flags.output);
  const Status exported = workspace->ExportJson(std::cout);
  return exported ? kClean : Complain(exported.error());
}

}  // namespace

Action DeclareExport(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddStore(app, &flags->store);
  AddFormat(app, &flags->format, {.required = true, .choices = {"json"}});
  AddValue(app, "-o,--output", &flags->output, "the file to write; default: standard output",
           {.called = "FILE"});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
