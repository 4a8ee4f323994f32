// The articles that import is measured on: of the lengths promised, all different,
// always the same, and with their citations in their lists.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "bench/article_maker.h"
#include "bench/article_pool.h"

namespace claimgraph::bench {
namespace {

constexpr std::uint32_t kArticles = 400;

TEST(ArticlesTest, DifferAndAreOfTheLengthsPromised) {
  const ArticleMaker maker(CLAIMGRAPH_SOURCE_DIR "/examples");
  std::set<std::string> texts;
  std::set<std::string> extensions;
  for (std::uint32_t i = 0; i < kArticles; ++i) {
    const MadeArticle made = maker.Make(i);
    EXPECT_GT(made.text.size(), 2'900u) << i;
    EXPECT_LT(made.text.size(), 13'500u) << i;
    EXPECT_EQ(made.bibliography.empty(), !made.file.ends_with(".md")) << made.file;
    texts.insert(made.text);
    extensions.insert(made.file.substr(made.file.find('.')));
  }
  EXPECT_EQ(texts.size(), kArticles);
  EXPECT_THAT(extensions, testing::ElementsAre(".html", ".md", ".txt"));
}

TEST(ArticlesTest, AreTheSameForTheSameNumber) {
  const ArticleMaker maker(CLAIMGRAPH_SOURCE_DIR "/examples");
  const ArticleMaker other(CLAIMGRAPH_SOURCE_DIR "/examples");
  for (const std::uint32_t i : {0U, 7U, 99'999U}) {
    EXPECT_EQ(maker.Make(i).text, other.Make(i).text);
    EXPECT_EQ(maker.Make(i).bibliography, other.Make(i).bibliography);
  }
}

// Each key of a draft, "[@adams2007x12]", begins an entry beside it, but for the one
// that its example has no entry for.
TEST(ArticlesTest, CiteWhatTheyList) {
  const ArticleMaker maker(CLAIMGRAPH_SOURCE_DIR "/examples");
  int keys = 0;
  for (std::uint32_t i = 0; i < kArticles; ++i) {
    const MadeArticle made = maker.Make(i);
    if (made.bibliography.empty()) continue;
    for (std::size_t at = 0; (at = made.text.find('@', at)) != std::string::npos; ++keys) {
      const std::size_t end = made.text.find_first_of(" ,;]", at);
      const std::string key = made.text.substr(at + 1, end - at - 1);
      at = end;
      if (key == "miller2018") continue;
      EXPECT_NE(made.bibliography.find("@article{" + key + ","), std::string::npos) << key;
    }
  }
  EXPECT_GT(keys, 500);
}

TEST(ArticlesTest, WorksAreTheSameWhereverTheyAreCited) {
  const PooledWork work = WorkOfPool(2007, 2, 3);
  EXPECT_EQ(work.year, 2007);
  EXPECT_EQ(work.families.size(), 2u);
  EXPECT_EQ(WorkOfPool(2007, 2, 3).doi(), work.doi());
  EXPECT_NE(WorkOfPool(2007, 3, 3).doi(), work.doi());
}

}  // namespace
}  // namespace claimgraph::bench
