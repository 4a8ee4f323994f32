// PDF files that are written here, byte by byte.

#include <gtest/gtest.h>

#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/formats.h"
#include "importers/formats/pdf_layout.h"
#include "tests/document_dump.h"
#include "tests/growth.h"

namespace claimgraph {
namespace {

// A line of text on a page of 600 by 800 points; `y` grows upwards.
std::string At(double x, double y, std::string_view words, double size = 10, bool bold = false) {
  char place[96];
  std::snprintf(place, sizeof place, "BT /F%d %g Tf %g %g Td (", bold ? 2 : 1, size, x, y);
  return place + std::string(words) + ") Tj ET\n";
}

// One page for each content stream.
std::string Pdf(const std::vector<std::string>& pages, std::string_view trailer = "") {
  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "",
      "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>"};
  std::string kids;
  for (const std::string& page : pages) {
    objects.push_back("<</Length " + std::to_string(page.size()) + ">>\nstream\n" + page +
                      "endstream");
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R/F2 "
        "4 0 R>>>>/Contents " +
        std::to_string(objects.size()) + " 0 R>>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";
  std::string bytes = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", bytes.size());
    table += entry;
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(bytes.size());
  return bytes + table + "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" +
         std::string(trailer) + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string Code(const Document& document) {
  return document.diagnostics.empty() ? std::string() : document.diagnostics[0].code;
}

class PdfTest : public testing::Test {
 protected:
  static std::string Dump(const std::vector<std::string>& pages) {
    const Document document = ReadDocument(Pdf(pages), "a.pdf");
    EXPECT_EQ(document.format, Format::kPdf);
    EXPECT_EQ(BrokenPromise(document, document.text), "");
    for (const Diagnostic& d : document.diagnostics) ADD_FAILURE() << d.code << ": " << d.message;
    return DumpBlocks(document);
  }
};

TEST_F(PdfTest, LinesBecomeParagraphsAndHeadings) {
  EXPECT_EQ(Dump({At(50, 750, "Naps at work", 18) + At(50, 720, "Methods", 10, true) +
                  At(50, 706, "We asked forty nurses who work at night about naps and") +
                  At(50, 694, "about how they rest.") + At(62, 682, "They told us that they") +
                  At(50, 670, "rest well.") + At(50, 640, "A gap stands before this one.")}),
            R"(h1 "Naps at work"
h2 "Methods"
p "We asked forty nurses who work at night about naps and about how they rest."
p "They told us that they rest well."
p "A gap stands before this one."
)");
}

TEST_F(PdfTest, BrokenWordsAreMended) {
  EXPECT_EQ(
      Dump({At(50, 700, "It was a double-blind trial of mag-") +
            At(50, 688, "nesium and a second double-") + At(50, 676, "blind trial of COVID-") +
            At(50, 664, "19 and of well- and ill-")}),
      "p \"It was a double-blind trial of magnesium and a second double-blind trial of COVID-19 "
      "and of well- and ill-\"\n");
}

TEST_F(PdfTest, ColumnsAreReadOneAfterTheOther) {
  std::string page;
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    page += At(50, 700 - 12 * i, "left column has the words of line l" + n + " here and") +
            At(320, 700 - 12 * i, "right column has the words of line r" + n + " here and");
  }
  const Document document = ReadDocument(Pdf({page}), "a.pdf");
  const std::size_t last_left = document.text.find("l11");
  const std::size_t first_right = document.text.find("r0");
  ASSERT_NE(last_left, std::string::npos);
  ASSERT_NE(first_right, std::string::npos);
  EXPECT_LT(last_left, first_right);
  EXPECT_EQ(document.blocks.size(), 1u);  // the sentence goes on in the second column
}

TEST_F(PdfTest, RunningHeadsAndPageNumbersAreDropped) {
  std::vector<std::string> pages;
  for (int i = 1; i <= 4; ++i) {
    const std::string n = std::to_string(i);
    pages.push_back(At(50, 780, "J Naps 2011, vol. 4, p. " + n) +
                    At(50, 700, "Words of page " + n + " go on and") +
                    At(50, 688, "some more of them that say much and") +
                    At(50, 676, "then a last line stands here and") + At(300, 20, n));
  }
  const Document document = ReadDocument(Pdf(pages), "a.pdf");
  EXPECT_EQ(document.text.find("J Naps"), std::string::npos);
  EXPECT_EQ(document.text.find("4\n"), std::string::npos);
  EXPECT_NE(document.text.find("Words of page 4"), std::string::npos);
}

TEST_F(PdfTest, EntriesAndItemsStandAlone) {
  EXPECT_EQ(Dump({At(50, 700, "Naps help:") + At(50, 688, "\\225 nurses who work at") +
                  At(58, 676, "night") + At(50, 664, "\\225 bakers") +
                  At(50, 640, "References", 10, true) +
                  At(50, 626, "1. Cole A. Naps at work. J Naps.") + At(62, 614, "2011;4:1-9.") +
                  At(50, 602, "2. Pell C. Rest. J Rest. 1999;2:3-") + At(62, 590, "7.")}),
            R"(p "Naps help:"
- "nurses who work at night"
- "bakers"
h2 "References"
p "1. Cole A. Naps at work. J Naps. 2011;4:1-9."
p "2. Pell C. Rest. J Rest. 1999;2:3- 7."
)");
}

TEST_F(PdfTest, EntriesWithoutNumbersAreToldByTheirIndent) {
  EXPECT_EQ(
      Dump({At(50, 700, "Words that stand before the list.") + At(50, 670, "References", 10, true) +
            At(50, 656, "Cole A. (2011). Naps at work.") + At(62, 644, "J Naps, 4, 1-9.") +
            At(50, 632, "Pell C. (1999). Rest. J Rest.")}),
      R"(p "Words that stand before the list."
h2 "References"
p "Cole A. (2011). Naps at work. J Naps, 4, 1-9."
p "Pell C. (1999). Rest. J Rest."
)");
}

TEST_F(PdfTest, SmallRaisedDigitsAreMarked) {
  EXPECT_EQ(Dump({At(50, 700, "Naps help.") + At(95.3, 704, "3", 6) + At(102, 700, "So it is.") +
                  At(50, 688, "More words make this type the usual one.")}),
            "p \"Naps help.3 So it is. More words make this type the usual one.\"\n  sup \"3\"\n");
}

TEST_F(PdfTest, BlocksKnowTheirPage) {
  const Document document = ReadDocument(
      Pdf({At(50, 700, "First page ends here."), At(50, 700, "Second page begins.")}), "a.pdf");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[0].label, "1");
  EXPECT_EQ(document.blocks[1].label, "2");
}

TEST_F(PdfTest, WhatCannotBeReadIsReported) {
  const std::string whole = Pdf({At(50, 700, "Naps help.")});
  EXPECT_EQ(Code(ReadDocument(whole, "a.pdf")), "");
  EXPECT_EQ(Code(ReadDocument("%PDF-1.4\nnothing else", "a.pdf")), "bad-pdf");
  EXPECT_EQ(Code(ReadDocument(Pdf({""}), "a.pdf")), "no-text");
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    std::string bent = whole.substr(0, 20 + random() % (whole.size() - 20));
    for (int i = 0; i < 6; ++i)
      bent[9 + random() % (bent.size() - 9)] = static_cast<char>(random());
    const Document document = ReadDocument(bent, "a.pdf");
    EXPECT_EQ(BrokenPromise(document, document.text), "");
  }
}

TEST(PdfLayoutTest, AWordThatNeverEndsTakesLinearTime) {
  const auto make = [](std::size_t lines) {
    PdfPage page{.height = 1e9, .words = {}};
    for (std::size_t i = 0; i < lines; ++i) {
      const double top = 2e8 + 12.0 * static_cast<double>(i);  // outside of the margins
      page.words.push_back({"aaaaaaaa-", 50, top, 90, top + 10, 10, false, true});
    }
    return std::vector<PdfPage>{page};
  };
  EXPECT_TRUE(GrowsLinearly(200'000, make, [](const std::vector<PdfPage>& pages) {
    Document document;
    LayOutPdf(pages, &document);
  }));
}

}  // namespace
}  // namespace claimgraph
