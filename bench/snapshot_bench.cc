// The graph's arrays: made from a store, written, mapped, and asked, beside plain
// arrays of the same graph.
//
// The graph is of bench/evidence_workload.h, 100,000 claims unless the variable
// CLAIMGRAPH_BENCH_CLAIMS says how many (a multiple of 20): a reviewer's field;
// 1,000,000 are a publisher's archive.  It is loaded into RocksDB first, which takes
// longer than all that is measured.  Questions are those of evidence_bench, asked of
// the mapped file; both rows of one must give the same answers, at 100,000 claims
// the known ones, else the row fails.
//
//   Make        ReadEvidenceCsr, RocksDB opened for reading
//   Write       the file, synced
//   Open        what a command pays whatever it asks
//   See_PART    Open, then check and see one part, or everything

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bench/evidence_answers.h"
#include "bench/evidence_documents.h"
#include "bench/evidence_plain_csr.h"
#include "bench/evidence_store.h"
#include "bench/evidence_workload.h"
#include "bench/temp_dir.h"
#include "core/store/graph_store.h"
#include "queries/graph/neighbours.h"
#include "queries/graph/reach.h"
#include "queries/graph/read_csr.h"
#include "queries/graph/snapshot_file.h"
#include "queries/graph/study_ties.h"

namespace claimgraph {
namespace {

constexpr std::uint64_t kStamp = 1;
constexpr std::uint32_t kSteps = 2;  // of Q7

template <typename T>
T Must(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
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

std::string PathOf(const char* name) {
  static const TempDir folder;
  return folder / name;
}

const GraphStore& Store() {
  static const std::unique_ptr<GraphStore> store = [] {
    const auto writer = Must(OpenRocksStore(PathOf("store")));
    if (!LoadEvidence(TheWorkload(), writer.get())) std::abort();
    return Must(OpenRocksStore(PathOf("store"), {.read_only = true}));
  }();
  return *store;
}

const EvidenceArrays& Arrays() {
  static const EvidenceArrays arrays = Must(ReadEvidenceCsr(Store()));
  return arrays;
}

const std::string& File() {
  static const std::string path = [] {
    std::string name = PathOf("snapshot");
    if (!WriteSnapshot(Arrays().view(), kStamp, name)) std::abort();
    return name;
  }();
  return path;
}

void BM_Make(benchmark::State& state) {
  (void)Store();
  std::size_t bytes = 0;
  for (auto _ : state) bytes = Must(ReadEvidenceCsr(Store())).bytes();
  state.SetItemsProcessed(state.iterations() * TheWorkload().claims);
  state.counters["MB"] = static_cast<double>(bytes) / 1e6;
}
BENCHMARK(BM_Make)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void BM_Write(benchmark::State& state) {
  const EvidenceCsr csr = Arrays().view();
  for (auto _ : state) {
    if (!WriteSnapshot(csr, kStamp, PathOf("written"))) std::abort();
  }
}
BENCHMARK(BM_Write)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void BM_Open(benchmark::State& state) {
  (void)File();
  for (auto _ : state) benchmark::DoNotOptimize(Must(MappedSnapshot::Open(File(), kStamp)));
}
BENCHMARK(BM_Open)->Unit(benchmark::kMillisecond);

void See(benchmark::State& state, GraphParts parts) {
  (void)File();
  for (auto _ : state) {
    const auto mapped = Must(MappedSnapshot::Open(File(), kStamp));
    benchmark::DoNotOptimize(Must(mapped->View(parts)));
  }
}
BENCHMARK_CAPTURE(See, Claims, GraphPart::kClaims)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(See, ClaimWorks, GraphPart::kClaimWorks)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(See, WorkCitations, GraphPart::kWorkCitations)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(See, Everything, kWholeGraph)->Unit(benchmark::kMillisecond)->UseRealTime();

// Study s is the work of id s + 1, claim c the claim of id c + 1.
class EvidenceInSnapshot final : public EvidenceAnswers {
 public:
  EvidenceInSnapshot()
      : mapped_(Must(MappedSnapshot::Open(File(), kStamp))),
        graph_(Must(mapped_->View(kWholeGraph))) {
    // A register of studies belongs to a proposition by name, which is no edge.
    register_.resize(graph_.propositions.size(), kNoIndex);
    for (const std::uint32_t claim : TheWorkload().asked_claims) {
      for (const std::uint32_t p : graph_.claim_propositions[IndexOfClaim(claim)]) {
        const auto noun = Must(Store().FindProposition(PropositionId{graph_.propositions[p]}));
        const NodeRef node = Store().Named(RegisterName(noun.population));
        if (node.id != 0) register_[p] = graph_.DocumentIndex(node.id);
      }
    }
  }

  FoundClaims Uncited() const override {
    return Count([&](std::uint32_t claim) { return graph_.claim_references[claim].empty(); });
  }

  FoundClaims StrongerThanStudies() const override {
    return Count([&](std::uint32_t claim) {
      int best = -1;
      for (const std::uint32_t work : graph_.claim_works[claim]) {
        best = std::max(best, StrengthOf(graph_.work_design[work]));
      }
      return best >= 0 && static_cast<int>(graph_.claim_strength[claim]) > best;
    });
  }

  std::size_t RestOnAlone(std::uint32_t study) const override {
    return std::ranges::count_if(
        graph_.work_claims[graph_.WorkIndex(study + 1)],
        [&](std::uint32_t claim) { return graph_.claim_works[claim].size() == 1; });
  }

  std::size_t WithinTwoSteps(std::uint32_t number) const override {
    Neighbours found = NeighboursOf(graph_, IndexOfClaim(number));
    for (const std::uint32_t p : found.propositions) {
      if (register_[p] == kNoIndex) continue;
      const auto listed = graph_.document_works[register_[p]];
      found.works.insert(found.works.end(), listed.begin(), listed.end());
    }
    std::ranges::sort(found.works);
    return std::unique(found.works.begin(), found.works.end()) - found.works.begin();
  }

  std::size_t IndependentLines(std::uint32_t claim) const override {
    return ties_.CountGroups(graph_.claim_works[IndexOfClaim(claim)]);
  }

  std::size_t RestOnThroughStudies(std::uint32_t study) const override {
    const std::uint32_t work = graph_.WorkIndex(study + 1);
    return ClaimsOn(graph_, WorksThatCite(graph_, {&work, 1}, kSteps)).size();
  }

 private:
  std::uint32_t IndexOfClaim(std::uint32_t number) const { return graph_.ClaimIndex(number + 1); }

  // As bench/evidence_documents.cc gives designs to strengths.
  static int StrengthOf(StudyDesign design) {
    switch (design) {
      case StudyDesign::kMetaAnalysisOfRcts:
      case StudyDesign::kRct:
        return 3;
      case StudyDesign::kCohort:
      case StudyDesign::kCaseControl:
        return 2;
      case StudyDesign::kCrossSectional:
      case StudyDesign::kCaseSeries:
        return 1;
      default:
        return 0;
    }
  }

  template <typename Is>
  FoundClaims Count(const Is& is) const {
    FoundClaims found;
    for (std::uint32_t claim = 0; claim < graph_.claims.size(); ++claim) {
      if (is(claim) && found.count++ < kFirst) {
        found.first.push_back(static_cast<std::uint32_t>(graph_.claims[claim]) - 1);
      }
    }
    return found;
  }

  std::unique_ptr<MappedSnapshot> mapped_;
  EvidenceCsr graph_;
  mutable StudyTies ties_{graph_};
  std::vector<std::uint32_t> register_;  // document, by proposition
};

const EvidenceAnswers& Mapped() {
  static const EvidenceInSnapshot answers;
  return answers;
}

const EvidenceAnswers& Plain() {
  static const EvidencePlainCsr answers(TheWorkload());
  return answers;
}

using Answer = FoundClaims (*)(const EvidenceAnswers& graph);

void Ask(benchmark::State& state, Answer ask, std::size_t known, bool plain) {
  const EvidenceAnswers& graph = plain ? Plain() : Mapped();
  FoundClaims found;
  for (auto _ : state) found = ask(graph);
  if (found != ask(Plain())) state.SkipWithError("the arrays disagree");
  if (TheWorkload().claims == kKnownSize && found.count != known) {
    state.SkipWithError("this is not the known answer");
  }
  state.counters["answers"] = static_cast<double>(found.count);
}

template <typename One>
FoundClaims Sum(const std::vector<std::uint32_t>& asked, const One& one) {
  return {.count = SumOver(asked, one)};
}

void AddQuestion(const std::string& name, std::size_t known, Answer ask) {
  for (const bool plain : {false, true}) {
    benchmark::RegisterBenchmark((name + (plain ? "_Plain" : "_Mapped")).c_str(),
                                 [=](benchmark::State& state) { Ask(state, ask, known, plain); })
        ->Unit(benchmark::kMillisecond);
  }
}

void AddQuestions() {
  AddQuestion("Q1", kKnownUncited, [](const EvidenceAnswers& g) { return g.Uncited(); });
  AddQuestion("Q2", kKnownStronger,
              [](const EvidenceAnswers& g) { return g.StrongerThanStudies(); });
  AddQuestion("Q3", kKnownAlone, [](const EvidenceAnswers& g) {
    return Sum(TheWorkload().asked_studies, [&](auto s) { return g.RestOnAlone(s); });
  });
  AddQuestion("Q4", kKnownTwoSteps, [](const EvidenceAnswers& g) {
    return Sum(TheWorkload().asked_claims, [&](auto c) { return g.WithinTwoSteps(c); });
  });
  AddQuestion("Q6", kKnownLines, [](const EvidenceAnswers& g) {
    return Sum(TheWorkload().asked_claims, [&](auto c) { return g.IndependentLines(c); });
  });
  AddQuestion("Q7", kKnownThrough, [](const EvidenceAnswers& g) {
    return Sum(TheWorkload().asked_studies, [&](auto s) { return g.RestOnThroughStudies(s); });
  });
}

}  // namespace
}  // namespace claimgraph

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  claimgraph::AddQuestions();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
