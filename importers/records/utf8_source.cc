// One chunk is decoded at a time.  What a chunk cuts in two, a character or half of
// a surrogate pair, waits at its front for the next one.

#include "importers/records/utf8_source.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::size_t kSniffed = std::size_t{4} << 10;  // what SniffUtf16 looks at
constexpr std::size_t kLongestCharacter = 4;

class Utf8Source : public ByteSource {
 public:
  Utf8Source(ByteSource* bytes, RecordSink* sink) : bytes_(*bytes), sink_(*sink) {}

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    while (at_ == text_.size()) {
      if (!failure_) return tl::unexpected(failure_.error());
      if (ended_) return 0;
      Fill();
    }
    const std::size_t n = std::min(size, text_.size() - at_);
    std::copy_n(text_.data() + at_, n, buffer);
    at_ += n;
    return n;
  }

 private:
  // Decodes the next chunk into text_, which was used up.  A failure of the source
  // waits in failure_ until what came before it was read.
  void Fill() {
    text_.clear();
    at_ = 0;
    // Enough to tell the encoding by, however few bytes the source hands over at a time.
    do {
      const std::size_t held = raw_.size();
      raw_.resize(held + kChunk);
      const Result<std::size_t> got = bytes_.Read(raw_.data() + held, kChunk);
      raw_.resize(held + (got ? *got : 0));
      if (!got) failure_ = tl::unexpected(got.error());
      ended_ = !got || *got == 0;
    } while (!begun_ && !ended_ && raw_.size() < kSniffed);
    if (!begun_) Begin();
    const std::size_t used = encoding_ == Encoding::kUtf8 ? DecodeUtf8() : DecodeUtf16();
    raw_.erase(0, used);
  }

  void Begin() {
    begun_ = true;
    if (const std::optional<SniffedEncoding> utf16 = SniffUtf16(raw_)) {
      encoding_ = utf16->encoding;
      raw_.erase(0, utf16->mark);
      Report("It is UTF-16, and was read as such.");
    }
  }

  // How many bytes of raw_ were used.
  std::size_t DecodeUtf8() {
    std::size_t i = 0;
    while (i < raw_.size()) {
      const std::size_t plain = i;
      while (i < raw_.size() && !ascii::IsWide(raw_[i]) && raw_[i] != '\0') ++i;
      text_.append(raw_, plain, i - plain);
      CountLines(plain, i);
      if (i == raw_.size()) break;
      if (raw_[i] == '\0') {
        ++i;
        continue;
      }
      if (raw_.size() - i < kLongestCharacter && !ended_) break;
      i += DecodeWide(i);
    }
    return i;
  }

  std::size_t DecodeWide(std::size_t i) {
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(raw_, i, &c);
    if (size > 1) {
      if (c != U'\uFEFF') text_.append(raw_, i, size);
      return size;
    }
    Report("Bytes that are not UTF-8 were read as Windows-1252, which holds Latin-1.");
    AppendUtf8(FromWindows1252(static_cast<unsigned char>(raw_[i])), &text_);
    return 1;
  }

  char32_t Unit(std::size_t i) const {
    const auto first = static_cast<unsigned char>(raw_[i]);
    const auto second = static_cast<unsigned char>(raw_[i + 1]);
    return encoding_ == Encoding::kUtf16Be ? first << 8 | second : second << 8 | first;
  }

  std::size_t DecodeUtf16() {
    std::size_t i = 0;
    while (raw_.size() - i >= 2) {
      char32_t c = Unit(i);
      if (c >= 0xD800 && c < 0xDC00) {
        if (raw_.size() - i < 4 && !ended_) return i;
        const char32_t low = raw_.size() - i >= 4 ? Unit(i + 2) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
          c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
          i += 2;
        }
      }
      i += 2;
      if (c >= 0xD800 && c < 0xE000) c = 0xFFFD;
      if (c != 0 && c != 0xFEFF) AppendUtf8(c, &text_);
    }
    return i;
  }

  void CountLines(std::size_t begin, std::size_t end) {
    if (reported_) return;
    line_ += static_cast<std::uint64_t>(std::count(raw_.data() + begin, raw_.data() + end, '\n'));
  }

  void Report(std::string message) {
    if (reported_) return;
    reported_ = true;
    sink_.Report({.line = line_, .code = "not-utf8", .message = std::move(message)});
  }

  ByteSource& bytes_;
  RecordSink& sink_;
  std::string raw_{};   // not yet decoded
  std::string text_{};  // decoded
  std::size_t at_ = 0;  // of text_: not yet read
  Encoding encoding_ = Encoding::kUtf8;
  Status failure_{};
  bool begun_ = false;
  bool ended_ = false;  // the source has no more
  bool reported_ = false;
  std::uint64_t line_ = 1;
};

}  // namespace

std::unique_ptr<ByteSource> NewUtf8Source(ByteSource* bytes, RecordSink* sink) {
  return std::make_unique<Utf8Source>(bytes, sink);
}

}  // namespace claimgraph
