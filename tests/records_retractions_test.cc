// ReadRetractions: Retraction Watch's columns, plain lists, and broken tables.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/retractions.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kHeader =
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n";

TEST(RetractionsTest, ReadsARowOfRetractionWatch) {
  const KeptRecords kept = ReadRecords(
      ReadRetractions,
      std::string(kHeader) +
          "7,\"Warm, \"\"hot\"\"\nhands\",(HSC),Back House,Back J,Press,Norway,Hanna M Berg;Solo,"
          "http://a.org;http://b.org,Research Article;,2/9/2016 0:00,10.5555/N1,32000002,"
          "11/30/2014 0:00,10.5555/OLD,31000001,Retraction,+Plagiarism;+Concerns About "
          "Data;,No,\n");
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.problems, IsEmpty());
  const Reference& r = kept.entries[0].printed;
  EXPECT_EQ(kept.entries[0].line, 2u);
  EXPECT_EQ(r.key, "7");
  EXPECT_EQ(r.title, "Warm, \"hot\" hands");
  EXPECT_EQ(r.container, "Back J");
  EXPECT_THAT(r.authors, ElementsAre(Author{"Berg", "Hanna M"}, Author{"Solo", ""}));
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.doi, "10.5555/old");
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_EQ(r.url, "http://a.org");
  EXPECT_THAT(kept.entries[0].record.publication_types, ElementsAre("Research Article"));
  EXPECT_THAT(kept.entries[0].record.notices,
              ElementsAre(StandingNotice{Standing::kRetracted, "2016-02-09",
                                         "Plagiarism; Concerns About Data", "doi:10.5555/n1"}));
}

// The notice of one row with these four values.
StandingNotice ReadOne(const std::string& date, const std::string& doi, const std::string& pmid,
                       const std::string& nature) {
  const KeptRecords kept = ReadRecords(
      ReadRetractions,
      "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,RetractionNature\n" + date +
          "," + doi + "," + pmid + ",10.5555/x," + nature + "\n");
  EXPECT_THAT(kept.entries, SizeIs(1));
  return kept.entries.empty() ? StandingNotice{} : kept.entries[0].record.notices[0];
}

TEST(RetractionsTest, ReadsNaturesDatesAndWhatIsUnavailable) {
  EXPECT_EQ(ReadOne("2016-02-09", "unavailable", "32000002", "Expression of concern"),
            (StandingNotice{Standing::kConcern, "2016-02-09", "", "pmid:32000002"}));
  EXPECT_EQ(ReadOne("2/9/2016 12:00:00 AM", "Unavailable", "0", "Correction"),
            (StandingNotice{Standing::kCorrected, "2016-02-09", "", ""}));
  EXPECT_EQ(ReadOne("13/9/2016", "", "", "Reinstatement"),
            (StandingNotice{Standing::kCurrent, "2016", "", ""}));
  EXPECT_EQ(ReadOne("", "", "", "Retraction"), StandingNotice{});
}

TEST(RetractionsTest, AnUnknownNatureRetractsNothing) {
  const KeptRecords kept = ReadRecords(
      ReadRetractions, "doi,nature\n10.5555/x,Praise\n10.5555/y,\n10.5555/z,Retraction\n");
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_EQ(kept.entries[0].printed.doi, "10.5555/z");
  EXPECT_THAT(kept.Codes(), ElementsAre("unknown-nature", "unknown-nature"));
}

TEST(RetractionsTest, ReadsPlainListsWithAndWithoutHeader) {
  for (const std::string text :
       {"retracted_doi\tnotice_doi\n10.5555/A\t10.5555/n1\n10.5555/b;c\t\n",
        "10.5555/A\t10.5555/n1\n10.5555/b;c\t\n"}) {
    const KeptRecords kept = ReadRecords(ReadRetractions, text);
    ASSERT_THAT(kept.entries, SizeIs(2)) << text;
    EXPECT_EQ(kept.entries[0].printed.doi, "10.5555/a");
    EXPECT_EQ(kept.entries[0].record.notices[0].notice, "doi:10.5555/n1");
    EXPECT_EQ(kept.entries[1].printed.doi, "10.5555/b;c");
    EXPECT_EQ(kept.entries[1].record.notices[0].standing, Standing::kRetracted);
  }
  EXPECT_THAT(ReadRecords(ReadRetractions, "doi\n10.5555/a\n10.5555/b").entries, SizeIs(2));
}

TEST(RetractionsTest, BadRowsAreReportedAndTheNextIsRead) {
  const KeptRecords kept = ReadRecords(ReadRetractions, "doi,title\nno doi,\nnone,T\n10.5555/b,\n");
  ASSERT_THAT(kept.entries, SizeIs(2));
  EXPECT_EQ(kept.entries[0].printed.title, "T");
  EXPECT_EQ(kept.entries[0].printed.doi, "");
  EXPECT_THAT(kept.Codes(), ElementsAre("bad-doi", "empty-record", "bad-doi"));
}

TEST(RetractionsTest, ATableOfSomethingElseIsNotRead) {
  for (const std::string text :
       {"name,age\nA,3\n", "words and words\n10.5555/x\n", "\x80\x81\x01"}) {
    const KeptRecords kept = ReadRecords(ReadRetractions, text);
    EXPECT_THAT(kept.entries, IsEmpty()) << text;
    EXPECT_THAT(kept.Codes(), testing::Contains("no-columns")) << text;
  }
  EXPECT_THAT(ReadRecords(ReadRetractions, "").problems, IsEmpty());
}

TEST(RetractionsTest, AnUnclosedQuoteDoesNotSwallowTheFile) {
  std::string text = "doi,title\n10.5555/a,\"open\n";
  for (int i = 0; i < 20000; ++i) text += "10.5555/" + std::to_string(i) + ",T\n";
  const KeptRecords kept = ReadRecords(ReadRetractions, text);
  EXPECT_THAT(kept.Codes(), ElementsAre("unclosed-quote"));
  EXPECT_EQ(kept.problems[0].line, 2u);
  EXPECT_GT(kept.entries.size(), 14000u);
  EXPECT_THAT(ReadRecords(ReadRetractions, "doi\n\"10.5555/a").Codes(),
              ElementsAre("unclosed-quote"));
}

TEST(RetractionsTest, OtherEncodingsHugeCellsAndFailingSources) {
  const KeptRecords latin = ReadRecords(ReadRetractions, "doi,title\r\n10.5555/a,Caf\xE9\r\n");
  EXPECT_THAT(Titles(latin), ElementsAre("Café"));
  EXPECT_THAT(latin.Codes(), ElementsAre("not-utf8"));
  const KeptRecords huge = ReadRecords(
      ReadRetractions, "doi,title\n10.5555/a," + std::string(2 << 20, 'x') + "\n10.5555/b,B\n");
  EXPECT_THAT(Titles(huge), ElementsAre("B"));
  EXPECT_THAT(huge.Codes(), ElementsAre("too-large"));
  EXPECT_THAT(ReadRecords(ReadRetractions, "doi,a\n10.5555/a" + std::string(1 << 19, ',')).Codes(),
              ElementsAre("too-large"));
  KeptRecords failed;
  SlowSource source("doi,title\n10.5555/a,A\n10.5555/b,B", 3, true);
  EXPECT_FALSE(ReadRetractions(&source, &failed));
  EXPECT_THAT(Titles(failed), ElementsAre("A"));
  EXPECT_THAT(failed.Codes(), ElementsAre("truncated-input"));
}

}  // namespace
}  // namespace claimgraph
