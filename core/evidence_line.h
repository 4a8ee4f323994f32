// One proposition set against one source.
//
// Stance, directness, role and design stay four separate axes: a single
// "partial" would hide which one fell short.
#ifndef CLAIMGRAPH_CORE_EVIDENCE_LINE_H_
#define CLAIMGRAPH_CORE_EVIDENCE_LINE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/claim.h"
#include "core/ids.h"
#include "core/study.h"

namespace claimgraph {

enum class Stance : std::uint8_t { kSupports, kDisputes, kNeutral, kNoEvidence, kUnknown };
enum class QuoteRole : std::uint8_t { kPrimaryResult, kBackground, kReviewSynthesis, kUnknown };

// How far a source's population (or intervention, ...) is from the claim's.
enum class Directness : std::uint8_t {
  kNotAssessed,  // the source's title does not say
  kDirect,       // the same, or narrower
  kIndirect,     // related: a broader class, another population
  kDifferent,    // another class altogether
};

struct EvidenceLine {
  EvidenceLineId id{};
  DocumentId document{};
  ClaimId claim{};
  PropositionId proposition{};
  CitationId citation{};
  ReferenceId reference{};
  WorkId work{};
  Stance stance = Stance::kUnknown;
  QuoteRole role = QuoteRole::kUnknown;
  StudyDesign design = StudyDesign::kUnknown;
  Directness population = Directness::kNotAssessed;
  Directness intervention = Directness::kNotAssessed;
  Directness comparator = Directness::kNotAssessed;
  Directness outcome = Directness::kNotAssessed;
  std::string study{};   // Study::key of what the work reports; empty: no record says
  std::string record{};  // source of the record that this line was judged by; empty: the title alone
  int certainty = 0;               // 1 to 4 (GRADE-like) of this line alone; 0: no start
  std::vector<Reason> reasons{};
  bool operator==(const EvidenceLine&) const = default;
};

std::string_view Name(Stance stance);
std::string_view Name(QuoteRole role);
std::string_view Name(Directness directness);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_EVIDENCE_LINE_H_
