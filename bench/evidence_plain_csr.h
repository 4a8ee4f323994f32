// The workload as plain typed arrays in memory: the limit for every store.
//
// Compressed rows of 32-bit numbers for each kind of edge, both ways where a
// question needs it, and the three small columns that are asked for.  No words, no
// ids, no disk, nothing can change: what a graph costs when only the walk is left.
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_PLAIN_CSR_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_PLAIN_CSR_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "bench/evidence_answers.h"
#include "bench/evidence_workload.h"

namespace claimgraph {

// Row i is targets[offsets[i], offsets[i + 1]), ascending.
struct PlainRows {
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> targets{};

  std::span<const std::uint32_t> operator[](std::uint32_t row) const {
    return std::span(targets).subspan(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

class EvidencePlainCsr : public EvidenceAnswers {
 public:
  explicit EvidencePlainCsr(const Workload& workload);

  FoundClaims Uncited() const override;
  FoundClaims StrongerThanStudies() const override;
  std::size_t RestOnAlone(std::uint32_t study) const override;
  std::size_t WithinTwoSteps(std::uint32_t claim) const override;
  std::size_t IndependentLines(std::uint32_t claim) const override;
  std::size_t RestOnThroughStudies(std::uint32_t study) const override;

  std::size_t bytes() const;

 private:
  void ReadDocuments(const Workload& workload);
  bool CitesOnly(std::uint32_t claim, std::uint32_t study) const;
  std::vector<std::uint32_t> StudiesOf(std::uint32_t claim) const;
  bool Dependent(std::uint32_t study, std::uint32_t other) const;
  void AppendClaimsOn(std::uint32_t study, std::vector<std::uint32_t>* claims) const;

  std::vector<std::uint32_t> claim_proposition_{};
  std::vector<std::uint32_t> claim_population_{};
  std::vector<std::uint8_t> claim_strength_{};
  std::vector<std::uint8_t> study_strength_{};
  std::vector<std::uint32_t> reference_study_{};  // kNoStudy: none
  PlainRows claim_references_{};
  PlainRows reference_claims_{};
  PlainRows study_references_{};
  PlainRows proposition_claims_{};
  PlainRows population_claims_{};
  PlainRows population_studies_{};
  PlainRows study_cites_{};
  PlainRows study_cited_by_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_PLAIN_CSR_H_
