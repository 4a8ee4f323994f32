#include "core/text/identifier_scan.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace claimgraph {

using namespace ascii;

bool StartsAt(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() - std::min(at, text.size()) < word.size()) return false;
  return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == Lower(b); });
}

std::size_t SkipDigits(std::string_view text, std::size_t at) {
  while (at < text.size() && IsDigit(text[at])) ++at;
  return at;
}

std::size_t SkipLabelEnd(std::string_view text, std::size_t at) {
  bool colon = false;
  for (; at < text.size(); ++at) {
    if (IsSpace(text[at])) continue;
    if (text.substr(at, 2) == "\xC2\xA0") {
      ++at;
    } else if (!colon && (text[at] == ':' || text[at] == '=')) {
      colon = true;
    } else {
      break;
    }
  }
  return at;
}

bool EndsAddress(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (IsSpace(c) || c == '<' || c == '>' || c == '"' || c == '|' || c == '\\' || c == '`' ||
      c == '{' || c == '}' || static_cast<unsigned char>(c) < 0x20) {
    return true;
  }
  // General punctuation (curly quotes, dashes, arrows) and no-break space.
  return c == '\xE2' || text.substr(at, 2) == "\xC2\xA0";
}

std::size_t TrimTail(std::string_view text, std::size_t begin, std::size_t end) {
  auto opens = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                          text.begin() + static_cast<std::ptrdiff_t>(end), '(');
  auto closes = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                           text.begin() + static_cast<std::ptrdiff_t>(end), ')');
  while (end > begin) {
    const char c = text[end - 1];
    const bool unbalanced = c == ')' && closes > opens;
    if (!unbalanced && std::string_view(".,;:!?'*_]").find(c) == std::string_view::npos) break;
    closes -= c == ')' ? 1 : 0;
    --end;
  }
  return end;
}

std::size_t DoiEnd(std::string_view text, std::size_t at) {
  if (text.substr(at, 3) != "10.") return at;
  std::size_t i = SkipDigits(text, at + 3);
  if (i - (at + 3) < 4 || i - (at + 3) > 9) return at;
  while (i + 1 < text.size() && text[i] == '.' && IsDigit(text[i + 1])) i = SkipDigits(text, i + 1);
  if (i >= text.size() || text[i] != '/') return at;
  const std::size_t suffix = ++i;
  while (i < text.size() && !EndsAddress(text, i)) ++i;
  // "10.1000/x.PMID:123" and "10.1000/x,10.1000/y" are two identifiers each.
  const std::string_view tail = text.substr(suffix, i - suffix);
  for (std::size_t k = 1; k < tail.size(); ++k) {
    if ((tail[k - 1] == '.' || tail[k - 1] == ',' || tail[k - 1] == ';') &&
        (StartsAt(tail, k, "pmid") || StartsAt(tail, k, "pmcid") || StartsAt(tail, k, "http") ||
         StartsAt(tail, k, "url"))) {
      i = suffix + k;
      break;
    }
  }
  const std::size_t end = TrimTail(text, at, i);
  return end > suffix ? end : at;
}

std::string PercentDecoded(std::string_view text) {
  const auto hex = [](char c) {
    if (IsDigit(c)) return c - '0';
    const char l = Lower(c);
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out.push_back(static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

std::string_view ArxivNumber(std::string_view text, std::size_t at) {
  std::size_t end = SkipDigits(text, at);
  if (end - at == 4 && end < text.size() && text[end] == '.') {
    const std::size_t number = end + 1;
    end = SkipDigits(text, number);
    const bool fits = end - number >= 4 && end - number <= 5;
    return fits ? text.substr(at, end - at) : std::string_view();
  }
  // The old form: hep-th/9901001, math.GT/0309136.
  end = at;
  while (end < text.size() &&
         (IsUpper(text[end]) || IsLower(text[end]) || text[end] == '-' || text[end] == '.'))
    ++end;
  if (end == at || end >= text.size() || text[end] != '/') return {};
  const std::size_t stop = SkipDigits(text, end + 1);
  return stop - end - 1 == 7 ? text.substr(at, stop - at) : std::string_view();
}

}  // namespace claimgraph
