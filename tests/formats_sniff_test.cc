#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "importers/formats/formats.h"
#include "importers/formats/sniff.h"

namespace claimgraph {
namespace {

using std::string_literals::operator""s;

struct Case {
  std::string_view source;
  std::string_view bytes;
  Format format;
};

constexpr Case kCases[] = {
    // Content before name
    {"notes.txt", "<!DOCTYPE html><p>Rest.", Format::kHtml},
    {"notes.txt", "<!-- saved -->\n<html><body>Rest.", Format::kHtml},
    {"notes.md", "\xEF\xBB\xBF  <!doctype HTML>\n<title>x</title>", Format::kHtml},
    {"-", "<?xml version=\"1.0\"?><html><body>Rest.", Format::kHtml},
    {"-", "<div><p>Rest.</p></div>", Format::kHtml},
    {"page.md", "<div><p>Rest.</p></div>", Format::kMarkdown},
    {"refs.txt", "% my list\n\n@article{cole2020, title = {Rest}}", Format::kBibtex},
    {"refs.bib", "", Format::kBibtex},
    {"refs.txt", "@string(abc = \"x\")", Format::kBibtex},
    // Markdown by its signs
    {"-", "# Rest\n\nIt **helps** most people.\n", Format::kMarkdown},
    {"post.txt", "See [one](https://example.org) and [two](https://example.com).\n\n## Why\n",
     Format::kMarkdown},
    {"-", "---\ntitle: Rest\n---\n\n# Rest\n", Format::kMarkdown},
    {"draft.md", "Plain words.", Format::kMarkdown},
    {"draft.QMD", "Plain words.", Format::kMarkdown},
    // Lists of claims
    {"claims.jsonl", "{\"text\": \"Rest helps.\"}\n", Format::kClaimList},
    {"claims.ndjson", "broken\n{\"id\": 1, \"text\" : \"Rest helps.\"}\n", Format::kClaimList},
    {"-", "\n {\"id\": 1, \"text\": \"Rest helps.\"}\n", Format::kClaimList},
    {"-", "broken\n{\"text\": \"Rest helps.\"}\n", Format::kPlainText},
    {"log.jsonl", "{\"level\": \"info\", \"message\": \"text\"}\n", Format::kPlainText},
    {"draft.md", "A line: {\"text\": \"Rest helps.\"}\n", Format::kMarkdown},
    // Plain text
    {"post.txt", "Rest helps. It really does.\n", Format::kPlainText},
    {"post", "Blood fell < 5 and rose > 3.\n", Format::kPlainText},
    {"post.txt", "@nurse (the one from Tuesday) said so.", Format::kPlainText},
    {"post.txt", "# not a heading alone\n", Format::kPlainText},
    {"page.html", "No tags at all.", Format::kPlainText},
    {"page.html", "Some <b>bold</b> words.", Format::kHtml},
    {"x.txt", "", Format::kPlainText},
};

TEST(SniffFormatTest, DecidesByContentThenByName) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.source) + ": " + std::string(c.bytes));
    EXPECT_EQ(SniffFormat(c.bytes, c.source), c.format);
    EXPECT_EQ(ReadDocument(c.bytes, c.source).format, c.format);
  }
}

TEST(NotTextTest, TellsTextFromTheRest) {
  struct Bytes {
    std::string bytes;
    bool not_text;
  };
  const Bytes cases[] = {
      {"", false},
      {"Tea cures colds.", false},
      {"one stray NUL\0 is odd text"s, false},
      {"caf\xE9 in Latin-1", false},
      {"\xFF\xFEt\0e\0a\0"s, false},
      {"t\0e\0a\0 \0c\0u\0r\0e\0s\0"s, false},
      {"%PDF-1.4", false},
      {"PK\x03\x04rest", true},
      {"\x7F"
       "ELF\x02",
       true},
      {std::string(500, '\0'), true},
      {std::string(100, 'a') + std::string(20, '\0') + std::string(100, 'b'), true},
  };
  for (const Bytes& c : cases) {
    EXPECT_EQ(!NotText(c.bytes).empty(), c.not_text) << testing::PrintToString(c.bytes);
  }
}

TEST(NotTextTest, IsSaidOnceAndNothingIsRead) {
  const Document document = ReadDocument(std::string(500, '\0') + "Tea cures colds.", "a.md");
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].code, "not-text");
  EXPECT_TRUE(document.blocks.empty());
}

}  // namespace
}  // namespace claimgraph
