// Vertices of the flow: 0 is the claim, 1 the far side, then one for each work
// that evidence leads to, then one for each group of ends.

#include "queries/graph/independence.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "core/appraisal/study_level.h"
#include "core/json.h"
#include "core/text/author_names.h"
#include "queries/graph/study_ties.h"
#include "queries/graph_view/disjoint_paths.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kFrom = 0;
constexpr std::uint32_t kTo = 1;
constexpr std::uint32_t kFirstWork = 2;

// "okri b" for "Ökri, Bola"; the printed form stands beside it.
std::string AuthorKey(const Author& author) {
  const std::string given = NameKey(author.given);
  return NameKey(author.family) + " " + given.substr(0, 1);
}

std::string AuthorName(const Author& author) {
  return author.given.empty() ? author.family : fmt::format("{}, {}", author.family, author.given);
}

class Network {
 public:
  Network(const EvidenceCsr& graph, const GraphReader& reader, std::size_t limit)
      : graph_(graph), reader_(reader), limit_(limit) {}

  Independence Ask(NodeRef node) {
    Independence answer{.asked = Step(reader_, "", node)};
    for (const std::uint32_t work : Begins(node)) Visit(work, kFrom);
    answer.works = works_.size();
    while (!queue_.empty()) Expand();
    answer.complete = complete_;
    GroupEnds();
    const auto groups = NumberGroups();
    const auto first_group = static_cast<std::uint32_t>(kFirstWork + works_.size());
    for (const std::uint32_t end : ends_)
      edges_.emplace_back(end, first_group + groups.at(Root(end)));
    for (std::uint32_t g = 0; g < groups.size(); ++g) edges_.emplace_back(first_group + g, kTo);
    const DisjointPaths found = FindDisjointPaths(
        static_cast<std::uint32_t>(first_group + groups.size()), edges_, kFrom, kTo);
    answer.lines = found.paths.size();
    for (const auto& path : found.paths) answer.ways.push_back(WayOf(node, path));
    answer.groups = GroupsOf(groups);
    for (const std::uint32_t v : found.cut) {
      if (v < first_group) {
        answer.cut.push_back({{WorkStep(v, "")}, false});
      } else {
        answer.cut.push_back({answer.groups[v - first_group].works, true});
      }
    }
    return answer;
  }

 private:
  // The works that evidence leads to at once, ascending.
  std::vector<std::uint32_t> Begins(NodeRef node) const {
    std::vector<std::uint32_t> works;
    const auto take = [&](std::span<const std::uint32_t> lines) {
      for (const std::uint32_t line : lines) {
        const Stance stance = graph_.line_stance[line];
        if (stance == Stance::kDisputes || stance == Stance::kNoEvidence) continue;
        if (graph_.line_work[line] != kNoIndex) works.push_back(graph_.line_work[line]);
      }
    };
    if (node.kind == NodeKind::kClaim) {
      take(graph_.claim_lines[graph_.ClaimIndex(node.id)]);
    } else {
      take(graph_.proposition_lines[graph_.PropositionIndex(node.id)]);
    }
    std::ranges::sort(works);
    works.erase(std::unique(works.begin(), works.end()), works.end());
    return works;
  }

  void Visit(std::uint32_t work, std::uint32_t from) {
    const auto [known, fresh] =
        vertex_.emplace(work, static_cast<std::uint32_t>(kFirstWork + works_.size()));
    if (fresh && works_.size() >= limit_) {
      vertex_.erase(known);
      complete_ = false;
      return;
    }
    if (fresh) {
      works_.push_back(work);
      queue_.push_back(known->second);
    }
    edges_.emplace_back(from, known->second);
  }

  void Expand() {
    const std::uint32_t vertex = queue_.front();
    queue_.pop_front();
    const std::uint32_t work = works_[vertex - kFirstWork];
    bool leads_on = false;
    if (!IsPrimaryOrSynthesis(graph_.work_design[work])) {
      for (const std::uint32_t text : graph_.work_texts[work]) {
        for (const std::uint32_t cited : graph_.document_works[text]) {
          if (cited == work) continue;
          Visit(cited, vertex);
          leads_on = true;
        }
      }
    }
    if (!leads_on) ends_.push_back(vertex);
  }

  std::uint32_t Root(std::uint32_t v) {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
  }

  void Join(std::uint32_t a, std::uint32_t b, std::string why) {
    const std::uint32_t x = Root(a);
    const std::uint32_t y = Root(b);
    parent_[std::max(x, y)] = std::min(x, y);
    why_.emplace_back(a, std::move(why));
  }

  void GroupEnds() {
    parent_.resize(kFirstWork + works_.size());
    std::iota(parent_.begin(), parent_.end(), 0U);
    std::ranges::sort(ends_);
    std::map<std::string, std::uint32_t> first_by;  // author -> an end
    for (const std::uint32_t end : ends_) {
      const std::uint32_t work = works_[end - kFirstWork];
      if (const Result<Work> noun = reader_.FindWork(WorkId{graph_.works[work]})) {
        for (const Author& author : noun->authors) {
          const auto [other, fresh] = first_by.emplace(AuthorKey(author), end);
          if (!fresh && other->second != end) {
            Join(other->second, end, "author " + AuthorName(author));
          }
        }
      }
    }
    JoinTied();
  }

  void JoinTied() {
    std::vector<std::uint32_t> works;
    for (const std::uint32_t end : ends_) works.push_back(works_[end - kFirstWork]);
    StudyTies ties(graph_);
    for (const StudyTie& tie : ties.Between(works)) {
      std::uint32_t one = works[tie.one];
      std::uint32_t other = works[tie.other];
      if (one == tie.through) std::swap(one, other);
      const std::string name = IdText(graph_.WorkNode(one));
      Join(ends_[tie.one], ends_[tie.other],
           other == tie.through
               ? fmt::format("{} cites {}", name, IdText(graph_.WorkNode(other)))
               : fmt::format("{} and {} cite {} {}", name, IdText(graph_.WorkNode(other)),
                             IdText(graph_.WorkNode(tie.through)),
                             LabelOf(reader_, graph_.WorkNode(tie.through))));
    }
  }

  // By the first end of each, ascending.
  std::map<std::uint32_t, std::uint32_t> NumberGroups() {
    std::map<std::uint32_t, std::uint32_t> groups;
    for (const std::uint32_t end : ends_) {
      groups.emplace(Root(end), static_cast<std::uint32_t>(groups.size()));
    }
    return groups;
  }

  std::vector<EvidenceGroup> GroupsOf(const std::map<std::uint32_t, std::uint32_t>& numbers) {
    std::vector<EvidenceGroup> groups(numbers.size());
    for (const std::uint32_t end : ends_) {
      groups[numbers.at(Root(end))].works.push_back(WorkStep(end, ""));
    }
    std::set<std::pair<std::uint32_t, std::string>> told;
    for (const auto& [end, why] : why_) {
      const std::uint32_t group = numbers.at(Root(end));
      if (told.emplace(group, why).second) groups[group].shared.push_back(why);
    }
    return groups;
  }

  TrailStep WorkStep(std::uint32_t vertex, std::string_view edge) const {
    return Step(reader_, edge, graph_.WorkNode(works_[vertex - kFirstWork]));
  }

  Trail WayOf(NodeRef node, const std::vector<std::uint32_t>& path) const {
    Trail way;
    if (node.kind == NodeKind::kClaim) {
      way = TrailTo(reader_, ClaimId{node.id}, WorkId{graph_.works[works_[path[0] - kFirstWork]]});
    } else {
      way = {Step(reader_, "", node), WorkStep(path[0], "rests on")};
    }
    for (std::size_t i = 1; i + 1 < path.size(); ++i) way.push_back(WorkStep(path[i], "cites"));
    return way;
  }

  const EvidenceCsr& graph_;
  const GraphReader& reader_;
  std::size_t limit_;
  bool complete_ = true;
  std::vector<std::uint32_t> works_;                         // by vertex, from kFirstWork
  std::unordered_map<std::uint32_t, std::uint32_t> vertex_;  // by work
  std::deque<std::uint32_t> queue_;
  std::vector<std::uint32_t> ends_;    // vertices
  std::vector<std::uint32_t> parent_;  // union of ends
  std::vector<std::pair<std::uint32_t, std::string>> why_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges_;
};

}  // namespace

Independence IndependenceOf(const EvidenceCsr& graph, const GraphReader& reader, NodeRef node,
                            std::size_t limit) {
  return Network(graph, reader, limit).Ask(node);
}

}  // namespace claimgraph
