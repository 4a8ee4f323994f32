// Boost's algorithms over rows of indices, against slow and obvious ones.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "queries/graph_view/components.h"
#include "queries/graph_view/csr_graph.h"
#include "queries/graph_view/disjoint_paths.h"
#include "tests/graph_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CsrGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CsrGraph>));

// reach[a][b]: a way of one edge or more leads from a to b.
std::vector<std::vector<bool>> Reach(const Adjacency& graph) {
  const std::uint32_t n = graph.rows();
  std::vector<std::vector<bool>> reach(n, std::vector<bool>(n));
  for (std::uint32_t v = 0; v < n; ++v) {
    for (const std::uint32_t target : graph[v]) reach[v][target] = true;
  }
  for (std::uint32_t via = 0; via < n; ++via) {
    for (std::uint32_t a = 0; a < n; ++a) {
      for (std::uint32_t b = 0; b < n; ++b) {
        if (reach[a][via] && reach[via][b]) reach[a][b] = true;
      }
    }
  }
  return reach;
}

TEST(CirclesTest, AreThoseWhoReachEachOther) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t n = 1 + random() % 9;
    const PlainRows rows = RandomRows(&random, n, random() % (2 * n));
    const auto reach = Reach(rows.view());
    std::vector<std::vector<std::uint32_t>> expected;
    std::set<std::uint32_t> done;
    for (std::uint32_t v = 0; v < n; ++v) {
      if (!reach[v][v] || done.contains(v)) continue;
      auto& circle = expected.emplace_back();
      for (std::uint32_t u = v; u < n; ++u) {
        if (u == v || (reach[v][u] && reach[u][v])) circle.push_back(u);
      }
      done.insert(circle.begin(), circle.end());
    }
    ASSERT_EQ(Circles(rows.view()), expected) << "round " << round;
  }
}

TEST(CirclesTest, ALongCircleNeedsNoStack) {
  PlainRows rows;
  constexpr std::uint32_t kLength = 1'000'000;
  for (std::uint32_t v = 0; v < kLength; ++v) {
    rows.targets.push_back((v + 1) % kLength);
    rows.offsets.push_back(v + 1);
  }
  const auto circles = Circles(rows.view());
  ASSERT_EQ(circles.size(), 1u);
  EXPECT_EQ(circles[0].size(), kLength);
}

// True if `to` can be reached without the vertices of `without`.
bool Leads(const Edges& edges, std::uint32_t from, std::uint32_t to,
           const std::set<std::uint32_t>& without) {
  std::set<std::uint32_t> seen = {from};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& [a, b] : edges) {
      if (seen.contains(a) && !without.contains(b) && seen.insert(b).second) grew = true;
    }
  }
  return seen.contains(to);
}

// The size of the smallest cut, by trying all.
std::size_t SmallestCut(const Edges& edges, std::uint32_t vertices) {
  std::size_t best = vertices;
  for (unsigned mask = 0; mask < (1U << (vertices - 2)); ++mask) {
    std::set<std::uint32_t> without;
    for (std::uint32_t v = 2; v < vertices; ++v) {
      if ((mask >> (v - 2)) & 1U) without.insert(v);
    }
    if (without.size() < best && !Leads(edges, 0, 1, without)) best = without.size();
  }
  return best;
}

TEST(DisjointPathsTest, AreAsManyAsTheSmallestCut) {
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t n = 3 + random() % 6;
    std::set<std::pair<std::uint32_t, std::uint32_t>> unique;
    for (unsigned e = random() % (3 * n); e > 0; --e) {
      const std::uint32_t a = random() % n;
      const std::uint32_t b = random() % n;
      if (!(a == 0 && b == 1)) unique.emplace(a, b);
    }
    const Edges edges(unique.begin(), unique.end());
    const DisjointPaths found = FindDisjointPaths(n, edges, 0, 1);
    SCOPED_TRACE(testing::PrintToString(edges));
    ASSERT_EQ(found.paths.size(), SmallestCut(edges, n));
    ASSERT_EQ(found.cut.size(), found.paths.size());
    EXPECT_FALSE(Leads(edges, 0, 1, {found.cut.begin(), found.cut.end()}));
    std::set<std::uint32_t> used;
    for (std::vector<std::uint32_t> path : found.paths) {
      for (const std::uint32_t v : path) EXPECT_TRUE(used.insert(v).second) << v << " twice";
      path.insert(path.begin(), 0);
      path.push_back(1);
      for (std::size_t i = 1; i < path.size(); ++i) {
        EXPECT_TRUE(unique.contains({path[i - 1], path[i]}));
      }
    }
  }
}

TEST(DisjointPathsTest, TheCutIsTheOneNearestTheStart) {
  // 0 -> 2 -> 3 -> 1: either would do.
  EXPECT_THAT(FindDisjointPaths(4, {{0, 2}, {2, 3}, {3, 1}}, 0, 1).cut, ElementsAre(2));
  // 2 and 3 meet in 4.
  const DisjointPaths funnel = FindDisjointPaths(5, {{0, 2}, {0, 3}, {2, 4}, {3, 4}, {4, 1}}, 0, 1);
  EXPECT_THAT(funnel.cut, ElementsAre(4));
  EXPECT_THAT(funnel.paths, ElementsAre(ElementsAre(2, 4)));
  EXPECT_THAT(FindDisjointPaths(3, {{0, 2}}, 0, 1).paths, IsEmpty());
}

}  // namespace
}  // namespace claimgraph
