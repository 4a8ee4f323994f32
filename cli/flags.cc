#include "cli/flags.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <iostream>
#include <optional>
#include <set>
#include <utility>

#include "cli/output.h"

namespace claimgraph::cli {
namespace {

// CLI11's own check prints a range as wide as the type.
std::string IsPositive(const std::string& text) {
  double number = 0;
  const bool fine = CLI::detail::lexical_cast(text, number) && number > 0;
  return fine ? "" : "must be a number above 0, and is " + text;
}

std::string IsNotEmpty(const std::string& text) { return text.empty() ? "must not be empty" : ""; }

void Apply(const ValueShape& shape, CLI::App& app, CLI::Option* option) {
  if (shape.called != nullptr) option->type_name(shape.called);
  if (shape.required) option->required();
  if (shape.count > 0) option->expected(shape.count);
  if (shape.one_each) option->allow_extra_args(false);
  if (shape.positive) option->check(IsPositive);
  if (shape.filled) option->check(IsNotEmpty);
  if (shape.most > 0) option->check(CLI::Range(shape.least, shape.most));
  if (!shape.choices.empty()) option->check(CLI::IsMember(shape.choices));
  if (shape.not_with != nullptr) option->excludes(app.get_option(shape.not_with));
}

}  // namespace

template <typename T>
void AddValue(CLI::App& app, const char* name, T* value, const char* help,
              const ValueShape& shape) {
  Apply(shape, app, app.add_option(name, *value, help));
}

template void AddValue(CLI::App&, const char*, std::string*, const char*, const ValueShape&);
template void AddValue(CLI::App&, const char*, std::vector<std::string>*, const char*,
                       const ValueShape&);
template void AddValue(CLI::App&, const char*, unsigned*, const char*, const ValueShape&);
template void AddValue(CLI::App&, const char*, std::optional<std::uint32_t>*, const char*,
                       const ValueShape&);
template void AddValue(CLI::App&, const char*, std::size_t*, const char*, const ValueShape&);
template void AddValue(CLI::App&, const char*, double*, const char*, const ValueShape&);

void AddSwitch(CLI::App& app, const char* name, bool* on, const char* help) {
  app.add_flag(name, *on, help);
}

void AddStore(CLI::App& app, std::string* store) {
  AddValue(app, "--store", store, "the store's folder", {.called = "DIR", .required = true});
}

void AddFormat(CLI::App& app, std::string* format, ValueShape shape) {
  const std::string help = "how to print: " + CLI::detail::join(shape.choices, ", ");
  shape.called = "FORMAT";
  AddValue(app, "--format", format, help.c_str(), shape);
}

void AddVocabulary(CLI::App& app, std::string* path) {
  AddValue(app, "--vocabulary", path, "concepts of your own: docs/vocabulary.md",
           {.called = "FILE"});
}

Action AskGraph(CLI::App& app, std::shared_ptr<GraphQuestion> question) {
  struct Flags {
    std::string store;
    std::string format = "text";
  };
  auto flags = std::make_shared<Flags>();
  AddStore(app, &flags->store);
  AddFormat(app, &flags->format, {.choices = {"text", "json"}});
  AddValue(app, "--limit", &question->limit, "show so many (default: 20)",
           {.called = "N", .positive = true});
  return [flags, question]() -> int {
    const Result<Workspace> workspace = Workspace::Open(flags->store, Workspace::Access::kRead);
    if (!workspace) return Complain(workspace.error());
    const Status asked = flags->format == "json" ? workspace->AskJson(*question, std::cout)
                                                 : workspace->Ask(*question, std::cout);
    return asked ? kClean : Complain(asked.error());
  };
}

Result<std::optional<Workspace>> OpenIfNamed(const std::string& store) {
  if (store.empty()) return std::optional<Workspace>();
  Result<Workspace> workspace = Workspace::Open(store, Workspace::Access::kRead);
  if (!workspace) return tl::unexpected(workspace.error());
  return std::optional<Workspace>(std::move(*workspace));
}

Result<std::vector<Input>> ReadInputs(const std::vector<std::string>& paths) {
  std::vector<Input> inputs;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    if (!seen.insert(path).second) continue;
    Result<std::string> bytes = ReadFile(path);
    if (!bytes) return tl::unexpected(bytes.error());
    inputs.push_back({path, std::move(*bytes)});
  }
  return inputs;
}

}  // namespace claimgraph::cli
