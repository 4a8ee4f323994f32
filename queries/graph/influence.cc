// Vertices: works first, by index, with the edges of their texts; then the
// documents that are no work.

#include "queries/graph/influence.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace claimgraph {
namespace {

constexpr double kDamping = 0.85;
constexpr double kEnough = 1e-10;
constexpr int kRounds = 100;

struct Citations {
  std::vector<std::uint32_t> offsets = {0};
  std::vector<std::uint32_t> targets{};
  Adjacency view() const { return {offsets, targets}; }
};

Citations Merge(const EvidenceCsr& graph) {
  Citations merged;
  const auto close_row = [&] {
    merged.offsets.push_back(static_cast<std::uint32_t>(merged.targets.size()));
  };
  for (std::uint32_t work = 0; work < graph.works.size(); ++work) {
    const auto begin = merged.targets.size();
    for (const std::uint32_t text : graph.work_texts[work]) {
      const auto listed = graph.document_works[text];
      merged.targets.insert(merged.targets.end(), listed.begin(), listed.end());
    }
    const auto row = merged.targets.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(row, merged.targets.end());
    merged.targets.erase(std::unique(row, merged.targets.end()), merged.targets.end());
    close_row();
  }
  // A document that is a work is no vertex of its own.
  for (std::uint32_t document = 0; document < graph.documents.size(); ++document) {
    if (!graph.text_works[document].empty()) continue;
    const auto listed = graph.document_works[document];
    merged.targets.insert(merged.targets.end(), listed.begin(), listed.end());
    close_row();
  }
  return merged;
}

}  // namespace

std::vector<double> PageRank(Adjacency cites) {
  const std::uint32_t n = cites.rows();
  if (n == 0) return {};
  std::vector<double> rank(n, 1.0 / n);
  std::vector<double> next(n);
  double moved = 1;
  for (int round = 0; round < kRounds && moved > kEnough; ++round) {
    double idle = 0;  // of those that cite nothing
    for (std::uint32_t v = 0; v < n; ++v) idle += cites[v].empty() ? rank[v] : 0;
    std::ranges::fill(next, (1 - kDamping + kDamping * idle) / n);
    for (std::uint32_t v = 0; v < n; ++v) {
      const auto row = cites[v];
      if (row.empty()) continue;
      const double share = kDamping * rank[v] / static_cast<double>(row.size());
      for (const std::uint32_t target : row) next[target] += share;
    }
    moved = 0;
    for (std::uint32_t v = 0; v < n; ++v) moved += std::abs(next[v] - rank[v]);
    rank.swap(next);
  }
  return rank;
}

std::vector<Influence> RankByInfluence(const EvidenceCsr& graph) {
  const Citations cites = Merge(graph);
  const std::vector<double> rank = PageRank(cites.view());
  std::vector<Influence> all;
  all.reserve(graph.works.size());
  for (std::uint32_t work = 0; work < graph.works.size(); ++work) {
    all.push_back({work, rank[work], static_cast<std::uint32_t>(graph.work_documents[work].size()),
                   static_cast<std::uint32_t>(graph.work_claims[work].size())});
  }
  std::ranges::sort(all, {}, [](const Influence& i) { return std::tuple(-i.rank, i.work); });
  return all;
}

}  // namespace claimgraph
