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
  SuggestOptions options;
};

int Run(const Flags& flags) {
  const auto workspace = OpenIfNamed(flags.store);
  if (!workspace) return Complain(workspace.error());
  Result<std::vector<Input>> inputs = ReadInputs(flags.files);
  if (!inputs) return Complain(inputs.error());
  const GraphReader* base = *workspace ? &(*workspace)->graph() : nullptr;
  const Result<Suggestions> suggestions = Suggest(std::move(*inputs), flags.options, base);
  if (!suggestions) return Complain(suggestions.error());
  if (flags.format == "json") {
    WriteJson(*suggestions, std::cout);
  } else {
    WriteText(*suggestions, TextFor(false), std::cout);
  }
  return kClean;
}

}  // namespace

Action DeclareSuggest(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "FILE", &flags->files,
           "drafts, .bib files for them, and records or study cards to search as well",
           {.required = true});
  AddValue(app, "--store", &flags->store, "search the records of this store", {.called = "DIR"});
  AddValue(app, "--limit", &flags->options.limit,
           "show so many studies for each thing a claim says (default: 5)",
           {.called = "N", .positive = true});
  AddVocabulary(app, &flags->options.vocabulary);
  AddFormat(app, &flags->format, {.choices = {"text", "json"}});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
