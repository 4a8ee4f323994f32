// Questions about the whole graph, at 100,000 and 1,000,000 claims.
//
// The graph is made up, without a store: articles of 20 claims and 20 references,
// a work for every five claims, cited by Zipf's law with exponent 0.9; 30 % of
// the claims uncited and 1 to 4 works for the others; a proposition for every
// three claims.  Every work is in the store as a paper without claims that lists
// three older ones; one paper in a hundred lists any, so that there are circles.
// Designs, stances and directness are drawn independently for every work and
// line, so that hardly two bodies of evidence are alike: nothing can be gained by
// remembering judgements.
//
// Sizes: 100,000 claims are a reviewer's field, 1,000,000 a publisher's archive.
// Rates are claims.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/document_graph.h"
#include "core/store/graph_store.h"
#include "queries/graph/communities.h"
#include "queries/graph/conflicts.h"
#include "queries/graph/coverage.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/impact.h"
#include "queries/graph/influence.h"
#include "queries/graph/read_csr.h"
#include "queries/graph_view/components.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kClaimsOfDocument = 20;
constexpr std::uint32_t kReferences = 20;
constexpr std::uint32_t kReferencesOfPaper = 3;
constexpr std::uint32_t kClaimsToAWork = 5;
constexpr std::uint32_t kClaimsToAProposition = 3;
constexpr double kUncited = 0.3;
constexpr double kZipf = 0.9;

class Generator {
 public:
  explicit Generator(std::uint32_t claims)
      : articles_(claims / kClaimsOfDocument),
        works_(claims / kClaimsToAWork),
        propositions_(claims / kClaimsToAProposition) {
    double sum = 0;
    for (std::uint32_t rank = 1; rank <= works_; ++rank) {
      popularity_.push_back(sum += std::pow(rank, -kZipf));
      by_rank_.push_back(rank - 1);
    }
    std::shuffle(by_rank_.begin(), by_rank_.end(), random_);
  }

  EvidenceLists Make() {
    Number(articles_ + works_, &lists_.documents);
    Number(works_, &lists_.works);
    Number(propositions_, &lists_.propositions);
    Number(articles_ * kClaimsOfDocument, &lists_.claims);
    for (std::uint32_t i = 0; i < works_; ++i) {
      lists_.work_design.push_back(static_cast<StudyDesign>(Below(16)));
      lists_.work_standing.push_back(Standing::kCurrent);
      lists_.work_year.push_back(static_cast<std::int16_t>(1980 + Below(45)));
    }
    for (std::uint32_t i = 0; i < propositions_; ++i) {
      lists_.proposition_subject.push_back(Below(propositions_ / 3));
      lists_.proposition_population.push_back(Below(20));
      lists_.proposition_direction.push_back(static_cast<Direction>(Below(6)));
    }
    for (std::uint32_t d = 0; d < articles_; ++d) AddArticle(d);
    for (std::uint32_t work = 0; work < works_; ++work) AddPaper(work);
    return std::move(lists_);
  }

 private:
  void AddArticle(std::uint32_t document) {
    for (std::uint32_t i = 0; i < kReferences; ++i) {
      const std::uint32_t work = PopularWork();
      lists_.references.push_back(lists_.references.size() + 1);
      lists_.reference_document.push_back(document);
      lists_.reference_work.push_back(work);
      lists_.document_works.emplace_back(document, work);
    }
    for (std::uint32_t i = 0; i < kClaimsOfDocument; ++i) AddClaim(document);
  }

  void AddPaper(std::uint32_t work) {
    const std::uint32_t document = articles_ + work;
    lists_.text_works.emplace_back(document, work);
    const std::uint32_t choice = Below(100) == 0 ? works_ : work;
    for (std::uint32_t i = 0; choice != 0 && i < kReferencesOfPaper; ++i) {
      lists_.document_works.emplace_back(document, Below(choice));
    }
  }

  void AddClaim(std::uint32_t document) {
    const auto claim = static_cast<std::uint32_t>(lists_.claim_document.size());
    const std::uint32_t proposition = Below(propositions_);
    const bool cited = Chance() >= kUncited;
    lists_.claim_document.push_back(document);
    lists_.claim_kind.push_back(static_cast<ClaimKind>(Below(9)));
    lists_.claim_strength.push_back(static_cast<CausalStrength>(Below(4)));
    lists_.claim_certainty.push_back(static_cast<AssertedCertainty>(Below(3)));
    lists_.claim_status.push_back(cited ? CitationStatus::kInline : CitationStatus::kUncited);
    lists_.claim_verdict.push_back(static_cast<Verdict>(Below(6)));
    lists_.claim_flags.push_back(static_cast<std::uint8_t>(Below(32)));
    lists_.claim_propositions.emplace_back(claim, proposition);
    for (std::uint32_t n = cited ? 1 + Below(4) : 0; n > 0; --n) {
      AddLine(claim, proposition, document * kReferences + Below(kReferences));
    }
  }

  void AddLine(std::uint32_t claim, std::uint32_t proposition, std::uint32_t reference) {
    const std::uint32_t work = lists_.reference_work[reference];
    lists_.lines.push_back(lists_.lines.size() + 1);
    lists_.line_claim.push_back(claim);
    lists_.line_proposition.push_back(proposition);
    lists_.line_work.push_back(work);
    lists_.line_reference.push_back(reference);
    lists_.claim_references.emplace_back(claim, reference);
    // Most stances are unknown from a title.
    lists_.line_stance.push_back(Below(5) == 0 ? static_cast<Stance>(Below(4)) : Stance::kUnknown);
    lists_.line_design.push_back(lists_.work_design[work]);
    lists_.line_directness.push_back(static_cast<std::uint8_t>(Below(256)));
  }

  static void Number(std::uint32_t count, std::vector<std::uint64_t>* ids) {
    for (std::uint64_t id = 1; id <= count; ++id) ids->push_back(id);
  }

  std::uint32_t Below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  double Chance() { return static_cast<double>(random_()) / static_cast<double>(random_.max()); }

  std::uint32_t PopularWork() {
    const auto rank = std::ranges::lower_bound(popularity_, Chance() * popularity_.back());
    return by_rank_[std::min<std::size_t>(rank - popularity_.begin(), works_ - 1)];
  }

  std::uint32_t articles_;
  std::uint32_t works_;
  std::uint32_t propositions_;
  std::mt19937_64 random_{20};
  std::vector<double> popularity_;  // summed, by rank
  std::vector<std::uint32_t> by_rank_;
  EvidenceLists lists_;
};

const EvidenceCsr& GraphOf(std::int64_t claims) {
  static std::map<std::int64_t, std::unique_ptr<EvidenceArrays>> graphs;
  static std::map<std::int64_t, EvidenceCsr> views;
  std::unique_ptr<EvidenceArrays>& arrays = graphs[claims];
  if (!arrays) {
    arrays = std::make_unique<EvidenceArrays>(
        EvidenceArrays::Assemble(Generator(static_cast<std::uint32_t>(claims)).Make()));
    views[claims] = arrays->view();
  }
  return views[claims];
}

// One article as an importer hands it to a store.
DocumentGraph MakeDocument(std::uint32_t number, std::mt19937_64* random) {
  constexpr std::uint32_t kWorks = 4000;
  constexpr std::uint32_t kPropositions = 5000;
  DocumentGraph g;
  const std::string name = std::to_string(number);
  g.document = {.source = name + ".md", .title = "Page " + name, .hash = name};
  for (std::uint32_t i = 0; i < kReferences; ++i) {
    const std::string work = std::to_string((*random)() % kWorks);
    g.works.push_back({.names = {"doi:10.5555/" + work}, .title = "Trial " + work});
    g.references.push_back({.title = "Trial " + work, .work = WorkId{i + 1ULL}});
    g.citations.push_back({.text = work, .references = {ReferenceId{i + 1ULL}}});
  }
  for (std::uint32_t i = 0; i < kClaimsOfDocument; ++i) {
    Claim claim{.text = "Walking may ease pain within six weeks"};
    g.propositions.push_back({.intervention = std::to_string((*random)() % kPropositions)});
    claim.propositions = {PropositionId{i + 1ULL}};
    const std::uint64_t cited = (*random)() % kReferences + 1;
    if (i % 3 != 0) {
      claim.citations = {CitationId{cited}};
      g.evidence_lines.push_back({.claim = ClaimId{i + 1ULL},
                                  .proposition = PropositionId{i + 1ULL},
                                  .citation = CitationId{cited},
                                  .reference = ReferenceId{cited},
                                  .work = WorkId{cited}});
    }
    g.claims.push_back(std::move(claim));
  }
  g.known_works.resize(g.works.size());
  g.known_propositions.resize(g.propositions.size());
  return g;
}

// From a store without a disk: what decoding its values costs.
void BM_ReadFromStore(benchmark::State& state) {
  std::mt19937_64 random(21);
  const auto store = NewMemoryStore();
  for (std::uint32_t i = 0; i * kClaimsOfDocument < state.range(0); ++i) {
    if (!store->PutDocument(MakeDocument(i, &random))) std::abort();
  }
  for (auto _ : state) {
    const Result<EvidenceArrays> arrays = ReadEvidenceCsr(*store);
    if (!arrays) std::abort();
    benchmark::DoNotOptimize(arrays->bytes());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_ReadFromStore)->Arg(40'000)->Unit(benchmark::kMillisecond);

void BM_Assemble(benchmark::State& state) {
  const EvidenceLists lists = Generator(static_cast<std::uint32_t>(state.range(0))).Make();
  std::size_t bytes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    EvidenceLists copy = lists;
    state.ResumeTiming();
    const EvidenceArrays arrays = EvidenceArrays::Assemble(std::move(copy));
    bytes = arrays.bytes();
    benchmark::DoNotOptimize(bytes);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["bytes/claim"] = static_cast<double>(bytes) / static_cast<double>(state.range(0));
}

// `ask` answers the whole question; how much it found is shown beside its time.
template <typename Ask>
void Measure(benchmark::State& state, const Ask& ask) {
  const EvidenceCsr& graph = GraphOf(state.range(0));
  std::size_t found = 0;
  for (auto _ : state) {
    found = ask(graph).size();
    benchmark::DoNotOptimize(found);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["found"] = static_cast<double>(found);
}

// The limit: every line of every claim, looked at once.
void BM_TouchEveryLine(benchmark::State& state) {
  Measure(state, [](const EvidenceCsr& graph) {
    std::vector<std::uint32_t> lines_of_work(graph.works.size());
    for (std::uint32_t claim = 0; claim < graph.claims.size(); ++claim) {
      for (const std::uint32_t line : graph.claim_lines[claim]) {
        ++lines_of_work[graph.line_work[line]];
      }
    }
    return lines_of_work;
  });
}

void BM_RankByImpact(benchmark::State& state) {
  const auto threads = static_cast<unsigned>(state.range(1));
  Measure(state, [&](const EvidenceCsr& graph) { return RankByImpact(graph, threads); });
}
void BM_Circles(benchmark::State& state) {
  Measure(state, [](const EvidenceCsr& graph) { return Circles(graph.document_cites); });
}
void BM_RankByInfluence(benchmark::State& state) { Measure(state, RankByInfluence); }
void BM_FindConflicts(benchmark::State& state) { Measure(state, FindConflicts); }
void BM_RankByCoverage(benchmark::State& state) { Measure(state, RankByCoverage); }
void BM_FindCommunities(benchmark::State& state) { Measure(state, FindCommunities); }

void Sizes(benchmark::internal::Benchmark* bench) {
  bench->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK(BM_Assemble)->Apply(Sizes);
BENCHMARK(BM_TouchEveryLine)->Apply(Sizes);
BENCHMARK(BM_RankByImpact)
    ->ArgNames({"claims", "threads"})
    ->ArgsProduct({{100'000, 1'000'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(BM_Circles)->Apply(Sizes);
BENCHMARK(BM_RankByInfluence)->Apply(Sizes);
BENCHMARK(BM_FindConflicts)->Apply(Sizes);
BENCHMARK(BM_RankByCoverage)->Apply(Sizes);
BENCHMARK(BM_FindCommunities)->Apply(Sizes);

}  // namespace
}  // namespace claimgraph

BENCHMARK_MAIN();
