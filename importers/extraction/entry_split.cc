#include "importers/extraction/entry_split.h"

#include "core/text/ascii.h"
#include "importers/extraction/author_list.h"
#include "importers/extraction/locator.h"

namespace claimgraph {
namespace {

using namespace ascii;

bool EndsEntry(char c) { return c == '.' || c == '/' || c == ')' || IsDigit(c); }

// Names with initials, or names and a quotation mark, and a year soon after.
bool NamesOpen(std::string_view words) {
  const AuthorList list = ReadAuthorList(words, 0, words.size());
  if (list.names.empty()) return false;
  const std::string_view rest = words.substr(list.end);
  const std::size_t sign = rest.find_first_not_of(" .,:;");
  const bool quote =
      sign != std::string_view::npos && (rest[sign] == '"' || rest.substr(sign, 3) == "\u201C");
  if (!list.initials && !quote) return false;
  for (std::size_t i = 0; i + 3 < rest.size(); ++i) {
    if (YearAt(rest, i) != 0) return true;
  }
  return false;
}

// "Lind C. Naps. Care 2001;3:4-9. Osei K. Hands. ...": cut where names follow
// a finished entry.
std::vector<TextSpan> SplitGlued(std::string_view text, TextSpan span) {
  constexpr std::size_t kShortestEntry = 40;
  const std::string_view words = Slice(text, span);
  std::vector<TextSpan> pieces;
  std::size_t begin = 0;
  bool year = false;  // seen since `begin`
  for (std::size_t i = 0; i + kShortestEntry < words.size(); ++i) {
    year = year || (IsDigit(words[i]) && YearAt(words, i) != 0);
    const bool edge =
        i > begin + kShortestEntry && year && IsSpace(words[i - 1]) && !IsSpace(words[i]);
    if (!edge || !EndsEntry(words[i - 2]) || !NamesOpen(words.substr(i, 240))) continue;
    pieces.push_back(TrimmedSpan(text, {span.begin + static_cast<std::uint32_t>(begin),
                                        span.begin + static_cast<std::uint32_t>(i)}));
    begin = i;
    year = false;
  }
  pieces.push_back({span.begin + static_cast<std::uint32_t>(begin), span.end});
  return pieces;
}

// "[1] Lind ... [2] Moreno ...": cut before each next number.
std::vector<TextSpan> SplitNumbered(std::string_view text, TextSpan span, int first,
                                    std::size_t length) {
  const std::string_view words = Slice(text, span);
  std::vector<TextSpan> pieces;
  std::size_t begin = 0;
  int next = first + 1;
  for (std::size_t i = length; i < words.size(); ++i) {
    const bool may_begin = (words[i] == '[' || IsDigit(words[i]) || words[i] == '(') &&
                           (IsSpace(words[i - 1]) || words[i] == '[') && i > begin + 20;
    if (!may_begin || PrintedNumber(words.substr(i, 8), &length) != next) continue;
    if (words[i] != words[0] && !(IsDigit(words[i]) && IsDigit(words[0]))) continue;
    pieces.push_back(TrimmedSpan(text, {span.begin + static_cast<std::uint32_t>(begin),
                                        span.begin + static_cast<std::uint32_t>(i)}));
    begin = i;
    ++next;
  }
  pieces.push_back({span.begin + static_cast<std::uint32_t>(begin), span.end});
  return pieces;
}

}  // namespace

int PrintedNumber(std::string_view line, std::size_t* length) {
  std::size_t i = 0;
  const char open = line.empty() ? '\0' : line[0];
  if (open == '[' || open == '(') ++i;
  const std::size_t digits = i;
  int number = 0;
  while (i < line.size() && IsDigit(line[i]) && i < digits + 3)
    number = number * 10 + (line[i++] - '0');
  if (i == digits || i >= line.size()) return 0;
  const char close = line[i++];
  const bool fits = open == '['   ? close == ']'
                    : open == '(' ? close == ')'
                                  : close == '.' || close == ')';
  if (!fits || (open != '[' && i < line.size() && !IsSpace(line[i]))) return 0;
  *length = i;
  return number;
}

std::vector<TextSpan> SplitEntries(std::string_view text, TextSpan span) {
  std::size_t length = 0;
  const int first = PrintedNumber(Slice(text, span), &length);
  return first == 0 ? SplitGlued(text, span) : SplitNumbered(text, span, first, length);
}

TextSpan TrimmedSpan(std::string_view text, TextSpan s) {
  while (s.begin < s.end && IsSpace(text[s.begin])) ++s.begin;
  while (s.end > s.begin && IsSpace(text[s.end - 1])) --s.end;
  return s;
}

TextSpan WithoutBacklinks(std::string_view text, TextSpan entry) {
  constexpr std::string_view kSigns[] = {"^", "\u2191", "\u21A9", "\u21B5", "\uFE0E", "\uFE0F"};
  bool led = false;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view sign : kSigns) {
      const std::string_view words = Slice(text, entry);
      if (words.starts_with(sign)) {
        entry.begin += static_cast<std::uint32_t>(sign.size());
      } else if (words.ends_with(sign)) {
        entry.end -= static_cast<std::uint32_t>(sign.size());
      } else {
        continue;
      }
      led = led || words.starts_with(sign);
      entry = TrimmedSpan(text, entry);
      more = true;
    }
  }
  // A note that several marks lead to has a letter for each.
  for (char letter = 'a';
       led && entry.size() > 2 && text[entry.begin] == letter && IsSpace(text[entry.begin + 1]);
       ++letter) {
    entry = TrimmedSpan(text, {entry.begin + 1, entry.end});
  }
  return entry;
}

}  // namespace claimgraph
