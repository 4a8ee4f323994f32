// How a check runs:
//   1. .bib files are set apart; each article is read with those beside it;
//   2. every document is laid over the base, so that rules which look at several
//      documents see the drafts as if they were published together;
//   3. each document is loaded back, with the graph's ids, and judged.

#include "claimgraph/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "claimgraph/bibliographies.h"
#include "claimgraph/config.h"
#include "claimgraph/decision_book.h"
#include "claimgraph/files.h"
#include "claimgraph/graph_files.h"
#include "claimgraph/ordered_pool.h"
#include "claimgraph/read_article.h"
#include "claimgraph/recompute.h"
#include "claimgraph/record_files.h"
#include "claimgraph/store_vocabulary.h"
#include "importers/extraction/concept_set.h"
#include "importers/formats/formats.h"
#include "importers/importer.h"
#include "importers/linking/work_resolver.h"
#include "queries/rule_choice.h"

namespace claimgraph {
namespace {

bool IsBibliography(const Input& input) {
  return SniffFormat(input.bytes, input.path) == Format::kBibtex;
}

// Takes the bibliographies out of `inputs`.
std::vector<Input> TakeBibliographies(std::vector<Input>* inputs) {
  const auto first = std::stable_partition(
      inputs->begin(), inputs->end(), [](const Input& input) { return !IsBibliography(input); });
  std::vector<Input> taken(std::make_move_iterator(first), std::make_move_iterator(inputs->end()));
  inputs->erase(first, inputs->end());
  return taken;
}

Result<std::vector<Config>> FindConfigs(const std::vector<Input>& inputs) {
  std::vector<Config> configs;
  for (const Input& input : inputs) {
    Result<Config> config = FindConfig(input.path);
    if (!config) return tl::unexpected(config.error());
    configs.push_back(*std::move(config));
  }
  return configs;
}

std::string NameOf(const std::string& vocabulary) {
  return vocabulary.empty() ? "the built-in vocabulary alone" : vocabulary;
}

// The file that flag or settings name; empty: none.  What lies in one graph was read
// with one vocabulary, so that settings must not differ.
Result<std::string> NamedVocabulary(const std::string& flag, const std::vector<Input>& inputs,
                                    const std::vector<Config>& configs) {
  if (!flag.empty() || configs.empty()) return flag;
  for (std::size_t i = 1; i < configs.size(); ++i) {
    if (configs[i].vocabulary == configs[0].vocabulary) continue;
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{} is to be read with {}, and {} with {}, as their settings say; "
                            "check them apart, or give one --vocabulary for all",
                            inputs[0].path, NameOf(configs[0].vocabulary), inputs[i].path,
                            NameOf(configs[i].vocabulary)));
  }
  return configs[0].vocabulary;
}

Result<ConceptSetPtr> ChooseVocabulary(const std::string& flag, const std::vector<Input>& inputs,
                                       const std::vector<Config>& configs,
                                       const GraphReader* base) {
  const Result<std::string> path = NamedVocabulary(flag, inputs, configs);
  if (!path) return tl::unexpected(path.error());
  if (path->empty()) return base ? VocabularyOf(*base) : ConceptSetPtr();
  const Result<std::string> text = ReadFile(*path);
  if (!text) return tl::unexpected(text.error());
  if (base == nullptr) return ParseVocabulary(*text, *path);
  const Result<std::string> stored = base->Vocabulary();
  if (!stored) return tl::unexpected(stored.error());
  if (*stored == *text) return VocabularyOf(*base);
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("{0} is not what the store was read with; give it to the store: "
                          "claimgraph import PATH... --vocabulary {0} --store DIR",
                          *path));
}

// Lays each record over the graph.
class RecordPutter : public RecordTaker {
 public:
  RecordPutter(std::string path, GraphStore* graph, std::vector<RecordNote>* problems)
      : path_(std::move(path)), graph_(*graph), problems_(*problems) {}

  bool Take(RecordChange change) override {
    if (!change.removed.empty()) {
      const Status removed = graph_.RemoveDocument(change.removed);
      if (!removed && removed.error().code != ErrorCode::kNotFound) status_ = removed;
      return status_.has_value();
    }
    ResolveAgainst(graph_, &change.graph);
    const Result<Put> put = graph_.PutDocument(change.graph);
    if (!put) status_ = tl::unexpected(put.error());
    return put.has_value();
  }

  void Report(const RecordProblem& problem) override {
    problems_.push_back({path_, problem.line, problem.record, problem.code, problem.message});
  }

  const Status& status() const { return status_; }

 private:
  std::string path_;
  GraphStore& graph_;
  std::vector<RecordNote>& problems_;
  Status status_;
};

class Checker {
 public:
  Checker(const CheckOptions& options, const GraphReader* base) : options_(options) {
    checked_.graph = base == nullptr ? NewMemoryStore() : NewOverlayStore(*base);
  }

  // Takes a file of records, which tell of what the articles cite.
  void AddRecords(const Input& input) {
    RecordPutter putter(input.path, checked_.graph.get(), &checked_.report.record_problems);
    TextSource source(input.bytes);
    Status read = ReadRecords(&source, input.path, &putter);
    if (read) read = putter.status();
    if (!read && status_) {
      FailWith({read.error().code, input.path + ": " + read.error().message});
    }
  }

  // Takes one article; after a failure, takes no more.
  void Add(Input article, Config config, const Beside& beside, DocumentGraph graph) {
    if (!status_) return;
    // Nobody can cite a bibliography that is checked for itself.
    if (IsBibliography(article)) config.severities["never-cited-reference"] = Severity::kOff;
    ResolveAgainst(*checked_.graph, &graph);
    const Result<Put> put = checked_.graph->PutDocument(graph);
    if (!put) return FailWith(put.error());
    waiting_.push_back(
        {put->document, std::move(config), std::move(graph.document.diagnostics), {}});
    for (const BibliographyPtr& bibliography : beside.files) {
      for (const Diagnostic& odd : bibliography->file.diagnostics) {
        waiting_.back().beside.push_back({bibliography->file.file, odd});
      }
      checked_.report.sources.try_emplace(bibliography->file.file, bibliography->bytes);
    }
    checked_.report.sources.insert_or_assign(std::move(article.path), std::move(article.bytes));
  }

  Result<Checked> Done() {
    if (!status_) return tl::unexpected(status_.error());
    const DecisionBook book(*checked_.graph);
    for (Waiting& waiting : waiting_) {
      const Status judged = JudgeOne(book, &waiting);
      if (!judged) return tl::unexpected(judged.error());
    }
    return std::move(checked_);
  }

 private:
  struct Waiting {
    DocumentId id;
    Config config;
    std::vector<Diagnostic> diagnostics;
    std::vector<FileDiagnostic> beside;
  };

  void FailWith(const Error& error) { status_ = tl::unexpected(error); }

  // What the store, or a record given with the drafts, tells of the cited studies, and
  // what reviewers decided.
  Result<DocumentGraph> JudgeAgain(const DecisionBook& book, const DocumentGraph& graph) {
    const DocumentGraph fresh = Recompute(*checked_.graph, *nothing_, graph, book);
    const Result<Put> put = checked_.graph->PutDocument(fresh);
    if (!put) return tl::unexpected(put.error());
    return LoadDocumentGraph(*checked_.graph, put->document);
  }

  Status JudgeOne(const DecisionBook& book, Waiting* waiting) {
    Result<DocumentGraph> graph = LoadDocumentGraph(*checked_.graph, waiting->id);
    if (!graph) return tl::unexpected(graph.error());
    const std::vector<Decision>& decisions = book.About(graph->document.source);
    if (!decisions.empty() || HasRecordsFor(*checked_.graph, *graph)) {
      graph = JudgeAgain(book, *graph);
      if (!graph) return tl::unexpected(graph.error());
    }
    CheckedDocument document;
    document.graph = std::move(*graph);
    document.graph.findings =
        RunChosen({document.graph, *checked_.graph}, {waiting->config.severities, options_.rules});
    Dismiss(decisions, &document.graph, nullptr);
    for (Finding& finding : document.graph.findings) finding.id = FindingId{++findings_};
    auto& diagnostics = document.graph.document.diagnostics;
    diagnostics = std::move(waiting->diagnostics);
    std::ranges::move(UnknownIgnores(document.graph.document), std::back_inserter(diagnostics));
    document.beside = std::move(waiting->beside);
    document.fail_on =
        options_.fail_on.value_or(waiting->config.fail_on.value_or(Severity::kWarning));
    checked_.report.documents.push_back(std::move(document));
    return {};
  }

  const CheckOptions& options_;
  std::unique_ptr<GraphStore> nothing_ = NewMemoryStore();  // what document rules see of others
  Checked checked_;
  std::vector<Waiting> waiting_;
  std::uint64_t findings_ = 0;
  Status status_;
};

}  // namespace

Result<Checked> Check(std::vector<Input> inputs, const CheckOptions& options,
                      const GraphReader* base) {
  const Status names = CheckRuleNames(options.rules);
  if (!names) return tl::unexpected(names.error());
  for (const Input& input : inputs) {
    if (!AreGraphs(input.bytes)) continue;
    return Fail(ErrorCode::kInvalidArgument,
                fmt::format("{0}: this is what a store exported, already judged; put it into one: "
                            "claimgraph import {0} --store DIR",
                            input.path));
  }
  const auto first_record = std::stable_partition(
      inputs.begin(), inputs.end(),
      [](const Input& input) { return !AreRecords(input.bytes, input.path); });
  const std::vector<Input> records(std::make_move_iterator(first_record),
                                   std::make_move_iterator(inputs.end()));
  inputs.erase(first_record, inputs.end());
  std::vector<Input> bibs = TakeBibliographies(&inputs);
  const bool bibs_alone = inputs.empty();
  if (bibs_alone) inputs = std::exchange(bibs, {});
  Bibliographies bibliographies(std::move(bibs), inputs.size() > 1);
  Result<std::vector<Config>> configs = FindConfigs(inputs);
  if (!configs) return tl::unexpected(configs.error());
  Result<ConceptSetPtr> concepts = ChooseVocabulary(options.vocabulary, inputs, *configs, base);
  if (!concepts) return tl::unexpected(concepts.error());
  const VocabularyInUse in_use(*concepts);
  Checker checker(options, base);
  for (const Input& input : records) checker.AddRecords(input);
  MakeInOrder(
      inputs.size(), 0,
      [&](std::size_t i) {
        const Input& article = inputs[i];
        Beside beside = bibs_alone ? Beside{.files = {ReadBibliography(article)}}
                                   : bibliographies.For(article.bytes, article.path);
        DocumentGraph graph = ReadArticle(article.bytes, article.path, beside);
        return std::pair(std::move(beside), std::move(graph));
      },
      [&](std::size_t i, auto made) {
        checker.Add(std::move(inputs[i]), std::move((*configs)[i]), made.first,
                    std::move(made.second));
      });
  return checker.Done().map([&](Checked checked) {
    checked.concepts = *std::move(concepts);
    return checked;
  });
}

}  // namespace claimgraph
