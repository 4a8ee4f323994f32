#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/flags.h"
#include "cli/output.h"

namespace claimgraph::cli {
namespace {

struct Flags {
  std::string what;
  std::vector<std::string> files;
  std::string store;
  std::string vocabulary;
};

Result<Checked> CheckFiles(const std::vector<std::string>& files,
                           const std::string& vocabulary,
                           const std::optional<Workspace>& workspace) {
  Result<std::vector<Input>> inputs = ReadInputs(files);
  if (!inputs) return tl::unexpected(inputs.error());
  const CheckOptions options{.vocabulary = vocabulary};
  return workspace ? workspace->Check(std::move(*inputs), options)
                   : Check(std::move(*inputs), options);
}

// A place is looked up in its file as it is now; an id in the files given, or
// else in the store.
Result<std::string> Explain(const Flags& flags, const std::optional<Workspace>& workspace) {
  const std::optional<Place> place = ParsePlace(flags.what);
  std::vector<std::string> files = flags.files;
  if (place) files.insert(files.begin(), place->path);
  if (files.empty() && workspace) return workspace->Explain(flags.what);
  if (files.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "an id needs --store DIR, or --file with the file that was checked");
  }
  const Result<Checked> checked = CheckFiles(files, flags.vocabulary, workspace);
  if (!checked) return tl::unexpected(checked.error());
  return place ? ExplainPlace(*checked, *place) : ExplainChecked(*checked, flags.what);
}

int Run(const Flags& flags) {
  const auto workspace = OpenIfNamed(flags.store);
  if (!workspace) return Complain(workspace.error());
  const Result<std::string> page = Explain(flags, *workspace);
  if (!page) return Complain(page.error());
  std::cout << *page;
  return kClean;
}

}  // namespace

Action DeclareExplain(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "WHAT", &flags->what,
           "a claim (c12), a finding (f3), or a place (draft.md:12, draft.md:12:5)",
           {.required = true});
  AddValue(app, "--file", &flags->files, "check this file, then explain; may be repeated",
           {.called = "FILE", .one_each = true});
  AddValue(app, "--store", &flags->store, "the store's folder", {.called = "DIR"});
  AddVocabulary(app, &flags->vocabulary);
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
