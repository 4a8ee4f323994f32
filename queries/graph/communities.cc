// Labels are proposition indices: works begin without one, and take one from
// their propositions before any proposition takes one from them.

#include "queries/graph/communities.h"

#include <algorithm>
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

using Indices = std::vector<std::uint32_t>;

void SortOnce(Indices* indices, std::size_t from = 0) {
  const auto begin = indices->begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, indices->end());
  indices->erase(std::unique(begin, indices->end()), indices->end());
}

// Works that two propositions or more rest on, most propositions first.
Indices BindingWorks(const EvidenceCsr& graph, const Indices& propositions) {
  Indices uses;  // a work for each proposition that rests on it
  for (const std::uint32_t p : propositions) {
    const std::size_t begin = uses.size();
    for (const std::uint32_t line : graph.proposition_lines[p]) {
      if (graph.line_work[line] != kNoIndex) uses.push_back(graph.line_work[line]);
    }
    SortOnce(&uses, begin);
  }
  std::ranges::sort(uses);
  std::vector<std::pair<std::ptrdiff_t, std::uint32_t>> order;  // -uses, work
  for (auto begin = uses.begin(); begin != uses.end();) {
    const auto end = std::find_if(begin, uses.end(), [&](std::uint32_t w) { return w != *begin; });
    if (end - begin > 1) order.emplace_back(begin - end, *begin);
    begin = end;
  }
  std::ranges::sort(order);
  Indices works;
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

  std::vector<Indices> members(propositions);
  for (std::uint32_t p = 0; p < propositions; ++p) members[of_proposition[p]].push_back(p);
  std::vector<Community> communities;
  for (Indices& group : members) {
    if (group.size() < 2) continue;
    Community& community = communities.emplace_back();
    Indices claims;
    for (const std::uint32_t p : group) {
      const auto stating = graph.proposition_claims[p];
      claims.insert(claims.end(), stating.begin(), stating.end());
    }
    SortOnce(&claims);
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
