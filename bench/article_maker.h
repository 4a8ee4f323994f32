// Any number of articles that differ as articles do, made from those in examples/.
//
// An article takes the frame of one example (a post, a page, a draft) and its
// paragraphs, some left out and, up to a length drawn between 3 and 12 KB, used
// again.  Concepts are exchanged for others of their kind, anew in each round;
// every reference becomes a work of the pool (article_pool.h) that fits the
// sentence, a few works more often than others; years move by up to three and
// percentages are drawn.  So citations lead to the list as they do in the
// example, with its faults, and works are shared between articles.
//
// What it is not: each sentence was in an example once, so there are some 150
// sentences, with other nouns; and what a sentence says may be nonsense.
#ifndef CLAIMGRAPH_BENCH_ARTICLE_MAKER_H_
#define CLAIMGRAPH_BENCH_ARTICLE_MAKER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "bench/article_frame.h"

namespace claimgraph::bench {

struct MadeArticle {
  std::string file{};  // "000123.html"
  std::string text{};
  std::string bibliography{};  // of "000123.bib"; empty: the article lists its references
};

class ArticleMaker {
 public:
  // Aborts if the folder lacks an example or it is not of the shape that is known here.
  explicit ArticleMaker(const std::string& examples);

  // The same for the same number, on any machine.
  MadeArticle Make(std::uint32_t number) const;

 private:
  std::vector<ArticleFrame> frames_;
};

// Articles 0 to count - 1 into folders of a thousand below `dir`.  Returns their bytes.
std::uint64_t WriteArticles(const ArticleMaker& maker, std::uint32_t count, const std::string& dir);

}  // namespace claimgraph::bench

#endif  // CLAIMGRAPH_BENCH_ARTICLE_MAKER_H_
