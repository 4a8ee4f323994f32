// Text that was not written to be read: random bytes, and one construct a
// million times.  Nothing may crash, and time may not grow faster than the text.

#include <gtest/gtest.h>

#include <random>

#include "core/text/utf8.h"
#include "importers/extraction/citations.h"
#include "importers/linking/citation_linker.h"
#include "tests/citations_test_util.h"
#include "tests/growth.h"

namespace claimgraph {
namespace {

// A paragraph as it is, with one sentence.
Document RawDocument(std::string text) {
  Document document;
  document.format = Format::kMarkdown;
  document.text = std::move(text);
  const TextSpan all{0, static_cast<std::uint32_t>(document.text.size())};
  document.map = OffsetMap::Identity(all.end);
  document.blocks.push_back({BlockKind::kParagraph, all});
  document.sentences.push_back({all, 0});
  return document;
}

void Check(const Document& document, const ReferenceList& list) {
  std::vector<Citation> found = ExtractCitations(document, list, {});
  LinkCitations(document, list.references, &found);
  std::uint32_t last = 0;
  for (const Citation& c : found) {
    ASSERT_LE(last, c.text_span.begin);
    ASSERT_LE(c.text_span.begin, c.text_span.end);
    ASSERT_LE(c.text_span.end, document.text.size());
    ASSERT_TRUE(c.references.empty() || Raw(c.references.back()) <= list.references.size());
    last = c.text_span.end;
  }
}

TEST(CitationPathologicalTest, RandomTextIsRead) {
  constexpr const char* kPieces[] = {
      "(",        ")",  "[",      "]",      "[^",     "@",        ";",      ",",   ".",
      " ",        "1",  "12",     "2010",   "2010a",  "Marlow",   "et al.", "and", "&",
      "PubMed",   "-",  "\u2013", "\u00B2", "\u00A0", "'s",       "n.d.",   "A ",  "paper",
      "in press", "\n", "{^1}",   "ref. ",  "\u2019", "\xC3\xA9", "this "};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += kPieces[random() % std::size(kPieces)];
    SCOPED_TRACE(text);
    Check(RawDocument(text), NumberedEntries(9));
    Check(TextDocument(text), Entries("Marlow 2010 Rest\nMarlow 2010 Sleep\n"));
  }
}

TEST(CitationPathologicalTest, RandomBytesAreRead) {
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    std::string bytes(2000, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    Check(RawDocument(DecodeText(bytes).text), NumberedEntries(9));
  }
}

TEST(CitationPathologicalTest, AMegabyteOfOneConstructTakesLinearTime) {
  for (const char* piece :
       {"[1", "(Smith, ", "(", "[@a; ", "PubMed ", ". PubMed", "(2010", "Marlow et al. (2010",
        "et al. 2010 ", "A 2010 ", "x1,", "[^1", "Aaa ", "(Marlow 2010a,", "1\u00B2", "[1]-"}) {
    SCOPED_TRACE(piece);
    const auto make = [piece](std::size_t n) {
      std::string text;
      while (text.size() < n) text += piece;
      return RawDocument(std::move(text));
    };
    EXPECT_TRUE(GrowsLinearly(1 << 20, make,
                              [](const Document& d) { Check(d, NumberedEntries(9)); }));
  }
}

}  // namespace
}  // namespace claimgraph
