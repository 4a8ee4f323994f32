// How an import runs:
//   readers (many threads)   bytes -> DocumentGraph, with its own rules' findings
//   writer  (this thread)    link it to the store's works, put it; now and then judge again
//                            what that touched in other documents, and commit
// Readers see nothing of the store but hashes taken before they start, so their
// answers do not depend on their number or order.

#include "claimgraph/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "claimgraph/bibliographies.h"
#include "claimgraph/input.h"
#include "claimgraph/ordered_pool.h"
#include "claimgraph/read_article.h"
#include "claimgraph/upkeep.h"
#include "importers/formats/sniff.h"
#include "importers/linking/work_resolver.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

using Clock = std::chrono::steady_clock;

// A disk syncs in 0.1 to 10 ms, so this leaves it idle nine tenths of the time, and
// is as long as a person would call "at once".
constexpr std::chrono::milliseconds kLongestWait{100};
constexpr std::size_t kMostHeld = std::size_t{16} << 20;
// Larger steps make fewer tables to merge later; docs/decisions/0012-bulk-import.md
// has the figures.
constexpr std::size_t kMostHeldInBulk = std::size_t{128} << 20;

// What a reader makes of one file: a graph, or why there is none.
struct Reading {
  std::optional<DocumentGraph> graph{};
  std::string skipped{};  // why
  std::string failed{};   // the whole message
  bool unchanged = false;
};

// A document that the store has taken, but for the commit.
struct Held {
  std::string path{};
  PutOutcome outcome = PutOutcome::kAdded;
};

class Importer {
 public:
  Importer(const std::vector<std::string>& paths, const ImportOptions& options, GraphStore* store)
      : options_(options),
        store_(*store),
        upkeep_(store),
        list_(ListFiles(paths)),
        nothing_(NewMemoryStore()) {
    summary_.skipped = std::move(list_.skipped);
    summary_.failed = std::move(list_.failed);
    TakeBibliographies(paths);
    for (const std::string& path : list_.files) stored_.push_back(StoredHash(path));
  }

  ImportSummary Run() {
    const auto read = [this](std::size_t i) { return Read(list_.files[i], stored_[i]); };
    store_.Hold();
    MakeInOrder(list_.files.size(), options_.jobs, read, [this](std::size_t i, Reading reading) {
      Keep(list_.files[i], std::move(reading));
      if (!IsTimeToCommit()) return;
      Commit(i + 1);
      store_.Hold();
    });
    Commit(list_.files.size());
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
    const Result<Put> put = upkeep_.Put(*graph);
    if (put) {
      held_.push_back({path, put->outcome});
    } else {
      NoteFailure(path, put.error());
    }
  }

  bool IsTimeToCommit() const {
    if (options_.bulk) return store_.held() >= kMostHeldInBulk;
    return store_.held() >= kMostHeld || Clock::now() - last_commit_ >= kLongestWait;
  }

  // The first `done` files are on disk when this returns, and only then counted.
  void Commit(std::size_t done) {
    const Status judged = upkeep_.Judge();
    if (!judged) summary_.failed.push_back("findings across documents: " + judged.error().message);
    const Status stored = store_.Release(options_.bulk ? HeldAs::kTables : HeldAs::kCommit);
    for (const Held& held : held_) {
      if (stored) {
        Count(held.outcome);
      } else {
        NoteFailure(held.path, stored.error());
      }
    }
    held_.clear();
    for (; options_.progress && reported_ < done; ++reported_) {
      options_.progress(reported_ + 1, list_.files.size(), list_.files[reported_]);
    }
    last_commit_ = Clock::now();
  }

  void Count(PutOutcome outcome) {
    switch (outcome) {
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

  void NoteFailure(const std::string& path, const Error& error) {
    summary_.failed.push_back(fmt::format("{}: cannot store: {}", path, error.message));
  }

  void NoteUnusedBibliographies() {
    for (const std::string& path : waiting_) {
      if (bibliographies_->Used(path)) continue;
      summary_.skipped.push_back({path, "no article names this bibliography"});
    }
  }

  const ImportOptions& options_;
  GraphStore& store_;
  Upkeep upkeep_;
  FileList list_;                        // articles alone, once the constructor is done
  std::vector<std::string> stored_;      // hash of each article in the store; empty: not there
  std::unique_ptr<GraphStore> nothing_;  // what document rules see of other documents
  std::optional<Bibliographies> bibliographies_;
  std::vector<std::string> waiting_;  // .bib files met in folders
  std::vector<Held> held_;
  std::size_t reported_ = 0;  // files that progress has been told of
  Clock::time_point last_commit_ = Clock::now();
  ImportSummary summary_;
};

}  // namespace

ImportSummary Import(const std::vector<std::string>& paths, const ImportOptions& options,
                     GraphStore* store) {
  return Importer(paths, options, store).Run();
}

}  // namespace claimgraph
