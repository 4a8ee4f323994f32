// How an import runs:
//   graphs first             graph_files.h
//   records next             one thread reads them, this one puts them
//   readers (many threads)   bytes -> DocumentGraph, with its own rules' findings
//   writer  (this thread)    link it to the store's works, put it; now and then judge again
//                            what that touched in other documents, and commit
// Readers see nothing of the store but hashes taken before they start, so their
// answers do not depend on their number or order.

#include "claimgraph/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>

#include "claimgraph/bibliographies.h"
#include "claimgraph/commit_pace.h"
#include "claimgraph/graph_files.h"
#include "claimgraph/input.h"
#include "claimgraph/ordered_pool.h"
#include "claimgraph/read_article.h"
#include "claimgraph/record_files.h"
#include "claimgraph/store_vocabulary.h"
#include "claimgraph/two_stage.h"
#include "claimgraph/upkeep.h"
#include "importers/extraction/concept_set.h"
#include "importers/formats/sniff.h"
#include "importers/linking/work_resolver.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

// What a reader makes of one file: a graph, or why there is none.
struct Reading {
  std::optional<DocumentGraph> graph{};
  std::string skipped{};                // why
  std::vector<std::string> problems{};  // lines of a list of claims that were not read
  std::string failed{};                 // the whole message
  bool unchanged = false;
};

// What is met while a file of records is read, on the reading thread.
class RecordCounter : public RecordTaker {
 public:
  using Push = std::function<bool(RecordChange)>;
  explicit RecordCounter(std::string path) : path_(std::move(path)) {}

  bool Take(RecordChange change) override { return push(std::move(change)); }

  void Report(const RecordProblem& problem) override {
    skipped_ += problem.skipped;
    ++met_;
    if (problems_.size() == ImportSummary::kMostProblems) return;
    std::string place = path_;
    if (problem.line > 0) place += fmt::format(":{}", problem.line);
    problems_.push_back(
        fmt::format("{}: {}: {}: {}", place, problem.record, problem.code, problem.message));
  }

  // Once the reading thread has ended.
  void MoveInto(ImportSummary* summary) {
    summary->records_skipped += skipped_;
    std::ranges::move(problems_, std::back_inserter(summary->problems));
    if (met_ > problems_.size()) {
      summary->problems.push_back(
          fmt::format("{}: {} more like these", path_, met_ - problems_.size()));
    }
  }

  Push push{};

 private:
  std::string path_;
  std::vector<std::string> problems_{};
  std::size_t met_ = 0;
  std::size_t skipped_ = 0;
};

// What was odd about lines of a list of claims, each of which stands for itself.
std::vector<std::string> LineProblems(std::string_view bytes, const Document& document) {
  std::vector<std::string> problems;
  for (const Diagnostic& odd : document.diagnostics) {
    const std::string_view before = bytes.substr(0, odd.span.begin);
    const auto line = std::ranges::count(before, '\n') + 1;
    problems.push_back(fmt::format("{}:{}: {}: {}", document.source, line, odd.code, odd.message));
  }
  return problems;
}

// A document that the store has taken, but for the commit.
struct Held {
  std::string path{};
  PutOutcome outcome = PutOutcome::kAdded;
};

class Importer {
 public:
  // `list` without the graph files, of which there are `done`, imported already.
  Importer(const std::vector<std::string>& paths, FileList list, std::size_t done,
           const ImportOptions& options, GraphStore* store, ImportSummary summary)
      : options_(options),
        store_(*store),
        upkeep_(store),
        list_(std::move(list)),
        nothing_(NewMemoryStore()),
        before_(done),
        summary_(std::move(summary)) {
    TakeRecordFiles();
    TakeBibliographies(paths);
    for (const std::string& path : list_.files) stored_.push_back(StoredHash(path));
  }

  ImportSummary Run() {
    const auto read = [this](std::size_t i) { return Read(list_.files[i], stored_[i]); };
    store_.Hold();
    for (const std::string& path : record_files_) ImportRecords(path);
    MakeInOrder(list_.files.size(), options_.jobs, read, [this](std::size_t i, Reading reading) {
      Keep(list_.files[i], std::move(reading));
      if (!pace_.IsDue(store_)) return;
      Commit(record_files_.size() + i + 1);
      store_.Hold();
    });
    Commit(record_files_.size() + list_.files.size());
    NoteUnusedBibliographies();
    return std::move(summary_);
  }

 private:
  void TakeRecordFiles() {
    const auto first = std::stable_partition(
        list_.files.begin(), list_.files.end(),
        [](const std::string& path) { return path == "-" || !IsRecordFile(path); });
    record_files_.assign(std::make_move_iterator(first),
                         std::make_move_iterator(list_.files.end()));
    list_.files.erase(first, list_.files.end());
  }

  // One thread reads and makes graphs, this one stores them: of two cores, each has
  // about as much to do.
  void ImportRecords(const std::string& path) {
    Result<std::unique_ptr<ByteSource>> file = OpenByteSource(path);
    if (!file) {
      summary_.failed.push_back(file.error().message);
      return;
    }
    Status read;
    RecordCounter counter(path);
    const auto make = [&](const RecordCounter::Push& push) {
      counter.push = push;
      read = ReadRecords(file->get(), path, &counter);
    };
    std::size_t records = 0;
    const auto take = [&](RecordChange change) {
      TakeRecord(path, std::move(change));
      ++records;
      if (!pace_.IsDue(store_)) return true;
      Commit(reported_);
      if (options_.progress) {
        options_.progress(before_ + reported_, all(), fmt::format("{}: {} records", path, records));
      }
      store_.Hold();
      return true;
    };
    MakeAndTake<RecordChange>(options_.jobs != 1, make, take);
    if (!read) summary_.failed.push_back(fmt::format("{}: {}", path, read.error().message));
    summary_.records += records;
    counter.MoveInto(&summary_);
    Commit(reported_ + 1);
    store_.Hold();
  }

  void TakeRecord(const std::string& path, RecordChange change) {
    if (!change.removed.empty()) {
      const Status removed = upkeep_.Remove(change.removed);
      if (removed) ++summary_.removed;
      if (!removed && removed.error().code != ErrorCode::kNotFound) {
        NoteFailure(change.removed, removed.error());
      }
      return;
    }
    const Document& document = change.graph.document;
    if (StoredHash(document.source) == document.hash) {
      held_.push_back({path, PutOutcome::kUnchanged});
      return;
    }
    const std::string source = document.source;
    Store(source, &change.graph);
  }

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
    // Files of these kinds were taken out of the list: this is standard input, or a pipe.
    if (AreRecords(*bytes, path)) {
      return {.failed = path + ": research records; save them to a file, and import that"};
    }
    if (AreGraphs(*bytes)) {
      return {.failed = path + ": an exported graph; save it to a file, and import that"};
    }
    const Beside beside = bibliographies_->For(*bytes, path);
    if (ArticleHash(*bytes, beside) == stored_hash) return {.unchanged = true};
    Reading reading{.graph = ReadArticle(*bytes, path, beside)};
    const Document& document = reading.graph->document;
    if (document.format == Format::kClaimList) reading.problems = LineProblems(*bytes, document);
    if (document.IsUnread()) return {.skipped = document.diagnostics.front().message};
    reading.graph->findings = RunRules({*reading.graph, *nothing_}, RuleScope::kDocument);
    return reading;
  }

  void Keep(const std::string& path, Reading reading) {
    std::ranges::move(reading.problems, std::back_inserter(summary_.problems));
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

  // Files of all kinds: what progress counts up to.
  std::size_t all() const { return before_ + record_files_.size() + list_.files.size(); }

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
    for (; reported_ < done; ++reported_) {
      if (!options_.progress) continue;
      const std::size_t records = record_files_.size();
      options_.progress(
          before_ + reported_ + 1, all(),
          reported_ < records ? record_files_[reported_] : list_.files[reported_ - records]);
    }
    pace_.Committed();
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
  FileList list_;  // articles alone, once the constructor is done
  std::vector<std::string> record_files_;
  std::vector<std::string> stored_;      // hash of each article in the store; empty: not there
  std::unique_ptr<GraphStore> nothing_;  // what document rules see of other documents
  std::optional<Bibliographies> bibliographies_;
  std::vector<std::string> waiting_;  // .bib files met in folders
  std::vector<Held> held_;
  std::size_t before_;        // files that were imported before these
  std::size_t reported_ = 0;  // of these, files that progress has been told of
  CommitPace pace_{options_.bulk};
  ImportSummary summary_;
};

// Verdicts and decisions of a graph file are believed, so it must be named, or be called
// what an export is called: among the articles of a folder no page passes for one.
bool MayBeGraph(const std::string& path, const std::set<std::string>& named) {
  return named.contains(path) || path.ends_with(".jsonl") || path.ends_with(".jsonl.gz");
}

// Takes the graph files out of the list and imports them; how many there were.
std::size_t ImportGraphs(const std::vector<std::string>& paths, const ImportOptions& options,
                         FileList* list, GraphStore* store, ImportSummary* summary) {
  const std::size_t all = list->files.size();
  std::set<std::string> named;
  for (const std::string& path : paths) named.insert(DocumentPath(path));
  const auto first =
      std::stable_partition(list->files.begin(), list->files.end(), [&](const std::string& path) {
        return path == "-" || !MayBeGraph(path, named) || !IsGraphFile(path);
      });
  const std::vector<std::string> graphs(std::make_move_iterator(first),
                                        std::make_move_iterator(list->files.end()));
  list->files.erase(first, list->files.end());
  std::size_t done = 0;
  for (const std::string& path : graphs) {
    GraphProgress progress;
    if (options.progress) {
      progress = [&](std::size_t documents) {
        options.progress(done, all, fmt::format("{}: {} documents", path, documents));
      };
    }
    ImportGraphFile(path, options, progress, store, summary);
    ++done;
    if (options.progress) options.progress(done, all, path);
  }
  return done;
}

}  // namespace

ImportSummary Import(const std::vector<std::string>& paths, const ImportOptions& options,
                     GraphStore* store) {
  FileList list = ListFiles(paths);
  ImportSummary summary{.skipped = std::move(list.skipped), .failed = std::move(list.failed)};
  const std::size_t done = ImportGraphs(paths, options, &list, store, &summary);
  Result<ConceptSetPtr> concepts = VocabularyOf(*store);
  if (!concepts) {
    summary.failed.push_back(concepts.error().message);
    return summary;
  }
  const VocabularyInUse in_use(*std::move(concepts));
  return Importer(paths, std::move(list), done, options, store, std::move(summary)).Run();
}

}  // namespace claimgraph
