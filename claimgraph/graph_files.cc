// One thread reads lines and makes graphs of them, this one stores them.

#include "claimgraph/graph_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "claimgraph/commit_pace.h"
#include "claimgraph/decision_copies.h"
#include "claimgraph/record_files.h"
#include "claimgraph/store_vocabulary.h"
#include "claimgraph/two_stage.h"
#include "claimgraph/upkeep.h"
#include "claimgraph/vocabulary_file.h"
#include "core/appraisal.h"
#include "importers/extraction/concept_set.h"
#include "importers/graph_lines.h"
#include "importers/linking/work_resolver.h"
#include "importers/records/gzip_source.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

constexpr std::size_t kHead = 4096;
// Lines that go from thread to thread together.
constexpr std::size_t kMostInBundle = 64;
constexpr std::size_t kBytesInBundle = std::size_t{1} << 20;
constexpr HandOver kBundles{.batch = 1, .waiting = 2};

using Bundle = std::vector<GraphLine>;

// Gathers lines into bundles, on the reading thread, and what was odd.
class BundleMaker : public GraphLineSink {
 public:
  using Push = std::function<bool(Bundle)>;

  explicit BundleMaker(std::string path) : path_(std::move(path)) {}

  bool Take(GraphLine line) override {
    bytes_ += line.size;
    bundle_.push_back(std::move(line));
    return (bundle_.size() < kMostInBundle && bytes_ < kBytesInBundle) || HandOn();
  }

  void Report(RecordProblem problem) override {
    ++skipped_;
    if (problems_.size() == ImportSummary::kMostProblems) return;
    problems_.push_back(
        fmt::format("{}:{}: {}: {}", path_, problem.line, problem.code, problem.message));
  }

  bool HandOn() {
    bytes_ = 0;
    return bundle_.empty() || push(std::exchange(bundle_, {}));
  }

  // Once the reading thread has ended.
  void MoveInto(ImportSummary* summary) {
    std::ranges::move(problems_, std::back_inserter(summary->problems));
    if (skipped_ > problems_.size()) {
      summary->problems.push_back(
          fmt::format("{}: {} more like these", path_, skipped_ - problems_.size()));
    }
    if (skipped_ > 0) {
      summary->failed.push_back(fmt::format("{}: {} line{} could not be read; all others were",
                                            path_, skipped_, skipped_ == 1 ? "" : "s"));
    }
  }

  Push push{};

 private:
  std::string path_;
  Bundle bundle_{};
  std::size_t bytes_ = 0;
  std::vector<std::string> problems_{};
  std::size_t skipped_ = 0;
};

bool HasDocuments(const GraphReader& store) {
  return !store.IdsAfter(NodeKind::kDocument, 0, 1).empty();
}

// The same words in the same places.
template <typename Noun>
bool SameWords(const std::vector<Noun>& a, const std::vector<Noun>& b) {
  return std::ranges::equal(
      a, b, [](const Noun& x, const Noun& y) { return x.span == y.span && x.text == y.text; });
}

class GraphFileImporter {
 public:
  GraphFileImporter(const std::string& path, const ImportOptions& options,
                    const GraphProgress& progress, GraphStore* store, ImportSummary* summary)
      : path_(path),
        options_(options),
        progress_(progress),
        store_(*store),
        summary_(*summary),
        adopts_(!HasDocuments(*store)),
        upkeep_(store),
        decisions_(*store) {}

  void Run() {
    const Result<std::unique_ptr<ByteSource>> file = OpenByteSource(path_);
    if (!file) return summary_.failed.push_back(file.error().message);
    const std::unique_ptr<ByteSource> unpacked = NewGzipSource(file->get());
    GraphLineReader reader(unpacked.get());
    const Result<GraphHeader> header = reader.ReadHeader();
    if (!header) return Refuse(header.error());
    if (const Status taken = TakeHeader(*header); !taken) return Refuse(taken.error());
    Result<ConceptSetPtr> concepts = VocabularyOf(store_);
    if (!concepts) return summary_.failed.push_back(concepts.error().message);
    const VocabularyInUse in_use(*std::move(concepts));
    ReadAll(&reader);
  }

 private:
  void Refuse(const Error& error) {
    summary_.failed.push_back(fmt::format("{}: not imported: {}", path_, error.message));
  }

  Status TakeHeader(const GraphHeader& header) {
    if (header.method != kMethodVersion) {
      summary_.problems.push_back(
          fmt::format("{}:1: other-method: its verdicts were reached by {}, and this version "
                      "of claimgraph has {}; import its articles themselves to judge them anew",
                      path_,
                      header.method.empty() ? "rules that its header does not name"
                                            : "\"" + header.method.substr(0, 60) + "\"",
                      kMethodVersion));
    }
    const Result<std::string> stored = store_.Vocabulary();
    if (!stored) return tl::unexpected(stored.error());
    if (*stored == header.vocabulary) return {};
    if (HasDocuments(store_) || !stored->empty()) {
      return Fail(ErrorCode::kInvalidArgument,
                  "its documents were read with another vocabulary than the store's; import it "
                  "into a new store, or import the articles themselves");
    }
    const Result<ConceptSetPtr> concepts =
        ParseVocabulary(header.vocabulary, path_ + ": its vocabulary");
    if (!concepts) return tl::unexpected(concepts.error());
    return store_.SetVocabulary(header.vocabulary);
  }

  void ReadAll(GraphLineReader* reader) {
    Status read;
    BundleMaker maker(path_);
    const auto make = [&](const BundleMaker::Push& push) {
      maker.push = push;
      read = reader->ReadGraphs(&maker);
      maker.HandOn();
    };
    const auto take = [&](Bundle bundle) {
      for (GraphLine& line : bundle) Store(&line);
      return true;
    };
    store_.Hold();
    MakeAndTake<Bundle>(options_.jobs != 1, make, take, kBundles);
    Commit(true);
    if (!read) summary_.failed.push_back(fmt::format("{}: {}", path_, read.error().message));
    maker.MoveInto(&summary_);
  }

  void Store(GraphLine* line) {
    DocumentGraph& graph = line->graph;
    if (std::exchange(part_, line->part) != line->part) BeginNextPart();
    if (const Status numbered = decisions_.Renumber(&graph); !numbered) {
      return NoteFailure(line->number, graph.document.source, numbered.error());
    }
    const Result<Put> put = StoreGraph(&graph);
    if (!put) return NoteFailure(line->number, graph.document.source, put.error());
    held_.push_back(put->outcome);
    if (pace_.IsDue(store_)) {
      Commit(false);
      store_.Hold();
    }
  }

  // Another export stands behind the first, and is read as a file of its own.
  void BeginNextPart() {
    Commit(true);
    adopts_ = adopts_ && !HasDocuments(store_);
    decisions_.BeginFile();
    store_.Hold();
  }

  Result<Put> StoreGraph(DocumentGraph* graph) {
    const DocumentId known{store_.Named("source:" + graph->document.source).id};
    if (IsSet(known)) {
      const Result<bool> same = IsStored(known, *graph);
      if (!same) return tl::unexpected(same.error());
      if (*same) return Put{known, PutOutcome::kUnchanged};
    }
    if (adopts_) return upkeep_.Adopt(*graph);
    ResolveAgainst(store_, graph);
    return upkeep_.Put(*graph);
  }

  // Whether what is given, and not what follows from it, is stored already.
  Result<bool> IsStored(DocumentId known, const DocumentGraph& graph) const {
    const Result<DocumentGraph> stored = LoadDocumentGraph(store_, known);
    if (!stored) return tl::unexpected(stored.error());
    Document same = stored->document;
    same.id = {};
    if (same != graph.document) return false;
    const auto sizes = [](const DocumentGraph& g) {
      return std::tuple(g.records.size(), g.results.size(), g.lists.size(), IsSet(g.presents));
    };
    if (sizes(*stored) != sizes(graph)) return false;
    if (!graph.decisions.empty()) return decisions_.AreSame(stored->decisions, graph.decisions);
    return SameWords(stored->claims, graph.claims) &&
           SameWords(stored->citations, graph.citations) &&
           SameWords(stored->references, graph.references);
  }

  // Names that lack their first number can only be told once all of them have come.
  void Commit(bool is_last) {
    Status judged = adopts_ && !is_last ? Status() : upkeep_.Judge();
    if (!judged) summary_.failed.push_back("findings across documents: " + judged.error().message);
    const Status stored = store_.Release(options_.bulk ? HeldAs::kTables : HeldAs::kCommit);
    if (!stored && !held_.empty()) {
      summary_.failed.push_back(fmt::format("{}: {} documents were not stored: {}", path_,
                                            held_.size(), stored.error().message));
    }
    if (stored) {
      for (const PutOutcome outcome : held_) Count(outcome);
      stored_ += held_.size();
    }
    held_.clear();
    if (progress_ && !is_last) progress_(stored_);
    pace_.Committed();
  }

  void Count(PutOutcome outcome) {
    summary_.added += outcome == PutOutcome::kAdded ? 1 : 0;
    summary_.replaced += outcome == PutOutcome::kReplaced ? 1 : 0;
    summary_.unchanged += outcome == PutOutcome::kUnchanged ? 1 : 0;
  }

  void NoteFailure(std::uint64_t line, const std::string& source, const Error& error) {
    summary_.failed.push_back(
        fmt::format("{}:{}: cannot store {}: {}", path_, line, source, error.message));
  }

  const std::string& path_;
  const ImportOptions& options_;
  const GraphProgress& progress_;
  GraphStore& store_;
  ImportSummary& summary_;
  bool adopts_;  // the store held nothing before
  Upkeep upkeep_;
  DecisionCopies decisions_;
  std::size_t part_ = 0;
  std::vector<PutOutcome> held_{};
  std::size_t stored_ = 0;
  CommitPace pace_{options_.bulk};
};

}  // namespace

bool AreGraphs(std::string_view bytes) {
  TextSource source(bytes);
  const std::unique_ptr<ByteSource> unpacked = NewGzipSource(&source);
  std::string head(kHead, '\0');
  const Result<std::size_t> got = unpacked->Read(head.data(), head.size());
  return got && LooksLikeGraphLines(std::string_view(head).substr(0, *got));
}

bool IsGraphFile(const std::string& path) {
  // A pipe's first bytes can be read once only.
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return false;
  const Result<std::unique_ptr<ByteSource>> file = OpenByteSource(path);
  if (!file) return false;  // whoever reads it says what is wrong
  std::string head(kHead, '\0');
  const Result<std::size_t> got = (*file)->Read(head.data(), head.size());
  return got && AreGraphs(std::string_view(head).substr(0, *got));
}

void ImportGraphFile(const std::string& path, const ImportOptions& options,
                     const GraphProgress& progress, GraphStore* store, ImportSummary* summary) {
  GraphFileImporter(path, options, progress, store, summary).Run();
}

}  // namespace claimgraph
