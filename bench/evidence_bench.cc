// The same graph of evidence and the same questions in our store and in SQLite.
//
// The graph is of bench/evidence_workload.h, 100,000 claims unless the variable
// CLAIMGRAPH_BENCH_CLAIMS says how many.  Each pair of rows answers the same
// question; "answers" must agree, else the benchmark fails.
//
//   Q1  claims that cite nothing
//   Q2  claims stronger than their best study
//   Q3  for each of 100 studies: claims that rest on it alone
//   Q4  for each of 1,000 claims: nodes within two steps
//   Qc  one claim with two citations in a commit of its own, synced
//
// Ours walks through GraphReader, as rules do, straight from RocksDB (Q1 and Q2
// sweep all edges of a kind); nothing is maintained or cached for these questions.  Populations are
// words of a claim in our model, and studies do not cite studies, so Q4 goes without populations on
// both sides and the questions about studies that cite studies are left out.
// Where SQLite has a row of `cites`, ours has a citation between claim and
// reference, as an article has; Qc is a document of its own in ours, with its
// references, and three rows in SQLite.

#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bench/temp_dir.h"
#include "bench/evidence_sqlite.h"
#include "bench/evidence_workload.h"
#include "core/store/graph_store.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kDefaultClaims = 100'000;
constexpr std::size_t kMostHeld = std::size_t{128} << 20;  // as import --bulk

const Workload& TheWorkload() {
  static const Workload workload = [] {
    const char* claims = std::getenv("CLAIMGRAPH_BENCH_CLAIMS");
    return MakeWorkload(claims ? std::strtoull(claims, nullptr, 10) : kDefaultClaims);
  }();
  return workload;
}

double BytesBelow(const std::string& path) {
  if (fs::is_regular_file(path)) return static_cast<double>(fs::file_size(path));
  double sum = 0;
  for (const auto& e : fs::recursive_directory_iterator(path)) {
    if (e.is_regular_file()) sum += static_cast<double>(e.file_size());
  }
  return sum;
}

const TempDir& Folder() {
  static const TempDir folder;
  return folder;
}

void Must(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "%s\n", status.error().message.c_str());
  std::abort();
}

template <typename T>
T Must(Result<T> result) {
  if (!result) Must(Status(tl::unexpected(result.error())));
  return std::move(*result);
}

// A store that was loaded once, for all that ask.
template <typename Store>
struct Loaded {
  std::unique_ptr<Store> store{};
  double seconds = 0;
  double bytes = 0;
};

std::unique_ptr<GraphStore> LoadOurs(const std::string& dir) {
  auto store = Must(OpenRocksStore(dir));
  store->Hold();
  for (std::uint32_t d = 0; d < TheWorkload().titles.size(); ++d) {
    Must(store->PutDocument(DocumentOf(TheWorkload(), d)));
    if (store->held() < kMostHeld) continue;
    Must(store->Release(HeldAs::kTables));
    store->Hold();
  }
  Must(store->Release(HeldAs::kTables));
  return store;
}

template <typename Store, typename Load>
Loaded<Store> Timed(const std::string& path, const Load& load) {
  (void)TheWorkload();
  const Clock::time_point begin = Clock::now();
  std::unique_ptr<Store> store = load(path);
  const std::chrono::duration<double> took = Clock::now() - begin;
  return {std::move(store), took.count(), BytesBelow(path)};
}

const Loaded<GraphStore>& Ours() {
  static const auto loaded = Timed<GraphStore>(Folder() / "store", LoadOurs);
  return loaded;
}

const Loaded<EvidenceSqlite>& Sqlite() {
  static const auto loaded = Timed<EvidenceSqlite>(Folder() / "graph.db", [](const auto& file) {
    return std::make_unique<EvidenceSqlite>(file, TheWorkload());
  });
  return loaded;
}

// Our answers: walks over the reader.  A claim's id is its number and one.

std::vector<NodeRef> Out(const GraphReader& r, NodeRef node, EdgeKind kind) {
  return r.Neighbours(node, kind, Way::kOut);
}

std::vector<NodeRef> In(const GraphReader& r, NodeRef node, EdgeKind kind) {
  return r.Neighbours(node, kind, Way::kIn);
}

// The works that a claim rests on, with repetitions.
std::vector<NodeRef> WorksOf(const GraphReader& r, NodeRef claim) {
  std::vector<NodeRef> works;
  for (const NodeRef citation : Out(r, claim, EdgeKind::kCites)) {
    for (const NodeRef reference : Out(r, citation, EdgeKind::kPointsTo)) {
      for (const NodeRef work : Out(r, reference, EdgeKind::kDescribes)) works.push_back(work);
    }
  }
  return works;
}

void SortUnique(std::vector<NodeRef>* nodes) {
  std::ranges::sort(*nodes);
  nodes->erase(std::unique(nodes->begin(), nodes->end()), nodes->end());
}

std::size_t Uncited(const GraphReader& r) {
  std::size_t uncited = r.All(NodeKind::kClaim).size();
  r.SweepEdges(NodeKind::kClaim, EdgeKind::kCites,
               [&](auto, const auto&) { return --uncited, true; });
  return uncited;
}

// Of each node of `from`, the best of the nodes that its `kind` edges lead to.
// -1: none.  Indexed by id.
std::vector<int> BestOf(const GraphReader& r, NodeKind from, EdgeKind kind,
                        const std::vector<int>& strengths) {
  std::vector<int> best(r.LastId(from) + 1, -1);
  r.SweepEdges(from, kind, [&](std::uint64_t id, const std::vector<std::uint64_t>& to) {
    for (const std::uint64_t other : to) best[id] = std::max(best[id], strengths[other]);
    return true;
  });
  return best;
}

std::size_t StrongerThanStudies(const GraphReader& r) {
  std::vector<int> best(r.LastId(NodeKind::kWork) + 1, -1);
  for (const std::uint64_t id : r.All(NodeKind::kWork)) {
    best[id] = StrengthOf(Must(r.FindWork(WorkId{id})).design);
  }
  best = BestOf(r, NodeKind::kReference, EdgeKind::kDescribes, best);
  best = BestOf(r, NodeKind::kCitation, EdgeKind::kPointsTo, best);
  best = BestOf(r, NodeKind::kClaim, EdgeKind::kCites, best);
  std::size_t stronger = 0;
  for (std::uint64_t id = 1; id < best.size(); ++id) {
    if (best[id] < 0) continue;
    stronger += static_cast<int>(Must(r.FindClaim(ClaimId{id})).strength) > best[id];
  }
  return stronger;
}

std::size_t RestOn(const GraphReader& r, std::uint32_t study) {
  const NodeRef work = r.Named("doi:10.5555/" + std::to_string(study));
  std::vector<NodeRef> claims;
  for (const NodeRef reference : In(r, work, EdgeKind::kDescribes)) {
    for (const NodeRef citation : In(r, reference, EdgeKind::kPointsTo)) {
      for (const NodeRef claim : In(r, citation, EdgeKind::kCites)) claims.push_back(claim);
    }
  }
  SortUnique(&claims);
  return std::ranges::count_if(claims, [&](NodeRef claim) {
    return std::ranges::all_of(WorksOf(r, claim), [&](NodeRef other) { return other == work; });
  });
}

std::size_t WithinTwoSteps(const GraphReader& r, std::uint32_t number) {
  const NodeRef claim{NodeKind::kClaim, number + 1};
  std::vector<NodeRef> nodes = WorksOf(r, claim);
  const auto add = [&](const std::vector<NodeRef>& more) {
    nodes.insert(nodes.end(), more.begin(), more.end());
  };
  for (const NodeRef document : In(r, claim, EdgeKind::kHasClaim)) {
    nodes.push_back(document);
    add(Out(r, document, EdgeKind::kHasClaim));
    add(Out(r, document, EdgeKind::kHasReference));
  }
  for (const NodeRef proposition : Out(r, claim, EdgeKind::kStates)) {
    nodes.push_back(proposition);
    add(In(r, proposition, EdgeKind::kStates));
  }
  for (const NodeRef citation : Out(r, claim, EdgeKind::kCites)) {
    for (const NodeRef reference : Out(r, citation, EdgeKind::kPointsTo)) {
      nodes.push_back(reference);
      for (const NodeRef other : In(r, reference, EdgeKind::kPointsTo)) {
        add(In(r, other, EdgeKind::kCites));
      }
    }
  }
  SortUnique(&nodes);
  return nodes.size() - std::ranges::count(nodes, claim);
}

// What each question was answered with, whoever was asked first.
void Compare(const std::string& question, std::size_t answers, benchmark::State* state) {
  static std::map<std::string, std::size_t> known;
  const auto [first, added] = known.emplace(question, answers);
  if (!added && first->second != answers) state->SkipWithError("the stores disagree");
  state->counters["answers"] = static_cast<double>(answers);
}

template <typename Ask>
void Question(const std::string& name, benchmark::State* state, const Ask& ask) {
  std::size_t answers = 0;
  for (auto _ : *state) answers = ask();
  Compare(name, answers, state);
}

template <typename Ask>
std::size_t ForEach(const std::vector<std::uint32_t>& asked, const Ask& ask) {
  std::size_t answers = 0;
  for (const std::uint32_t node : asked) answers += ask(node);
  return answers;
}

template <typename Store>
void ReportLoad(const Loaded<Store>& loaded, benchmark::State* state) {
  for (auto _ : *state) state->SetIterationTime(loaded.seconds);
  state->counters["MB"] = loaded.bytes / 1e6;
  const auto claims = static_cast<double>(TheWorkload().claims.size());
  state->counters["claims/s"] = claims / loaded.seconds;
}

void BM_Load_Ours(benchmark::State& state) { ReportLoad(Ours(), &state); }
void BM_Load_SQLite(benchmark::State& state) { ReportLoad(Sqlite(), &state); }
BENCHMARK(BM_Load_Ours)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Load_SQLite)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

void BM_Q1_Ours(benchmark::State& state) {
  Question("Q1", &state, [&] { return Uncited(*Ours().store); });
}
void BM_Q1_SQLite(benchmark::State& state) {
  Question("Q1", &state, [&] { return Sqlite().store->Uncited(); });
}
void BM_Q2_Ours(benchmark::State& state) {
  Question("Q2", &state, [&] { return StrongerThanStudies(*Ours().store); });
}
void BM_Q2_SQLite(benchmark::State& state) {
  Question("Q2", &state, [&] { return Sqlite().store->StrongerThanStudies(); });
}
void BM_Q3_Ours(benchmark::State& state) {
  Question("Q3", &state, [&] {
    return ForEach(TheWorkload().asked_studies, [](auto s) { return RestOn(*Ours().store, s); });
  });
}
void BM_Q3_SQLite(benchmark::State& state) {
  Question("Q3", &state, [&] {
    return ForEach(TheWorkload().asked_studies, [](auto s) { return Sqlite().store->RestOn(s); });
  });
}
void BM_Q4_Ours(benchmark::State& state) {
  Question("Q4", &state, [&] {
    return ForEach(TheWorkload().asked_claims,
                   [](auto c) { return WithinTwoSteps(*Ours().store, c); });
  });
}
void BM_Q4_SQLite(benchmark::State& state) {
  Question("Q4", &state, [&] {
    return ForEach(TheWorkload().asked_claims,
                   [](auto c) { return Sqlite().store->WithinTwoSteps(c); });
  });
}
BENCHMARK(BM_Q1_Ours)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Q1_SQLite)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Q2_Ours)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Q2_SQLite)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Q3_Ours)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Q3_SQLite)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Q4_Ours)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Q4_SQLite)->Unit(benchmark::kMillisecond);

// Last, since they add to the graph.
void BM_Qc_Ours(benchmark::State& state) {
  std::uint32_t number = 0;
  for (auto _ : state) Must(Ours().store->PutDocument(OneClaim(TheWorkload(), number++)));
  state.SetItemsProcessed(state.iterations());
}
void BM_Qc_SQLite(benchmark::State& state) {
  std::uint32_t number = 0;
  for (auto _ : state) {
    Sqlite().store->AddClaim(number, TheWorkload().claims[number % TheWorkload().claims.size()]);
    ++number;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Qc_Ours)->UseRealTime()->Iterations(3000)->Unit(benchmark::kMicrosecond);
BENCHMARK(BM_Qc_SQLite)->UseRealTime()->Iterations(3000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace claimgraph

BENCHMARK_MAIN();
