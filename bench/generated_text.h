// Articles to measure on: made up, always the same, as long as asked for.
//
// The mix follows health articles on the web: a heading every few paragraphs,
// four to six sentences each, every third sentence cites something, one sentence
// in six has numbers, a list now and then, and a reference list at the end with
// one entry for about 1.2 KB of prose.  Names are put together from syllables,
// so that a long article has as many different authors as a real one would.
#ifndef CLAIMGRAPH_BENCH_GENERATED_TEXT_H_
#define CLAIMGRAPH_BENCH_GENERATED_TEXT_H_

#include <cstddef>
#include <string>

namespace claimgraph::bench {

enum class Shape {
  kPlainText,  // author-year citations, APA list
  kMarkdown,   // front matter, emphasis, links, author-year citations, APA list
  kHtml,       // navigation, scripts, superscript citations, numbered list, comments
};

// About `bytes` bytes: within 5 % from 20 KB on.
std::string Article(Shape shape, std::size_t bytes);

// A Markdown article of about `words` words.
std::string Draft(std::size_t words);

// A bibliography of at least `bytes` bytes, in the shape that reference managers export.
std::string Bibliography(std::size_t bytes);

}  // namespace claimgraph::bench

#endif  // CLAIMGRAPH_BENCH_GENERATED_TEXT_H_
