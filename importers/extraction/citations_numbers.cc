// One pass over the characters; anything that is not a number, a separator or a
// locator ends the attempt, so "[sic]" and "[3 of 5]" are no lists.

#include "importers/extraction/citations_numbers.h"

#include "importers/extraction/citations_chars.h"

namespace claimgraph {
namespace {

constexpr int kMaxRange = 60;  // "[1-900]" is no citation
constexpr std::size_t kMaxNumbers = 200;

// Drops "ref. ", "refs " and "reference " before the numbers.
std::string_view WithoutLabel(std::string_view words) {
  for (std::string_view label : {"references", "reference", "refs", "ref", "Refs", "Ref"}) {
    if (!words.starts_with(label)) continue;
    words.remove_prefix(label.size());
    if (words.starts_with('.')) words.remove_prefix(1);
    break;
  }
  return words;
}

// "p. 4", "pp 4-6", "Table 2" after a comma.
bool IsLocator(std::string_view rest) {
  return rest.starts_with("p.") || rest.starts_with("pp") || rest.starts_with("p ") ||
         rest.starts_with("Table") || rest.starts_with("Fig") || rest.starts_with("chap");
}

}  // namespace

std::vector<int> ParseReferenceNumbers(std::string_view words) {
  words = WithoutLabel(words.substr(SkipSpaces(words, 0)));
  std::vector<int> numbers;
  bool range = false, separated = true;
  for (std::size_t at = 0; at < words.size();) {
    const Char c = CharAt(words, at);
    if (IsDigit(c.code)) {
      int value = 0;
      const std::size_t begin = at;
      while (at < words.size() && IsDigit(words[at]) && at - begin < 5)
        value = value * 10 + (words[at++] - '0');
      if (!separated || value == 0 || at - begin > 4 || words[begin] == '0' ||
          numbers.size() > kMaxNumbers)
        return {};
      const int from = range ? numbers.back() + 1 : value;
      if (range && (value <= numbers.back() || value - from > kMaxRange)) return {};
      for (int n = from; n <= value; ++n) numbers.push_back(n);
      range = separated = false;
      continue;
    }
    if (c.code == ',' || c.code == ';') {
      if (range || numbers.empty()) return {};
      separated = true;
      if (IsLocator(words.substr(SkipSpaces(words, at + 1)))) return numbers;
    } else if (IsDash(c.code)) {
      if (range || separated) return {};
      range = separated = true;
    } else if (c.code == '&') {
      separated = true;
    } else if (!IsSpace(c.code)) {
      return {};
    }
    at += c.size;
  }
  return range ? std::vector<int>{} : numbers;
}

bool ComparesAfter(std::string_view text, std::size_t at) {
  const char32_t c = CharAt(text, SkipSpaces(text, at)).code;
  return c == '=' || c == '<' || c == '>' || c == 0x2264 || c == 0x2265 || c == 0x2248;
}

}  // namespace claimgraph
