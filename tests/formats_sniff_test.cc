#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "importers/formats/formats.h"

namespace claimgraph {
namespace {

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

}  // namespace
}  // namespace claimgraph
