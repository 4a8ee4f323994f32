// Lists of claims: words and where they stand, what is cited, and lines that are none.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/text/sentences.h"
#include "importers/formats/formats.h"
#include "tests/document_dump.h"
#include "tests/growth.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Article Read(std::string_view bytes) {
  Article article = ReadMarkedUp(bytes, "claims.jsonl");
  article.document.sentences = FindSentences(article.document);
  EXPECT_EQ(BrokenPromise(article.document, bytes), "") << bytes;
  return article;
}

std::vector<std::string> Paragraphs(const Document& document) {
  std::vector<std::string> words;
  for (const Block& block : document.blocks) words.emplace_back(document.Words(block.span));
  return words;
}

std::vector<std::string> Codes(const Document& document) {
  std::vector<std::string> codes;
  for (const Diagnostic& odd : document.diagnostics) codes.push_back(odd.code);
  return codes;
}

TEST(ClaimListTest, EachLineIsAParagraphAndASentence) {
  const Document document =
      Read(
          "{\"text\": \"Tea cures colds. It really does.\", \"id\": 7, \"mine\": [{\"text\": 1}]}\n"
          "\n"
          " {\"source\": \"https://a.org\", \"id\": \"c-2\",\"text\":\"Yoga helps\"} \n"
          "{\"text\":\"Rest helps\",\"source\":null}")
          .document;
  EXPECT_EQ(document.format, Format::kClaimList);
  EXPECT_THAT(Paragraphs(document),
              ElementsAre("Tea cures colds. It really does.", "Yoga helps", "Rest helps"));
  EXPECT_THAT(document.sentences, SizeIs(3));
  EXPECT_EQ(document.blocks[0].label, "7");
  EXPECT_EQ(document.blocks[1].label, "c-2, https://a.org");
  EXPECT_EQ(document.blocks[2].label, "");
  EXPECT_THAT(document.diagnostics, IsEmpty());
  EXPECT_THAT(document.links, IsEmpty());
}

// The bytes of the source that the words came from.
std::string SourceOf(std::string_view bytes, const Document& document, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(document.text.find(words));
  const Span span = document.Source({at, at + static_cast<std::uint32_t>(words.size())});
  return std::string(bytes.substr(span.begin, span.size()));
}

TEST(ClaimListTest, EscapesAreUnitsOfTheSource) {
  const std::string bytes =
      R"({"text": " A \"caf\u00e9\" visit \ud83d\ude00\n\thelps\/heals \u0001 backs\\necks. "})";
  const Document document = Read(bytes).document;
  ASSERT_THAT(document.blocks, SizeIs(1));
  EXPECT_EQ(document.text, "A \"café\" visit \U0001F600 helps/heals backs\\necks.");
  EXPECT_EQ(SourceOf(bytes, document, "visit"), "visit");
  EXPECT_EQ(SourceOf(bytes, document, "\"café\""), R"(\"caf\u00e9\")");
  EXPECT_EQ(SourceOf(bytes, document, "\U0001F600"), R"(\ud83d\ude00)");
  EXPECT_EQ(SourceOf(bytes, document, "helps/heals"), R"(helps\/heals)");
}

TEST(ClaimListTest, SpansCountTheFilesOwnBytes) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("{\"text\": \"Tea helps\", \"citations\": [\"10.5555/x\"]}\n")) {
    wide += std::string{c, '\0'};
  }
  const Article article = Read(wide);
  ASSERT_THAT(article.document.blocks, SizeIs(1));
  EXPECT_EQ(article.document.Source(article.document.blocks[0].span), (Span{2 + 20, 2 + 38}));
  ASSERT_THAT(article.references, SizeIs(1));
  EXPECT_EQ(article.references[0].span, (Span{2 + 2 * 36, 2 + 2 * 47}));
}

TEST(ClaimListTest, ReadsWhatIsCited) {
  const std::string bytes =
      R"({"citations": [{"DOI": "https://doi.org/10.5555/ABC.1", "PMID": 31000001, "title": "Naps)"
      R"( and pain", "authors": ["Berg, Hanna", "Solo AB", {"family": "Ng", "given": "A"}],)"
      R"( "year": "2014", "journal": "Back J", "volume": 12, "pages": "25-31"},)"
      R"( {"url": "https://pubmed.ncbi.nlm.nih.gov/31000002/"}, "PMC7654321"], "text": "Naps help"})";
  const Article article = Read(bytes);
  ASSERT_THAT(article.references, SizeIs(3));
  const Reference& r = article.references[0];
  EXPECT_EQ(r.doi, "10.5555/abc.1");
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_EQ(r.title, "Naps and pain");
  EXPECT_THAT(r.authors,
              ElementsAre(Author{"Berg", "Hanna"}, Author{"Solo", "AB"}, Author{"Ng", "A"}));
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.container, "Back J");
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.pages, "25-31");
  EXPECT_EQ(bytes[r.span.begin], '{');
  EXPECT_EQ(bytes[r.span.end - 1], '}');
  EXPECT_EQ(article.references[1].pmid, "31000002");
  EXPECT_EQ(article.references[2].pmcid, "PMC7654321");
  ASSERT_THAT(article.document.links, SizeIs(1));
  const Link& link = article.document.links[0];
  EXPECT_EQ(article.document.Words(link.span), "Naps help");
  EXPECT_EQ(link.target, "#cited-1 cited-2 cited-3");
  EXPECT_EQ(bytes[link.source.begin], '[');
}

TEST(ClaimListTest, AWorkThatSeveralLinesCiteIsOneReference) {
  const Article article = Read(
      "{\"text\": \"A helps\", \"citations\": [{\"doi\": \"10.5555/x\"}]}\n"
      "{\"text\": \"B helps\", \"citations\": {\"doi\": \"10.5555/X\", \"pmid\": \"7\", \"title\": "
      "\"T\"}}\n"
      "{\"text\": \"C helps\", \"citations\": [{\"pmid\": 7}, {\"doi\": \"10.5555/x\", \"title\": "
      "\"Other\"}]}\n");
  ASSERT_THAT(article.references, SizeIs(2));
  EXPECT_EQ(article.references[0].title, "T");
  EXPECT_EQ(article.references[0].pmid, "7");
  EXPECT_EQ(article.references[1].title, "Other");
  ASSERT_THAT(article.document.links, SizeIs(3));
  EXPECT_EQ(article.document.links[2].target, "#cited-1 cited-2");
}

// What `check --format json` prints for a claim is one.
TEST(ClaimListTest, IdsOfACheckArePassedOver) {
  const Article article =
      Read(R"({"id": "c1", "span": {"begin": 0, "end": 9}, "text": "Tea helps", "kind": "effect",)"
           R"( "citations": ["x1", "x12"], "reasons": []})");
  EXPECT_THAT(Paragraphs(article.document), ElementsAre("Tea helps"));
  EXPECT_THAT(article.document.diagnostics, IsEmpty());
  EXPECT_THAT(article.references, IsEmpty());
}

TEST(ClaimListTest, WhatCannotBeReadIsReportedAndTheRestIsRead) {
  const std::string bytes =
      "{\"text\": \"Tea helps\"\n"
      "[\"Tea helps\"]\n"
      "{\"claim\": \"Tea helps\"}\n"
      "{\"text\": [\"Tea helps\"]}\n"
      "{\"text\": \" ?! \"}\n"
      "{\"text\": \"Rest helps\", \"citations\": [{\"authors\": [\"Berg\"]}, {\"doi\": \"none\", "
      "\"pmid\": 7}]}\n"
      "{\"text\": \"Lone \\ud800 half\"}\n";
  const Article article = Read(bytes);
  EXPECT_THAT(Paragraphs(article.document), ElementsAre("Rest helps"));
  EXPECT_THAT(Codes(article.document),
              ElementsAre("bad-json", "not-a-claim", "not-a-claim", "not-a-claim", "not-a-claim",
                          "bad-citation", "bad-doi", "bad-json"));
  EXPECT_THAT(article.references, SizeIs(1));
  const Span second = article.document.diagnostics[1].span;
  EXPECT_EQ(bytes.substr(second.begin, second.size()), "[\"Tea helps\"]");
}

TEST(ClaimListTest, AFileWithoutClaimsIsUnread) {
  const Document document = Read("{\"text\": 1}\n").document;
  EXPECT_THAT(Codes(document), ElementsAre("no-claims", "not-a-claim"));
  EXPECT_TRUE(document.IsUnread());
}

TEST(ClaimListTest, DiagnosticsAreFew) {
  std::string bytes = "{\"text\": \"Tea helps\"}\n";
  for (int i = 0; i < 1000; ++i) bytes += "{]\n";
  const Document document = Read(bytes).document;
  EXPECT_THAT(document.diagnostics, SizeIs(21));
  EXPECT_EQ(document.diagnostics.back().message, "980 more like these.");
}

// Nested, unclosed, and a megabyte of what costs most.
TEST(ClaimListTest, HostileLinesAreReadInLinearTime) {
  const std::string line = "{\"text\": \"Tea helps\"}\n";
  for (const std::string unit :
       {"[", "{\"a\":", "\\\"", "\\u0041", "{\"text\": \"Tea helps\"}\n", "{]\n", "\"", "\\",
        "{\"text\": \"A\", \"citations\": [{\"title\": \"T\"}]}\n", "  ", "\n"}) {
    const auto input = [&](std::size_t size) {
      std::string text = line;
      while (text.size() < size) text += unit;
      return text;
    };
    EXPECT_TRUE(GrowsLinearly(256 << 10, input, [](const std::string& text) { Read(text); }))
        << unit;
  }
  std::string deep = "{\"text\": \"Tea helps\", \"citations\": [" + std::string(300000, '[') +
                     std::string(300000, ']') + "]}\n";
  EXPECT_THAT(Codes(Read(deep).document), ElementsAre("bad-citation"));
  const std::string many = "{\"text\": \"" + std::string(700000, '\\') + "\"}\n" + line;
  EXPECT_THAT(Paragraphs(Read(many).document), SizeIs(1));
}

}  // namespace
}  // namespace claimgraph
