// GzipSource: members, damage, and bytes that are not packed at all.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

#include "importers/records/gzip_source.h"

namespace claimgraph {
namespace {

std::string Gzip(const std::string& text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

struct Unpacked {
  std::string text{};
  std::string error{};
};

Unpacked Unpack(const std::string& bytes, std::size_t step = 7) {
  TextSource packed(bytes);
  const std::unique_ptr<ByteSource> source = NewGzipSource(&packed);
  Unpacked unpacked;
  std::string buffer(step, '\0');
  for (;;) {
    const Result<std::size_t> got = source->Read(buffer.data(), buffer.size());
    if (!got) {
      unpacked.error = got.error().message;
      return unpacked;
    }
    if (*got == 0) return unpacked;
    unpacked.text.append(buffer, 0, *got);
  }
}

std::string LongText() {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += std::to_string(i * i) + " ";
  return text;
}

TEST(GzipSourceTest, HandsOnWhatIsNotPacked) {
  for (const std::string text : {"", "a", "\x1f", "plain words, more than seven"}) {
    EXPECT_EQ(Unpack(text).text, text);
    EXPECT_EQ(Unpack(text).error, "");
  }
}

TEST(GzipSourceTest, UnpacksMembersAsOneText) {
  const std::string text = LongText();
  EXPECT_EQ(Unpack(Gzip(text), 4096).text, text);
  EXPECT_EQ(Unpack(Gzip("one ") + Gzip("two") + std::string(100, '\0')).text, "one two");
}

TEST(GzipSourceTest, ATruncatedFileIsAnErrorAfterItsGoodBytes) {
  const std::string packed = Gzip(LongText());
  const Unpacked half = Unpack(packed.substr(0, packed.size() / 2), 4096);
  EXPECT_TRUE(LongText().starts_with(half.text));
  EXPECT_GT(half.text.size(), LongText().size() / 4);
  EXPECT_THAT(half.error, testing::HasSubstr("ends early"));
}

TEST(GzipSourceTest, DamageIsAnError) {
  std::string packed = Gzip(LongText());
  for (std::size_t i = packed.size() / 2; i < packed.size() / 2 + 40; ++i) packed[i] ^= 0x55;
  EXPECT_THAT(Unpack(packed, 4096).error, testing::HasSubstr("damaged"));
}

}  // namespace
}  // namespace claimgraph
