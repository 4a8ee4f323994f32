// ReadEndnoteXml: what EndNote and the programs that write its XML put where, and garbage.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/endnote_xml.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string Styled(std::string_view text) {
  return "<style face=\"normal\" font=\"default\" size=\"100%\">" + std::string(text) + "</style>";
}

std::string File(const std::string& records) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><xml><records>\n" + records +
         "</records></xml>\n";
}

std::string Record(const std::string& fields) { return "<record>\n" + fields + "</record>\n"; }

const std::string kTrial = Record(
    "<database name=\"My.enl\" path=\"/My.enl\">My.enl</database>\n"
    "<source-app name=\"EndNote\" version=\"20.0\">EndNote</source-app>\n"
    "<rec-number>12</rec-number><foreign-keys><key app=\"EN\">12</key></foreign-keys>\n"
    "<ref-type name=\"Journal Article\">17</ref-type>\n"
    "<contributors><authors><author>" +
    Styled("van Berg, Hanna M.") + "</author><author>" + Styled("Solo, A. B.") +
    "</author></authors><secondary-authors><author>Ed, B</author></secondary-authors>"
    "</contributors>\n"
    "<titles><title>" +
    Styled("Massage for ") + "<style face=\"italic\">tired</style>" + Styled(" backs &amp; necks") +
    "</title><secondary-title>" + Styled("Back J") +
    "</secondary-title></titles>\n"
    "<periodical><full-title>" +
    Styled("The back journal") +
    "</full-title><abbr-1>Back J</abbr-1></periodical>\n"
    "<pages>" +
    Styled("25-31") + "</pages><volume>" + Styled("12") + "</volume><number>" + Styled("3") +
    "</number>\n"
    "<keywords><keyword>" +
    Styled("touch") + "</keyword><keyword>" + Styled("backs&#xD;*pain; necks") +
    "</keyword><keyword/></keywords>\n"
    "<dates><year>" +
    Styled("2014") + "</year><pub-dates><date>" + Styled("Mar 3") +
    "</date></pub-dates></dates>\n"
    "<accession-num>" +
    Styled("31000001") +
    "</accession-num><remote-database-name>PubMed</remote-database-name>\n"
    "<urls><related-urls><url>" +
    Styled("https://example.org/backs") + "</url><url>" +
    Styled("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7654321/") +
    "</url></related-urls><pdf-urls><url>internal-pdf://1.pdf</url></pdf-urls></urls>\n"
    "<work-type>Randomized Controlled Trial</work-type>\n"
    "<abstract>" +
    Styled("BACKGROUND: Backs hurt.&#xD;RESULTS: It fell.") +
    "</abstract>\n"
    "<electronic-resource-num>" +
    Styled("10.5555/ABC.1") + "</electronic-resource-num>\n");

TEST(EndnoteXmlTest, ReadsTheFieldsOfARecord) {
  const KeptRecords kept = ReadRecords(ReadEndnoteXml, File(kTrial));
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.problems, IsEmpty());
  const RecordEntry& entry = kept.entries[0];
  const Reference& r = entry.printed;
  EXPECT_EQ(entry.line, 2u);
  EXPECT_EQ(r.key, "12");
  EXPECT_EQ(r.title, "Massage for tired backs & necks");
  EXPECT_THAT(r.authors, ElementsAre(Author{"van Berg", "Hanna M."}, Author{"Solo", "A. B."}));
  EXPECT_EQ(r.container, "The back journal");
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.issue, "3");
  EXPECT_EQ(r.pages, "25-31");
  EXPECT_EQ(r.doi, "10.5555/abc.1");
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_EQ(r.pmcid, "PMC7654321");
  EXPECT_EQ(r.url, "https://example.org/backs");
  EXPECT_THAT(entry.keywords, ElementsAre("touch", "backs", "pain", "necks"));
  EXPECT_THAT(entry.record.publication_types,
              ElementsAre("Randomized Controlled Trial", "Journal Article"));
  EXPECT_THAT(entry.abstract, ElementsAre(AbstractPart{"BACKGROUND", "Backs hurt."},
                                          AbstractPart{"RESULTS", "It fell."}));
}

// One record of `fields` and a title.
Reference ReadOne(const std::string& fields) {
  const KeptRecords kept =
      ReadRecords(ReadEndnoteXml, File(Record("<titles><title>T</title></titles>" + fields)));
  EXPECT_THAT(kept.entries, SizeIs(1)) << fields;
  return kept.entries.empty() ? Reference{} : kept.entries[0].printed;
}

TEST(EndnoteXmlTest, FindsIdentifiersWhereverTheyAreLeft) {
  const auto accession = [](const std::string& database, const std::string& number) {
    return ReadOne("<accession-num>" + number + "</accession-num><remote-database-name>" +
                   database + "</remote-database-name>")
        .pmid;
  };
  EXPECT_EQ(accession("Medline", "31000001"), "31000001");
  EXPECT_EQ(accession("", "31000001"), "31000001");
  EXPECT_EQ(accession("", "12"), "");
  EXPECT_EQ(accession("CINAHL", "31000001"), "");
  EXPECT_EQ(accession("", "WOS:000238592600006"), "");
  EXPECT_EQ(ReadOne("<custom2>PMC7654321</custom2>").pmcid, "PMC7654321");
  EXPECT_EQ(ReadOne("<user16>" + Styled("PMC7654321") + "</user16>").pmcid, "PMC7654321");
  EXPECT_EQ(ReadOne("<notes>Back J. 2014. doi: 10.5555/x.</notes>").doi, "10.5555/x");
  EXPECT_EQ(ReadOne("<notes>Erratum in: doi: 10.5555/x.</notes>").doi, "");
  EXPECT_EQ(ReadOne("<urls><web-urls><url>https://doi.org/10.5555/x</url></web-urls></urls>").doi,
            "10.5555/x");
  EXPECT_EQ(
      ReadOne("<urls><related-urls><url>&lt;Go to ISI&gt;://1</url></related-urls></urls>").url,
      "");
}

TEST(EndnoteXmlTest, ABooksSeriesIsNoJournal) {
  const std::string series = "<titles><secondary-title>Series</secondary-title></titles>";
  EXPECT_EQ(ReadOne("<ref-type name=\"Journal Article\">17</ref-type>" + series).container,
            "Series");
  EXPECT_EQ(ReadOne("<ref-type name=\"Book\">6</ref-type>" + series).container, "");
  EXPECT_EQ(ReadOne("<pages>Available: http://example.org/2.pdf</pages>").pages, "");
  EXPECT_THAT(ReadOne("<contributors><secondary-authors><author>Ed, B</author>"
                      "</secondary-authors></contributors>")
                  .authors,
              ElementsAre(Author{"Ed", "B"}));
}

TEST(EndnoteXmlTest, WhatCannotBeReadIsReportedAndTheRestIsRead) {
  const KeptRecords kept = ReadRecords(
      ReadEndnoteXml, File(Record("<abstract>Words</abstract>") + kTrial +
                           Record("<titles><title>B</title></titles>"
                                  "<electronic-resource-num>S0012</electronic-resource-num>")));
  EXPECT_THAT(Titles(kept), ElementsAre("Massage for tired backs & necks", "B"));
  ASSERT_THAT(kept.Codes(), ElementsAre("empty-record", "bad-doi"));
  EXPECT_EQ(kept.problems[0].record, "record 1");
  EXPECT_EQ(kept.problems[0].line, 2u);
  EXPECT_TRUE(kept.problems[0].skipped);
}

TEST(EndnoteXmlTest, ATruncatedFileLosesTheRecordItEndsIn) {
  const KeptRecords kept =
      ReadRecords(ReadEndnoteXml, "<xml><records>" + kTrial + "<record><titles><title>B");
  EXPECT_THAT(kept.entries, SizeIs(1));
  ASSERT_THAT(kept.Codes(), ElementsAre("truncated-input"));
  EXPECT_EQ(kept.problems[0].record, "record 2");
  EXPECT_TRUE(kept.problems[0].skipped);
  KeptRecords failed;
  SlowSource source("<xml><records><record><titles><title>B", 3, true);
  EXPECT_FALSE(ReadEndnoteXml(&source, &failed));
}

TEST(EndnoteXmlTest, OtherXmlIsSaidToBeNone) {
  EXPECT_THAT(ReadRecords(ReadEndnoteXml, "<html><record/></html>").Codes(),
              ElementsAre("not-endnote"));
  EXPECT_THAT(ReadRecords(ReadEndnoteXml, "").Codes(), ElementsAre("empty-file"));
  EXPECT_THAT(ReadRecords(ReadEndnoteXml, "<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><records/></xml>")
                  .Codes(),
              ElementsAre("declared-entity"));
}

TEST(EndnoteXmlTest, StopsWhenTheSinkHasEnough) {
  KeptRecords kept;
  kept.most = 1;
  const std::string text = File(kTrial + kTrial);
  TextSource source(text);
  EXPECT_TRUE(ReadEndnoteXml(&source, &kept));
  EXPECT_THAT(kept.entries, SizeIs(1));
}

TEST(EndnoteXmlTest, HugeAndHostileInputIsBounded) {
  std::string many;
  for (int i = 0; i < 300000; ++i) many += "<keywords><keyword/></keywords>";
  const KeptRecords kept =
      ReadRecords(ReadEndnoteXml, File(Record("<titles><title>One</title></titles>" + many) +
                                       Record("<titles><title>Two</title></titles><abstract>" +
                                              std::string(3 << 20, 'a') + "</abstract>")));
  EXPECT_THAT(Titles(kept), ElementsAre("Two"));
  EXPECT_THAT(kept.Codes(), ElementsAre("too-large", "too-large"));
  std::string deep = "<xml><records><record>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_THAT(ReadRecords(ReadEndnoteXml, deep).Codes(), ElementsAre("too-deep"));
}

}  // namespace
}  // namespace claimgraph
