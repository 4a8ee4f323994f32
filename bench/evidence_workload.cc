// Draws come in this order: the shuffle of studies; titles, propositions and
// populations (texts alone); each study with the studies that it cites; all
// references; all claims; what is asked.  A text of n words takes n fractions.

#include "bench/evidence_workload.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace claimgraph {
namespace {

constexpr std::uint32_t kSeed = 20240607;
constexpr double kUncited = 0.30;
constexpr double kUnresolved = 0.03;
constexpr double kStudyPopularity = 0.9;  // Zipf exponents
constexpr double kPropositionPopularity = 0.6;
constexpr std::uint32_t kPopular = 500;
constexpr std::uint32_t kSumEvery = 8;

constexpr std::uint32_t kTitleWords = 6;
constexpr std::uint32_t kPropositionWords = 9;
constexpr std::uint32_t kPopulationWords = 3;
constexpr std::uint32_t kStudyWords = 10;
constexpr std::uint32_t kReferenceWords = 8;

void DrawStudies(PythonRandom* random, Workload* w) {
  w->cited_offsets.push_back(0);
  for (std::uint32_t i = 0; i < w->studies.size(); ++i) {
    WorkloadStudy& study = w->studies[i];
    study.design = static_cast<std::uint8_t>(random->Choose({4, 14, 20, 12, 25, 12, 8, 5}));
    study.year = static_cast<std::uint16_t>(1980 + random->Below(46));
    study.population = random->Below(w->populations);
    random->SkipFractions(kStudyWords);
    std::array<std::uint32_t, 3> cited{};
    for (std::uint32_t& older : cited) {
      if (i > 0) older = static_cast<std::uint32_t>(i * std::pow(random->Fraction(), 1.5));
    }
    std::ranges::sort(cited);
    const auto end = i > 0 ? std::unique(cited.begin(), cited.end()) : cited.begin();
    w->cited.insert(w->cited.end(), cited.begin(), end);
    w->cited_offsets.push_back(static_cast<std::uint32_t>(w->cited.size()));
  }
}

// Where among the ranks of studies it leads; negative: to none.
double DrawReference(PythonRandom* random) {
  const double rank = random->Fraction() < kUnresolved ? -1 : random->Fraction();
  random->SkipFractions(kReferenceWords);
  return rank;
}

// All but the proposition, of which it gives where among the ranks it is.
double DrawClaim(PythonRandom* random, std::uint32_t first_reference, std::uint32_t populations,
                 WorkloadClaim* claim) {
  claim->strength = static_cast<std::uint8_t>(random->Choose({15, 35, 30, 20}));
  const double rank = random->Fraction();
  claim->population = random->Below(populations);
  claim->words = static_cast<std::uint8_t>(10 + random->Below(11));
  random->SkipFractions(claim->words);
  claim->references.clear();
  if (random->Fraction() < kUncited) return rank;
  const std::uint32_t count = 1 + random->Choose({40, 30, 20, 10});
  claim->references = random->SampleOfTwenty(count);
  for (std::uint32_t& reference : claim->references) reference += first_reference;
  std::ranges::sort(claim->references);
  return rank;
}

void DrawAsked(PythonRandom* random, Workload* w) {
  const auto studies = static_cast<std::uint32_t>(w->studies.size());
  for (int i = 0; i < 50; ++i) {
    w->asked_studies.push_back(w->by_popularity[random->Below(std::min(kPopular, studies))]);
  }
  for (int i = 0; i < 50; ++i) w->asked_studies.push_back(random->Below(studies));
  for (int i = 0; i < 1000; ++i) w->asked_claims.push_back(random->Below(w->claims));
}

// Ranks of 800 words, each as often as Zipf's law has it.
std::array<std::uint16_t, 4096> WordTable() {
  const Zipf ranks(800, 0.8);
  std::array<std::uint16_t, 4096> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = static_cast<std::uint16_t>(ranks.RankAt((i + 0.5) / table.size()));
  }
  return table;
}

std::string Words(std::uint64_t kind, std::uint32_t number, std::uint32_t count) {
  static constexpr const char* kSyllables[] = {"ba", "ne", "sto", "li", "mas", "ren", "co", "thi",
                                               "pu", "ge", "dor", "an", "vel", "tri", "so", "mi"};
  static const std::array<std::uint16_t, 4096> kWords = WordTable();
  std::uint64_t state = kind << 32 | number;
  std::string text;
  text.reserve(count * 8);
  for (std::uint32_t i = 0; i < count; ++i) {
    state += 0x9e3779b97f4a7c15U;  // SplitMix64
    std::uint64_t mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    const std::uint32_t word = kWords[mixed >> 52];
    if (i > 0) text += ' ';
    text.append(kSyllables[word % 16]).append(kSyllables[word / 16 % 16]);
    if (word >= 256) text += kSyllables[word / 256];
  }
  return text;
}

}  // namespace

Zipf::Zipf(std::uint32_t count, double exponent) : count_(count), exponent_(exponent) {
  for (std::uint32_t rank = 0; rank < count; ++rank) {
    total_ += WeightOf(rank);
    if (rank % kSumEvery == kSumEvery - 1) sums_.push_back(total_);
  }
}

double Zipf::WeightOf(std::uint32_t rank) const {
  return 1.0 / std::pow(static_cast<double>(rank + 1), exponent_);
}

std::uint32_t Zipf::RankAt(double fraction) const {
  const double at = fraction * total_;
  const auto block = std::ranges::lower_bound(sums_, at) - sums_.begin();
  auto rank = static_cast<std::uint32_t>(block) * kSumEvery;
  // Added up in the order of the constructor, hence to the same bits.
  double sum = (block > 0 ? sums_[block - 1] : 0) + (rank < count_ ? WeightOf(rank) : 0);
  while (sum < at && rank + 1 < count_) sum += WeightOf(++rank);
  return std::min(rank, count_ - 1);
}

Workload MakeWorkload(std::uint32_t claims) {
  Workload w;
  w.claims = claims;
  w.documents = w.populations = claims / kPerDocument;
  w.propositions = claims / 3;
  w.studies.resize(claims / 5);
  w.study_ranks = Zipf(claims / 5, kStudyPopularity);
  w.proposition_ranks = Zipf(w.propositions, kPropositionPopularity);
  w.by_popularity.resize(w.studies.size());
  std::iota(w.by_popularity.begin(), w.by_popularity.end(), 0);

  PythonRandom random(kSeed);
  random.Shuffle(&w.by_popularity);
  random.SkipFractions(std::uint64_t{w.documents} * kTitleWords);
  random.SkipFractions(std::uint64_t{w.propositions} * kPropositionWords);
  random.SkipFractions(std::uint64_t{w.populations} * kPopulationWords);
  DrawStudies(&random, &w);
  w.at_references = random;
  for (std::uint32_t i = 0; i < claims; ++i) (void)DrawReference(&random);
  w.at_claims = random;
  WorkloadClaim unused;
  for (std::uint32_t i = 0; i < claims; ++i) (void)DrawClaim(&random, 0, w.populations, &unused);
  DrawAsked(&random, &w);
  return w;
}

WorkloadStream::WorkloadStream(const Workload& workload)
    : workload_(workload), references_(workload.at_references), claims_(workload.at_claims) {}

bool WorkloadStream::Next(WorkloadDocument* document) {
  if (next_ == workload_.documents) return false;
  document->number = next_++;
  for (std::uint32_t& study : document->studies) {
    const double rank = DrawReference(&references_);
    study = rank < 0 ? kNoStudy : workload_.by_popularity[workload_.study_ranks.RankAt(rank)];
  }
  const std::uint32_t first = document->number * kPerDocument;
  for (WorkloadClaim& claim : document->claims) {
    const double rank = DrawClaim(&claims_, first, workload_.populations, &claim);
    claim.proposition = workload_.proposition_ranks.RankAt(rank);
  }
  return true;
}

std::string DocumentTitle(std::uint32_t document) { return Words(1, document, kTitleWords); }
std::string DocumentUrl(std::uint32_t document) {
  return "https://example.org/article/" + std::to_string(document);
}
std::string PropositionText(std::uint32_t proposition) {
  return Words(2, proposition, kPropositionWords);
}
std::string PopulationLabel(std::uint32_t population) {
  return Words(3, population, kPopulationWords) + ' ' + std::to_string(population);
}
std::string StudyTitle(std::uint32_t study) { return Words(4, study, kStudyWords); }
std::string ReferenceText(std::uint32_t reference) { return Words(5, reference, kReferenceWords); }
std::string ClaimText(std::uint32_t claim, std::uint32_t words) { return Words(6, claim, words); }

}  // namespace claimgraph
