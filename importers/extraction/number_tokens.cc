// One pass from left to right; each token begins where the last one ended.

#include "importers/extraction/number_tokens.h"

#include <optional>

#include "core/text/numbers.h"

namespace claimgraph {
namespace {

using Kind = NumberToken::Kind;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The length of a letter at `i`; 0 if none.  U+00C0 to U+024F and Greek count,
// and so does a superscript two, so that "I²" is one word.
std::size_t LetterLength(std::string_view s, std::size_t i) {
  if (IsAsciiLetter(s[i])) return 1;
  const auto lead = static_cast<unsigned char>(s[i]);
  if (i + 1 >= s.size()) return 0;
  if (lead >= 0xC3 && lead <= 0xCF) return 2;
  return lead == 0xC2 && static_cast<unsigned char>(s[i + 1]) == 0xB2 ? 2 : 0;
}

std::size_t Utf8Length(std::string_view s, std::size_t i) {
  const auto lead = static_cast<unsigned char>(s[i]);
  const std::size_t n = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return i + n <= s.size() ? n : s.size() - i;
}

bool IsSpace(std::string_view s, std::size_t i, std::size_t* length) {
  for (std::string_view space : {" ", "\t", "\n", "\r", "\u00A0", "\u2009", "\u202F"}) {
    if (s.substr(i).starts_with(space)) {
      *length = space.size();
      return true;
    }
  }
  return false;
}

// Where a word that begins at `i` ends: letters, digits after a letter ("I2",
// "PM10"), and nothing else: "aged-care" is two words and a symbol.
std::size_t WordEnd(std::string_view s, std::size_t i) {
  while (i < s.size()) {
    if (IsDigit(s[i])) {
      ++i;
    } else if (const std::size_t n = LetterLength(s, i); n > 0) {
      i += n;
    } else {
      break;
    }
  }
  return i;
}

std::string Lowered(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return lower;
}

// True where a dash at the next token would be a range or a hyphen.
bool JoinsLast(const std::vector<NumberToken>& tokens, std::size_t at) {
  if (tokens.empty() || tokens.back().end != at) return false;
  return tokens.back().kind != Kind::kSymbol || tokens.back().text == "%" ||
         tokens.back().text == ")";
}

}  // namespace

std::vector<NumberToken> NumberTokens(std::string_view sentence, bool words_too) {
  std::vector<NumberToken> tokens;
  tokens.reserve(sentence.size() / 5 + 4);
  for (std::size_t i = 0; i < sentence.size();) {
    std::size_t length = 0;
    if (IsSpace(sentence, i, &length)) {
      i += length;
      continue;
    }
    NumberToken token{.begin = static_cast<std::uint32_t>(i)};
    const std::string_view rest = sentence.substr(i);
    const std::size_t minus = MinusLength(rest);
    std::optional<ParsedNumber> number;
    if (minus == 0 || !JoinsLast(tokens, i)) number = ParseNumber(rest);
    if (!number && words_too && IsAsciiLetter(rest[0]) && !JoinsLast(tokens, i)) {
      number = ParseNumberWord(rest);
    }
    if (number) {
      token.kind = Kind::kNumber;
      token.value = number->value;
      token.is_integer = number->is_integer;
      token.has_sign = minus > 0 || rest[0] == '+';
      length = number->length;
    } else if (LetterLength(sentence, i) > 0) {
      token.kind = Kind::kWord;
      length = WordEnd(sentence, i) - i;
      token.lower = Lowered(rest.substr(0, length));
    } else {
      length = Utf8Length(sentence, i);
    }
    token.text = rest.substr(0, length);
    token.end = static_cast<std::uint32_t>(i + length);
    i += length;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace claimgraph
