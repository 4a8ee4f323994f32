// A deterministic graph of evidence, of any size: what stores are compared on.
//
// For N claims there are N/20 documents of 20 claims and 20 references, N/3
// propositions, N/20 populations and N/5 studies.  A claim states one
// proposition of one population and has a strength of 0 to 3; 30 % of the claims
// cite nothing, the others one to four references of their document.  A
// reference is to a study, popular as studies are (the n-th most popular is cited
// as n to the power of -0.9), or, 3 %, to none that is known.  A study has a
// design, hence a strength of 0 to 3, a year, a population, and cites up to three
// older studies.  Numbers count from 0.
//
// Which claim cites which study is decided by the draws of Python's
// Random(20240607), in an order that any program can follow, so figures compare
// with those of others.  Texts take their draws but are words of our own, which
// follow from kind and number alone.
//
// A Workload takes about 35 bytes a study and 3 a proposition; claims and
// references are not kept but drawn, a document at a time (WorkloadStream).
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_WORKLOAD_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_WORKLOAD_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "bench/python_random.h"

namespace claimgraph {

inline constexpr std::uint32_t kNoStudy = UINT32_MAX;
inline constexpr std::uint32_t kPerDocument = 20;  // claims, and references

// Draws a rank below `count`, the n-th as often as n to the power of -exponent.
class Zipf {
 public:
  Zipf() = default;
  Zipf(std::uint32_t count, double exponent);
  // Requires: fraction in [0, 1).
  std::uint32_t RankAt(double fraction) const;

 private:
  double WeightOf(std::uint32_t rank) const;

  std::uint32_t count_ = 0;
  double exponent_ = 0;
  double total_ = 0;
  std::vector<double> sums_{};  // of weights, up to and with every eighth rank
};

struct WorkloadStudy {
  std::uint32_t population = 0;
  std::uint16_t year = 0;
  std::uint8_t design = 0;  // 0 to 7: meta-analysis, RCT, cohort, case-control,
                            // cross-sectional, case series, opinion, in vitro
  std::uint8_t strength() const { return static_cast<std::uint8_t>(3 - design / 2); }
};

struct WorkloadClaim {
  std::uint32_t proposition = 0;
  std::uint32_t population = 0;
  std::uint8_t strength = 0;
  std::uint8_t words = 0;                   // of its text
  std::vector<std::uint32_t> references{};  // ascending
};

// Claim i of document d has number 20 d + i; so has reference i.
struct WorkloadDocument {
  std::uint32_t number = 0;
  std::array<std::uint32_t, kPerDocument> studies{};  // of its references
  std::array<WorkloadClaim, kPerDocument> claims{};
};

struct Workload {
  std::uint32_t claims = 0;  // and references
  std::uint32_t documents = 0;
  std::uint32_t propositions = 0;
  std::uint32_t populations = 0;
  std::vector<WorkloadStudy> studies{};
  std::vector<std::uint32_t> cited_offsets{};  // as many as studies, and one
  std::vector<std::uint32_t> cited{};
  std::vector<std::uint32_t> asked_studies{};  // 100: half of them popular
  std::vector<std::uint32_t> asked_claims{};   // 1,000

  // The studies that a study cites, ascending, all older.
  std::span<const std::uint32_t> CitedBy(std::uint32_t study) const {
    return std::span(cited).subspan(cited_offsets[study],
                                    cited_offsets[study + 1] - cited_offsets[study]);
  }

  // What WorkloadStream draws from.
  std::vector<std::uint32_t> by_popularity{};  // studies
  Zipf study_ranks{};
  Zipf proposition_ranks{};
  PythonRandom at_references{0};
  PythonRandom at_claims{0};
};

// `claims`: a multiple of 20, at least 20.
Workload MakeWorkload(std::uint32_t claims);

// The documents, in order.  Two generators run side by side, since the draws of
// all references come before those of any claim.
class WorkloadStream {
 public:
  // `workload` must outlive the stream.
  explicit WorkloadStream(const Workload& workload);
  // False after the last.
  bool Next(WorkloadDocument* document);

 private:
  const Workload& workload_;
  std::uint32_t next_ = 0;
  PythonRandom references_;
  PythonRandom claims_;
};

// Texts.  Words are of two or three syllables, common ones drawn more often.
std::string DocumentTitle(std::uint32_t document);
std::string DocumentUrl(std::uint32_t document);
std::string PropositionText(std::uint32_t proposition);
std::string PopulationLabel(std::uint32_t population);  // each another
std::string StudyTitle(std::uint32_t study);
std::string ReferenceText(std::uint32_t reference);
std::string ClaimText(std::uint32_t claim, std::uint32_t words);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_WORKLOAD_H_
