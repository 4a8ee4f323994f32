// Classes of single bytes, the same in every locale.
#ifndef CLAIMGRAPH_CORE_TEXT_ASCII_H_
#define CLAIMGRAPH_CORE_TEXT_ASCII_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace claimgraph::ascii {

constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A byte of a character outside ASCII.
constexpr bool IsWide(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Wide characters count as letters.
constexpr bool IsLetter(char c) { return IsUpper(c) || IsLower(c) || IsWide(c); }
constexpr bool IsWord(char c) { return IsLetter(c) || IsDigit(c); }

constexpr bool IsIn(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

constexpr char Lower(char c) { return IsUpper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

constexpr std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

// ASCII letters in lower case; all else as it is.
inline std::string Lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = Lower(c);
  return out;
}

// Calls visit(word) for each part of `list` between spaces.
template <typename Visit>
void ForEachWord(std::string_view list, const Visit& visit) {
  while (!list.empty()) {
    const std::size_t end = list.find(' ') < list.size() ? list.find(' ') : list.size();
    if (end > 0) visit(list.substr(0, end));
    list.remove_prefix(end < list.size() ? end + 1 : end);
  }
}

}  // namespace claimgraph::ascii

#endif  // CLAIMGRAPH_CORE_TEXT_ASCII_H_
