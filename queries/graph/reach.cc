#include "queries/graph/reach.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace claimgraph {

std::vector<ReachedWork> WorksThatCite(const EvidenceCsr& graph,
                                       std::span<const std::uint32_t> works, std::uint32_t steps) {
  std::vector<ReachedWork> reached;
  std::vector<std::uint32_t> seen(works.begin(), works.end());
  std::ranges::sort(seen);
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (const std::uint32_t work : seen) reached.push_back({work, 0, kNoIndex});
  std::size_t begin = 0;  // of the last ring
  for (std::uint32_t step = 1; step <= steps && begin < reached.size(); ++step) {
    const std::size_t end = reached.size();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> next;  // work, what it cites
    for (std::size_t i = begin; i < end; ++i) {
      for (const std::uint32_t work : graph.work_cited_by[reached[i].work]) {
        next.emplace_back(work, reached[i].work);
      }
    }
    std::ranges::sort(next);
    for (const auto& [work, cites] : next) {
      if (reached.size() > end && reached.back().work == work) continue;
      if (!std::ranges::binary_search(seen, work)) reached.push_back({work, step, cites});
    }
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> fresh;
    for (std::size_t i = end; i < reached.size(); ++i) fresh.push_back(reached[i].work);
    std::ranges::merge(seen, fresh, std::back_inserter(all));
    seen = std::move(all);
    begin = end;
  }
  return reached;
}

std::vector<ReachedClaim> ClaimsOn(const EvidenceCsr& graph, std::span<const ReachedWork> works) {
  std::vector<ReachedClaim> claims;
  for (std::uint32_t i = 0; i < works.size(); ++i) {
    for (const std::uint32_t claim : graph.work_claims[works[i].work]) claims.push_back({claim, i});
  }
  std::ranges::sort(claims, {},
                    [](const ReachedClaim& c) { return std::uint64_t{c.claim} << 32U | c.by; });
  const auto rest =
      std::unique(claims.begin(), claims.end(), [](const ReachedClaim& a, const ReachedClaim& b) {
        return a.claim == b.claim;
      });
  claims.erase(rest, claims.end());
  return claims;
}

StudyReach ReachOf(const EvidenceCsr& graph, const GraphReader& reader, NodeRef node,
                   std::uint32_t steps, std::size_t limit) {
  std::vector<std::uint32_t> works;
  if (node.kind == NodeKind::kWork) {
    works.push_back(graph.WorkIndex(node.id));
  } else {
    const auto own = graph.text_works[graph.DocumentIndex(node.id)];
    works.assign(own.begin(), own.end());
  }
  const std::vector<ReachedWork> reached = WorksThatCite(graph, works, steps);
  std::vector<ReachedClaim> claims = ClaimsOn(graph, reached);
  StudyReach reach{.asked = Step(reader, "", node),
                   .rings = std::vector<StudyReach::Ring>(steps + 1)};
  for (const ReachedWork& work : reached) ++reach.rings[work.steps].works;
  for (const ReachedClaim& claim : claims) ++reach.rings[reached[claim.by].steps].claims;
  std::ranges::stable_sort(claims, {}, [&](const ReachedClaim& c) { return reached[c.by].steps; });
  if (claims.size() > limit) claims.resize(limit);
  for (const ReachedClaim& claim : claims) {
    const ReachedWork* work = &reached[claim.by];
    StudyReach::Row& row = reach.claims.emplace_back();
    row.steps = work->steps;
    row.trail =
        TrailTo(reader, ClaimId{graph.claims[claim.claim]}, WorkId{graph.works[work->work]});
    while (work->cites != kNoIndex) {
      row.trail.push_back(Step(reader, "cites", graph.WorkNode(work->cites)));
      work = &*std::ranges::find(reached, work->cites, &ReachedWork::work);
    }
  }
  return reach;
}

}  // namespace claimgraph
