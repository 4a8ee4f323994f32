#include "queries/graph/coverage.h"

#include <algorithm>
#include <tuple>

#include "core/appraisal/study_level.h"

namespace claimgraph {
namespace {

bool IsCited(CitationStatus status) {
  return status != CitationStatus::kUncited && status != CitationStatus::kSelfAttributed;
}

Reach ReachOfLine(const EvidenceCsr& graph, std::uint32_t line) {
  if (graph.line_work[line] == kNoIndex) return Reach::kUncited;
  if (!IsPrimaryOrSynthesis(graph.line_design[line])) return Reach::kEvidence;
  EvidenceLine axes;
  UnpackDirectness(graph.line_directness[line], &axes);
  const bool direct =
      axes.intervention == Directness::kDirect && axes.outcome == Directness::kDirect;
  return direct ? Reach::kDirect : Reach::kPrimary;
}

}  // namespace

std::string_view Name(Reach reach) {
  static constexpr std::array<std::string_view, 6> kNames = {"uncited",  "cited",   "resolved",
                                                             "evidence", "primary", "direct"};
  return kNames.at(static_cast<std::size_t>(reach));
}

Reach ReachOf(const EvidenceCsr& graph, std::uint32_t claim) {
  Reach reach = IsCited(graph.claim_status[claim]) ? Reach::kCited : Reach::kUncited;
  if (!graph.claim_works[claim].empty()) reach = Reach::kResolved;
  for (const std::uint32_t line : graph.claim_lines[claim]) {
    reach = std::max(reach, ReachOfLine(graph, line));
  }
  return reach;
}

Coverage CoverageOf(const EvidenceCsr& graph, std::uint32_t document) {
  Coverage coverage{.document = document};
  for (const std::uint32_t claim : graph.document_claims[document]) {
    const Reach reach = ReachOf(graph, claim);
    ++coverage.claims;
    coverage.cited += reach >= Reach::kCited ? 1 : 0;
    coverage.resolved += reach >= Reach::kResolved ? 1 : 0;
    coverage.evidence += reach >= Reach::kEvidence ? 1 : 0;
    coverage.primary += reach >= Reach::kPrimary ? 1 : 0;
    coverage.direct += reach >= Reach::kDirect ? 1 : 0;
    ++coverage.verdicts.at(static_cast<std::size_t>(graph.claim_verdict[claim]));
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
