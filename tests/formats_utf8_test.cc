#include <gtest/gtest.h>

#include <string>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

std::string Codes(const DecodedText& d) {
  std::string out;
  for (const Diagnostic& g : d.diagnostics) out += (out.empty() ? "" : " ") + g.code;
  return out;
}

std::string Utf16(std::u16string_view text, bool big) {
  std::string out;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    out += big ? std::string{high, low} : std::string{low, high};
  }
  return out;
}

using namespace std::string_literals;

struct Case {
  std::string bytes;
  std::string text;
  std::string codes;
};

TEST(DecodeTextTest, GivesValidUtf8) {
  const Case cases[] = {
      {"Rest helps.", "Rest helps.", ""},
      {"", "", "empty-file"},
      {"\xEF\xBB\xBFRest", "Rest", "byte-order-mark"},
      {"\xEF\xBB\xBF", "", "empty-file byte-order-mark"},
      {"caf\xC3\xA9", "café", ""},
      {"a\r\nb", "a\r\nb", "crlf"},
      {"a\0b"s, "ab", "nul-bytes"},
      // Overlong, surrogate, past the last character, a stray continuation
      {"é\xC0\x80 é", "é\uFFFD\uFFFD é", "invalid-utf8 invalid-utf8"},
      {"ééé\xED\xA0\x80", "ééé\uFFFD\uFFFD\uFFFD", "invalid-utf8 invalid-utf8 invalid-utf8"},
      {"é\xF5 é", "é\uFFFD é", "invalid-utf8"},
      {"ééé\x80", "ééé\uFFFD", "invalid-utf8"},
      // The first three one by one, then their number
      {"éé\x80\x80\x80\x80\x80 é", "éé\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD é",
       "invalid-utf8 invalid-utf8 invalid-utf8 invalid-utf8"},
      {"é ends \xE2\x80", "é ends \uFFFD\uFFFD", "truncated-input invalid-utf8 invalid-utf8"},
      // Windows-1252: no UTF-8 at all, and every byte is one of its letters
      {"it\x92s caf\xE9 \x96 good enough", "it’s café – good enough", "windows-1252-input"},
      {"it\x92s \x81 not", "it\uFFFDs \uFFFD not", "invalid-utf8 invalid-utf8"},
      // UTF-16
      {Utf16(u"\uFEFFRest — 😀", false), "Rest — 😀", "utf16-input"},
      {Utf16(u"\uFEFFRest — 😀", true), "Rest — 😀", "utf16-input"},
      {Utf16(u"Rest helps most.", false), "Rest helps most.", "utf16-input"},
      {Utf16(u"Rest helps most.", true), "Rest helps most.", "utf16-input"},
      {Utf16(u"\uFEFFab", false) + "c", "ab", "utf16-input truncated-input"},
      {Utf16(u"\uFEFF\xD800x", false), "\uFFFDx", "utf16-input invalid-utf16"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const DecodedText got = DecodeText(c.bytes);
    EXPECT_EQ(got.text, c.text);
    EXPECT_EQ(Codes(got), c.codes);
    EXPECT_EQ(got.map.text_size(), got.text.size());
  }
}

// The source bytes of `word` in what `bytes` decode to.
std::string SourceOf(const std::string& bytes, const std::string& word) {
  const DecodedText got = DecodeText(bytes);
  const auto at = static_cast<std::uint32_t>(got.text.find(word));
  const Span s = got.map.Source({at, at + static_cast<std::uint32_t>(word.size())});
  return bytes.substr(s.begin, s.size());
}

TEST(DecodeTextTest, LeadsBackToTheBytes) {
  EXPECT_EQ(SourceOf("\xEF\xBB\xBFRest helps.", "helps"), "helps");
  EXPECT_EQ(SourceOf("it\x92s caf\xE9 now and then", "café now"), "caf\xE9 now");
  EXPECT_EQ(SourceOf("a\0b c"s, "b c"), "b c");
  EXPECT_EQ(SourceOf(Utf16(u"\uFEFFRest — helps", false), "helps"), Utf16(u"helps", false));
  EXPECT_EQ(SourceOf(Utf16(u"\uFEFFRest 😀 helps", true), "😀 h"), Utf16(u"😀 h", true));
}

TEST(DecodeTextTest, SaysThatAFileIsLarge) {
  const DecodedText got = DecodeText(std::string(17 << 20, 'a'));
  EXPECT_EQ(Codes(got), "large-file");
}

TEST(DecodeUtf8AtTest, StepsForwardAndBack) {
  const std::string text = "a\u00E9\u20AC\U0001F600";
  char32_t c = 0;
  EXPECT_EQ(DecodeUtf8At(text, 1, &c), 2u);
  EXPECT_EQ(c, U'\u00E9');
  EXPECT_EQ(DecodeUtf8At(text, 3, &c), 3u);
  EXPECT_EQ(c, U'\u20AC');
  EXPECT_EQ(DecodeUtf8At(text, 6, &c), 4u);
  EXPECT_EQ(c, U'\U0001F600');
  EXPECT_EQ(PreviousCharacter(text, 10), 6u);
  EXPECT_EQ(PreviousCharacter(text, 6), 3u);
  EXPECT_EQ(PreviousCharacter(text, 1), 0u);
}

}  // namespace
}  // namespace claimgraph
