// To be a work counts as to cite it: then one that cites another shares it with it.

#include "queries/graph/study_ties.h"

#include <algorithm>
#include <numeric>

namespace claimgraph {

std::span<const StudyTie> StudyTies::Between(std::span<const std::uint32_t> works) {
  cited_.clear();
  ties_.clear();
  for (std::uint32_t place = 0; place < works.size(); ++place) {
    cited_.emplace_back(works[place], place);
    for (const std::uint32_t work : graph_.work_cites[works[place]]) {
      cited_.emplace_back(work, place);
    }
  }
  std::ranges::sort(cited_);
  for (std::size_t i = 1; i < cited_.size(); ++i) {
    const auto& [work, place] = cited_[i];
    if (cited_[i - 1].first == work) ties_.push_back({cited_[i - 1].second, place, work});
  }
  return ties_;
}

std::size_t StudyTies::CountGroups(std::span<const std::uint32_t> works) {
  if (works.size() < 2) return works.size();
  group_.resize(works.size());
  std::iota(group_.begin(), group_.end(), 0U);
  const auto root = [&](std::uint32_t place) {
    while (group_[place] != place) place = group_[place] = group_[group_[place]];
    return place;
  };
  std::size_t groups = works.size();
  for (const StudyTie& tie : Between(works)) {
    const std::uint32_t one = root(tie.one);
    const std::uint32_t other = root(tie.other);
    if (one == other) continue;
    group_[other] = one;
    --groups;
  }
  return groups;
}

}  // namespace claimgraph
