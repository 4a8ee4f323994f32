// A DOI in a field is read whole, in every format of records.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "importers/records/csl_json.h"
#include "importers/records/endnote_xml.h"
#include "importers/records/isi.h"
#include "importers/records/medline.h"
#include "importers/records/ovid.h"
#include "importers/records/pubmed_xml.h"
#include "importers/records/retractions.h"
#include "importers/records/ris.h"
#include "importers/records/study_cards.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using ::testing::ElementsAre;

const std::string kDoi = "10.5555/(SICI)1097-0142(1997)79:1<1::AID-X1>3.0.CO;2-A";
const std::string kEscaped = "10.5555/(SICI)1097-0142(1997)79:1&lt;1::AID-X1&gt;3.0.CO;2-A";
const std::string kAddress =
    "https://doi.org/10.5555/(SICI)1097-0142(1997)79:1%3C1::AID-X1%3E3.0.CO;2-A";
constexpr const char* kRead = "10.5555/(sici)1097-0142(1997)79:1<1::aid-x1>3.0.co;2-a";

std::vector<std::string> Dois(const KeptRecords& kept) {
  std::vector<std::string> dois;
  for (const RecordEntry& entry : kept.entries) dois.push_back(entry.printed.doi);
  return dois;
}

TEST(RecordDoiTest, TextFormats) {
  for (const std::string& doi : {kDoi, kEscaped, kAddress}) {
    SCOPED_TRACE(doi);
    EXPECT_THAT(Dois(ReadRecords(ReadRis, "TY  - JOUR\nTI  - A\nDO  - " + doi + "\nER  - \n")),
                ElementsAre(kRead));
    EXPECT_THAT(Dois(ReadRecords(ReadMedline, "PMID- 1\nTI  - A\nAID - " + doi + " [doi]\n")),
                ElementsAre(kRead));
    EXPECT_THAT(Dois(ReadRecords(ReadIsi, "FN X\nVR 1.0\nPT J\nTI A\nDI " + doi + "\nER\n\nEF\n")),
                ElementsAre(kRead));
    EXPECT_THAT(
        Dois(ReadRecords(ReadOvid, "<1>\nTitle\n  A\nDigital Object Identifier\n  " + doi + "\n")),
        ElementsAre(kRead));
    EXPECT_THAT(Dois(ReadRecords(ReadRetractions, "doi,reason\n\"" + doi + "\",Error\n")),
                ElementsAre(kRead));
    EXPECT_THAT(Dois(ReadRecords(ReadCslJson, R"([{"title": "A", "DOI": ")" + doi + "\"}]")),
                ElementsAre(kRead));
  }
}

TEST(RecordDoiTest, Xml) {
  EXPECT_THAT(
      Dois(ReadRecords(ReadEndnoteXml,
                       "<xml><records><record><titles><title>A</title></titles>"
                       "<electronic-resource-num>" +
                           kEscaped + "</electronic-resource-num></record></records></xml>")),
      ElementsAre(kRead));
  EXPECT_THAT(Dois(ReadRecords(ReadPubmedXml,
                               "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
                               "<Article><ArticleTitle>A</ArticleTitle></Article></MedlineCitation>"
                               "<PubmedData><ArticleIdList><ArticleId IdType=\"doi\">" +
                                   kEscaped +
                                   "</ArticleId></ArticleIdList></PubmedData></PubmedArticle>"
                                   "</PubmedArticleSet>")),
              ElementsAre(kRead));
}

TEST(RecordDoiTest, NoSignThatPrintsEndsIt) {
  const auto read = [](const std::string& doi) {
    KeptRecords kept;
    ReadStudyCards(R"({"work": {"title": "A", "doi": ")" + doi + "\"}}", &kept);
    return kept.entries.empty() ? "" : kept.entries[0].printed.doi;
  };
  EXPECT_EQ(read(kDoi), kRead);
  EXPECT_EQ(read("10.1000/a<b"), "10.1000/a<b");
  EXPECT_EQ(read("10.1000/a>b"), "10.1000/a>b");
  EXPECT_EQ(read("10.1000/a\\\"b"), "10.1000/a\"b");
  EXPECT_EQ(read("10.1000/a{b}"), "10.1000/a{b}");
  EXPECT_EQ(read("10.1000/a|b"), "10.1000/a|b");
  EXPECT_EQ(read("10.1000/a\\\\b"), "10.1000/a\\b");
  EXPECT_EQ(read("10.1000/a^b`c"), "10.1000/a^b`c");
  EXPECT_EQ(read("10.1000/a[b]"), "10.1000/a[b]");
  EXPECT_EQ(read("10.1000/a;b?c#d"), "10.1000/a;b?c#d");
  EXPECT_EQ(read("10.1000/a b"), "10.1000/a");
}

}  // namespace
}  // namespace claimgraph
