// How an import runs:
//   readers (many threads)   bytes -> DocumentGraph, with its own rules' findings
//   writer  (this thread)    link it to the store's works, commit
// Readers see nothing of the store but hashes taken before they start, so their
// answers do not depend on their number or order.

#include "claimgraph/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "claimgraph/bibliographies.h"
#include "claimgraph/input.h"
#include "claimgraph/ordered_pool.h"
#include "claimgraph/read_article.h"
#include "importers/formats/sniff.h"
#include "importers/linking/work_resolver.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

// What a reader makes of one file: a graph, or why there is none.
struct Reading {
  std::optional<DocumentGraph> graph{};
  std::string skipped{};  // why
  std::string failed{};   // the whole message
  bool unchanged = false;
};

class Importer {
 public:
  Importer(const std::vector<std::string>& paths, const ImportOptions& options, GraphStore* store)
      : options_(options), store_(*store), list_(ListFiles(paths)), nothing_(NewMemoryStore()) {
    summary_.skipped = std::move(list_.skipped);
    summary_.failed = std::move(list_.failed);
    TakeBibliographies(paths);
    for (const std::string& path : list_.files) stored_.push_back(StoredHash(path));
  }

  ImportSummary Run() {
    const auto read = [this](std::size_t i) { return Read(list_.files[i], stored_[i]); };
    MakeInOrder(list_.files.size(), options_.jobs, read, [this](std::size_t i, Reading reading) {
      Keep(list_.files[i], std::move(reading));
      if (options_.progress) options_.progress(i + 1, list_.files.size(), list_.files[i]);
    });
    NoteUnusedBibliographies();
    return std::move(summary_);
  }

 private:
  // Bibliographies that were named by the user stand beside every article; those
  // met in folders wait to be named by one.
  void TakeBibliographies(const std::vector<std::string>& paths) {
    const auto named = [&](const std::string& path) {
      return std::ranges::any_of(
          paths, [&](const std::string& given) { return DocumentPath(given) == path; });
    };
    std::vector<std::string> articles;
    std::vector<Input> given;
    for (std::string& path : list_.files) {
      if (!IsBibName(path)) {
        articles.push_back(std::move(path));
      } else if (!named(path)) {
        waiting_.push_back(std::move(path));
      } else if (Result<std::string> bytes = ReadFile(path)) {
        given.push_back({path, std::move(*bytes)});
      } else {
        summary_.failed.push_back(bytes.error().message);
      }
    }
    list_.files = std::move(articles);
    bibliographies_.emplace(std::move(given), list_.files.size() > 1);
  }

  std::string StoredHash(const std::string& path) const {
    const NodeRef node = store_.Named("source:" + path);
    if (node.id == 0) return {};
    const Result<Document> stored = store_.FindDocumentHeader(DocumentId{node.id});
    return stored ? stored->hash : std::string();
  }

  // Runs on any thread; touches nothing that another may change.
  Reading Read(const std::string& path, const std::string& stored_hash) {
    const Result<std::string> bytes = ReadFile(path);
    if (!bytes) return {.failed = bytes.error().message};
    if (std::string why = NotText(*bytes); !why.empty()) return {.skipped = std::move(why)};
    const Beside beside = bibliographies_->For(*bytes, path);
    if (ArticleHash(*bytes, beside) == stored_hash) return {.unchanged = true};
    Reading reading{.graph = ReadArticle(*bytes, path, beside)};
    reading.graph->findings = RunRules({*reading.graph, *nothing_}, RuleScope::kDocument);
    return reading;
  }

  void Keep(const std::string& path, Reading reading) {
    if (!reading.skipped.empty()) summary_.skipped.push_back({path, reading.skipped});
    if (!reading.failed.empty()) summary_.failed.push_back(reading.failed);
    if (reading.unchanged) ++summary_.unchanged;
    if (reading.graph) Store(path, &*reading.graph);
  }

  void Store(const std::string& path, DocumentGraph* graph) {
    ResolveAgainst(store_, graph);
    const Result<Put> put = store_.PutDocument(*graph);
    if (!put) {
      summary_.failed.push_back(fmt::format("{}: cannot store: {}", path, put.error().message));
      return;
    }
    switch (put->outcome) {
      case PutOutcome::kAdded:
        ++summary_.added;
        break;
      case PutOutcome::kReplaced:
        ++summary_.replaced;
        break;
      case PutOutcome::kUnchanged:
        ++summary_.unchanged;
        break;
    }
  }

  void NoteUnusedBibliographies() {
    for (const std::string& path : waiting_) {
      if (bibliographies_->Used(path)) continue;
      summary_.skipped.push_back({path, "no article names this bibliography"});
    }
  }

  const ImportOptions& options_;
  GraphStore& store_;
  FileList list_;                        // articles alone, once the constructor is done
  std::vector<std::string> stored_;      // hash of each article in the store; empty: not there
  std::unique_ptr<GraphStore> nothing_;  // what document rules see of other documents
  std::optional<Bibliographies> bibliographies_;
  std::vector<std::string> waiting_;  // .bib files met in folders
  ImportSummary summary_;
};

}  // namespace

ImportSummary Import(const std::vector<std::string>& paths, const ImportOptions& options,
                     GraphStore* store) {
  return Importer(paths, options, store).Run();
}

}  // namespace claimgraph
