// Stemming costs ten times a look-up, and texts repeat their words, so each thread
// remembers the stems of the last words that it met, one in each place of a table.

#include "core/text/search_terms.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <functional>

#include "core/text/normalize.h"
#include "core/text/stem.h"

namespace claimgraph {
namespace {

constexpr std::size_t kRemembered = std::size_t{1} << 15;  // 2 MiB a thread

// Sorted.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",       "about",   "above",   "after",  "all",   "also",   "among",  "an",      "and",
     "any",     "are",     "as",      "at",     "be",    "been",   "before", "being",   "below",
     "between", "both",    "but",     "by",     "can",   "cannot", "could",  "did",     "do",
     "does",    "doing",   "done",    "during", "each",  "for",    "from",   "further", "had",
     "has",     "have",    "having",  "he",     "her",   "here",   "hers",   "him",     "his",
     "how",     "however", "i",       "if",     "in",    "into",   "is",     "it",      "its",
     "may",     "me",      "might",   "more",   "most",  "must",   "my",     "no",      "nor",
     "not",     "of",      "on",      "or",     "other", "our",    "ours",   "over",    "shall",
     "she",     "should",  "so",      "some",   "such",  "than",   "that",   "the",     "their",
     "theirs",  "them",    "then",    "there",  "these", "they",   "this",   "those",   "through",
     "to",      "under",   "until",   "upon",   "was",   "we",     "were",   "what",    "when",
     "where",   "whether", "which",   "while",  "who",   "whom",   "whose",  "why",     "will",
     "with",    "within",  "without", "would",  "you",   "your",   "yours"});
static_assert(std::ranges::is_sorted(kStopWords));

// Empty: a stop word.  Valid until the thread's next call.
const std::string& TermOf(std::string_view word) {
  struct Remembered {
    std::string word{};
    std::string term{};
  };
  thread_local std::vector<Remembered> known(kRemembered);
  Remembered& place = known[std::hash<std::string_view>{}(word) % kRemembered];
  if (place.word != word) {
    place.word = word;
    place.term.clear();
    if (!std::ranges::binary_search(kStopWords, word)) place.term = Stem(word);
  }
  return place.term;
}

// Where the run of letters and digits that begins at `begin` ends.
std::size_t WordEnd(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9')) break;
      ++at;
      continue;
    }
    const std::size_t start = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, text.size(), c);
    if (c < 0 || !u_isalnum(c)) return start;
  }
  return at;
}

std::size_t NextChar(std::string_view text, std::size_t at) {
  U8_FWD_1(text.data(), at, text.size());
  return at;
}

}  // namespace

std::vector<std::string> SearchTerms(std::string_view text) {
  const std::string folded = Fold(text);
  std::vector<std::string> terms;
  terms.reserve(folded.size() / 8);
  bool after_apostrophe = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = WordEnd(folded, at);
    if (end == at) {
      after_apostrophe = folded[at] == '\'' && at > 0 && WordEnd(folded, at - 1) == at;
      at = NextChar(folded, at);
      continue;
    }
    const bool tail = after_apostrophe;
    after_apostrophe = false;
    if (!tail && end - at <= kLongestTerm) {
      const std::string& term = TermOf(std::string_view(folded).substr(at, end - at));
      if (!term.empty()) terms.push_back(term);
    }
    at = end;
  }
  return terms;
}

}  // namespace claimgraph
