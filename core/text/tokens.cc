// One pass over the bytes.  Folded words are written to one buffer that is
// reserved first, so the string_views stay valid while tokens are added.

#include "core/text/tokens.h"

#include <array>

namespace claimgraph {
namespace {

bool IsAsciiLetter(unsigned char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool IsDigit(unsigned char c) { return c >= '0' && c <= '9'; }

// ASCII letters and digits in lower case; 0 for every other byte.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (int c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = static_cast<char>(c);
  return table;
}();

// How many ASCII letters and digits stand from `i` on.
std::size_t AsciiRun(std::string_view s, std::size_t i) {
  std::size_t end = i;
  while (end < s.size() && kFolded[static_cast<unsigned char>(s[end])] != 0) ++end;
  return end - i;
}

// What stands at `p`: how many bytes, and whether it can be part of a word.
struct Unit {
  std::uint8_t size = 1;
  enum Kind : std::uint8_t { kLetter, kDigit, kApostrophe, kSpace, kPunctuation } kind = kLetter;
};

Unit UnitAt(std::string_view s, std::size_t i) {
  const auto c = static_cast<unsigned char>(s[i]);
  if (c < 0x80) {
    if (IsAsciiLetter(c)) return {1, Unit::kLetter};
    if (IsDigit(c)) return {1, Unit::kDigit};
    if (c == '\'') return {1, Unit::kApostrophe};
    if (c <= ' ') return {1, Unit::kSpace};
    return {1, Unit::kPunctuation};
  }
  const std::uint8_t size = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
  const auto left = static_cast<std::uint8_t>(std::min<std::size_t>(size, s.size() - i));
  if (c == 0xC2 && left == 2) {  // Latin-1 signs; U+00A0 is a space, U+00AD a soft hyphen
    const auto d = static_cast<unsigned char>(s[i + 1]);
    if (d == 0xA0) return {2, Unit::kSpace};
    return {2, d == 0xB5 || d == 0xAA || d == 0xBA ? Unit::kLetter : Unit::kPunctuation};
  }
  if (c == 0xE2 && left == 3) {  // U+2000 to U+2FFF
    const auto d = static_cast<unsigned char>(s[i + 1]);
    const auto e = static_cast<unsigned char>(s[i + 2]);
    if (d == 0x80 && (e == 0x98 || e == 0x99)) return {3, Unit::kApostrophe};
    if (d == 0x80 && (e <= 0x8A || e == 0xAF)) return {3, Unit::kSpace};
    return {3, Unit::kPunctuation};
  }
  return {left, Unit::kLetter};
}

}  // namespace

void TokenList::Read(std::string_view text, std::uint32_t offset) {
  tokens_.clear();
  folded_.clear();
  folded_.reserve(text.size());  // folding never lengthens
  const auto begin_of = [offset](std::size_t i) { return offset + static_cast<std::uint32_t>(i); };
  std::size_t i = 0;
  tokens_.reserve(text.size() / 6);
  while (i < text.size()) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    Unit unit = UnitAt(text, i);
    if (unit.kind == Unit::kSpace) {
      i += unit.size;
      continue;
    }
    Token token;
    token.span.begin = begin_of(i);
    const std::size_t folded_begin = folded_.size();
    if (unit.kind == Unit::kPunctuation || unit.kind == Unit::kApostrophe) {
      token.kind = TokenKind::kPunctuation;
      if (unit.kind == Unit::kApostrophe) {
        folded_ += '\'';
      } else {
        folded_.append(text.substr(i, unit.size));
      }
      i += unit.size;
    } else if (unit.kind == Unit::kDigit) {
      token.kind = TokenKind::kNumber;
      // 1,025  0.44  1·5 stay whole; "8-week" stops at the hyphen.
      while (i < text.size()) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        const bool joint = (c == '.' || c == ',') && i + 1 < text.size() && IsDigit(text[i + 1]);
        if (!IsDigit(c) && !joint) break;
        folded_ += text[i++];
      }
    } else {
      token.capital = text[i] >= 'A' && text[i] <= 'Z';
      while (i < text.size()) {
        if (const std::size_t run = AsciiRun(text, i); run > 0) {  // nearly all of English
          folded_.append(text.substr(i, run));
          for (std::size_t k = folded_.size() - run; k < folded_.size(); ++k) {
            folded_[k] = kFolded[static_cast<unsigned char>(folded_[k])];
          }
          i += run;
          continue;
        }
        unit = UnitAt(text, i);
        if (unit.kind == Unit::kApostrophe) {
          const bool inside =
              i + unit.size < text.size() && UnitAt(text, i + unit.size).kind == Unit::kLetter;
          if (!inside) break;
          folded_ += '\'';
        } else if (unit.kind == Unit::kLetter || unit.kind == Unit::kDigit) {
          folded_.append(text.substr(i, unit.size));
        } else {
          break;
        }
        i += unit.size;
      }
    }
    token.span.end = begin_of(i);
    token.word =
        std::string_view(folded_.data() + folded_begin, folded_.size() - folded_begin);
    tokens_.push_back(token);
  }
}

}  // namespace claimgraph
