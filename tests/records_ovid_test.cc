// ReadOvid: both forms of Ovid's exports, the line that holds journal and place, and garbage.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/ovid.h"
#include "importers/records/ovid_source.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kLabelled =
    "<1>\n"
    "Unique Identifier\n"
    "  31000001\n"
    "Status\n"
    "  MEDLINE\n"
    "Authors\n"
    "  van Berg HM. Solo A B. Ng A.\n"
    "Institution\n"
    "  van Berg, Hanna. University of Nowhere.\n"
    "\n"
    "Title\n"
    "  Massage for tired backs: a randomised trial. [Review] [45 refs]\n"
    "Source\n"
    "  The Back Journal. 12(3):25-31, 2014 Mar.\n"
    "MeSH Subject Headings\n"
    "  Female\n"
    "  *Massage / mt [Methods]\n"
    "Abstract\n"
    "  BACKGROUND: Backs hurt. RESULTS: Pain fell\n"
    "  by a third.\n"
    "Digital Object Identifier\n"
    "  https://dx.doi.org/10.5555/ABC.1\n"
    "Clinical Trial Number\n"
    "  ClinicalTrials.gov/NCT00000001\n"
    "Publication Type\n"
    "  Journal Article.\n"
    "  Randomized Controlled Trial.\n";

TEST(OvidTest, ReadsTheLabelledForm) {
  const KeptRecords kept = ReadRecords(ReadOvid, kLabelled);
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.problems, IsEmpty());
  const RecordEntry& entry = kept.entries[0];
  const Reference& r = entry.printed;
  EXPECT_EQ(entry.line, 1u);
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_EQ(r.title, "Massage for tired backs: a randomised trial.");
  EXPECT_THAT(r.authors,
              ElementsAre(Author{"van Berg", "HM"}, Author{"Solo A", "B"}, Author{"Ng", "A."}));
  EXPECT_EQ(r.container, "The Back Journal");
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.issue, "3");
  EXPECT_EQ(r.pages, "25-31");
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.doi, "10.5555/abc.1");
  EXPECT_THAT(entry.abstract, ElementsAre(AbstractPart{"BACKGROUND", "Backs hurt."},
                                          AbstractPart{"RESULTS", "Pain fell by a third."}));
  EXPECT_THAT(entry.record.headings, ElementsAre("Female", "Massage"));
  EXPECT_THAT(entry.record.publication_types,
              ElementsAre("Journal Article", "Randomized Controlled Trial", "Review"));
  ASSERT_THAT(entry.record.facts, SizeIs(1));
  EXPECT_EQ(entry.record.facts[0].value, "NCT00000001");
}

constexpr std::string_view kTagged =
    "<3001. >\r\n"
    "VN  - Ovid Technologies\r\n"
    "DB  - Embase\r\n"
    "UI  - 621000001\r\n"
    "TI  - Tea for colds: what a title\r\n"
    "      may say.\r\n"
    "SO  - Tea Proceedings. Conference: 2nd Tea Day: Part 2. Spain. 12 (Supplement 3) (no "
    "pagination), 2018. Date of Publication: 2018.\r\n"
    "Series Information:  On tea.\r\n"
    "AU  - BERG, Hanna. [Author; E-mail: hb@example.org]\r\n"
    "AU  - Solo A.B.\r\n"
    "IN  - (Berg) University of Nowhere\r\n"
    "MH  - *tea\r\n"
    "AB  - Tea was drunk.\r\n"
    "DO  - http://dx.doi.org/10.5555/tea.7\r\n"
    "PM  - 31000007 [http://www.ncbi.nlm.nih.gov/pubmed/?term=31000007]\r\n"
    "PT  - Conference Abstract\r\n"
    "YR  - 2018\r\n"
    "\r\n"
    "<3002. >\r\n"
    "VN  - Ovid Technologies\r\n"
    "DB  - Embase\r\n"
    "UI  - 62100002\r\n"
    "TI  - Two\r\n";

TEST(OvidTest, ReadsTheTaggedForm) {
  const KeptRecords kept = ReadRecords(ReadOvid, kTagged);
  ASSERT_THAT(Titles(kept), ElementsAre("Tea for colds: what a title may say.", "Two"));
  EXPECT_THAT(kept.problems, IsEmpty());
  const Reference& r = kept.entries[0].printed;
  EXPECT_EQ(r.key, "621000001");
  EXPECT_EQ(r.container, "Tea Proceedings");
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.issue, "Supplement 3");
  EXPECT_EQ(r.pages, "");
  EXPECT_EQ(r.year, 2018);
  EXPECT_EQ(r.doi, "10.5555/tea.7");
  EXPECT_EQ(r.pmid, "31000007");
  EXPECT_THAT(r.authors, ElementsAre(Author{"BERG", "Hanna"}, Author{"Solo", "A.B."}));
  EXPECT_THAT(kept.entries[0].record.headings, ElementsAre("tea"));
  EXPECT_EQ(kept.entries[1].printed.pmid, "");  // Embase counts its own
  EXPECT_EQ(kept.entries[1].line, 19u);
}

// One record of `lines`.
Reference ReadOne(const std::string& lines) {
  const KeptRecords kept = ReadRecords(ReadOvid, "<1>\n" + lines + "\n");
  EXPECT_THAT(kept.entries, SizeIs(1)) << lines;
  return kept.entries.empty() ? Reference{} : kept.entries[0].printed;
}

TEST(OvidTest, NamesComeWithoutDegreesAndMarks) {
  const auto authors = [](const std::string& names) {
    return ReadOne("Title\n  T\nAuthor\n  " + names).authors;
  };
  EXPECT_THAT(authors("Berg, Jan MD *;  van Solo, Arie MD, PhD +;  Ng, Amy 1"),
              ElementsAre(Author{"Berg", "Jan"}, Author{"van Solo", "Arie"}, Author{"Ng", "Amy"}));
  EXPECT_THAT(authors("Berg, Hanna Maria RN; PhD; FAAN 1"),
              ElementsAre(Author{"Berg", "Hanna Maria"}));
  EXPECT_THAT(authors("Berg MA"), ElementsAre(Author{"Berg", "MA"}));
  EXPECT_THAT(authors("Berg, MA"), ElementsAre(Author{"Berg", "MA"}));
  EXPECT_THAT(authors("Berg, H [Ed]; Solo, B [Ed]"),
              ElementsAre(Author{"Berg", "H"}, Author{"Solo", "B"}));
  EXPECT_THAT(authors("Baker J. H. E."), ElementsAre(Author{"Baker", "J. H. E."}));
  EXPECT_THAT(authors("1"), IsEmpty());
}

TEST(OvidTest, ChaptersAndBooks) {
  const Reference chapter =
      ReadOne("Title\n  The book\nChapter Title\n  The chapter\nSource\n  X. 28:3-6, April 2015.");
  EXPECT_EQ(chapter.title, "The chapter");
  EXPECT_EQ(chapter.container, "The book");
  const Reference book =
      ReadOne("Publication Type\n  Book\nSource\n  (2014). Rest 58 pp. Town: P.");
  EXPECT_EQ(book.title, "Rest");
  EXPECT_EQ(book.container, "");
  EXPECT_EQ(book.year, 2014);
  EXPECT_EQ(ReadOne("Title\n  [Rest].").title, "[Rest].");
  EXPECT_EQ(ReadOne("Title\n  Ruhe [Rest]").title, "Ruhe [Rest]");
  EXPECT_EQ(ReadOne("Title\n  Rest.[Article]").title, "Rest.");
  EXPECT_EQ(ReadOne("Title\n  T\nStatus\n  Publish Ahead of Print, 30 November 2015").year, 2015);
}

std::string Parts(std::string_view source) {
  const OvidSource s = ReadOvidSource(source);
  return s.container + "|" + s.volume + "|" + s.issue + "|" + s.pages + "|" +
         std::to_string(s.year) + (s.is_book ? "|book" : "");
}

TEST(OvidTest, ReadsTheSourceLine) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"Ecology. 8(6):1048-1064, September 2015.", "Ecology|8|6|1048-1064|2015"},
      {"Ecology 18:103-106, April 2015.", "Ecology|18||103-106|2015"},
      {"Am. J. Med. 12(Suppl 1):S3-9, 2001 Jan.", "Am. J. Med|12|Suppl 1|S3-9|2001"},
      {"Long Title. Vol 28(2) April 2015, 103-106.", "Long Title|28|2|103-106|2015"},
      {"Tea. Vol.28, no. 2, Apr 2015, pp. 103-106.", "Tea|28|2|103-106|2015"},
      {"Tea Studies 12, Winter 2007: 7-14.", "Tea Studies 12, Winter 2007: 7-14||||0"},
      {"Tea Studies, 2013(1): 3-28.", "Tea Studies|2013|1|3-28|0"},
      {"Tea 2009;12(3):4-5.", "Tea|12|3|4-5|2009"},
      {"Journal of Tea.", "Journal of Tea||||0"},
      {"Ed, A (2015). The Tea. (pp. 103-106) X pp. Town: P", "The Tea|||103-106|2015|book"},
      {"(2014). Rest viii, 58 pp. Town: P.", "Rest viii||||2014|book"},
      {"1:1:1", "|1||1:1|0"},
      {"12", "12||||0"},
      {"(2014).", "(2014)||||0"},
      {"", "||||0"},
  };
  for (const auto& [source, parts] : kCases) EXPECT_EQ(Parts(source), parts) << source;
}

TEST(OvidTest, WithoutNumbersARecordBeginsWhereAFieldComesAgain) {
  const KeptRecords labelled =
      ReadRecords(ReadOvid,
                  "\nScore\n  *****\nTitle\n  One\nAbstract\n  Words\n\n  and words\n \n"
                  "Score\n  *****\nTitle\n  Two\n");
  EXPECT_THAT(Titles(labelled), ElementsAre("One", "Two"));
  ASSERT_THAT(labelled.entries[0].abstract, SizeIs(1));
  EXPECT_EQ(labelled.entries[0].abstract[0].text, "Words and words");
  const KeptRecords tagged = ReadRecords(
      ReadOvid, "VN  - Ovid Technologies\nTI  - One\n\nVN  - Ovid Technologies\nTI  - Two\n");
  EXPECT_THAT(Titles(tagged), ElementsAre("One", "Two"));
}

TEST(OvidTest, WhatCannotBeReadIsReportedAndTheRestIsRead) {
  const KeptRecords kept = ReadRecords(
      ReadOvid, "<1>\n  words of nobody\n<2>\nAuthor\n  Berg H\n<3>\nTitle\n  T\nDOI\n  none\n");
  EXPECT_THAT(Titles(kept), ElementsAre("T"));
  ASSERT_THAT(kept.Codes(), ElementsAre("stray-text", "empty-record", "empty-record", "bad-doi"));
  EXPECT_EQ(kept.problems[2].line, 3u);
  EXPECT_EQ(kept.problems[2].record, "record 2");
  EXPECT_TRUE(kept.problems[2].skipped);
}

TEST(OvidTest, AFailingSourceLosesOnlyTheRecordItCuts) {
  KeptRecords kept;
  SlowSource source("<1>\nTitle\n  One\n<2>\nTitle\n  Tw", 3, true);
  EXPECT_FALSE(ReadOvid(&source, &kept));
  EXPECT_THAT(Titles(kept), ElementsAre("One"));
  EXPECT_THAT(kept.Codes(), ElementsAre("truncated-input"));
}

TEST(OvidTest, HugeAndHostileInputIsBounded) {
  std::string text = "<1>\nTitle\n  One\n";
  for (int i = 0; i < 2000000; ++i) text += "Keywords\n  a\n";
  text += "<2>\nTitle\n  Two\nAbstract\n  " + std::string(3 << 20, '<') + "\n";
  text += "<3>\nTitle\n  Three\nSource\n  " + std::string(1 << 19, '(') + "\nAuthors\n  ";
  for (int i = 0; i < 1 << 17; ++i) text += "A. B ";
  const KeptRecords kept = ReadRecords(ReadOvid, text + "\n");
  EXPECT_THAT(Titles(kept), ElementsAre("Two", "Three"));
  EXPECT_THAT(kept.Codes(), ElementsAre("too-large", "too-large"));
  std::string garbage;
  for (int i = 1; i < 100000; ++i) garbage += static_cast<char>(i * 7919 % 251 + 1);
  EXPECT_THAT(ReadRecords(ReadOvid, garbage).entries, IsEmpty());
}

}  // namespace
}  // namespace claimgraph
