// Writes generated articles, for measuring what needs many files.
//
//   make_articles COUNT EXAMPLES DIR      EXAMPLES: the examples/ of the source tree
//
// See article_maker.h for what they are.

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "bench/article_maker.h"

int main(int argc, char** argv) {
  using claimgraph::bench::ArticleMaker;
  std::uint32_t count = 0;
  const std::string_view number = argc == 4 ? argv[1] : "";
  std::from_chars(number.data(), number.data() + number.size(), count);
  if (count == 0) {
    std::fprintf(stderr, "usage: make_articles COUNT EXAMPLES DIR\n");
    return 2;
  }
  const std::uint64_t bytes =
      claimgraph::bench::WriteArticles(ArticleMaker(argv[2]), count, argv[3]);
  std::printf("%u articles, %.1f MB without bibliographies\n", count,
              static_cast<double>(bytes) / 1e6);
  return 0;
}
