// Nouns without their words: what a question about a million of them reads.
//
// A store can fill these in place, without copying a text, which is several
// times as fast as finding each noun.  What a brief points to lasts until the
// visitor that got it returns.
#ifndef CLAIMGRAPH_CORE_BRIEFS_H_
#define CLAIMGRAPH_CORE_BRIEFS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "core/citation.h"
#include "core/claim.h"
#include "core/document.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/ids.h"
#include "core/proposition.h"
#include "core/reference.h"
#include "core/work.h"

namespace claimgraph {

struct DocumentBrief {
  DocumentId id{};
  std::string_view source{};
  std::string_view identifier{};
};

struct ClaimBrief {
  ClaimId id{};
  DocumentId document{};
  ClaimKind kind = ClaimKind::kEffect;
  CausalStrength strength = CausalStrength::kNone;
  AssertedCertainty certainty = AssertedCertainty::kPlain;
  CitationStatus citation_status = CitationStatus::kUncited;
  Verdict verdict = Verdict::kUnsupported;
  bool negated = false;
  bool attributed = false;
  bool has_magnitudes = false;
  bool has_effects = false;
  std::string_view attribution{};
  std::span<const PropositionId> propositions{};
  std::span<const CitationId> citations{};
};

struct CitationBrief {
  CitationId id{};
  DocumentId document{};
  std::span<const ReferenceId> references{};
};

struct ReferenceBrief {
  ReferenceId id{};
  DocumentId document{};
  WorkId work{};
};

struct WorkBrief {
  WorkId id{};
  StudyDesign design = StudyDesign::kUnknown;
  Standing standing = Standing::kCurrent;
  int year = 0;  // 0: unknown
};

struct PropositionBrief {
  PropositionId id{};
  Direction direction = Direction::kUnstated;
  std::string_view intervention{};
  std::string_view outcome{};
  std::string_view population{};
};

struct EvidenceLineBrief {
  EvidenceLineId id{};
  ClaimId claim{};
  PropositionId proposition{};
  CitationId citation{};
  ReferenceId reference{};
  WorkId work{};
  Stance stance = Stance::kUnknown;
  StudyDesign design = StudyDesign::kUnknown;
  Directness population = Directness::kNotAssessed;
  Directness intervention = Directness::kNotAssessed;
  Directness comparator = Directness::kNotAssessed;
  Directness outcome = Directness::kNotAssessed;
};

struct FindingBrief {
  FindingId id{};
  ClaimId claim{};
  std::span<const CitationId> citations{};
  std::span<const ReferenceId> references{};
  std::span<const EvidenceLineId> evidence{};
};

// The brief of a whole noun, which must outlive it.
DocumentBrief BriefOf(const Document& document);
ClaimBrief BriefOf(const Claim& claim);
CitationBrief BriefOf(const Citation& citation);
ReferenceBrief BriefOf(const Reference& reference);
WorkBrief BriefOf(const Work& work);
PropositionBrief BriefOf(const Proposition& proposition);
EvidenceLineBrief BriefOf(const EvidenceLine& line);
FindingBrief BriefOf(const Finding& finding);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_BRIEFS_H_
