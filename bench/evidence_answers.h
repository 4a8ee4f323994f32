// The questions to the graph of evidence, the same for every store.
//
// Nodes are named by their numbers in the workload.  Each answer is exact: all
// stores give the same, and at 100,000 claims they give kAnswersAt100000.
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_ANSWERS_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_ANSWERS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "bench/evidence_workload.h"

namespace claimgraph {

inline constexpr std::size_t kFirst = 100;

// How many claims, and the first 100 of them, ascending.
struct FoundClaims {
  std::size_t count = 0;
  std::vector<std::uint32_t> first{};
  bool operator==(const FoundClaims&) const = default;
};

class EvidenceAnswers {
 public:
  virtual ~EvidenceAnswers() = default;

  // Q1: claims that cite nothing.
  virtual FoundClaims Uncited() const = 0;
  // Q2: claims stronger than the best study that they cite; those that cite no
  // known study are none.
  virtual FoundClaims StrongerThanStudies() const = 0;
  // Q3: claims that cite this study and no other.
  virtual std::size_t RestOnAlone(std::uint32_t study) const = 0;
  // Q4: nodes within two steps of a claim, without itself: its document,
  // proposition, population, references and their studies; claims of the same
  // document, proposition, population or reference; references of the document;
  // studies of the population.
  virtual std::size_t WithinTwoSteps(std::uint32_t claim) const = 0;
  // Q6: groups of the claim's studies, where two that cite one another or a
  // common study are in one group.
  virtual std::size_t IndependentLines(std::uint32_t claim) const = 0;
  // Q7: claims that cite the study, one that cites it, or one that cites such a one.
  virtual std::size_t RestOnThroughStudies(std::uint32_t study) const = 0;
};

struct EvidenceTotals {
  FoundClaims uncited{};
  FoundClaims stronger{};
  std::size_t alone = 0;  // sums over the asked studies or claims
  std::size_t two_steps = 0;
  std::size_t lines = 0;
  std::size_t through = 0;
  bool operator==(const EvidenceTotals&) const = default;
};

inline constexpr std::uint32_t kKnownSize = 100'000;
inline constexpr std::size_t kKnownUncited = 30'039;
inline constexpr std::size_t kKnownStronger = 17'221;
inline constexpr std::size_t kKnownAlone = 1'341;
inline constexpr std::size_t kKnownTwoSteps = 84'498;
inline constexpr std::size_t kKnownLines = 1'403;
inline constexpr std::size_t kKnownThrough = 9'524;

// How many groups `count` things are in, if those that `joined` finds together are in one.
template <typename Joined>
std::size_t CountGroups(std::size_t count, const Joined& joined) {
  std::vector<std::size_t> group(count);
  std::iota(group.begin(), group.end(), std::size_t{0});
  std::size_t groups = count;
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b) {
      if (group[a] == group[b] || !joined(a, b)) continue;
      std::replace(group.begin(), group.end(), std::size_t{group[b]}, group[a]);
      --groups;
    }
  }
  return groups;
}

template <typename Ask>
std::size_t SumOver(const std::vector<std::uint32_t>& asked, const Ask& ask) {
  std::size_t sum = 0;
  for (const std::uint32_t node : asked) sum += ask(node);
  return sum;
}

inline EvidenceTotals AskAll(const EvidenceAnswers& store, const Workload& w) {
  return {
      .uncited = store.Uncited(),
      .stronger = store.StrongerThanStudies(),
      .alone = SumOver(w.asked_studies, [&](auto s) { return store.RestOnAlone(s); }),
      .two_steps = SumOver(w.asked_claims, [&](auto c) { return store.WithinTwoSteps(c); }),
      .lines = SumOver(w.asked_claims, [&](auto c) { return store.IndependentLines(c); }),
      .through = SumOver(w.asked_studies, [&](auto s) { return store.RestOnThroughStudies(s); }),
  };
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_ANSWERS_H_
