// Putting documents into stores, and reading them back.
//
// One document is what a 1,500-word health article becomes: 10 KB of text, 80
// sentences, 40 claims, 25 citations, 20 references, 40 evidence lines, 30
// findings.  Two references in three are new works; the third is one of a
// thousand that every author cites.  Rates are per document and per claim.
//
// Sizes: 1,000 documents are a reader's own shelf.  The widely cited work grows
// from 1,000 to 64,000 references: putting one more must cost the same.

#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "bench/temp_dir.h"
#include "core/document_graph.h"
#include "core/store/graph_store.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

constexpr int kSentences = 80;
constexpr int kClaims = 40;
constexpr int kCitations = 25;
constexpr int kReferences = 20;
constexpr int kFindings = 30;
constexpr int kSharedWorks = 1000;
constexpr int kShelf = 1000;
constexpr std::string_view kWords =
    "In adults with a sore back, walking for half an hour a day may ease pain within six weeks, "
    "compared with rest alone (Okri, 2014). ";

Work MakeWork(int number) {
  const std::string n = std::to_string(number);
  return {.names = {"doi:10.5555/walk." + n, "title:walking and pain in group " + n + "|2014"},
          .title = "Walking and pain in group " + n,
          .authors = {{"Okri", "B"}, {"Lind", "C"}},
          .year = 2014,
          .container = "Steps",
          .doi = "10.5555/walk." + n,
          .design = StudyDesign::kRct};
}

void AddReference(Work work, DocumentGraph* g) {
  Reference r{.text = "Okri B, Lind C. " + work.title + ". Steps. 2014;3(2):25-31.",
              .number = static_cast<int>(g->references.size()) + 1,
              .authors = work.authors,
              .year = work.year,
              .title = work.title,
              .container = work.container,
              .volume = "3",
              .issue = "2",
              .pages = "25-31",
              .doi = work.doi,
              .design = work.design};
  g->works.push_back(std::move(work));
  r.work = WorkId{g->works.size()};
  g->references.push_back(std::move(r));
}

void AddClaim(int i, DocumentGraph* g) {
  const TextSpan at = g->document.sentences[2 * i].span;
  const PropositionId proposition{g->propositions.size()};
  const CitationId citation{static_cast<std::uint64_t>(i % kCitations) + 1};
  const Reason reason{.step = "design",
                      .rule = "design-from-title",
                      .because = "the title says \"randomised controlled trial\""};
  g->claims.push_back({.span = {at.begin, at.end},
                       .text_span = at,
                       .text = std::string(g->document.Words(at)),
                       .sentence = static_cast<std::uint32_t>(2 * i),
                       .hedges = {{"may", {at.begin + 60, at.begin + 63}}},
                       .causal_cues = {{"ease", {at.begin + 64, at.begin + 68}}},
                       .propositions = {proposition},
                       .citations = {citation},
                       .citation_status = CitationStatus::kInline,
                       .verdict = Verdict::kSupported,
                       .reasons = {reason, reason, reason}});
  const ReferenceId reference = g->citations[Raw(citation) - 1].references[0];
  g->evidence_lines.push_back({.claim = ClaimId{g->claims.size()},
                               .proposition = proposition,
                               .citation = citation,
                               .reference = reference,
                               .work = g->references[Raw(reference) - 1].work,
                               .stance = Stance::kSupports,
                               .certainty = 3,
                               .reasons = {reason, reason}});
}

DocumentGraph MakeDocument(int number) {
  DocumentGraph g;
  Document& d = g.document;
  d.source = "articles/walk-" + std::to_string(number) + ".md";
  d.title = "Walking, part " + std::to_string(number);
  d.hash = std::to_string(number);
  for (std::uint32_t i = 0; i < kSentences; ++i) {
    const auto begin = static_cast<std::uint32_t>(d.text.size());
    d.text += kWords;
    const auto end = static_cast<std::uint32_t>(d.text.size());
    if (i % 4 == 0) d.blocks.push_back({.span = {begin, end}});
    d.blocks.back().span.end = end;
    d.sentences.push_back({{begin, end}, static_cast<std::uint32_t>(d.blocks.size()) - 1});
  }
  d.map = OffsetMap::Identity(static_cast<std::uint32_t>(d.text.size()));
  for (int i = 0; i < kReferences; ++i) {
    const bool shared = i % 3 == 0;
    AddReference(MakeWork(shared ? (number * 7 + i) % kSharedWorks
                                 : kSharedWorks + number * kReferences + i),
                 &g);
  }
  for (std::uint64_t i = 0; i < kCitations; ++i) {
    const TextSpan at = d.sentences[3 * i].span;
    g.citations.push_back({.span = {at.end - 15, at.end - 2},
                           .text_span = {at.end - 15, at.end - 2},
                           .text = "Okri, 2014",
                           .authors = {"Okri"},
                           .year = 2014,
                           .references = {ReferenceId{i % kReferences + 1}}});
  }
  for (int i = 0; i < kClaims; ++i) {
    g.propositions.push_back({.intervention = "walking",
                              .direction = Direction::kDecrease,
                              .outcome = "outcome " + std::to_string((number + i * 13) % 500),
                              .population = "adult"});
    AddClaim(i, &g);
  }
  for (std::uint64_t i = 0; i < kFindings; ++i) {
    g.findings.push_back({.rule = i % 2 ? "uncited-claim" : "magnitude-inflation",
                          .span = g.claims[i].span,
                          .message = "nothing is cited for \"walking may ease pain\"",
                          .claim = ClaimId{i + 1}});
  }
  return g;
}

// A document whose one reference is the work that everybody cites.
DocumentGraph MakeCitingDocument(int number) {
  DocumentGraph g;
  g.document.source = "note-" + std::to_string(number);
  AddReference(MakeWork(0), &g);
  return g;
}

std::uintmax_t BytesOf(const TempDir& dir) {
  std::uintmax_t sum = 0;
  for (const fs::directory_entry& e : fs::directory_iterator(dir / "store")) sum += e.file_size();
  return sum;
}

std::unique_ptr<GraphStore> Open(const TempDir& dir, const RocksOptions& options) {
  auto store = OpenRocksStore((dir / "store"), options);
  if (!store) std::abort();
  return std::move(*store);
}

void PutOrDie(const DocumentGraph& graph, GraphStore* store) {
  if (!store->PutDocument(graph)) std::abort();
}

// Puts new documents for as long as the benchmark runs.
void PutDocuments(benchmark::State& state, GraphStore* store) {
  int number = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const DocumentGraph graph = MakeDocument(number++);
    state.ResumeTiming();
    PutOrDie(graph, store);
  }
  state.SetItemsProcessed(number);
  state.counters["claims/s"] =
      benchmark::Counter(static_cast<double>(number) * kClaims, benchmark::Counter::kIsRate);
}

void BM_PutDocument_Memory(benchmark::State& state) {
  const auto store = NewMemoryStore();
  PutDocuments(state, store.get());
}
BENCHMARK(BM_PutDocument_Memory);

void BM_PutDocument_Overlay(benchmark::State& state) {
  const auto base = NewMemoryStore();
  const auto store = NewOverlayStore(*base);
  PutDocuments(state, store.get());
}
BENCHMARK(BM_PutDocument_Overlay);

void BM_PutDocument_RocksUnsynced(benchmark::State& state) {
  TempDir dir;
  auto store = Open(dir, {.sync = false});
  PutDocuments(state, store.get());
  store.reset();
  state.counters["disk/doc"] =
      static_cast<double>(BytesOf(dir)) / static_cast<double>(state.iterations());
}
BENCHMARK(BM_PutDocument_RocksUnsynced)->UseRealTime();

// What the disk's fsync allows, more than what we do.
void BM_PutDocument_RocksSynced(benchmark::State& state) {
  TempDir dir;
  const auto store = Open(dir, {});
  PutDocuments(state, store.get());
}
BENCHMARK(BM_PutDocument_RocksSynced)->UseRealTime();

// The same bytes again: an import that was interrupted and is started anew.
void BM_PutDocument_Unchanged(benchmark::State& state) {
  TempDir dir;
  const auto store = Open(dir, {});
  const DocumentGraph graph = MakeDocument(0);
  PutOrDie(graph, store.get());
  for (auto _ : state) PutOrDie(graph, store.get());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_PutDocument_Unchanged);

void BM_ReplaceDocument_RocksUnsynced(benchmark::State& state) {
  TempDir dir;
  const auto store = Open(dir, {.sync = false});
  DocumentGraph graph = MakeDocument(0);
  for (auto _ : state) {
    graph.document.hash += "0";
    graph.document.hash.resize(1 + state.iterations() % 32);
    graph.document.title += graph.document.title.size() < 30 ? "!" : "";
    PutOrDie(graph, store.get());
    std::swap(graph.findings.front(), graph.findings.back());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_ReplaceDocument_RocksUnsynced);

// One more reference to a work that range(0) references describe.
void BM_CiteWidelyCitedWork(benchmark::State& state) {
  TempDir dir;
  const auto store = Open(dir, {.sync = false});
  int number = 0;
  while (number < state.range(0)) PutOrDie(MakeCitingDocument(number++), store.get());
  for (auto _ : state) PutOrDie(MakeCitingDocument(number++), store.get());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_CiteWidelyCitedWork)->RangeMultiplier(8)->Range(1000, 64000);

// What every command that only reads waits for: opening, and one document.
// After closing, at most 1 MB of log is left to replay (25 documents of these).
void BM_OpenForReadingAndFindDocument(benchmark::State& state) {
  TempDir dir;
  {
    const auto store = Open(dir, {.sync = false});
    for (int i = 0; i < state.range(0); ++i) PutOrDie(MakeDocument(i), store.get());
  }
  for (auto _ : state) {
    const auto store = Open(dir, {.read_only = true});
    benchmark::DoNotOptimize(store->FindDocument(DocumentId{1}));
  }
  state.counters["disk"] = static_cast<double>(BytesOf(dir));
}
BENCHMARK(BM_OpenForReadingAndFindDocument)->Arg(25)->Arg(kShelf)->Unit(benchmark::kMillisecond);

void BM_FindClaims_Rocks(benchmark::State& state) {
  TempDir dir;
  const auto store = Open(dir, {.sync = false});
  for (int i = 0; i < kShelf; ++i) PutOrDie(MakeDocument(i), store.get());
  std::uint64_t id = 0;
  for (auto _ : state) {
    id = id * 7919 % (kShelf * kClaims) + 1;
    benchmark::DoNotOptimize(store->FindClaim(ClaimId{id}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_FindClaims_Rocks);

}  // namespace
}  // namespace claimgraph

BENCHMARK_MAIN();
