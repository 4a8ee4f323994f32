// A sentence cut into words, numbers and symbols, for the readers of effects
// and study counts: what stands before and after a number decides what it is.
//
// A hyphen or dash is a minus only where a number cannot end or a word run on:
// "-0.38", "CI -0.57 to -0.18", "1.2--0.4"; in "10-15" and "IL-6" it is a symbol.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_NUMBER_TOKENS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_NUMBER_TOKENS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

struct NumberToken {
  enum class Kind : std::uint8_t { kWord, kNumber, kSymbol };
  Kind kind = Kind::kSymbol;
  std::uint32_t begin = 0;  // into the sentence
  std::uint32_t end = 0;
  std::string_view text{};  // as printed
  std::string lower{};      // of a word
  double value = 0;         // of a number
  bool is_integer = true;
  bool has_sign = false;

  bool IsWord(std::string_view w) const { return kind == Kind::kWord && lower == w; }
  bool IsSymbol(std::string_view s) const { return kind == Kind::kSymbol && text == s; }
  bool IsNumber() const { return kind == Kind::kNumber; }
};

// Digits always make numbers; `words_too` makes numbers of "eight" and
// "twenty-four" as well.
std::vector<NumberToken> NumberTokens(std::string_view sentence, bool words_too);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_NUMBER_TOKENS_H_
