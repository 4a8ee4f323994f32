// An example article, cut into what stays and what is exchanged.
//
// Pieces are words to copy and slots to fill: concepts, authors, keys, years,
// percentages, numbers of references.  Blocks are paragraphs, with what ends them.
#ifndef CLAIMGRAPH_BENCH_ARTICLE_FRAME_H_
#define CLAIMGRAPH_BENCH_ARTICLE_FRAME_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::bench {

enum class Slot : std::uint8_t { kWords, kConcept, kFamily, kKey, kYear, kPercent, kNumber, kStem };

struct Piece {
  Slot slot = Slot::kWords;
  std::string words{};  // stem: what follows it
  std::uint32_t a = 0;  // concept: list; family, key: reference; year, number: itself
  std::uint32_t b = 0;  // concept: which; family: which author
  bool capital = false;
};
using Block = std::vector<Piece>;

struct Cited {
  std::vector<std::string> families{};
  int year = 0;
  std::string key{};  // of BibTeX
};

struct ArticleFrame {
  std::string file{};          // of the example: "page.html"
  std::string entry_end{};     // of an entry, behind its line end
  std::vector<Cited> cited{};  // its references, in order
  std::vector<Block> head{};   // what every article has
  std::vector<Block> body{};
  Block list_title{};  // up to the first entry
  Block tail{};        // what follows the last
  std::size_t tail_bytes = 0;

  bool Is(std::string_view extension) const { return file.ends_with(extension); }
};

// Aborts if the folder lacks an example or it is not of the shape that is known here.
std::vector<ArticleFrame> ReadFrames(const std::string& examples);

}  // namespace claimgraph::bench

#endif  // CLAIMGRAPH_BENCH_ARTICLE_FRAME_H_
