// ReadIsi: fields of Web of Science's exports, what is left out of them, and garbage.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/isi.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kTrial =
    "FN Clarivate Analytics Web of Science\n"
    "VR 1.0\n"
    "PT J\n"
    "AU van Berg, HM\n"
    "   Solo, AB\n"
    "AF van Berg, Hanna Maria\n"
    "   Solo, A. B.\n"
    "CA Back Pain Group\n"
    "TI Massage for tired backs: a\n"
    "   randomised trial\n"
    "SO THE BACK JOURNAL\n"
    "LA English\n"
    "DT Article; Retracted Publication\n"
    "DE touch; backs;\n"
    "   low back pain\n"
    "ID KEYWORDS; PLUS\n"
    "AB Background\n"
    "   Backs hurt at work.\n"
    "   Methods\n"
    "   We massaged 74 people and\n"
    "   Methods\n"
    "   were noted.\n"
    "   Conclusion\n"
    "   It helps.\n"
    "C1 [van Berg, Hanna Maria] Univ Nowhere, Nowhere.\n"
    "CR BERG H, 2001, BACK J, V1, P1, DOI 10.5555/OLD.1\n"
    "   SOLO AB, 2002, BACK J, V2, P1\n"
    "   SOLO AB, 2003, BACK J, V3, P1, DOI [10.5555/old.3, 10.5555/old.4]\n"
    "PU BACK PRESS\n"
    "JI Back J.\n"
    "PD MAR\n"
    "PY 2014\n"
    "VL 12\n"
    "IS 3\n"
    "BP 25\n"
    "EP 31\n"
    "DI 10.5555/ABC.1\n"
    "UT WOS:000000000000001\n"
    "PM 31000001\n"
    "ER\n"
    "\n"
    "EF\n";

TEST(IsiTest, ReadsTheFieldsOfARecord) {
  const KeptRecords kept = ReadRecords(ReadIsi, kTrial);
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.problems, IsEmpty());
  const RecordEntry& entry = kept.entries[0];
  const Reference& r = entry.printed;
  EXPECT_EQ(entry.line, 3u);
  EXPECT_EQ(r.key, "WOS:000000000000001");
  EXPECT_EQ(r.title, "Massage for tired backs: a randomised trial");
  EXPECT_THAT(r.authors, ElementsAre(Author{"van Berg", "Hanna Maria"}, Author{"Solo", "A. B."},
                                     Author{"Back Pain Group", ""}));
  EXPECT_EQ(r.container, "THE BACK JOURNAL");
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.issue, "3");
  EXPECT_EQ(r.pages, "25-31");
  EXPECT_EQ(r.publisher, "BACK PRESS");
  EXPECT_EQ(r.doi, "10.5555/abc.1");
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_THAT(entry.keywords, ElementsAre("touch", "backs", "low back pain"));
  EXPECT_THAT(entry.record.publication_types, ElementsAre("Article", "Retracted Publication"));
  ASSERT_THAT(entry.record.notices, SizeIs(1));
  EXPECT_EQ(entry.record.notices[0].standing, Standing::kRetracted);
  EXPECT_THAT(entry.cites, ElementsAre("doi:10.5555/old.1", "doi:10.5555/old.3"));
}

// "Methods" in the middle of a sentence is a word of it.
TEST(IsiTest, HeadingsOfAbstractsStandOnLinesOfTheirOwn) {
  const KeptRecords kept = ReadRecords(ReadIsi, kTrial);
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.entries[0].abstract,
              ElementsAre(AbstractPart{"Background", "Backs hurt at work."},
                          AbstractPart{"Methods", "We massaged 74 people and Methods were noted."},
                          AbstractPart{"Conclusion", "It helps."}));
}

// One record of `lines` between its ends.
Reference ReadOne(const std::string& lines) {
  const KeptRecords kept =
      ReadRecords(ReadIsi, "FN ISI\nVR 1.0\nPT J\nTI T\n" + lines + "\nER\n\nEF");
  EXPECT_THAT(kept.entries, SizeIs(1)) << lines;
  return kept.entries.empty() ? Reference{} : kept.entries[0].printed;
}

TEST(IsiTest, ReadsOtherTagsForTheSame) {
  EXPECT_THAT(ReadOne("AU Berg, Hanna; Solo, AB").authors,
              ElementsAre(Author{"Berg", "Hanna"}, Author{"Solo", "AB"}));
  EXPECT_THAT(ReadOne("AU [Anonymous]\nBE Ed, B").authors, ElementsAre(Author{"Ed", "B"}));
  EXPECT_EQ(ReadOne("AR e0006219").pages, "e0006219");
  EXPECT_EQ(ReadOne("PS 457-71").pages, "457-71");
  EXPECT_EQ(ReadOne("PD 2006 May-Jun").year, 2006);
  EXPECT_EQ(ReadOne("EA MAR 2021").year, 2021);
  EXPECT_EQ(ReadOne("J9 BACK J").container, "BACK J");
  EXPECT_EQ(ReadOne("UT MEDLINE:16842170").pmid, "16842170");
  EXPECT_EQ(ReadOne("UT WOS:16842170").pmid, "");
}

TEST(IsiTest, ABadDoiIsReportedAndLeftEmpty) {
  const KeptRecords kept = ReadRecords(ReadIsi, "PT J\nTI T\nDI 467-72\nER\n");
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_EQ(kept.entries[0].printed.doi, "");
  EXPECT_THAT(kept.Codes(), ElementsAre("bad-doi"));
}

TEST(IsiTest, MissingEndsAndTypesAreReportedAndTheRecordsRead) {
  const KeptRecords kept =
      ReadRecords(ReadIsi,
                  "FN ISI\nVR 1.0\nTI One\nER\nPT J\nTI Two\nPT J\nTI Three\n\nEF\n"
                  "FN ISI\nVR 1.0\nPT J\nTI Four\n");
  EXPECT_THAT(Titles(kept), ElementsAre("One", "Two", "Three", "Four"));
  EXPECT_THAT(kept.Codes(),
              ElementsAre("missing-type", "missing-end", "missing-end", "missing-end"));
  EXPECT_EQ(kept.problems[1].line, 5u);
  EXPECT_FALSE(kept.problems[1].skipped);
}

TEST(IsiTest, EmptyRecordsAreSkippedAndTheNextIsRead) {
  const KeptRecords kept = ReadRecords(
      ReadIsi, "PT J\nAU Berg, H\nER\n\nWords of nobody.\n\nMore.\nPT J\nTI Two\nER\nEF\n");
  EXPECT_THAT(Titles(kept), ElementsAre("Two"));
  ASSERT_THAT(kept.Codes(), ElementsAre("empty-record", "stray-text"));
  EXPECT_EQ(kept.problems[0].record, "record 1");
  EXPECT_TRUE(kept.problems[0].skipped);
  EXPECT_EQ(kept.problems[1].line, 5u);
}

TEST(IsiTest, ReadsMarksLineEndsAndLatin1) {
  const KeptRecords kept = ReadRecords(ReadIsi,
                                       "\xEF\xBB\xBF"
                                       "FN ISI\r\nVR 1.0\r\nPT J\r\nTI \xDC"
                                       "ber\r\n   alles\r\nER\r\n\r\nEF");
  EXPECT_THAT(Titles(kept), ElementsAre("Über alles"));
  EXPECT_THAT(kept.Codes(), ElementsAre("not-utf8"));
}

TEST(IsiTest, AFailingSourceLosesOnlyTheRecordItCuts) {
  KeptRecords kept;
  SlowSource source("PT J\nTI One\nER\nPT J\nTI Tw", 3, true);
  EXPECT_FALSE(ReadIsi(&source, &kept));
  EXPECT_THAT(Titles(kept), ElementsAre("One"));
  EXPECT_THAT(kept.Codes(), ElementsAre("truncated-input"));
}

TEST(IsiTest, StopsWhenTheSinkHasEnough) {
  KeptRecords kept;
  kept.most = 1;
  TextSource source("PT J\nTI One\nER\nPT J\nTI Two\nER\n");
  EXPECT_TRUE(ReadIsi(&source, &kept));
  EXPECT_THAT(Titles(kept), ElementsAre("One"));
}

TEST(IsiTest, HugeAndHostileInputIsBounded) {
  std::string text = "PT J\nTI One\n";
  for (int i = 0; i < 2000000; ++i) text += "DE a\n";
  text += "ER\nPT J\nTI Two\nAB " + std::string(3 << 20, '<') + "\nER\n";
  const KeptRecords kept = ReadRecords(ReadIsi, text);
  EXPECT_THAT(Titles(kept), ElementsAre("Two"));
  EXPECT_THAT(kept.Codes(), ElementsAre("too-large", "too-large"));
  std::string garbage;
  for (int i = 1; i < 100000; ++i) garbage += static_cast<char>(i * 7919 % 251 + 1);
  EXPECT_THAT(ReadRecords(ReadIsi, garbage).entries, IsEmpty());
}

}  // namespace
}  // namespace claimgraph
