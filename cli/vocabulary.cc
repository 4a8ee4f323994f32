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
  std::vector<std::string> terms;
  std::string vocabulary;
  std::string store;
};

// The file named, the store's own, or what the settings here name.
Result<ConceptSetPtr> Concepts(const Flags& flags) {
  if (!flags.store.empty()) {
    const Result<Workspace> workspace = Workspace::Open(flags.store, Workspace::Access::kRead);
    if (!workspace) return tl::unexpected(workspace.error());
    return VocabularyOf(workspace->graph());
  }
  std::string path = flags.vocabulary;
  if (path.empty()) {
    Result<Config> config = FindConfig("-");
    if (!config) return tl::unexpected(config.error());
    path = std::move(config->vocabulary);
  }
  if (path.empty()) return ConceptSetPtr();
  const Result<std::string> text = ReadFile(path);
  if (!text) return tl::unexpected(text.error());
  return ParseVocabulary(*text, path);
}

int Run(const Flags& flags) {
  const Result<ConceptSetPtr> concepts = Concepts(flags);
  if (!concepts) return Complain(concepts.error());
  if (flags.terms.empty()) {
    std::cout << VocabularyToml(*concepts);
    return kClean;
  }
  const Result<std::string> pages = TermPages(flags.terms, *concepts);
  if (!pages) return Complain(pages.error());
  std::cout << *pages;
  return kClean;
}

}  // namespace

Action DeclareVocabulary(CLI::App& app) {
  auto flags = std::make_shared<Flags>();
  AddValue(app, "TERM", &flags->terms, "print the concepts that these name");
  AddVocabulary(app, &flags->vocabulary);
  AddValue(app, "--store", &flags->store, "the vocabulary of this store",
           {.called = "DIR", .not_with = "--vocabulary"});
  return [flags] { return Run(*flags); };
}

}  // namespace claimgraph::cli
