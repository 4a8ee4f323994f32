// ReadMedline: fields, notices, records that run into each other, and garbage.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/medline.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kTrial =
    "\n"
    "PMID- 31000001\n"
    "OWN - NLM\n"
    "DP  - 2014 Mar-Apr\n"
    "TI  - Massage for tired backs: a\n"
    "      randomised trial.\n"
    "PG  - 25-31\n"
    "VI  - 12\n"
    "IP  - 3\n"
    "LID - 10.5555/ABC.1 [doi]\n"
    "AB  - Backs hurt. OBJECTIVE: To see. MAIN OUTCOME MEASURE(S): Pain (PRS: 0-10).\n"
    "      RESULTS: It fell. GSTM1: no change. CONCLUSIONS: It helps.\n"
    "FAU - van Berg, Hanna Maria\n"
    "AU  - van Berg HM\n"
    "AU  - Solo AB Jr\n"
    "CN  - Back Pain Group\n"
    "LA  - eng\n"
    "SI  - ClinicalTrials.gov/nct00000001\n"
    "SI  - GENBANK/X123\n"
    "PT  - Journal Article\n"
    "PT  - Randomized Controlled Trial\n"
    "TA  - Back J\n"
    "JT  - The back journal\n"
    "MH  - Female\n"
    "MH  - Back Pain/prevention & control/*therapy\n"
    "MH  - *Massage\n"
    "OT  - *touch\n"
    "PMC - PMC7654321\n"
    "RIN - Back J. 2016 Feb 9;14(1):2. doi: 10.5555/abc.9. PMID: 32000002\n"
    "EIN - Back J. 2015;13:7\n"
    "ECI - Back J. 2015 Dec;13:8. PMID: 31999999\n"
    "UIN - Back J. 2017;15:1. PMID: 33000003\n"
    "ROF - Back J. 1999;1:1. PMID: 30000000\n";

TEST(MedlineTest, ReadsTheFieldsOfARecord) {
  const KeptRecords kept = ReadRecords(ReadMedline, kTrial);
  ASSERT_EQ(kept.entries.size(), 1u);
  EXPECT_THAT(kept.problems, IsEmpty());
  const Reference& r = kept.entries[0].printed;
  EXPECT_EQ(kept.entries[0].line, 2u);
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_EQ(r.pmcid, "PMC7654321");
  EXPECT_EQ(r.doi, "10.5555/abc.1");
  EXPECT_EQ(r.title, "Massage for tired backs: a randomised trial.");
  EXPECT_EQ(r.container, "The back journal");
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.issue, "3");
  EXPECT_EQ(r.pages, "25-31");
  EXPECT_THAT(r.authors, ElementsAre(Author{"van Berg", "Hanna Maria"}, Author{"Solo", "AB Jr"},
                                     Author{"Back Pain Group", ""}));
}

TEST(MedlineTest, ReadsWhatARecordAddsToAReference) {
  const KeptRecords kept = ReadRecords(ReadMedline, kTrial);
  ASSERT_EQ(kept.entries.size(), 1u);
  const RecordEntry& entry = kept.entries[0];
  EXPECT_THAT(entry.record.publication_types,
              ElementsAre("Journal Article", "Randomized Controlled Trial"));
  EXPECT_THAT(entry.record.headings, ElementsAre("Female", "Back Pain", "Massage"));
  EXPECT_THAT(entry.keywords, ElementsAre("touch"));
  ASSERT_EQ(entry.record.facts.size(), 1u);
  EXPECT_EQ(entry.record.facts[0].kind, FactKind::kRegistry);
  EXPECT_EQ(entry.record.facts[0].value, "NCT00000001");
}

TEST(MedlineTest, CutsTheAbstractAtItsHeadings) {
  const KeptRecords kept = ReadRecords(ReadMedline, kTrial);
  ASSERT_EQ(kept.entries.size(), 1u);
  EXPECT_THAT(kept.entries[0].abstract,
              ElementsAre(AbstractPart{"", "Backs hurt."}, AbstractPart{"OBJECTIVE", "To see."},
                          AbstractPart{"MAIN OUTCOME MEASURE(S)", "Pain (PRS: 0-10)."},
                          AbstractPart{"RESULTS", "It fell. GSTM1: no change."},
                          AbstractPart{"CONCLUSIONS", "It helps."}));
}

TEST(MedlineTest, NoticesAreAboutTheRecordItself) {
  const KeptRecords kept = ReadRecords(ReadMedline, kTrial);
  ASSERT_EQ(kept.entries.size(), 1u);
  EXPECT_THAT(kept.entries[0].record.notices,
              ElementsAre(StandingNotice{Standing::kRetracted, "2016-02-09", "", "pmid:32000002"},
                          StandingNotice{Standing::kCorrected, "2015", "", ""},
                          StandingNotice{Standing::kConcern, "2015-12", "", "pmid:31999999"},
                          StandingNotice{Standing::kSuperseded, "2017", "", "pmid:33000003"}));
}

TEST(MedlineTest, RecordsNeedNoBlankLineAndNoPmidBetween) {
  const KeptRecords kept = ReadRecords(ReadMedline,
                                       "PMID-41\nTI  - One\nPMID-42\nTI  - Two\n\nTI  - Three\n"
                                       "AU  - Ay B\n\nTI  - Four\n");
  EXPECT_THAT(Titles(kept), ElementsAre("One", "Two", "Three", "Four"));
  EXPECT_EQ(kept.entries[1].line, 3u);
  EXPECT_EQ(kept.entries[2].printed.pmid, "");
}

TEST(MedlineTest, ALineThatOnlyLooksTaggedGoesOn) {
  const KeptRecords kept = ReadRecords(
      ReadMedline, "PMID- 1\r\nTI  - Proteins and their\r\nDNA-binding sites\r\nTI-\r\n");
  EXPECT_THAT(Titles(kept), ElementsAre("Proteins and their DNA-binding sites"));
}

TEST(MedlineTest, TextOutsideRecordsIsReportedOnceAndLeftOut) {
  const KeptRecords kept =
      ReadRecords(ReadMedline, "A page\nof words\n\nPMID- 7\nTI  - One\n\nMore words\nand more\n");
  EXPECT_THAT(Titles(kept), ElementsAre("One"));
  EXPECT_THAT(kept.Codes(), ElementsAre("stray-text", "stray-text"));
  EXPECT_EQ(kept.problems[1].line, 7u);
}

TEST(MedlineTest, BadAndMissingIdentifiersAreReported) {
  const KeptRecords kept = ReadRecords(
      ReadMedline, "PMID- 7\nTI  - One\nAID - 10.12/x [doi]\nAID - S1 [pii]\n\nPMID-\nLA  - eng\n");
  ASSERT_EQ(kept.entries.size(), 1u);
  EXPECT_EQ(kept.entries[0].printed.doi, "");
  ASSERT_THAT(kept.Codes(), ElementsAre("bad-doi", "empty-record"));
  EXPECT_EQ(kept.problems[0].record, "7");
  EXPECT_FALSE(kept.problems[0].skipped);
  EXPECT_EQ(kept.problems[1].record, "record 2");
  EXPECT_EQ(kept.problems[1].line, 6u);
  EXPECT_TRUE(kept.problems[1].skipped);
}

TEST(MedlineTest, OtherEncodingsBecomeUtf8) {
  const KeptRecords latin =
      ReadRecords(ReadMedline, "PMID- 7\nTI  - Caf\xE9 \x96 \xC3\xA9t\xE9\nAU  - M\xFCller B\n");
  EXPECT_THAT(Titles(latin), ElementsAre("Café – été"));
  ASSERT_THAT(latin.Codes(), ElementsAre("not-utf8"));
  EXPECT_EQ(latin.problems[0].line, 2u);
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("PMID- 7\nTI  - One\n")) wide += std::string{c, '\0'};
  EXPECT_THAT(Titles(ReadRecords(ReadMedline, wide)), ElementsAre("One"));
  EXPECT_THAT(ReadRecords(ReadMedline, "\xEF\xBB\xBFPMID- 7\n").problems, IsEmpty());
}

TEST(MedlineTest, ItDoesNotMatterHowTheBytesCome) {
  const std::string text =
      "PMID- 7\r\nTI  - \xC3\x9C"
      "ber \xE2\x82\xAC\r\rPMID- 8\nTI  - Two";
  for (const std::size_t step : {1u, 2u, 3u, 5u, 64u}) {
    KeptRecords kept;
    SlowSource source(text, step);
    ASSERT_TRUE(ReadMedline(&source, &kept));
    EXPECT_THAT(Titles(kept), ElementsAre("Über €", "Two")) << step;
    EXPECT_EQ(kept.entries[1].line, 4u) << step;
  }
}

TEST(MedlineTest, AFailingSourceLosesOnlyTheRecordItCuts) {
  KeptRecords kept;
  SlowSource source("PMID- 7\nTI  - One\n\nPMID- 8\nTI  - Tw", 100, true);
  const Status read = ReadMedline(&source, &kept);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message, "damaged");
  EXPECT_THAT(Titles(kept), ElementsAre("One"));
  ASSERT_THAT(kept.Codes(), ElementsAre("truncated-input"));
  EXPECT_EQ(kept.problems[0].record, "8");
}

TEST(MedlineTest, StopsWhenTheSinkHasEnough) {
  KeptRecords kept;
  kept.most = 1;
  TextSource source("PMID- 7\nTI  - One\n\nPMID- 8\n\nPMID- 9\n");
  ASSERT_TRUE(ReadMedline(&source, &kept));
  EXPECT_EQ(kept.entries.size(), 1u);
}

TEST(MedlineTest, HugeFieldsAreCutAndHugeRecordsSkipped) {
  std::string text = "PMID- 7\nTI  - One\nAB  - " + std::string(2 * kMostInField, 'a') +
                     "\n      b\n\nPMID- 8\nTI  - Two\n";
  for (int i = 0; i < 20; ++i) text += "AB  - " + std::string(kMostInField - 10, 'c') + "\n";
  text += "\nPMID- 9\nTI  - Three\n";
  const KeptRecords kept = ReadRecords(ReadMedline, text);
  EXPECT_THAT(Titles(kept), ElementsAre("One", "Three"));
  ASSERT_THAT(kept.Codes(), ElementsAre("too-large", "too-large"));
  EXPECT_FALSE(kept.problems[0].skipped);
  EXPECT_TRUE(kept.problems[1].skipped);
  EXPECT_EQ(kept.problems[1].record, "8");
  EXPECT_LE(kept.entries[0].abstract[0].text.size(), kMostInField);
}

TEST(MedlineTest, GarbageGivesNoRecordsAndFewProblems) {
  std::string garbage;
  for (int i = 1; i < 200000; ++i) garbage += static_cast<char>(i * 7919 % 251 + 1);
  const KeptRecords kept = ReadRecords(ReadMedline, garbage);
  EXPECT_THAT(kept.entries, IsEmpty());
  EXPECT_THAT(kept.Codes(), ElementsAre("not-utf8", "stray-text"));
}

}  // namespace
}  // namespace claimgraph
