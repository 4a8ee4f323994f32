#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  DecisionRequest request;
  std::string link;
  std::string reject;
  std::string verdict;
  std::string undo;
  bool dismiss = false;
  bool list = false;
  std::string document;
  std::string format = "text";
  std::string store;
};

std::string Now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

int List(const Flags& flags) {
  const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
  if (!workspace) return Complain(workspace.error());
  const auto listed =
      workspace->Decisions(flags.document.empty() ? std::string() : DocumentPath(flags.document));
  if (!listed) return Complain(listed.error());
  if (flags.format == "json") {
    WriteDecisionsJson(*listed, std::cout);
  } else {
    WriteDecisions(*listed, std::cout);
  }
  return kClean;
}

// What was asked for, which must be one thing.
Result<DecisionRequest> Request(const Flags& flags) {
  DecisionRequest request = flags.request;
  std::vector<std::pair<DecisionKind, std::string>> asked;
  if (!flags.link.empty()) asked.emplace_back(DecisionKind::kLink, flags.link);
  if (!flags.reject.empty()) asked.emplace_back(DecisionKind::kReject, flags.reject);
  if (!flags.verdict.empty()) asked.emplace_back(DecisionKind::kVerdict, flags.verdict);
  if (!flags.undo.empty()) asked.emplace_back(DecisionKind::kUndo, flags.undo);
  if (flags.dismiss) asked.emplace_back(DecisionKind::kDismiss, "");
  if (asked.size() != 1) {
    return Fail(ErrorCode::kInvalidArgument,
                "give one of --link, --reject, --verdict, --dismiss, --undo and --list");
  }
  request.kind = asked.front().first;
  request.value = asked.front().second;
  if (request.target.empty() != (request.kind == DecisionKind::kUndo)) {
    return Fail(ErrorCode::kInvalidArgument,
                request.target.empty()
                    ? "name the claim (c12), the finding (f3) or the place (draft.md:12)"
                    : "--undo takes a decision (n3) and nothing else");
  }
  if (const char* who = std::getenv("CLAIMGRAPH_WHO"); who != nullptr && request.who.empty()) {
    request.who = who;
  }
  if (request.when.empty()) request.when = Now();
  return request;
}

int Run(const Flags& flags) {
  if (flags.list) return List(flags);
  const Result<DecisionRequest> request = Request(flags);
  if (!request) return Complain(request.error());
  // A store that is not there is no place to decide in, and is not made.
  if (const auto there = Workspace::Open(flags.store, Workspace::Access::kRead); !there) {
    return Complain(there.error());
  }
  Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kWrite);
  if (!workspace) return Complain(workspace.error());
  const Result<Decision> decision = workspace->Decide(*request);
  if (!decision) return Complain(decision.error());
  std::cout << fmt::format("n{}: {} {}\n", static_cast<unsigned long long>(decision->id),
                           Name(decision->kind), Printable(decision->value));
  return kClean;
}

}  // namespace

Action DeclareDecide(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "TARGET", &flags->request.target,
           "a claim (c12), a finding (f3), or a place (draft.md:12)");
  AddStore(app, &flags->store);
  AddValue(app, "--link", &flags->link, "the work bears on the claim: its id, DOI or PMID",
           {.called = "WORK"});
  AddValue(app, "--reject", &flags->reject, "the work does not bear on the claim",
           {.called = "WORK"});
  AddValue(app, "--verdict", &flags->verdict, "the claim's verdict, whatever was computed",
           {.called = "VERDICT"});
  AddSwitch(app, "--dismiss", &flags->dismiss, "the finding is no fault");
  AddValue(app, "--undo", &flags->undo, "a decision counts no longer", {.called = "n3"});
  AddValue(app, "--who", &flags->request.who, "who decides (default: $CLAIMGRAPH_WHO)",
           {.called = "NAME"});
  AddValue(app, "--why", &flags->request.why, "the reason, which is kept", {.called = "TEXT"});
  AddValue(app, "--when", &flags->request.when, "like 2026-03-01T09:30:00Z (default: now)",
           {.called = "TIME"});
  AddSwitch(app, "--list", &flags->list, "print what was decided");
  AddValue(app, "--document", &flags->document, "list only those about this document",
           {.called = "PATH"});
  AddFormat(app, &flags->format, {.choices = {"text", "json"}});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
