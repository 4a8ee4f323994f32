// Counts forward, one code unit at a time, and remembers where it stopped.
// Continuation bytes (UTF-8) and low surrogates (UTF-16) add no column.

#include "queries/reports/source_text.h"

#include "core/text/utf8.h"

namespace claimgraph {

PositionFinder::PositionFinder(std::string_view bytes) : bytes_(bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    start_ = 3;
  } else if (const auto utf16 = SniffUtf16(bytes)) {
    unit_ = 2;
    start_ = utf16->mark;
    big_endian_ = utf16->encoding == Encoding::kUtf16Be;
  }
  Restart();
}

Position PositionFinder::At(std::uint32_t offset) {
  if (offset < at_) Restart();
  while (at_ + unit_ <= bytes_.size() && at_ + unit_ <= offset) Step();
  return position_;
}

std::uint32_t PositionFinder::OffsetOf(Position position) {
  Restart();
  while (at_ + unit_ <= bytes_.size() && position_ < position) Step();
  return static_cast<std::uint32_t>(at_);
}

void PositionFinder::Restart() {
  at_ = start_;
  position_ = {};
  after_cr_ = false;
}

// Moves over the unit at at_; position_ becomes that of the character after it.
void PositionFinder::Step() {
  const std::uint32_t unit = UnitAt(at_);
  at_ += unit_;
  if (unit == '\n' && after_cr_) {
    after_cr_ = false;  // the second half of CR LF
    return;
  }
  after_cr_ = unit == '\r';
  if (unit == '\n' || unit == '\r') {
    ++position_.line;
    position_.column = 1;
    return;
  }
  const std::uint32_t next = at_ + unit_ <= bytes_.size() ? UnitAt(at_) : 0;
  const bool inside = unit_ == 1 ? (next & 0xC0) == 0x80 : (next & 0xFC00) == 0xDC00;
  if (!inside) ++position_.column;
}

std::uint32_t PositionFinder::UnitAt(std::size_t at) const {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes_[i]); };
  if (unit_ == 1) return byte(at);
  return big_endian_ ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
}

}  // namespace claimgraph
