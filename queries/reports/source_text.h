// A source file's bytes, and where in them a reader would point.
//
// Spans are byte offsets; people and editors count lines and columns.  Lines and
// columns exist only in messages (and in the JSON's "position").
#ifndef CLAIMGRAPH_QUERIES_REPORTS_SOURCE_TEXT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_SOURCE_TEXT_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

// Both from 1.  A line ends at LF, CR LF or CR.  A column is one Unicode code
// point, and text that is not UTF-8 counts its lead bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

// Finds positions in one text, which must outlive it.  UTF-16 is told
// as the importers tell it; everything else is read as UTF-8.
//
// Whatever is asked for in whatever order costs one pass over the text altogether,
// and then a few kilobytes of it each.
class PositionFinder {
 public:
  explicit PositionFinder(std::string_view bytes);

  // Of the character at `offset`; of the end if `offset` is beyond it.
  Position At(std::uint32_t offset);

  // The opposite: the offset of the first character at or after `position`.
  std::uint32_t OffsetOf(Position position);

 private:
  // Where the walk stands: at the unit at `at`, whose position is `position`.
  struct Place {
    std::size_t at = 0;
    Position position{};
    bool after_cr = false;
  };

  template <typename IsBeyond>
  void GoBack(const IsBeyond& is_beyond);
  void Step();
  std::uint32_t UnitAt(std::size_t at) const;

  std::string_view bytes_;
  std::size_t unit_ = 1;  // bytes of a code unit: 1 or 2
  bool big_endian_ = false;
  Place now_{};
  std::vector<Place> passed_{};  // on the way, kStride bytes apart; the first is the start
};

// The source files that a report points into, by path as printed.  A path that
// is missing (the file changed since it was imported) has no lines to show.
using Sources = std::map<std::string, std::string, std::less<>>;

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_SOURCE_TEXT_H_
