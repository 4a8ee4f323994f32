// Half-open byte ranges, and the two texts that they index.
//
// Span indexes the source file's own bytes, whatever its format or encoding:
// slicing the file at a Span gives back the words, with their markup.
// TextSpan indexes Document::text, the UTF-8 text that a person reads.
// They are two types because mixing them is the easiest mistake to make here;
// OffsetMap (offset_map.h) turns the second into the first.
//
// Offsets are 32-bit: a source of 4 GiB or more is refused by the importer.
#ifndef CLAIMGRAPH_CORE_SPAN_H_
#define CLAIMGRAPH_CORE_SPAN_H_

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace claimgraph {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const { return end - begin; }
};

struct TextSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const TextSpan&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool Contains(TextSpan other) const { return begin <= other.begin && other.end <= end; }
};

inline std::string_view Slice(std::string_view text, TextSpan s) {
  return text.substr(s.begin, s.end - s.begin);
}

// True when the two ranges share at least one byte.
template <typename S>
bool Overlaps(S a, S b) {
  return std::max(a.begin, b.begin) < std::min(a.end, b.end);
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_SPAN_H_
