// Counts forward, one code unit at a time, and remembers places that it passed.
// Continuation bytes (UTF-8) and low surrogates (UTF-16) add no column.

#include "queries/reports/source_text.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::size_t kStride = 4096;  // bytes

}  // namespace

PositionFinder::PositionFinder(std::string_view bytes) : bytes_(bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    now_.at = 3;  // a byte order mark has no column
  } else if (const auto utf16 = SniffUtf16(bytes)) {
    unit_ = 2;
    now_.at = utf16->mark;
    big_endian_ = utf16->encoding == Encoding::kUtf16Be;
  }
  passed_.push_back(now_);
}

Position PositionFinder::At(std::uint32_t offset) {
  GoBack([&](const Place& place) { return place.at > offset; });
  while (now_.at + unit_ <= bytes_.size() && now_.at + unit_ <= offset) Step();
  return now_.position;
}

std::uint32_t PositionFinder::OffsetOf(Position position) {
  GoBack([&](const Place& place) { return place.at > 0 && !(place.position < position); });
  while (now_.at + unit_ <= bytes_.size() && now_.position < position) Step();
  return static_cast<std::uint32_t>(now_.at);
}

// To the last place that was passed and is not beyond what is asked for; the start is
// beyond nothing.
template <typename IsBeyond>
void PositionFinder::GoBack(const IsBeyond& is_beyond) {
  const auto beyond = std::partition_point(passed_.begin() + 1, passed_.end(),
                                           [&](const Place& place) { return !is_beyond(place); });
  const bool is_ahead = (beyond - 1)->at > now_.at;
  if (is_ahead || is_beyond(now_)) now_ = *(beyond - 1);
}

// Moves over the unit at now_; its position becomes that of the character after it.
void PositionFinder::Step() {
  if (now_.at >= passed_.back().at + kStride) passed_.push_back(now_);
  const std::uint32_t unit = UnitAt(now_.at);
  now_.at += unit_;
  if (unit == '\n' && now_.after_cr) {
    now_.after_cr = false;  // the second half of CR LF
    return;
  }
  now_.after_cr = unit == '\r';
  if (unit == '\n' || unit == '\r') {
    ++now_.position.line;
    now_.position.column = 1;
    return;
  }
  const std::uint32_t next = now_.at + unit_ <= bytes_.size() ? UnitAt(now_.at) : 0;
  const bool inside = unit_ == 1 ? (next & 0xC0) == 0x80 : (next & 0xFC00) == 0xDC00;
  if (!inside) ++now_.position.column;
}

std::uint32_t PositionFinder::UnitAt(std::size_t at) const {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes_[i]); };
  if (unit_ == 1) return byte(at);
  return big_endian_ ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
}

}  // namespace claimgraph
