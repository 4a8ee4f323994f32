// ReadCslJson: CSL-JSON, Crossref's works, and JSON that is neither or is broken.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/csl_json.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(CslJsonTest, ReadsTheFieldsOfARecord) {
  const KeptRecords kept = ReadRecords(ReadCslJson, R"([
    {"id": "k1", "type": "article-journal", "title": "Warm <i>hands</i> &amp; backs",
     "author": [{"family": "Berg", "given": "Hanna", "non-dropping-particle": "van den"},
                {"family": "Solo", "given": "A", "suffix": "Jr."}, {"literal": "Back Group"},
                {"given": "nobody"}, 7],
     "issued": {"date-parts": [["2014", 3]]}, "container-title": "Back J", "volume": 12,
     "issue": "3", "page": "25–31", "DOI": "https://doi.org/10.5555/ABC", "PMID": 31000001,
     "PMCID": "PMC7", "keyword": "touch, backs", "note": "PMID: 5\nPMCID: 6",
     "abstract": "Words.", "URL": "http://a.org", "publisher": "Press"}])");
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.problems, IsEmpty());
  const RecordEntry& entry = kept.entries[0];
  const Reference& r = entry.printed;
  EXPECT_EQ(entry.line, 2u);
  EXPECT_EQ(r.key, "k1");
  EXPECT_EQ(r.title, "Warm hands & backs");
  EXPECT_THAT(r.authors, ElementsAre(Author{"van den Berg", "Hanna"}, Author{"Solo", "A Jr."},
                                     Author{"Back Group", ""}));
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.container, "Back J");
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.pages, "25-31");
  EXPECT_EQ(r.doi, "10.5555/abc");
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_EQ(r.pmcid, "PMC7");
  EXPECT_THAT(entry.keywords, ElementsAre("touch", "backs"));
  EXPECT_THAT(entry.record.publication_types, ElementsAre("article-journal"));
  EXPECT_THAT(entry.abstract, ElementsAre(AbstractPart{"", "Words."}));
}

constexpr std::string_view kWork =
    R"({"DOI": "10.5555/n1", "title": ["Retraction"], "subtitle": ["of it"],
        "issued": {"date-parts": [[null]]}, "published-online": {"date-parts": [[2016, 2, 9]]},
        "container-title": ["Back J", "BJ"],
        "abstract": "<jats:title>Abstract</jats:title><jats:sec><jats:title>Methods:</jats:title><jats:p>p &lt; 1<jats:sup>2</jats:sup></jats:p></jats:sec><jats:sec><jats:title>Results</jats:title><jats:p>a < b</jats:p></jats:sec>",
        "reference": [{"DOI": "10.5555/R1"}, {"key": "no"}, {"DOI": "bad"}],
        "clinical-trial-number": [{"clinical-trial-number": "nct00000001"}],
        "update-to": [{"DOI": "10.5555/OLD", "type": "retraction", "updated": {"date-parts": [[2016, 2, 1]]}},
                      {"DOI": "10.5555/older", "type": "addendum"},
                      {"DOI": "10.5555/odd", "type": "odd"}],
        "updated-by": [{"DOI": "10.5555/fix", "type": "expression_of_concern"}]})";

TEST(CslJsonTest, ReadsCrossrefsDialect) {
  const KeptRecords kept = ReadRecords(ReadCslJson, kWork);
  ASSERT_THAT(kept.entries, SizeIs(2));
  EXPECT_THAT(kept.Codes(), ElementsAre("bad-doi", "unknown-update"));
  const RecordEntry& entry = kept.entries[0];
  EXPECT_EQ(entry.printed.title, "Retraction: of it");
  EXPECT_EQ(entry.printed.year, 2016);
  EXPECT_EQ(entry.printed.container, "Back J");
  EXPECT_THAT(entry.abstract,
              ElementsAre(AbstractPart{"Methods", "p < 12"}, AbstractPart{"Results", "a < b"}));
  EXPECT_THAT(entry.cites, ElementsAre("doi:10.5555/r1"));
  ASSERT_THAT(entry.record.facts, SizeIs(1));
  EXPECT_EQ(entry.record.facts[0].value, "NCT00000001");
  EXPECT_THAT(entry.record.notices,
              ElementsAre(StandingNotice{Standing::kConcern, "", "", "doi:10.5555/fix"}));
}

TEST(CslJsonTest, AnUpdateIsAboutTheOtherWork) {
  const KeptRecords kept = ReadRecords(ReadCslJson, kWork);
  ASSERT_THAT(kept.entries, SizeIs(2));
  EXPECT_EQ(kept.entries[1].printed.doi, "10.5555/old");
  EXPECT_EQ(kept.entries[1].printed.title, "");
  EXPECT_THAT(
      kept.entries[1].record.notices,
      ElementsAre(StandingNotice{Standing::kRetracted, "2016-02-01", "", "doi:10.5555/n1"}));
}

TEST(CslJsonTest, FindsRecordsHoweverTheyAreWrapped) {
  const std::string a = R"({"title": "A"})";
  const std::string b = R"({"title": "B \" } ] ,", "x": [{"y": []}]})";
  for (const std::string& text :
       {a + "\n" + b + "\n", "[" + a + ",\n" + b + "]", "{\"items\": [" + a + "," + b + "]}",
        "{\"status\": \"ok\", \"message\": {\"total\": 2, \"items\": [" + a + "," + b +
            "], \"n\": 1}}",
        "{\"message\": " + a + "}\n{\"message\": " + b + "}",
        "{\"10.5555/a\": [" + a + "], \"10.5555/b\": [" + b + "]}"}) {
    const KeptRecords kept = ReadRecords(ReadCslJson, text);
    EXPECT_THAT(Titles(kept), ElementsAre("A", "B \" } ] ,")) << text;
    EXPECT_THAT(kept.problems, IsEmpty()) << text;
  }
}

TEST(CslJsonTest, SaysWhereRecordsBeginHoweverTheBytesCome) {
  const std::string text = "[\n{\"title\": \"A\xC3\xA9\"},\n\n {\"title\":\n\"B\"}]";
  for (const std::size_t step : {1u, 2u, 7u, 100u}) {
    KeptRecords kept;
    SlowSource source(text, step);
    ASSERT_TRUE(ReadCslJson(&source, &kept));
    ASSERT_THAT(Titles(kept), ElementsAre("Aé", "B"));
    EXPECT_EQ(kept.entries[0].line, 2u);
    EXPECT_EQ(kept.entries[1].line, 4u);
  }
}

TEST(CslJsonTest, ABrokenRecordIsReportedAndTheNextIsRead) {
  const KeptRecords kept =
      ReadRecords(ReadCslJson,
                  "[{\"title\": \"A\"}, {\"title\": tru}, 7, {\"id\": \"x\"}, {\"title\": \"B\"}]");
  EXPECT_THAT(Titles(kept), ElementsAre("A", "B"));
  ASSERT_THAT(kept.Codes(), ElementsAre("bad-json", "empty-record", "empty-record"));
  EXPECT_EQ(kept.problems[0].record, "record 2");
  EXPECT_TRUE(kept.problems[0].skipped);
}

TEST(CslJsonTest, ABrokenLineLosesNoOther) {
  const KeptRecords kept = ReadRecords(
      ReadCslJson, "{\"title\": \"A\"}\n{\"title\": \"B\n{\"title\": \"C\"}\r\n{\"title\": \"D\"}");
  EXPECT_THAT(Titles(kept), ElementsAre("A", "C", "D"));
  ASSERT_THAT(kept.Codes(), ElementsAre("bad-json"));
  EXPECT_EQ(kept.problems[0].line, 2u);
  EXPECT_EQ(kept.entries[1].line, 3u);
}

TEST(CslJsonTest, ATruncatedFileLosesItsLastRecord) {
  const KeptRecords kept = ReadRecords(ReadCslJson, "[{\"title\": \"A\"},\n{\"title\": \"B");
  EXPECT_THAT(Titles(kept), ElementsAre("A"));
  ASSERT_THAT(kept.Codes(), ElementsAre("truncated-input"));
  EXPECT_EQ(kept.problems[0].line, 2u);
  KeptRecords failed;
  SlowSource source("[{\"title\": \"A\"},\n{\"title\": \"B", 5, true);
  EXPECT_FALSE(ReadCslJson(&source, &failed));
  EXPECT_THAT(Titles(failed), ElementsAre("A"));
  EXPECT_THAT(failed.Codes(), ElementsAre("truncated-input"));
}

TEST(CslJsonTest, OtherEncodingsAndOtherTextsAreSurvived) {
  EXPECT_THAT(Titles(ReadRecords(ReadCslJson, "\xEF\xBB\xBF{\"title\": \"Caf\xE9\"}")),
              ElementsAre("Café"));
  for (const std::string text :
       {"", "[]", "null", "words and words", "]]]]", "{\"a\"", "}{", "\"a"}) {
    EXPECT_THAT(ReadRecords(ReadCslJson, text).entries, IsEmpty()) << text;
  }
}

TEST(CslJsonTest, HugeAndDeepRecordsAreSkipped) {
  const std::string deep =
      "{\"title\": \"D\", \"x\": " + std::string(100000, '[') + std::string(100000, ']') + "}";
  const std::string huge = "{\"title\": \"" + std::string(kMostInRecord, 'x') + "\"}";
  const KeptRecords kept =
      ReadRecords(ReadCslJson, "[" + deep + "," + huge + ",{\"title\": \"A\"}]");
  EXPECT_THAT(Titles(kept), ElementsAre("A"));
  EXPECT_THAT(kept.Codes(), ElementsAre("too-large", "too-large"));
  EXPECT_THAT(ReadRecords(ReadCslJson, std::string(1000000, '[')).entries, IsEmpty());
  std::string nested;
  for (int i = 0; i < 100000; ++i) nested += "{\"message\":";
  EXPECT_THAT(ReadRecords(ReadCslJson, nested).entries, IsEmpty());
}

}  // namespace
}  // namespace claimgraph
