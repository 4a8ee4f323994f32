#include "core/text/identifier_scan.h"

#include <algorithm>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/normalize.h"

namespace claimgraph {

using namespace ascii;

namespace {

// Behind "10.1000/", or `at`.
std::size_t DoiPrefixEnd(std::string_view text, std::size_t at) {
  if (text.substr(std::min(at, text.size()), 3) != "10.") return at;
  std::size_t i = SkipDigits(text, at + 3);
  if (i - (at + 3) < 4 || i - (at + 3) > 9) return at;
  while (i + 1 < text.size() && text[i] == '.' && IsDigit(text[i + 1])) i = SkipDigits(text, i + 1);
  return i < text.size() && text[i] == '/' ? i + 1 : at;
}

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }

// Whether another identifier begins at `i` that is glued to the DOI whose suffix began
// before: "10.1000/x.PMID:123" and "10.1000/x,10.1000/y" are two each.
bool IsGlued(std::string_view text, std::size_t suffix, std::size_t i) {
  if (i <= suffix || !IsIn(text[i - 1], ".,;|")) return false;
  return StartsAt(text, i, "pmid") || StartsAt(text, i, "pmcid") || StartsAt(text, i, "http") ||
         StartsAt(text, i, "url") || (text[i - 1] != '.' && DoiPrefixEnd(text, i) > i);
}

// "&lt;" as "<"; "&amp;lt;", escaped twice, too.
std::string WithoutEntities(std::string_view text) {
  std::string out(text);
  constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}};
  for (const auto& [entity, means] : kEntities) {
    for (std::size_t at = out.find(entity); at != std::string::npos; at = out.find(entity, at + 1))
      out.replace(at, entity.size(), means);
  }
  return out;
}

// A field may end in the stop of a sentence, and in the bracket around it.
std::string_view WithoutFieldTail(std::string_view doi) {
  const auto is_unbalanced = [&doi](char open, char close) {
    return doi.ends_with(close) && std::ranges::count(doi, close) > std::ranges::count(doi, open);
  };
  constexpr std::string_view kSpace = "%20";
  while (!doi.empty()) {
    if (doi.ends_with(kSpace)) {
      doi.remove_suffix(kSpace.size());
    } else if (IsIn(doi.back(), ".,;:\"'|") || is_unbalanced('(', ')') || is_unbalanced('[', ']') ||
               is_unbalanced('{', '}') || is_unbalanced('<', '>')) {
      doi.remove_suffix(1);
    } else {
      break;
    }
  }
  return doi;
}

}  // namespace

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
      c == '{' || c == '}' || IsControl(c)) {
    return true;
  }
  // General punctuation (curly quotes, dashes, arrows) and no-break space.
  return c == '\xE2' || text.substr(at, 2) == "\xC2\xA0";
}

std::size_t SiciEnd(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 60;
  const std::string_view part = text.substr(std::min(at, text.size()), kLongest);
  if (!part.starts_with('<')) return at;
  // A place in the issue and the initials of a title: "<1::AID-X>", "<0437:TNYRP>".
  std::size_t i = 1;
  bool colon = false;
  for (; i < part.size() && part[i] != '>'; ++i) {
    if (EndsAddress(part, i)) return at;
    colon = colon || part[i] == ':';
  }
  if (!colon) return at;
  // d: digit, a: letter.
  constexpr std::string_view kVersion = ">d.d.aa;d";
  for (const char sign : kVersion) {
    if (i >= part.size()) return at;
    const char c = part[i++];
    if (sign == 'd' ? !IsDigit(c) : sign == 'a' ? !IsUpper(c) && !IsLower(c) : c != sign) return at;
  }
  // The sign that checks the rest; some publishers leave it out.
  const bool checked =
      i + 1 < part.size() && part[i] == '-' &&
      (IsDigit(part[i + 1]) || IsUpper(part[i + 1]) || IsLower(part[i + 1]) || part[i + 1] == '#');
  return at + i + (checked ? 2 : 0);
}

std::size_t TrimTail(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view all = text.substr(begin, end - begin);
  const auto open_rounds = std::ranges::count(all, '(');
  const auto open_squares = std::ranges::count(all, '[');
  auto rounds = std::ranges::count(all, ')');
  auto squares = std::ranges::count(all, ']');
  while (end > begin) {
    const char c = text[end - 1];
    const bool unbalanced =
        (c == ')' && rounds > open_rounds) || (c == ']' && squares > open_squares);
    if (!unbalanced && !IsIn(c, ".,;:!?'*_")) break;
    rounds -= c == ')' ? 1 : 0;
    squares -= c == ']' ? 1 : 0;
    --end;
  }
  return end;
}

std::size_t DoiEnd(std::string_view text, std::size_t at) {
  const std::size_t suffix = DoiPrefixEnd(text, at);
  if (suffix == at) return at;
  std::size_t i = suffix;
  for (; i < text.size() && !IsGlued(text, suffix, i); ++i) {
    if (!EndsAddress(text, i)) continue;
    if (const std::size_t end = SiciEnd(text, i); end > i) return end;
    break;
  }
  const std::size_t end = TrimTail(text, at, i);
  return end > suffix ? end : at;
}

std::string WholeDoi(std::string_view field) {
  // What is registered is no longer.
  constexpr std::size_t kLongest = 2048;
  const std::string plain = Plain(PercentDecoded(WithoutEntities(field.substr(0, 2 * kLongest))));
  const std::size_t suffix = DoiPrefixEnd(plain, 0);
  if (suffix == 0) return {};
  std::size_t end = suffix;
  while (end < plain.size() && !IsSpace(plain[end]) && !IsControl(plain[end]) &&
         !IsGlued(plain, suffix, end)) {
    ++end;
  }
  const std::string_view doi = WithoutFieldTail(std::string_view(plain).substr(0, end));
  return doi.size() > suffix && doi.size() <= kLongest ? Lowered(doi) : std::string();
}

std::string PercentDecoded(std::string_view text) {
  const auto hex = [](char c) {
    if (IsDigit(c)) return c - '0';
    const char l = Lower(c);
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex(text[i + 1]) : -1;
    const int low = high >= 0 ? hex(text[i + 2]) : -1;
    const char c = static_cast<char>(high * 16 + low);
    if (low >= 0 && !IsSpace(c) && !IsControl(c)) {
      out.push_back(c);
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
