// What holds for every format.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/sentences.h"
#include "importers/formats/formats.h"
#include "tests/document_dump.h"

namespace claimgraph {
namespace {

// One article in each format, with what makes offsets go wrong in it.
const std::vector<std::pair<std::string, std::string>>& Samples() {
  static const std::vector<std::pair<std::string, std::string>> samples = {
      {"a.txt",
       "Why Naps Help\n\nNaps “help”\u00A0most people — as one trial found.➤ https://a.org/x\n\n- "
       "One\n- Two\n\nThey do."},
      {"a.md",
       "---\ntitle: \"Naps \\\"help\\\"\"\n---\n# Why *naps* help {#w}\n\nNaps &ldquo;help&rdquo; "
       "**most** people\\* — as\n"
       "[one trial](https://a.org/x_y_z) found.[^1] <!-- c --> They do [@cole_2020].\n\n> - One\n> "
       "  two\n\n"
       "| a | b |\n|---|---|\n| c | d |\n\n[^1]: Cole, A. (2020).\n\n<p>HTML "
       "&#8217;too&#8217;</p>\n"},
      {"a.html",
       "<!doctype html><title>Naps</title><body><h1>Why <em>naps</em> help</h1><p>Naps "
       "&ldquo;help&rdquo;&nbsp;most\n  people &mdash; as"
       " <a href='/x?a=1&amp;b=2'>one <b>trial</b></a> "
       "found.<sup>1</sup></p><ul><li>One<li>Two</ul>"},
      {"a.jsonl",
       "{\"text\": \"Naps \\u201chelp\\u201d \\\"most\\\" people https://a.org/x\", \"id\": 1}\n"
       "{\"citations\": [{\"doi\": \"10.5555/x\"}, \"PMID: 7\"], \"text\": \"They\\ndo.\"}\n"},
  };
  return samples;
}

std::string Utf16(std::string_view ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

TEST(ReadDocumentTest, KeepsItsPromises) {
  for (const auto& [name, text] : Samples()) {
    SCOPED_TRACE(name);
    Document document = ReadDocument(text, name);
    document.sentences = FindSentences(document);
    EXPECT_EQ(BrokenPromise(document, text), "");
    EXPECT_FALSE(document.blocks.empty());
    EXPECT_EQ(document.source, name);
    EXPECT_EQ(document.size, text.size());
    EXPECT_EQ(document.hash.size(), 32u);
  }
}

// Whatever is cut off or overwritten, the same promises hold.
TEST(ReadDocumentTest, KeepsItsPromisesForDamagedFiles) {
  std::mt19937 random(3);
  for (const auto& [name, text] : Samples()) {
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      Document document = ReadDocument(std::string_view(text).substr(0, cut), name);
      document.sentences = FindSentences(document);
      ASSERT_EQ(BrokenPromise(document, text.substr(0, cut)), "") << name << " cut at " << cut;
    }
    for (int round = 0; round < 500; ++round) {
      std::string damaged = text;
      for (int n = 0; n < 4; ++n) damaged[random() % damaged.size()] = static_cast<char>(random());
      Document document = ReadDocument(damaged, name);
      document.sentences = FindSentences(document);
      ASSERT_EQ(BrokenPromise(document, damaged), "") << name << ": " << damaged;
    }
  }
}

// Another encoding changes the offsets and nothing else.
TEST(ReadDocumentTest, ReadsEncodingsAlike) {
  for (const auto& [name, text] : Samples()) {
    SCOPED_TRACE(name);
    std::string ascii;
    for (const char c : text) ascii.push_back(static_cast<unsigned char>(c) < 0x80 ? c : '?');
    const Document plain = ReadDocument(ascii, name);
    const std::string marked = "\xEF\xBB\xBF" + ascii;
    const std::string wide = Utf16(ascii);
    const Document with_mark = ReadDocument(marked, name);
    const Document with_utf16 = ReadDocument(wide, name);
    EXPECT_EQ(BrokenPromise(with_mark, marked), "");
    EXPECT_EQ(BrokenPromise(with_utf16, wide), "");
    ASSERT_EQ(DumpBlocks(with_mark), DumpBlocks(plain));
    ASSERT_EQ(DumpBlocks(with_utf16), DumpBlocks(plain));
    for (std::size_t i = 0; i < plain.blocks.size(); ++i) {
      const Span a = plain.Source(plain.blocks[i].span);
      const Span b = with_mark.Source(with_mark.blocks[i].span);
      const Span c = with_utf16.Source(with_utf16.blocks[i].span);
      EXPECT_EQ(b, (Span{a.begin + 3, a.end + 3}));
      EXPECT_EQ(c, (Span{a.begin * 2 + 2, a.end * 2 + 2}));
    }
    for (std::size_t i = 0; i < plain.links.size(); ++i) {
      const Span a = plain.links[i].target_source;
      EXPECT_EQ(with_utf16.links[i].target_source, (Span{a.begin * 2 + 2, a.end * 2 + 2}));
    }
  }
}

// The source of a block's span holds its words, in order, with markup between.
TEST(ReadDocumentTest, SlicingTheSourceGivesTheWords) {
  for (const auto& [name, text] : Samples()) {
    const Document document = ReadDocument(text, name);
    for (const Block& block : document.blocks) {
      const Span source = document.Source(block.span);
      std::size_t at = source.begin;
      for (const char c : document.Words(block.span)) {
        const bool word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!word) continue;
        at = text.find(c, at);
        ASSERT_LT(at, source.end) << name << ": " << document.Words(block.span);
        ++at;
      }
    }
  }
}

TEST(ReadDocumentTest, FindsCommentsToClaimgraph) {
  const std::string_view comment =
      "<!-- claimgraph-ignore uncited-claim: it is common knowledge -->";
  for (const std::string_view name : {"a.txt", "a.md", "a.html"}) {
    SCOPED_TRACE(name);
    const std::string text = (name == "a.html" ? "<html><body><p>" : "") +
                             std::string("Naps help.\n\n") + (name == "a.html" ? "<p>" : "") +
                             std::string(comment) + "\n\nRest helps.\n";
    const Document document = ReadDocument(text, name);
    ASSERT_EQ(document.ignores.size(), 1u);
    const IgnoreComment& found = document.ignores[0];
    EXPECT_EQ(found.rule, "uncited-claim");
    EXPECT_EQ(found.reason, "it is common knowledge");
    EXPECT_EQ(text.substr(found.source.begin, found.source.size()), comment);
    EXPECT_EQ(document.text.substr(found.at), "Rest helps.");
    EXPECT_EQ(document.text.find("claimgraph"), std::string::npos);
  }
}

TEST(ReadDocumentTest, ACommentBehindWordsStandsInTheirBlock) {
  constexpr std::string_view kCases[][2] = {
      {"a.txt", "Naps help. <!-- claimgraph-ignore all: known -->\n\nRest helps.\n"},
      {"a.md", "Naps help. <!-- claimgraph-ignore all: known -->\n\nRest helps.\n"},
      {"a.md", "- Naps **help**. <!-- claimgraph-ignore all: known -->\n- Rest helps.\n"},
      {"a.html",
       "<html><body><p>Naps help. <!-- claimgraph-ignore all: known --></p><p>Rest helps."},
  };
  for (const auto& [name, text] : kCases) {
    SCOPED_TRACE(text);
    const Document document = ReadDocument(text, name);
    ASSERT_EQ(document.ignores.size(), 1u);
    EXPECT_LT(document.ignores[0].at, document.blocks[0].span.end);
    EXPECT_TRUE(document.diagnostics.empty());
  }
  // What ends a block ends the comment's way to it.
  const std::string_view minified =
      "<html><body><p>Naps help.</p><!-- claimgraph-ignore all: known --><p>Rest helps.</p>";
  const Document document = ReadDocument(minified, "a.html");
  ASSERT_EQ(document.ignores.size(), 1u);
  EXPECT_EQ(document.text.substr(document.ignores[0].at), "Rest helps.");
}

TEST(ReadDocumentTest, ACommentWithoutRuleOrReasonIsTold) {
  for (const std::string_view comment :
       {"<!-- claimgraph-ignore -->", "<!-- claimgraph-ignore uncited-claim -->",
        "<!-- claimgraph-ignore: because -->", "<!-- claimgraph-ignore uncited-claim: -->"}) {
    SCOPED_TRACE(comment);
    const Document document = ReadDocument(std::string(comment) + "\nNaps help.\n", "a.md");
    ASSERT_EQ(document.diagnostics.size(), 1u);
    EXPECT_EQ(document.diagnostics[0].code, "ignore-without-reason");
  }
}

TEST(ReadDocumentTest, FurnitureOfThePageIsMetadata) {
  const Document document = ReadDocument(
      "# Naps\n\nBy Robin Cole\n\nMay 2, 2024 • 4 min read\n\nNaps help people who sleep badly at "
      "night, and "
      "they help many more.\n\n"
      "Read more about naps in the trial that I cite below, please.\n\n## Related Posts\n\nNaps "
      "for cats\n",
      "a.md");
  EXPECT_EQ(DumpBlocks(document), R"(h1 "Naps"
meta "By Robin Cole"
meta "May 2, 2024 • 4 min read"
p "Naps help people who sleep badly at night, and they help many more."
p "Read more about naps in the trial that I cite below, please."
meta "Related Posts"
meta "Naps for cats"
)");
  const Document with_references = ReadDocument(
      "Naps help.\n\nComments\n\nNot the end yet.\n\nReferences\n\nCole, A. (2020). Naps.\n",
      "a.md");
  EXPECT_EQ(with_references.blocks.back().kind, BlockKind::kParagraph);
}

TEST(ReadDocumentTest, ABibliographyHasNoProse) {
  const Document document = ReadDocument("@article{a, title = {Naps help}}", "refs.bib");
  EXPECT_EQ(document.text, "");
  EXPECT_EQ(document.format, Format::kBibtex);
}

TEST(ReadDocumentTest, TheHashIsOfTheBytes) {
  EXPECT_EQ(ReadDocument("", "a.txt").hash, "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(ReadDocument("a", "a.txt").hash, ReadDocument("b", "a.txt").hash);
}

}  // namespace
}  // namespace claimgraph
