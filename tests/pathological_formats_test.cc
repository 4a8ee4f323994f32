// Input made to hurt: a megabyte of one construct, nothing closed, everything
// nested.  Each must be read, keep every promise, and cost time in proportion to
// its size.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/sentences.h"
#include "importers/formats/formats.h"
#include "tests/document_dump.h"
#include "tests/growth.h"

namespace claimgraph {
namespace {

#ifdef CLAIMGRAPH_SANITIZED
constexpr std::size_t kSize = 256 << 10;  // bytes of each input
#else
constexpr std::size_t kSize = 512 << 10;
#endif

std::string Repeat(std::string_view unit, std::size_t size) {
  std::string out;
  out.reserve(size + unit.size());
  while (out.size() < size) out += unit;
  return out;
}

Document ReadAll(const std::string& text, std::string_view name) {
  Document document = ReadDocument(text, name);
  document.sentences = FindSentences(document);
  return document;
}

// make(size) is a text of about that many bytes.
template <typename Make>
void ExpectReadable(const Make& make, std::size_t size = kSize) {
  for (const std::string_view name : {"a.txt", "a.md", "a.html"}) {
    const auto input = [&](std::size_t n) {
      return (name == "a.html" ? "<!doctype html>" : "") + make(n);
    };
    EXPECT_TRUE(GrowsLinearly(size, input, [&](const std::string& text) { ReadAll(text, name); }))
        << name;
    const std::string text = input(size);
    EXPECT_EQ(BrokenPromise(ReadAll(text, name), text), "") << name;
  }
}

constexpr std::string_view kUnits[] = {
    // Markdown
    "[", "![", "[^", "[^a]", "[^a]: x\n", "[a](", "[a](<b", "[a](b \"", "[a][", "[]", "](", "*",
    "_", "**a", "*a _b ", "***a ", "`", "``a` ", "~~a", "~a", "^a", "$a", "$$a", "{{", "{%", "{.a",
    "\\", "> ", "> - ", "- ", "- - ", "  - a\n", "1. ", "# ", "***\n", "a\n===\n", "|a", "a|b\n",
    "|a|\n|-|\n", "```\n", "~~~", "[a]: b \"\n", "[a]: b (\n", "[a]: b\n(x\n", "[a](b)\n",
    "> [a](b)\n", "<http:", "@a", ":::\n", "---\n", "---\na: b\n",
    // HTML
    "<div>", "</div>", "<", "</", "<!", "<!--", "<?", "<![CDATA[", "<a href=\"", "<a b='", "<p",
    "<p>", "<b>", "<b><i>", "<li>", "<ul><li>", "<table>", "<table><td>", "<a>", "<a href=x>y",
    "<h1>", "<br>", "<script>", "<title>", "<textarea>", "<svg>", "<main>", "<article>",
    "<div class=\"comment\">", "<blockquote cite=a>", "&", "&#", "&amp;", "&bogus;", "&amp",
    // Text
    "http://", "http://a((((", "www.", "doi.org/10.", "\t", "a\tb\n", "\n", "\r", "a\r\n", "a\n",
    "x:\n", "FooBar", "a.B", "A. ", "a. B ", "...", "?!", ". [1", "[1] ", "\"", ")", "e.g. ",
    "U.S. ", "\u201cA?\u201d b ", "\u2026", "中。", "claimgraph-ignore", "<!-- claimgraph-ignore a",
    "\xff", "\xc3", "\xe2\x80"};

TEST(PathologicalFormatsTest, OneThingOverAndOver) {
  for (const std::string_view unit : kUnits) {
    SCOPED_TRACE(unit);
    ExpectReadable([unit](std::size_t n) { return Repeat(unit, n); });
  }
}

TEST(PathologicalFormatsTest, OneOpensAndTheOtherCloses) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"[", "]"}, {"![", "](a)"}, {"*a ", "b* "}, {"[a](", ")"}, {"<b>", "</b>"},
      {"<div>", "</div>"}};
  for (const auto& [open, close] : kPairs) {
    SCOPED_TRACE(open);
    ExpectReadable([open = open, close = close](std::size_t n) {
      return Repeat(open, n / 2) + Repeat(close, n / 2);
    });
  }
}

TEST(PathologicalFormatsTest, EveryOneIsDifferent) {
  ExpectReadable([](std::size_t n) {
    std::string ticks;
    for (std::size_t i = 1; ticks.size() < n; ++i) ticks += std::string(i % 3000 + 1, '`') + " ";
    return ticks;
  });
  ExpectReadable([](std::size_t n) {
    std::string entities;
    for (int i = 0; entities.size() < n; ++i) entities += "&x" + std::to_string(i) + ";";
    return entities;
  });
  ExpectReadable([](std::size_t n) {
    std::string definitions;
    for (int i = 0; definitions.size() < n / 2; ++i)
      definitions += "[a" + std::to_string(i) + "]: /u\n";
    definitions += "\n";
    for (int i = 0; definitions.size() < n; ++i) definitions += "[a" + std::to_string(i) + "] ";
    return definitions;
  });
  ExpectReadable([](std::size_t n) {
    std::string lists;
    for (int i = 0; lists.size() < n; ++i) lists += std::string(i % 500, ' ') + "- a\n";
    return lists;
  });
  ExpectReadable([](std::size_t n) {
    return Repeat("|a", 2000) + "|\n" + Repeat("|-", 2000) + "|\n" + Repeat("|x|\n", n);
  });
}

TEST(PathologicalFormatsTest, Noise) {
  ExpectReadable([](std::size_t n) {
    std::mt19937 random(1);
    std::string bytes;
    while (bytes.size() < n) bytes += static_cast<char>(random());
    return bytes;
  });
  ExpectReadable([](std::size_t n) {
    constexpr std::string_view kMarkup = "[]()*_`<>!#&;-+ \n\"'=|:~^$@{}%.aA1/\\";
    std::mt19937 random(1);
    std::string markup;
    while (markup.size() < n) markup += kMarkup[random() % kMarkup.size()];
    return markup;
  });
  ExpectReadable([](std::size_t n) { return std::string(n, '\0'); });
}

TEST(PathologicalFormatsTest, ProseTakesLinearTimeToo) {
  ExpectReadable(
      [](std::size_t n) {
        return Repeat(
            "<p>Naps **help** [most](https://a.org/x) people &amp; some cats.[3] They do so in one "
            "trial of 40 adults, p < 0.05.</p>\n\nA nap of twenty minutes is enough, e.g. After "
            "lunch.\n\n",
            n);
      },
      5 * kSize);
}

}  // namespace
}  // namespace claimgraph
