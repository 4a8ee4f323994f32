// Labels are proposition indices: works begin without one, and take one from
// their propositions before any proposition takes one from them.

#include "queries/graph/communities.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace claimgraph {
namespace {

constexpr int kRounds = 20;

using Labels = std::vector<std::uint32_t>;

// Counts labels without clearing a table for every node.
class Ballot {
 public:
  explicit Ballot(std::size_t labels) : votes_(labels) {}

  void Vote(std::uint32_t label) {
    if (label == kNoIndex) return;
    if (votes_[label]++ == 0) named_.push_back(label);
  }

  // The label with most votes: `own` if it is among them, else the smallest.
  std::uint32_t Close(std::uint32_t own) {
    std::uint32_t best = own;
    std::uint32_t most = own == kNoIndex ? 0 : votes_[own];
    for (const std::uint32_t label : named_) {
      const std::uint32_t votes = votes_[label];
      if (votes > most || (votes == most && best != own && label < best)) {
        best = label;
        most = votes;
      }
    }
    for (const std::uint32_t label : named_) votes_[label] = 0;
    named_.clear();
    return best;
  }

 private:
  std::vector<std::uint32_t> votes_;
  std::vector<std::uint32_t> named_;
};

// One turn of all nodes of one kind; whether any label changed.
template <typename NeighbourOf>
bool Turn(const Adjacency& lines, const NeighbourOf& neighbour, const Labels& theirs,
          Ballot* ballot, Labels* labels) {
  bool changed = false;
  for (std::uint32_t node = 0; node < labels->size(); ++node) {
    for (const std::uint32_t line : lines[node]) {
      const std::uint32_t other = neighbour(line);
      if (other != kNoIndex) ballot->Vote(theirs[other]);
    }
    std::uint32_t& label = (*labels)[node];
    const std::uint32_t taken = ballot->Close(label);
    changed |= taken != label;
    label = taken;
  }
  return changed;
}

std::vector<std::uint32_t> BindingWorks(const EvidenceCsr& graph,
                                        const std::vector<std::uint32_t>& propositions) {
  std::map<std::uint32_t, std::uint32_t> uses;  // work -> propositions
  for (const std::uint32_t p : propositions) {
    std::set<std::uint32_t> works;
    for (const std::uint32_t line : graph.proposition_lines[p]) {
      if (graph.line_work[line] != kNoIndex) works.insert(graph.line_work[line]);
    }
    for (const std::uint32_t work : works) ++uses[work];
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // ~uses, work
  for (const auto& [work, count] : uses) {
    if (count > 1) order.emplace_back(~count, work);
  }
  std::ranges::sort(order);
  std::vector<std::uint32_t> works;
  for (const auto& [count, work] : order) works.push_back(work);
  return works;
}

}  // namespace

std::vector<Community> FindCommunities(const EvidenceCsr& graph) {
  const auto propositions = static_cast<std::uint32_t>(graph.propositions.size());
  Labels of_proposition(propositions);
  for (std::uint32_t p = 0; p < propositions; ++p) of_proposition[p] = p;
  Labels of_work(graph.works.size(), kNoIndex);
  Ballot ballot(propositions);
  const auto proposition_of = [&](std::uint32_t line) { return graph.line_proposition[line]; };
  const auto work_of = [&](std::uint32_t line) { return graph.line_work[line]; };
  bool changed = true;
  for (int round = 0; round < kRounds && changed; ++round) {
    changed = Turn(graph.work_lines, proposition_of, of_proposition, &ballot, &of_work);
    changed |= Turn(graph.proposition_lines, work_of, of_work, &ballot, &of_proposition);
  }

  std::vector<std::vector<std::uint32_t>> members(propositions);
  for (std::uint32_t p = 0; p < propositions; ++p) members[of_proposition[p]].push_back(p);
  std::vector<Community> communities;
  for (std::vector<std::uint32_t>& group : members) {
    if (group.size() < 2) continue;
    Community& community = communities.emplace_back();
    std::set<std::uint32_t> claims;
    for (const std::uint32_t p : group) {
      claims.insert(graph.proposition_claims[p].begin(), graph.proposition_claims[p].end());
    }
    community.claims = static_cast<std::uint32_t>(claims.size());
    community.works = BindingWorks(graph, group);
    community.propositions = std::move(group);
  }
  std::ranges::sort(communities, {}, [](const Community& c) {
    return std::tuple(~c.propositions.size(), c.propositions.front());
  });
  return communities;
}

}  // namespace claimgraph
