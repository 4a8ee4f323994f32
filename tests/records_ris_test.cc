// ReadRis: dialects, broken lines, missing ends, encodings.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/ris.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(RisTest, ReadsTheFieldsOfARecord) {
  const KeptRecords kept = ReadRecords(ReadRis,
                                       "TY  - JOUR\nID  - berg1\nTI  - Warm <i>hands</i>\n"
                                       "AU  - Berg, Hanna\nAU  - Solo A.B.\nAU  - Back Group\n"
                                       "PY  - 2014/03/09/\nJO  - Back J\nJF  - The Back Journal\n"
                                       "VL  - 50(2)\nSP  - 12\nEP  - 20\nPB  - Press\n"
                                       "DO  - https://doi.org/10.5555/ABC.1\nKW  - touch\n"
                                       "KW  - *backs; pain\nM3  - Article; Trial\n"
                                       "AB  - Aims: To see. Results: It fell.\n"
                                       "UR  - http://a.org/1; http://b.org/2\nER  - \n");
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.problems, IsEmpty());
  const RecordEntry& entry = kept.entries[0];
  const Reference& r = entry.printed;
  EXPECT_EQ(r.key, "berg1");
  EXPECT_EQ(r.title, "Warm hands");
  EXPECT_THAT(r.authors, ElementsAre(Author{"Berg", "Hanna"}, Author{"Solo", "A.B."},
                                     Author{"Back Group", ""}));
  EXPECT_EQ(r.year, 2014);
  EXPECT_EQ(r.container, "The Back Journal");
  EXPECT_EQ(r.volume, "50");
  EXPECT_EQ(r.issue, "2");
  EXPECT_EQ(r.pages, "12-20");
  EXPECT_EQ(r.publisher, "Press");
  EXPECT_EQ(r.doi, "10.5555/abc.1");
  EXPECT_EQ(r.url, "http://a.org/1");
  EXPECT_THAT(entry.keywords, ElementsAre("touch", "backs", "pain"));
  EXPECT_THAT(entry.record.publication_types, ElementsAre("Article", "Trial"));
  EXPECT_THAT(entry.abstract,
              ElementsAre(AbstractPart{"Aims", "To see."}, AbstractPart{"Results", "It fell."}));
}

TEST(RisTest, ReadsOtherTagsForTheSame) {
  const KeptRecords kept =
      ReadRecords(ReadRis,
                  "TY  - CHAP\nT1  - One\nA1  - Berg, H; Solo, A\nY1  - 2013//\n"
                  "T2  - A book\nSP  - 1\xE2\x80\x93"
                  "22\nN2  - Words\nER  -\n"
                  "TY\t- BOOK\nT1\t- Two\nT2\t- A series\nED\t- Ed, B\n"
                  "PY\t- YEAR\nPY\t- 1999///\nER\t-\n");
  ASSERT_THAT(Titles(kept), ElementsAre("One", "Two"));
  EXPECT_THAT(kept.entries[0].printed.authors,
              ElementsAre(Author{"Berg", "H"}, Author{"Solo", "A"}));
  EXPECT_EQ(kept.entries[0].printed.year, 2013);
  EXPECT_EQ(kept.entries[0].printed.container, "A book");
  EXPECT_EQ(kept.entries[0].printed.pages, "1-22");
  EXPECT_THAT(kept.entries[0].abstract, ElementsAre(AbstractPart{"", "Words"}));
  EXPECT_EQ(kept.entries[1].printed.container, "");
  EXPECT_THAT(kept.entries[1].printed.authors, ElementsAre(Author{"Ed", "B"}));
  EXPECT_EQ(kept.entries[1].printed.year, 1999);
}

// One record of `lines` between its ends.
Reference ReadOne(const std::string& lines) {
  const KeptRecords kept = ReadRecords(ReadRis, "TY  - JOUR\nTI  - T\n" + lines + "\nER  - \n");
  EXPECT_THAT(kept.entries, SizeIs(1)) << lines;
  return kept.entries.empty() ? Reference{} : kept.entries[0].printed;
}

TEST(RisTest, FindsIdentifiersWhereverTheyAreLeft) {
  EXPECT_EQ(ReadOne("UR  - http://dx.doi.org/10.5555/x").doi, "10.5555/x");
  EXPECT_EQ(ReadOne("M3  - doi: 10.5555/x").doi, "10.5555/x");
  EXPECT_EQ(ReadOne("N1  - 1234-5678 Berg, H doi: 10.5555/x").doi, "10.5555/x");
  EXPECT_EQ(ReadOne("N1  - Erratum in: doi: 10.5555/x").doi, "");
  EXPECT_EQ(ReadOne("N1  - See 10.5555/x and 10.5555/y").doi, "");
  EXPECT_EQ(ReadOne("DB  - PubMed\nAN  - 26950001").pmid, "26950001");
  EXPECT_EQ(ReadOne("DB  - CINAHL\nAN  - 26950001").pmid, "");
  EXPECT_EQ(ReadOne("U1  - 26950001[pmid]\nU2  - PMC4750001[pmcid]").pmid, "26950001");
  EXPECT_EQ(ReadOne("U1  - 26950001[pmid]\nU2  - PMC4750001[pmcid]").pmcid, "PMC4750001");
  EXPECT_EQ(ReadOne("UR  - https://pubmed.ncbi.nlm.nih.gov/26950001").pmid, "26950001");
}

TEST(RisTest, HeadingsOfAbstractsMayEndInAStopWhereTheyAreInCapitals) {
  const KeptRecords kept = ReadRecords(
      ReadRis,
      "TY  - JOUR\nTI  - T\nAB  - METHODS. We saw. Results. They are. RESULTS. It fell.\nER  -\n");
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_THAT(kept.entries[0].abstract,
              ElementsAre(AbstractPart{"METHODS", "We saw. Results. They are."},
                          AbstractPart{"RESULTS", "It fell."}));
}

TEST(RisTest, ABadDoiIsReportedAndLeftEmpty) {
  const KeptRecords kept = ReadRecords(ReadRis, "TY  - JOUR\nTI  - T\nDO  - S0012(14)5\nER  - \n");
  ASSERT_THAT(kept.entries, SizeIs(1));
  EXPECT_EQ(kept.entries[0].printed.doi, "");
  ASSERT_THAT(kept.Codes(), ElementsAre("bad-doi"));
  EXPECT_EQ(kept.problems[0].record, "record 1");
}

TEST(RisTest, LinesGoOnWithoutATag) {
  const KeptRecords kept = ReadRecords(ReadRis,
                                       "1.\nTY  - JOUR\nTI  - Long\ntitle\n      of IL-6 and\n"
                                       "IL-8\nKW  - one\ntwo\nAB  - a\n\nER then b\nER  -\n"
                                       "NL  - Once more\n\nLink to a page\n2.\nTY  - JOUR\n"
                                       "TI  - Two\nER  -");
  EXPECT_THAT(Titles(kept), ElementsAre("Long title of IL-6 and IL-8", "Two"));
  EXPECT_THAT(kept.problems, IsEmpty());
  EXPECT_THAT(kept.entries[0].keywords, ElementsAre("one", "two"));
  EXPECT_EQ(kept.entries[0].abstract[0].text, "a ER then b");
}

TEST(RisTest, MissingEndsAndTypesAreReportedAndTheRecordsRead) {
  const KeptRecords kept = ReadRecords(
      ReadRis, "TI  - One\nER  - \nTY  - BOOK\nTY  - JOUR\nTI  - Two\nTY  - JOUR\nTI  - Three\n");
  EXPECT_THAT(Titles(kept), ElementsAre("One", "Two", "Three"));
  EXPECT_THAT(kept.Codes(), ElementsAre("missing-type", "missing-end", "missing-end"));
  EXPECT_EQ(kept.problems[1].line, 4u);
  EXPECT_FALSE(kept.problems[1].skipped);
}

TEST(RisTest, EmptyRecordsAreSkipped) {
  const KeptRecords kept =
      ReadRecords(ReadRis, "TY  - GEN\nID  - 7\nTI  -\nAB  - Words\nER  -\nTY  - GEN\nER  -\n");
  EXPECT_THAT(kept.entries, IsEmpty());
  ASSERT_THAT(kept.Codes(), ElementsAre("empty-record", "empty-record"));
  EXPECT_EQ(kept.problems[0].record, "7");
  EXPECT_TRUE(kept.problems[0].skipped);
}

TEST(RisTest, ReadsMarksLineEndsAndLatin1) {
  const KeptRecords kept = ReadRecords(ReadRis,
                                       "\xEF\xBB\xBFTY  - JOUR\r\nTI  - \xDC"
                                       "ber\r\nER  - \r\n\r\nTY  - JOUR\rTI  - B\rER  -\r");
  EXPECT_THAT(Titles(kept), ElementsAre("Über", "B"));
  EXPECT_THAT(kept.Codes(), ElementsAre("not-utf8"));
}

TEST(RisTest, AFailingSourceLosesOnlyTheRecordItCuts) {
  KeptRecords kept;
  SlowSource source("TY  - JOUR\nTI  - One\nER  -\nTY  - JOUR\nTI  - Tw", 3, true);
  EXPECT_FALSE(ReadRis(&source, &kept));
  EXPECT_THAT(Titles(kept), ElementsAre("One"));
  EXPECT_THAT(kept.Codes(), ElementsAre("truncated-input"));
}

TEST(RisTest, HugeAndHostileInputIsBounded) {
  std::string text = "TY  - JOUR\nTI  - One\n";
  for (int i = 0; i < 2000000; ++i) text += "KW  - a\n";
  text += "ER  - \nTY  - JOUR\nTI  - Two\nAB  - " + std::string(3 << 20, '<') + "\nER  - \n";
  const KeptRecords kept = ReadRecords(ReadRis, text);
  EXPECT_THAT(Titles(kept), ElementsAre("Two"));
  EXPECT_THAT(kept.Codes(), ElementsAre("too-large", "too-large"));
  std::string garbage;
  for (int i = 1; i < 100000; ++i) garbage += static_cast<char>(i * 7919 % 251 + 1);
  EXPECT_THAT(ReadRecords(ReadRis, garbage).entries, IsEmpty());
}

}  // namespace
}  // namespace claimgraph
