// Searching the texts of studies by words: what is asked, and what a graph answers.
//
// A text is what a research record or a study card says: title, abstract, subject
// headings and facts.  Hits are ranked by BM25 (docs/decisions/0017-text-index.md).
//
// How rare a word is counts over everything that is searched.  So a search is two
// steps, for graphs that lie over each other: each says what it has of the words
// (MatchTexts), then each ranks its own by the counts of all.  Whatever the store and
// its history, the same texts give the same hits with the same scores.
#ifndef CLAIMGRAPH_CORE_TEXT_SEARCH_H_
#define CLAIMGRAPH_CORE_TEXT_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/ids.h"
#include "core/status.h"

namespace claimgraph {

struct TextTerm {
  std::string term{};  // as core/text/search_terms.h makes it
  double weight = 1;   // above 0
  bool operator==(const TextTerm&) const = default;
};

// A term that comes again counts again.
using TextQuery = std::vector<TextTerm>;

struct TextHit {
  DocumentId document{};  // of the record or card
  double score = 0;
  bool operator==(const TextHit&) const = default;
};

struct TextCounts {
  std::uint64_t texts = 0;                 // that are searched
  std::uint64_t length = 0;                // of all of them, in terms
  std::vector<std::uint64_t> with_term{};  // texts that have it, by place in the query
  bool operator==(const TextCounts&) const = default;
};

// What one graph has of a query's terms.  Must not outlive the graph's next change.
class TextMatches {
 public:
  virtual ~TextMatches() = default;
  virtual const TextCounts& counts() const = 0;
  // The best `limit`, best first; of equal scores, the lower id first.  `all`: the
  // counts of everything that is searched.
  [[nodiscard]] virtual Result<std::vector<TextHit>> Best(const TextCounts& all,
                                                          std::size_t limit) const = 0;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_SEARCH_H_
