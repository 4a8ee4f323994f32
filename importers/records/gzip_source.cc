#include "importers/records/gzip_source.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;
constexpr int kGzipWindow = 15 + 16;  // the largest window, and gzip's header alone

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(ByteSource* packed) : packed_(*packed) {}
  ~GzipSource() override {
    if (inflating_) inflateEnd(&stream_);
  }

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    if (!begun_) {
      if (Status begun = Begin(); !begun) return tl::unexpected(begun.error());
    }
    return inflating_ ? Inflate(buffer, size) : Copy(buffer, size);
  }

 private:
  // The first two bytes decide; a source may hand them over one at a time.
  Status Begin() {
    begun_ = true;
    while (held_ < 2) {
      const Result<std::size_t> got = packed_.Read(input_.data() + held_, kBuffer - held_);
      if (!got) return tl::unexpected(got.error());
      if (*got == 0) break;
      held_ += *got;
    }
    if (held_ >= 2 && input_[0] == '\x1f' && input_[1] == '\x8b') return StartMember();
    return {};
  }

  Status StartMember() {
    const int done = inflating_ ? inflateReset(&stream_) : inflateInit2(&stream_, kGzipWindow);
    if (done != Z_OK) return Fail(ErrorCode::kIo, "cannot unpack gzip: out of memory");
    inflating_ = true;
    in_member_ = true;
    return {};
  }

  Result<std::size_t> Copy(char* buffer, std::size_t size) {
    if (at_ == held_) return packed_.Read(buffer, size);
    const std::size_t n = std::min(size, held_ - at_);
    std::copy_n(input_.data() + at_, n, buffer);
    at_ += n;
    return n;
  }

  Result<std::size_t> Inflate(char* buffer, std::size_t size) {
    std::size_t made = 0;
    while (made == 0) {
      if (at_ == held_) {
        const Result<std::size_t> got = packed_.Read(input_.data(), kBuffer);
        if (!got) return got;
        at_ = 0;
        held_ = *got;
        if (held_ == 0) {
          if (!in_member_) return 0;
          return Fail(ErrorCode::kCorrupt,
                      "the gzip file ends early; what it held so far was read");
        }
      }
      if (!in_member_) {
        // gzip(1) ignores what pads the end of a tape block.
        if (input_[at_] == '\0') {
          ++at_;
          continue;
        }
        if (Status started = StartMember(); !started) return tl::unexpected(started.error());
      }
      stream_.next_in = reinterpret_cast<Bytef*>(input_.data() + at_);
      stream_.avail_in = static_cast<uInt>(held_ - at_);
      stream_.next_out = reinterpret_cast<Bytef*>(buffer);
      stream_.avail_out = static_cast<uInt>(size);
      const int done = inflate(&stream_, Z_NO_FLUSH);
      at_ = held_ - stream_.avail_in;
      made = size - stream_.avail_out;
      if (done == Z_STREAM_END) in_member_ = false;
      if (done != Z_OK && done != Z_STREAM_END && done != Z_BUF_ERROR) {
        if (made > 0) return made;  // the next call says it
        return Fail(ErrorCode::kCorrupt, "the gzip file is damaged; what it held so far was read");
      }
    }
    return made;
  }

  ByteSource& packed_;
  std::array<char, kBuffer> input_{};
  std::size_t at_ = 0;    // of input_: not yet used
  std::size_t held_ = 0;  // of input_: filled
  bool begun_ = false;
  bool inflating_ = false;  // stream_ is set up
  bool in_member_ = false;
  z_stream stream_{};
};

}  // namespace

std::unique_ptr<ByteSource> NewGzipSource(ByteSource* packed) {
  return std::make_unique<GzipSource>(packed);
}

}  // namespace claimgraph
