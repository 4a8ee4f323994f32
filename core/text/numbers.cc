// Numbers as people print them, read by hand: a digit loop that knows the few
// separators which may stand inside a number, and a table of number words.
// No strtod: the locale must not decide what a point means.

#include "core/text/numbers.h"

#include <array>
#include <cstdint>

namespace claimgraph {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool ThreeDigitsAt(std::string_view s, std::size_t i) {
  return i + 3 <= s.size() && IsDigit(s[i]) && IsDigit(s[i + 1]) && IsDigit(s[i + 2]) &&
         (i + 3 == s.size() || !IsDigit(s[i + 3]));
}

// The length of a thousands separator at `i`, which must have three digits and
// no fourth behind it: comma, no-break space, thin space, narrow no-break space.
std::size_t ThousandsSeparator(std::string_view s, std::size_t i) {
  for (std::string_view separator : {",", "\u00A0", "\u2009", "\u202F"}) {
    if (s.substr(i).starts_with(separator) && ThreeDigitsAt(s, i + separator.size())) {
      return separator.size();
    }
  }
  return 0;
}

// The length of a decimal point at `i` that a digit follows.
std::size_t DecimalPoint(std::string_view s, std::size_t i) {
  for (std::string_view point : {".", "\u00B7"}) {
    const std::size_t after = i + point.size();
    if (s.substr(i).starts_with(point) && after < s.size() && IsDigit(s[after])) {
      return point.size();
    }
  }
  return 0;
}

struct Word {
  std::string_view name;
  int value;
};

constexpr std::array<Word, 28> kWords = {{
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90},    {"hundred", 100},
}};

// Reads one word of letters at `i`; 0 for one that is no number word.
int WordAt(std::string_view s, std::size_t i, std::size_t* end) {
  char buffer[10];
  std::size_t n = 0;
  while (i + n < s.size() && IsLetter(s[i + n])) {
    if (n == sizeof buffer) return 0;
    buffer[n] = Lower(s[i + n]);
    ++n;
  }
  *end = i + n;
  const std::string_view word(buffer, n);
  for (const Word& w : kWords) {
    if (w.name == word) return w.value;
  }
  return 0;
}

}  // namespace

std::size_t MinusLength(std::string_view text) {
  if (text.starts_with('-')) return 1;
  for (std::string_view minus : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2212"}) {
    if (text.starts_with(minus)) return minus.size();
  }
  return 0;
}

std::optional<ParsedNumber> ParseNumber(std::string_view text) {
  std::size_t i = MinusLength(text);
  const bool negative = i > 0;
  if (!negative && text.starts_with('+')) i = 1;
  const bool leading_point = DecimalPoint(text, i) > 0;
  if (!leading_point && (i >= text.size() || !IsDigit(text[i]))) return std::nullopt;

  ParsedNumber number;
  // "1,025" but not "0,125" or "20101,025": the first group has one to three digits.
  const bool may_group = !text.substr(i).starts_with('0');
  std::size_t group = 0;
  while (i < text.size()) {
    if (IsDigit(text[i])) {
      number.value = number.value * 10 + (text[i++] - '0');
      ++group;
      continue;
    }
    const std::size_t separator = may_group && group <= 3 ? ThousandsSeparator(text, i) : 0;
    if (separator == 0) break;
    i += separator;
    group = 0;
  }
  if (const std::size_t point = DecimalPoint(text, i); point > 0) {
    number.is_integer = false;
    // One division of two exact numbers gives the double nearest to what is
    // printed; past 15 digits there is no room, and the rest is read and dropped.
    double unit = 1;
    for (i += point; i < text.size() && IsDigit(text[i]); ++i) {
      if (unit >= 1e15 || number.value >= 1e15) continue;
      number.value = number.value * 10 + (text[i] - '0');
      unit *= 10;
    }
    number.value /= unit;
  }
  if (negative) number.value = -number.value;
  number.length = i;
  return number;
}

std::optional<ParsedNumber> ParseNumberWord(std::string_view text) {
  std::size_t end = 0;
  const bool article =
      (text.starts_with('a') || text.starts_with('A')) && text.size() > 1 && text[1] == ' ';
  int value = article ? 1 : WordAt(text, 0, &end);
  if (article) end = 1;
  if (value == 0) return std::nullopt;

  std::size_t next_end = 0;
  const bool glued = end < text.size() && (text[end] == ' ' || text[end] == '-');
  const int next = glued ? WordAt(text, end + 1, &next_end) : 0;
  if (next == 100 && value < 20) {
    value *= 100;  // "two hundred", "a hundred"
    end = next_end;
  } else if (article) {
    return std::nullopt;
  } else if (value >= 20 && value < 100 && next > 0 && next < 10) {
    value += next;  // "twenty-four"
    end = next_end;
  }
  return ParsedNumber{.value = static_cast<double>(value), .length = end};
}

}  // namespace claimgraph
