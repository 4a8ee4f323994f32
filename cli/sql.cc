#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  std::string statement = "-";
  std::string store;
  std::string format = "table";
  SqlLimits limits{};
  bool schema = false;
};

std::atomic<bool> cancelled = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

// Until the statement ends; a second Ctrl-C ends the program at once.
void CancelOnInterrupt() {
  struct sigaction action = {};
  action.sa_handler = [](int) { cancelled = true; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
}

int Tell(const SqlAnswer& answer, const Flags& flags) {
  const std::string rows = fmt::format("{} row{}", answer.rows, answer.rows == 1 ? "" : "s");
  switch (answer.end) {
    case SqlEnd::kWhole:
    case SqlEnd::kEnough:  // the one who reads us has left: Finish() judges that
      return kClean;
    case SqlEnd::kRowLimit:
      std::cout.flush();
      std::cerr << fmt::format("claimgraph: stopped after {}; there are more\n", rows);
      return kClean;
    case SqlEnd::kTimeLimit:
      return Complain({ErrorCode::kIo, fmt::format("sql: stopped after {} s, with {}; the answer "
                                                   "is not whole",
                                                   flags.limits.seconds, rows)});
    case SqlEnd::kCancelled:
      return Complain(
          {ErrorCode::kIo, fmt::format("cancelled, with {}; the answer is not whole", rows)});
  }
  return kFailure;
}

int PrintSchema(const std::string& format) {
  std::cout << (format == "markdown" ? SchemaMarkdown() : SchemaSql());
  return kClean;
}

int Run(Flags& flags) {
  if (flags.schema) return PrintSchema(flags.format);
  if (flags.store.empty()) {
    return Complain({ErrorCode::kInvalidArgument,
                     "sql: --store DIR is required; `claimgraph sql "
                     "--schema` needs none"});
  }
  if (flags.statement == "-") {
    Result<std::string> read = ReadFile("-");
    if (!read) return Complain(read.error());
    flags.statement = std::move(*read);
  }
  CancelOnInterrupt();  // opening a store takes its time as well
  const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
  if (!workspace) return Complain(workspace.error());
  flags.limits.cancel = &cancelled;
  const Result<SqlAnswer> answer =
      workspace->Sql(flags.statement, *ParseSqlFormat(flags.format), flags.limits, std::cout);
  return answer ? Tell(*answer, flags) : Complain(answer.error());
}

}  // namespace

Action DeclareSql(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "STATEMENT", &flags->statement, "one SELECT; - or nothing: from standard input");
  AddValue(app, "--store", &flags->store, "the store's folder", {.called = "DIR"});
  AddFormat(app, &flags->format, {.choices = {"table", "csv", "jsonl", "markdown"}});
  AddValue(app, "--limit", &flags->limits.rows, "stop after so many rows, and say so",
           {.called = "N", .positive = true});
  AddValue(app, "--seconds", &flags->limits.seconds, "stop after so much time, and say so",
           {.called = "S", .positive = true});
  AddSwitch(app, "--schema", &flags->schema, "print the tables and what their columns mean");
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
