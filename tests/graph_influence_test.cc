// PageRank against a dense power iteration, and on graphs with known answers.

#include "queries/graph/influence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tests/graph_test_util.h"

namespace claimgraph {
namespace {

// The whole matrix, 400 rounds.
std::vector<double> DenseRank(const Adjacency& graph) {
  const std::uint32_t n = graph.rows();
  std::vector<std::vector<double>> matrix(n, std::vector<double>(n, 1.0 / n));  // [to][from]
  for (std::uint32_t from = 0; from < n; ++from) {
    if (graph[from].empty()) continue;
    for (std::uint32_t to = 0; to < n; ++to) matrix[to][from] = 0;
    for (const std::uint32_t to : graph[from]) {
      matrix[to][from] = 1.0 / static_cast<double>(graph[from].size());
    }
  }
  std::vector<double> rank(n, 1.0 / n);
  for (int round = 0; round < 400; ++round) {
    std::vector<double> next(n, 0.15 / n);
    for (std::uint32_t to = 0; to < n; ++to) {
      for (std::uint32_t from = 0; from < n; ++from)
        next[to] += 0.85 * matrix[to][from] * rank[from];
    }
    rank = next;
  }
  return rank;
}

TEST(PageRankTest, MatchesTheDenseMatrixAndSumsToOne) {
  std::mt19937 random(4);
  for (int round = 0; round < 100; ++round) {
    const std::uint32_t n = 1 + random() % 12;
    const PlainRows rows = RandomRows(&random, n, random() % (3 * n));
    const std::vector<double> rank = PageRank(rows.view());
    const std::vector<double> dense = DenseRank(rows.view());
    EXPECT_NEAR(std::accumulate(rank.begin(), rank.end(), 0.0), 1, 1e-9);
    // What one round may still move, at damping 0.85, is a seventh of what all may.
    for (std::uint32_t v = 0; v < n; ++v) EXPECT_NEAR(rank[v], dense[v], 1e-6);
    EXPECT_EQ(PageRank(rows.view()), rank) << "not the same bits";
  }
  EXPECT_THAT(PageRank({}), testing::IsEmpty());
}

TEST(InfluenceTest, RankFlowsThroughDocumentsThatAreWorks) {
  // Both trials are listed once; the review that lists rct1 is itself much read.
  const DrawnGraph drawn(R"(
      doc review
      lists rct1
      doc lonely
      lists rct2
      doc a
      c tea>decrease>cold url:review
      doc b
      lists url:review
  )");
  std::vector<std::string> order;
  for (const Influence& row : RankByInfluence(drawn.csr())) {
    order.push_back(drawn.NameOf(drawn.csr().WorkNode(row.work)) + " " +
                    std::to_string(row.documents) + " " + std::to_string(row.claims));
  }
  EXPECT_THAT(order, testing::ElementsAre("rct1 1 0", "url:review 2 1", "rct2 1 0"));
}

}  // namespace
}  // namespace claimgraph
