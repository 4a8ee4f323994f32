// Words, numbers and punctuation of a piece of text, folded for look-up.
//
// A hyphen between letters separates ("well-established" is two words), so that
// phrases match with and without it; an apostrophe inside a word does not
// ("doesn't" is one).  Typographic apostrophes fold to "'", ASCII letters to
// lower case; other letters stay as they are.  Linear; one allocation per call
// at most once the TokenList has grown.
#ifndef CLAIMGRAPH_CORE_TEXT_TOKENS_H_
#define CLAIMGRAPH_CORE_TEXT_TOKENS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimgraph {

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation };

struct Token {
  TextSpan span{};          // in the text that was given, moved by `offset`
  std::string_view word{};  // folded; points into the TokenList
  TokenKind kind = TokenKind::kWord;
  bool capital = false;     // begins with an ASCII capital
};

// Reuse one list for many sentences: its buffers keep their size.
class TokenList {
 public:
  // Replaces the content by the tokens of `text`; spans start at `offset`.
  void Read(std::string_view text, std::uint32_t offset);

  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }
  std::vector<Token>::const_iterator begin() const { return tokens_.begin(); }
  std::vector<Token>::const_iterator end() const { return tokens_.end(); }

  // The folded word at `i`, or "" past either end: callers look around freely.
  std::string_view Word(std::ptrdiff_t i) const {
    return i >= 0 && i < static_cast<std::ptrdiff_t>(tokens_.size()) ? tokens_[i].word
                                                                     : std::string_view();
  }

 private:
  std::string folded_;
  std::vector<Token> tokens_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_TOKENS_H_
