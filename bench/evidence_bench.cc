// The same graph of evidence and the same questions in our store, in SQLite and in
// plain arrays.
//
// The graph is of bench/evidence_workload.h, 100,000 claims unless the variable
// CLAIMGRAPH_BENCH_CLAIMS says how many (a multiple of 20).  Rows of one question
// must give the same answers, at 100,000 claims the known ones, else the row fails.
//
//   Q1  claims that cite nothing: how many, and the first 100
//   Q2  claims stronger than their best study: the same
//   Q3  for each of 100 studies: claims that rest on it alone
//   Q4  for each of 1,000 claims: nodes within two steps
//   Q6  for each of 1,000 claims: lines of evidence, where studies that cite one
//       another or a common study are one
//   Q7  for each of 100 studies: claims that rest on it or on studies that cite it,
//       up to two steps
//   Qc  one claim with two citations in a commit of its own, synced
//
// Ours walks through GraphReader, straight from RocksDB (evidence_store.h); for Q1
// and Q2 the store keeps its findings by rule, as it does for every import, so
// those are look-ups, while SQLite searches.  How the graph is ours is in
// evidence_documents.h.  Where SQLite has a row of `cites`, ours has a citation
// between claim and reference, as an article has; Qc is a document of its own in
// ours, with its references, and three rows in SQLite.  Drawing the graph is a part
// of every load; Load_Drawing says how much.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bench/evidence_answers.h"
#include "bench/evidence_documents.h"
#include "bench/evidence_plain_csr.h"
#include "bench/evidence_sqlite.h"
#include "bench/evidence_store.h"
#include "bench/evidence_workload.h"
#include "bench/temp_dir.h"
#include "core/store/graph_store.h"

namespace claimgraph {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kCommits = 3000;

void Must(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "%s\n", status.error().message.c_str());
  std::abort();
}

const Workload& TheWorkload() {
  static const Workload workload = [] {
    const char* claims = std::getenv("CLAIMGRAPH_BENCH_CLAIMS");
    return MakeWorkload(claims ? static_cast<std::uint32_t>(std::strtoul(claims, nullptr, 10))
                               : kKnownSize);
  }();
  return workload;
}

const TempDir& Folder() {
  static const TempDir folder;
  return folder;
}

// A store that was loaded once, for all that ask.
template <typename Store>
struct Loaded {
  std::unique_ptr<Store> store{};
  double seconds = 0;
  double cpu_seconds = 0;  // of all threads
  double bytes = 0;
};

template <typename Load>
auto Timed(const Load& load) {
  (void)TheWorkload();
  const std::clock_t cpu_begin = std::clock();
  const Clock::time_point begin = Clock::now();
  auto store = load();
  const std::chrono::duration<double> took = Clock::now() - begin;
  const double cpu = static_cast<double>(std::clock() - cpu_begin) / CLOCKS_PER_SEC;
  return Loaded<typename decltype(store)::element_type>{
      .store = std::move(store), .seconds = took.count(), .cpu_seconds = cpu};
}

Loaded<GraphStore>& Ours() {
  static Loaded<GraphStore> loaded = [] {
    const std::string path = Folder() / "store";
    auto made = Timed([&] {
      auto store = OpenRocksStore(path);
      if (!store) Must(tl::unexpected(store.error()));
      Must(LoadEvidence(TheWorkload(), store->get()));
      return std::move(*store);
    });
    made.bytes = BytesBelow(path);
    return made;
  }();
  return loaded;
}

Loaded<EvidenceSqlite>& Sqlite() {
  static Loaded<EvidenceSqlite> loaded = [] {
    const std::string path = Folder() / "graph.db";
    auto made = Timed([&] { return std::make_unique<EvidenceSqlite>(path, TheWorkload()); });
    made.bytes = BytesBelow(path);
    return made;
  }();
  return loaded;
}

Loaded<EvidencePlainCsr>& PlainCsr() {
  static Loaded<EvidencePlainCsr> loaded = [] {
    auto made = Timed([] { return std::make_unique<EvidencePlainCsr>(TheWorkload()); });
    made.bytes = static_cast<double>(made.store->bytes());
    return made;
  }();
  return loaded;
}

// The rows of a question.

struct Peer {
  const char* name;
  const EvidenceAnswers& (*answers)();
};

constexpr Peer kPeers[] = {
    {"Ours",
     []() -> const EvidenceAnswers& {
       static const EvidenceInStore answers(*Ours().store);
       return answers;
     }},
    {"SQLite", []() -> const EvidenceAnswers& { return *Sqlite().store; }},
    {"PlainCsr", []() -> const EvidenceAnswers& { return *PlainCsr().store; }},
};

struct Question {
  const char* name;
  std::size_t known;  // at kKnownSize claims
  FoundClaims (*ask)(const EvidenceAnswers& store);
};

template <typename Ask>
FoundClaims Sum(const std::vector<std::uint32_t>& asked, const Ask& ask) {
  return {.count = SumOver(asked, ask)};
}

constexpr Question kQuestions[] = {
    {"Q1", kKnownUncited, [](const EvidenceAnswers& store) { return store.Uncited(); }},
    {"Q2", kKnownStronger,
     [](const EvidenceAnswers& store) { return store.StrongerThanStudies(); }},
    {"Q3", kKnownAlone,
     [](const EvidenceAnswers& store) {
       return Sum(TheWorkload().asked_studies, [&](auto s) { return store.RestOnAlone(s); });
     }},
    {"Q4", kKnownTwoSteps,
     [](const EvidenceAnswers& store) {
       return Sum(TheWorkload().asked_claims, [&](auto c) { return store.WithinTwoSteps(c); });
     }},
    {"Q6", kKnownLines,
     [](const EvidenceAnswers& store) {
       return Sum(TheWorkload().asked_claims, [&](auto c) { return store.IndependentLines(c); });
     }},
    {"Q7", kKnownThrough,
     [](const EvidenceAnswers& store) {
       return Sum(TheWorkload().asked_studies,
                  [&](auto s) { return store.RestOnThroughStudies(s); });
     }},
};

void Ask(benchmark::State& state, const Question& question, const Peer& peer) {
  static std::map<std::string, FoundClaims> firsts;  // what the first store said
  const EvidenceAnswers& store = peer.answers();
  FoundClaims found;
  for (auto _ : state) found = question.ask(store);
  const FoundClaims& first = firsts.emplace(question.name, found).first->second;
  if (found != first) state.SkipWithError("the stores disagree");
  if (TheWorkload().claims == kKnownSize && found.count != question.known) {
    state.SkipWithError("this is not the known answer");
  }
  state.counters["answers"] = static_cast<double>(found.count);
}

template <typename Store>
void ReportLoad(benchmark::State& state, const Loaded<Store>& loaded) {
  for (auto _ : state) state.SetIterationTime(loaded.seconds);
  state.counters["MB"] = loaded.bytes / 1e6;
  state.counters["cpu_s"] = loaded.cpu_seconds;
  state.counters["claims/s"] = TheWorkload().claims / loaded.seconds;
}

// What every load includes: the documents, without their texts.
Loaded<std::size_t>& Drawing() {
  static Loaded<std::size_t> loaded = Timed([] {
    auto citations = std::make_unique<std::size_t>(0);
    WorkloadStream stream(TheWorkload());
    WorkloadDocument document;
    while (stream.Next(&document)) {
      for (const WorkloadClaim& claim : document.claims) *citations += claim.references.size();
    }
    return citations;
  });
  return loaded;
}

// Adds to the graph, so it comes last.
template <typename Commit>
void CommitEach(benchmark::State& state, const Commit& commit) {
  WorkloadStream stream(TheWorkload());
  WorkloadDocument document;
  std::vector<double> took;
  std::uint32_t number = 0;
  for (auto _ : state) {
    if (number % kPerDocument == 0) (void)stream.Next(&document);  // or the last again
    const Clock::time_point begin = Clock::now();
    commit(document, number++);
    took.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
  }
  std::ranges::sort(took);
  state.SetItemsProcessed(state.iterations());
  state.counters["p50_us"] = took[took.size() / 2];
  state.counters["p99_us"] = took[took.size() * 99 / 100];
}

void CommitToOurs(benchmark::State& state) {
  CommitEach(state, [](const WorkloadDocument& document, std::uint32_t number) {
    const auto put = Ours().store->PutDocument(OneClaim(TheWorkload(), document, number));
    if (!put) Must(tl::unexpected(put.error()));
  });
}

void CommitToSqlite(benchmark::State& state) {
  CommitEach(state, [](const WorkloadDocument& document, std::uint32_t number) {
    Sqlite().store->AddClaim(document.number, document.claims[number % kPerDocument]);
  });
}

template <typename Store>
void AddLoad(const char* name, Loaded<Store>& (*load)()) {
  benchmark::RegisterBenchmark(name, [load](benchmark::State& state) { ReportLoad(state, load()); })
      ->UseManualTime()
      ->Iterations(1)
      ->Unit(benchmark::kMillisecond);
}

void AddCommits(const char* name, void (*commit)(benchmark::State&)) {
  benchmark::RegisterBenchmark(name, commit)
      ->UseRealTime()
      ->Iterations(kCommits)
      ->Unit(benchmark::kMicrosecond);
}

void AddRows() {
  AddLoad("Load_Drawing", Drawing);
  AddLoad("Load_Ours", Ours);
  AddLoad("Load_SQLite", Sqlite);
  AddLoad("Load_PlainCsr", PlainCsr);
  for (const Question& question : kQuestions) {
    for (const Peer& peer : kPeers) {
      const std::string name = std::string(question.name) + "_" + peer.name;
      benchmark::RegisterBenchmark(name.c_str(), [&](benchmark::State& state) {
        Ask(state, question, peer);
      })->Unit(benchmark::kMillisecond);
    }
  }
  AddCommits("Qc_Ours", CommitToOurs);
  AddCommits("Qc_SQLite", CommitToSqlite);
}

}  // namespace
}  // namespace claimgraph

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  claimgraph::AddRows();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
