#include "bench/evidence_workload.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <random>

namespace claimgraph {
namespace {

constexpr double kUncited = 0.30;
constexpr double kUnresolved = 0.03;
constexpr double kStudyPopularity = 0.9;  // Zipf exponents
constexpr double kPropositionPopularity = 0.6;
constexpr std::size_t kPopular = 500;

using Random = std::mt19937_64;

// Uniform in [0, 1), the same with every standard library.
double Fraction(Random* random) { return static_cast<double>((*random)() >> 11) * 0x1p-53; }

std::size_t Below(Random* random, std::size_t limit) {
  return std::min(limit - 1,
                  static_cast<std::size_t>(Fraction(random) * static_cast<double>(limit)));
}

// Draws a rank below `count`, the n-th as often as n to the power of -exponent.
class Zipf {
 public:
  Zipf(std::size_t count, double exponent) {
    double sum = 0;
    for (std::size_t i = 1; i <= count; ++i) {
      sums_.push_back(sum += std::pow(static_cast<double>(i), -exponent));
    }
  }
  std::size_t Draw(Random* random) const {
    const double at = Fraction(random) * sums_.back();
    const auto found = std::ranges::lower_bound(sums_, at);
    return std::min<std::size_t>(found - sums_.begin(), sums_.size() - 1);
  }

 private:
  std::vector<double> sums_{};
};

// Words of two or three syllables, the common ones drawn more often.
std::string Words(Random* random, std::size_t count) {
  static constexpr const char* kSyllables[] = {"ba", "ne", "sto", "li", "mas", "ren", "co", "thi",
                                               "pu", "ge", "dor", "an", "vel", "tri", "so", "mi"};
  static const Zipf kRanks(800, 0.8);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t word = kRanks.Draw(random);
    if (i > 0) text += ' ';
    text.append(kSyllables[word % 16]).append(kSyllables[word / 16 % 16]);
    if (word >= 256) text += kSyllables[word / 256];
  }
  return text;
}

std::size_t Weighted(Random* random, std::initializer_list<double> weights) {
  double at = Fraction(random) * std::accumulate(weights.begin(), weights.end(), 0.0);
  std::size_t i = 0;
  for (const double weight : weights) {
    if (at < weight) return i;
    at -= weight;
    ++i;
  }
  return weights.size() - 1;
}

std::vector<std::uint32_t> DrawReferences(Random* random, std::uint32_t document) {
  std::vector<std::uint32_t> all(kPerDocument);
  std::iota(all.begin(), all.end(), document * kPerDocument);
  const std::size_t count = 1 + Weighted(random, {40, 30, 20, 10});
  for (std::size_t i = 0; i < count; ++i) {
    std::swap(all[i], all[i + Below(random, all.size() - i)]);
  }
  all.resize(count);
  std::ranges::sort(all);
  return all;
}

Work WorkOf(const Workload& w, std::uint32_t study) {
  constexpr StudyDesign kDesigns[] = {StudyDesign::kCaseSeries, StudyDesign::kCrossSectional,
                                      StudyDesign::kCohort, StudyDesign::kRct};
  const std::string doi = "10.5555/" + std::to_string(study);
  return {.names = {"doi:" + doi},
          .title = w.studies[study],
          .doi = doi,
          .design = kDesigns[w.strengths[study]]};
}

void AddReference(const Workload& w, std::string text, std::uint32_t study, DocumentGraph* g) {
  Reference reference{.text = std::move(text)};
  if (study != kNoStudy) {
    const Work work = WorkOf(w, study);
    auto found = std::ranges::find(g->works, work.names, &Work::names);
    if (found == g->works.end()) found = g->works.insert(found, work);
    reference.work = WorkId{static_cast<std::uint64_t>(found - g->works.begin()) + 1};
  }
  g->references.push_back(std::move(reference));
}

void AddClaim(const Workload& w, const WorkloadClaim& from, std::uint32_t first_reference,
              DocumentGraph* g) {
  g->propositions.push_back({.intervention = w.propositions[from.proposition],
                             .outcome = std::to_string(from.proposition)});
  Claim claim{.text = from.text,
              .strength = static_cast<CausalStrength>(from.strength),
              .propositions = {PropositionId{g->propositions.size()}}};
  if (!from.references.empty()) {
    Citation citation;
    for (const std::uint32_t r : from.references) {
      citation.references.push_back(ReferenceId{r - first_reference + 1});
    }
    g->citations.push_back(std::move(citation));
    claim.citations = {CitationId{g->citations.size()}};
    claim.citation_status = CitationStatus::kInline;
  }
  g->claims.push_back(std::move(claim));
}

}  // namespace

Workload MakeWorkload(std::size_t claims) {
  Random random(20240607);
  Workload w;
  const std::size_t documents = std::max<std::size_t>(1, claims / kPerDocument);
  const std::size_t studies = std::max<std::size_t>(1, claims / 5);
  const Zipf study(studies, kStudyPopularity);
  const Zipf proposition(std::max<std::size_t>(1, claims / 3), kPropositionPopularity);
  std::vector<std::uint32_t> by_popularity(studies);
  std::iota(by_popularity.begin(), by_popularity.end(), 0);
  for (std::size_t i = studies; i > 1; --i) {
    std::swap(by_popularity[i - 1], by_popularity[Below(&random, i)]);
  }
  for (std::size_t i = 0; i < studies; ++i) {
    w.studies.push_back(Words(&random, 10));
    w.strengths.push_back(static_cast<std::uint8_t>(Weighted(&random, {13, 37, 32, 18})));
  }
  for (std::size_t i = 0; i < std::max<std::size_t>(1, claims / 3); ++i) {
    w.propositions.push_back(Words(&random, 9));
  }
  for (std::uint32_t d = 0; d < documents; ++d) {
    w.titles.push_back(Words(&random, 6));
    for (std::uint32_t i = 0; i < kPerDocument; ++i) {
      const bool resolved = Fraction(&random) >= kUnresolved;
      w.references.push_back(resolved ? by_popularity[study.Draw(&random)] : kNoStudy);
      w.reference_texts.push_back(Words(&random, 8));
    }
    for (std::uint32_t i = 0; i < kPerDocument; ++i) {
      WorkloadClaim claim{
          .proposition = static_cast<std::uint32_t>(proposition.Draw(&random)),
          .strength = static_cast<std::uint8_t>(Weighted(&random, {15, 35, 30, 20})),
          .text = Words(&random, 10 + Below(&random, 11))};
      if (Fraction(&random) >= kUncited) claim.references = DrawReferences(&random, d);
      w.claims.push_back(std::move(claim));
    }
  }
  for (int i = 0; i < 50; ++i) {
    w.asked_studies.push_back(by_popularity[Below(&random, std::min(kPopular, studies))]);
    w.asked_studies.push_back(static_cast<std::uint32_t>(Below(&random, studies)));
  }
  for (int i = 0; i < 1000; ++i) {
    w.asked_claims.push_back(static_cast<std::uint32_t>(Below(&random, w.claims.size())));
  }
  return w;
}

DocumentGraph DocumentOf(const Workload& w, std::uint32_t document) {
  DocumentGraph g;
  g.document.source = "https://example.org/article/" + std::to_string(document);
  g.document.title = w.titles[document];
  g.document.hash = std::to_string(document);
  const std::uint32_t first = document * kPerDocument;
  for (std::uint32_t i = first; i < first + kPerDocument; ++i) {
    AddReference(w, w.reference_texts[i], w.references[i], &g);
  }
  for (std::uint32_t i = first; i < first + kPerDocument; ++i) AddClaim(w, w.claims[i], first, &g);
  return g;
}

DocumentGraph OneClaim(const Workload& w, std::uint32_t number) {
  DocumentGraph g;
  g.document.source = "note-" + std::to_string(number);
  g.document.hash = std::to_string(number);
  const WorkloadClaim& like = w.claims[number % w.claims.size()];
  for (std::uint32_t i = 0; i < 2; ++i) {
    const std::uint32_t study = (number * 7919 + i * 31) % w.studies.size();
    AddReference(w, w.reference_texts[number % w.reference_texts.size()], study, &g);
  }
  AddClaim(w, {like.proposition, like.strength, {0, 1}, like.text}, 0, &g);
  return g;
}

std::uint8_t StrengthOf(StudyDesign design) {
  switch (design) {
    case StudyDesign::kRct:
      return 3;
    case StudyDesign::kCohort:
      return 2;
    case StudyDesign::kCrossSectional:
      return 1;
    default:
      return 0;
  }
}

}  // namespace claimgraph
