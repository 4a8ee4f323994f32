#include "queries/graph/coverage.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/appraisal/study_level.h"

namespace claimgraph {
namespace {

bool IsCited(CitationStatus status) {
  return status != CitationStatus::kUncited && status != CitationStatus::kSelfAttributed;
}

// What denies the claim, or was retracted, is nothing that it rests on.
bool Carries(Stance stance, Standing standing) {
  return stance != Stance::kDisputes && standing != Standing::kRetracted;
}

// A line that rests on a work.
Reach ReachOfEvidence(StudyDesign design, Directness intervention, Directness outcome) {
  if (!IsPrimaryOrSynthesis(design)) return Reach::kEvidence;
  const bool direct = intervention == Directness::kDirect && outcome == Directness::kDirect;
  return direct ? Reach::kDirect : Reach::kPrimary;
}

Reach ReachOfLine(const EvidenceCsr& graph, std::uint32_t line) {
  const std::uint32_t work = graph.line_work[line];
  if (work == kNoIndex || !Carries(graph.line_stance[line], graph.work_standing[work])) {
    return Reach::kUncited;
  }
  EvidenceLine axes;
  UnpackDirectness(graph.line_directness[line], &axes);
  return ReachOfEvidence(graph.line_design[line], axes.intervention, axes.outcome);
}

void Count(Reach reach, Verdict verdict, Coverage* coverage) {
  ++coverage->claims;
  coverage->cited += reach >= Reach::kCited ? 1 : 0;
  coverage->resolved += reach >= Reach::kResolved ? 1 : 0;
  coverage->evidence += reach >= Reach::kEvidence ? 1 : 0;
  coverage->primary += reach >= Reach::kPrimary ? 1 : 0;
  coverage->direct += reach >= Reach::kDirect ? 1 : 0;
  ++coverage->verdicts.at(static_cast<std::size_t>(verdict));
}

// True where a citation leads to a reference that is a work.
bool CitesWork(const DocumentGraph& graph, const Claim& claim) {
  return std::ranges::any_of(claim.citations, [&](CitationId id) {
    const auto citation = std::ranges::lower_bound(graph.citations, id, {}, &Citation::id);
    if (citation == graph.citations.end() || citation->id != id) return false;
    return std::ranges::any_of(citation->references, [&](ReferenceId to) {
      const auto entry = std::ranges::lower_bound(graph.references, to, {}, &Reference::id);
      return entry != graph.references.end() && entry->id == to && IsSet(entry->work);
    });
  });
}

}  // namespace

std::string_view Name(Reach reach) {
  static constexpr std::array<std::string_view, 6> kNames = {"uncited",  "cited",   "resolved",
                                                             "evidence", "primary", "direct"};
  return kNames.at(static_cast<std::size_t>(reach));
}

Reach ReachOf(const EvidenceCsr& graph, std::uint32_t claim) {
  Reach reach = Reach::kUncited;
  if (IsCited(graph.claim_status[claim])) {
    reach = graph.claim_works[claim].empty() ? Reach::kCited : Reach::kResolved;
  }
  for (const std::uint32_t line : graph.claim_lines[claim]) {
    reach = std::max(reach, ReachOfLine(graph, line));
  }
  return reach;
}

Coverage CoverageOf(const EvidenceCsr& graph, std::uint32_t document) {
  Coverage coverage{.document = document};
  for (const std::uint32_t claim : graph.document_claims[document]) {
    Count(ReachOf(graph, claim), graph.claim_verdict[claim], &coverage);
  }
  return coverage;
}

Coverage CoverageOf(const DocumentGraph& graph) {
  std::map<ClaimId, Reach> reaches;  // of those with a line that leads to a work
  for (const EvidenceLine& line : graph.evidence_lines) {
    if (!IsSet(line.work)) continue;
    Reach& reach = reaches[line.claim];
    const auto work = std::ranges::lower_bound(graph.works, line.work, {}, &Work::id);
    const bool known = work != graph.works.end() && work->id == line.work;
    if (!Carries(line.stance, known ? work->standing : Standing::kCurrent)) continue;
    reach = std::max(reach, ReachOfEvidence(line.design, line.intervention, line.outcome));
  }
  Coverage coverage;
  for (const Claim& claim : graph.claims) {
    Reach reach = Reach::kUncited;
    const auto found = reaches.find(claim.id);
    if (IsCited(claim.citation_status)) {
      const bool resolved = found != reaches.end() || CitesWork(graph, claim);
      reach = resolved ? Reach::kResolved : Reach::kCited;
    }
    if (found != reaches.end()) reach = std::max(reach, found->second);
    Count(reach, claim.verdict, &coverage);
  }
  return coverage;
}

std::vector<Coverage> RankByCoverage(const EvidenceCsr& graph) {
  std::vector<Coverage> all;
  for (std::uint32_t document = 0; document < graph.documents.size(); ++document) {
    if (!graph.document_claims[document].empty()) all.push_back(CoverageOf(graph, document));
  }
  std::ranges::sort(all, {}, [](const Coverage& c) {
    return std::tuple(c.Share(c.evidence), ~c.claims, c.document);
  });
  return all;
}

std::vector<ShortClaim> ShortClaims(const EvidenceCsr& graph, const GraphReader& reader,
                                    std::uint32_t document, std::size_t limit) {
  std::vector<std::pair<Reach, std::uint32_t>> order;
  for (const std::uint32_t claim : graph.document_claims[document]) {
    const Reach reach = ReachOf(graph, claim);
    if (reach != Reach::kDirect) order.emplace_back(reach, claim);
  }
  std::ranges::sort(order);
  if (order.size() > limit) order.resize(limit);
  std::vector<ShortClaim> shorts;
  for (const auto& [reach, claim] : order) {
    Trail trail = {Step(reader, "", graph.DocumentNode(document))};
    Trail on = {Step(reader, "", graph.ClaimNode(claim))};
    if (!graph.claim_works[claim].empty()) {
      on = TrailTo(reader, ClaimId{graph.claims[claim]},
                   WorkId{graph.works[graph.claim_works[claim].front()]});
    }
    on.front().edge = "makes";
    trail.insert(trail.end(), on.begin(), on.end());
    shorts.push_back({reach, std::move(trail)});
  }
  return shorts;
}

}  // namespace claimgraph
