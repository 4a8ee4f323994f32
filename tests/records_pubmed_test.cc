// ReadPubmedXml and the stream under it: each field, each kind of file, and files
// that are broken, hostile or something else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "importers/records/pubmed_xml.h"
#include "importers/records/xml_stream.h"
#include "tests/growth.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Heard : RecordSink {
  std::vector<RecordEntry> entries{};
  std::vector<RecordProblem> problems{};
  std::size_t most = std::size_t{1} << 30;  // entries to take

  bool Take(RecordEntry entry) override {
    entries.push_back(std::move(entry));
    return entries.size() < most;
  }
  void Report(RecordProblem problem) override { problems.push_back(std::move(problem)); }
};

// Hands over `step` bytes at a time, so that a tag or character is cut anywhere.
class SlowSource : public ByteSource {
 public:
  SlowSource(std::string_view text, std::size_t step) : text_(text), step_(step) {}
  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    return text_.Read(buffer, std::min(size, step_));
  }

 private:
  TextSource text_;
  std::size_t step_;
};

// `head`, then `middle` again and again, then `tail`, without holding them all.
class LongSource : public ByteSource {
 public:
  LongSource(std::string head, std::string middle, std::size_t times, std::string tail)
      : part_(std::move(head)), middle_(std::move(middle)), times_(times), tail_(std::move(tail)) {}
  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    while (at_ == part_.size() && (times_ > 0 || !ended_)) {
      at_ = 0;
      part_ = times_ > 0 ? middle_ : tail_;
      ended_ = times_ == 0;
      times_ -= times_ > 0 ? 1 : 0;
    }
    const std::size_t n = part_.copy(buffer, size, at_);
    at_ += n;
    return n;
  }

 private:
  std::string part_;
  std::string middle_;
  std::size_t times_;
  std::string tail_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

Heard ReadFrom(ByteSource* source) {
  Heard heard;
  const Status status = ReadPubmedXml(source, &heard);
  EXPECT_TRUE(status) << status.error().message;
  return heard;
}

Heard Read(std::string_view xml) {
  TextSource source(xml);
  return ReadFrom(&source);
}

std::string Set(const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD PubMedArticle//EN\" \"none.dtd\">\n"
         "<PubmedArticleSet>\n" +
         inside + "</PubmedArticleSet>\n";
}

// `article` stands in Article, `citation` beside it, `data` in PubmedData.
std::string Article(const std::string& article, const std::string& citation = "",
                    const std::string& data = "", const std::string& pmid = "31000001") {
  return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" + pmid + "</PMID><Article>" +
         article + "</Article>" + citation + "</MedlineCitation><PubmedData>" + data +
         "</PubmedData></PubmedArticle>\n";
}

// The only record; it is an error if there is none, or another, or a problem.
RecordEntry Only(const std::string& xml) {
  Heard heard = Read(xml);
  EXPECT_THAT(heard.problems, IsEmpty());
  EXPECT_THAT(heard.entries, SizeIs(1));
  return heard.entries.empty() ? RecordEntry{} : heard.entries.front();
}

std::vector<std::string> Codes(const Heard& heard) {
  std::vector<std::string> codes;
  for (const RecordProblem& problem : heard.problems) codes.push_back(problem.code);
  return codes;
}

std::vector<std::string> Pmids(const Heard& heard) {
  std::vector<std::string> pmids;
  for (const RecordEntry& entry : heard.entries) pmids.push_back(entry.printed.pmid);
  return pmids;
}

TEST(PubmedXmlTest, ReadsTheCitation) {
  const RecordEntry entry = Only(Set(
      Article("<Journal><ISSN>1</ISSN><JournalIssue><Volume>12</Volume><Issue>3</Issue>"
              "<PubDate><Year>2019</Year><Month>May</Month></PubDate></JournalIssue>"
              "<Title>Journal of Rest</Title><ISOAbbreviation>J Rest</ISOAbbreviation></Journal>"
              "<ArticleTitle>Naps &amp; <i>pain</i> at 10<sup>2</sup>\n   hours.</ArticleTitle>"
              "<Pagination><StartPage>25</StartPage><EndPage>31</EndPage>"
              "<MedlinePgn>25-31</MedlinePgn></Pagination>"
              "<AuthorList CompleteYN=\"Y\"><Author ValidYN=\"Y\"><LastName>Ng</LastName>"
              "<ForeName>Ada B</ForeName><Initials>AB</Initials><AffiliationInfo>"
              "<Affiliation>Nowhere</Affiliation></AffiliationInfo></Author>"
              "<Author><LastName>Wrong</LastName></Author>"
              "</AuthorList>"
              "<ArticleDate><Year>2018</Year></ArticleDate>",
              "",
              "<History><PubMedPubDate><Year>2017</Year></PubMedPubDate></History>"
              "<ArticleIdList><ArticleId IdType=\"pubmed\">31000001</ArticleId>"
              "<ArticleId IdType=\"pmc\">PMC77001</ArticleId>"
              "<ArticleId IdType=\"doi\">10.5555/Rest.1</ArticleId></ArticleIdList>")));
  const Reference& r = entry.printed;
  EXPECT_EQ(r.pmid, "31000001");
  EXPECT_EQ(r.pmcid, "PMC77001");
  EXPECT_EQ(r.doi, "10.5555/rest.1");
  EXPECT_EQ(r.title, "Naps & pain at 102 hours.");
  EXPECT_EQ(r.container, "J Rest");
  EXPECT_EQ(r.volume, "12");
  EXPECT_EQ(r.issue, "3");
  EXPECT_EQ(r.pages, "25-31");
  EXPECT_EQ(r.year, 2019);
  EXPECT_THAT(r.authors, ElementsAre(Author{"Ng", "Ada B"}, Author{"Wrong", ""}));
  EXPECT_FALSE(r.et_al);
  EXPECT_EQ(entry.line, 4u);
  EXPECT_FALSE(entry.removed);
}

TEST(PubmedXmlTest, TakesTheNextBestForWhatIsMissing) {
  const Reference r =
      Only(Set(Article("<Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan"
                       "</MedlineDate></PubDate></JournalIssue><Title>Rest</Title></Journal>"
                       "<VernacularTitle>Schlaf.</VernacularTitle>"
                       "<Pagination><StartPage>e7</StartPage><EndPage>e9</EndPage></Pagination>"
                       "<ELocationID EIdType=\"pii\">S1</ELocationID>"
                       "<ELocationID EIdType=\"doi\" ValidYN=\"N\">10.5555/no</ELocationID>"
                       "<ELocationID EIdType=\"doi\" ValidYN=\"Y\">10.5555/YES</ELocationID>")))
          .printed;
  EXPECT_EQ(r.year, 1998);
  EXPECT_EQ(r.container, "Rest");
  EXPECT_EQ(r.title, "Schlaf.");
  EXPECT_EQ(r.pages, "e7-e9");
  EXPECT_EQ(r.doi, "10.5555/yes");
  EXPECT_EQ(Only(Set(Article("<ArticleDate><Year>2003</Year></ArticleDate>"))).printed.year, 2003);
  EXPECT_EQ(Only(Set(Article("<Pagination><StartPage>5</StartPage><EndPage>5</EndPage>"
                             "</Pagination>")))
                .printed.pages,
            "5");
}

TEST(PubmedXmlTest, ReadsAuthorsOfEveryKind) {
  const Reference r =
      Only(Set(Article("<AuthorList CompleteYN=\"N\">"
                       "<Author><LastName>Ode</LastName><Initials>Z</Initials></Author>"
                       "<Author ValidYN=\"N\"><LastName>Misprint</LastName></Author>"
                       "<Author><CollectiveName>The Nap Group</CollectiveName></Author>"
                       "<Author><ForeName>Plato</ForeName></Author><Author/></AuthorList>",
                       "<InvestigatorList><Investigator><LastName>No</LastName></Investigator>"
                       "</InvestigatorList>")))
          .printed;
  EXPECT_THAT(r.authors,
              ElementsAre(Author{"Ode", "Z"}, Author{"The Nap Group", ""}, Author{"Plato", ""}));
  EXPECT_TRUE(r.et_al);
}

TEST(PubmedXmlTest, ReadsAbstractAndSubjects) {
  const RecordEntry entry = Only(Set(Article(
      "<Abstract><AbstractText Label=\"AIMS\" NlmCategory=\"OBJECTIVE\">To "
      "&lt;see&gt;.</AbstractText>"
      "<AbstractText Label=\"UNLABELLED\">We <b>saw</b>.</AbstractText><AbstractText/>"
      "<CopyrightInformation>Ours</CopyrightInformation></Abstract>"
      "<PublicationTypeList><PublicationType>Journal Article</PublicationType>"
      "<PublicationType>Randomized Controlled Trial</PublicationType></PublicationTypeList>",
      "<MeshHeadingList><MeshHeading><DescriptorName>Sleep</DescriptorName>"
      "<QualifierName>physiology</QualifierName></MeshHeading>"
      "<MeshHeading><DescriptorName>Female</DescriptorName></MeshHeading></MeshHeadingList>"
      "<OtherAbstract><AbstractText>Other words</AbstractText></OtherAbstract>"
      "<KeywordList><Keyword>nap</Keyword><Keyword> day  rest </Keyword></KeywordList>")));
  EXPECT_THAT(entry.abstract,
              ElementsAre(AbstractPart{"AIMS", "To <see>."}, AbstractPart{"", "We saw."}));
  EXPECT_THAT(entry.record.publication_types,
              ElementsAre("Journal Article", "Randomized Controlled Trial"));
  EXPECT_THAT(entry.record.headings, ElementsAre("Sleep", "Female"));
  EXPECT_THAT(entry.keywords, ElementsAre("nap", "day rest"));
}

TEST(PubmedXmlTest, ReadsTrialRegistrations) {
  const auto bank = [](const std::string& name, const std::string& number) {
    return "<DataBank><DataBankName>" + name +
           "</DataBankName><AccessionNumberList><AccessionNumber>" + number +
           "</AccessionNumber></AccessionNumberList></DataBank>";
  };
  const RecordEntry entry = Only(Set(Article(
      "<DataBankList>" + bank("ClinicalTrials.gov", "NCT00000017") + bank("GENBANK", "AF1") +
      bank("ISRCTN", "12345678") + bank("EudraCT", "2004-000446-20") + bank("ANZCTR", "ACTRN1") +
      bank("UMIN-CTR", "UMIN1") + "</DataBankList>")));
  std::vector<std::string> values;
  for (const Fact& fact : entry.record.facts) {
    EXPECT_EQ(fact.kind, FactKind::kRegistry);
    values.push_back(fact.value);
  }
  EXPECT_THAT(values,
              ElementsAre("NCT00000017", "ISRCTN12345678", "2004-000446-20", "ACTRN1", "UMIN1"));
}

std::string Comment(const std::string& type, const std::string& source, const std::string& pmid) {
  return "<CommentsCorrections RefType=\"" + type + "\"><RefSource>" + source + "</RefSource>" +
         (pmid.empty() ? "" : "<PMID Version=\"1\">" + pmid + "</PMID>") + "</CommentsCorrections>";
}

TEST(PubmedXmlTest, ReadsWhatWasSaidLaterOfTheArticle) {
  const RecordEntry entry = Only(Set(Article(
      "<PublicationTypeList><PublicationType>Retracted Publication</PublicationType>"
      "</PublicationTypeList>",
      "<CommentsCorrectionsList>" + Comment("CommentIn", "J Rest. 2001", "11") +
          Comment("Cites", "J Rest. 2002", "10") +
          Comment("RetractionIn", "J Rest. 2014 Mar 9;3(1):2015", "12") +
          Comment("ErratumIn", "J Rest", "") + Comment("ExpressionOfConcernIn", "A. 2013", "13") +
          Comment("UpdateIn", "B. 2012", "14") + Comment("RetractionOf", "C. 2000", "15") +
          "</CommentsCorrectionsList>")));
  EXPECT_THAT(entry.record.notices,
              ElementsAre(StandingNotice{Standing::kRetracted, "2014",
                                         "J Rest. 2014 Mar 9;3(1):2015", "pmid:12"},
                          StandingNotice{Standing::kCorrected, "", "J Rest", ""},
                          StandingNotice{Standing::kConcern, "2013", "A. 2013", "pmid:13"},
                          StandingNotice{Standing::kSuperseded, "2012", "B. 2012", "pmid:14"}));
}

TEST(PubmedXmlTest, APublicationTypeIsANoticeWhereNothingIsLinked) {
  const RecordEntry entry = Only(
      Set(Article("<PublicationTypeList><PublicationType>Retracted Publication</PublicationType>"
                  "<PublicationType>Preprint</PublicationType></PublicationTypeList>")));
  EXPECT_THAT(entry.record.notices,
              ElementsAre(StandingNotice{Standing::kRetracted, "", "Retracted Publication", ""},
                          StandingNotice{Standing::kPreprint, "", "Preprint", ""}));
}

TEST(PubmedXmlTest, ReadsTheReferenceList) {
  const auto reference = [](const std::string& ids) {
    return "<Reference><Citation>x</Citation><ArticleIdList>" + ids +
           "</ArticleIdList></Reference>";
  };
  const std::string pubmed = "<ArticleId IdType=\"pubmed\">21</ArticleId>";
  const std::string doi = "<ArticleId IdType=\"doi\">10.5555/A</ArticleId>";
  const std::string bad = "<ArticleId IdType=\"doi\">see there</ArticleId>";
  const std::string old = "<CommentsCorrectionsList>" + Comment("Cites", "A. 2001", "77") +
                          "</CommentsCorrectionsList>";
  const std::string list = "<ReferenceList>" + reference(doi + pubmed) + "<ReferenceList>" +
                           reference(doi) + reference(bad) + "</ReferenceList></ReferenceList>";
  // An old citation among the comments counts only where there is no list.
  EXPECT_THAT(Only(Set(Article("", old, list))).cites, ElementsAre("pmid:21", "doi:10.5555/a"));
  EXPECT_THAT(Only(Set(Article("", old))).cites, ElementsAre("pmid:77"));
  // The identifiers of what is cited are not the article's own.
  EXPECT_EQ(Only(Set(Article("", old, list))).printed.doi, "");
}

TEST(PubmedXmlTest, ADoiMayHoldAngleBrackets) {
  const auto doi = [](const std::string& printed) {
    return Only(Set(Article("", "",
                            "<ArticleIdList><ArticleId IdType=\"doi\">" + printed +
                                "</ArticleId></ArticleIdList>")))
        .printed.doi;
  };
  EXPECT_EQ(doi("10.5555/(SICI)1-2(1999)22:12&lt;1671::AID-X8&gt;3.0.CO;2-A"),
            "10.5555/(sici)1-2(1999)22:12<1671::aid-x8>3.0.co;2-a");
  EXPECT_EQ(doi(" https://doi.org/10.5555/B "), "10.5555/b");
}

TEST(PubmedXmlTest, ReadsBooksAndChapters) {
  const std::string book =
      "<Book><Publisher><PublisherName>Nap Press</PublisherName></Publisher>"
      "<BookTitle>All of Rest</BookTitle><PubDate><Year>2009</Year></PubDate>"
      "<AuthorList Type=\"editors\"><Author><LastName>Editor</LastName></Author></AuthorList>"
      "<AuthorList "
      "Type=\"authors\"><Author><LastName>Whole</LastName></Author></AuthorList></Book>";
  const auto record = [](const std::string& inside) {
    return "<PubmedBookArticle><BookDocument><PMID>41</PMID>" + inside +
           "</BookDocument></PubmedBookArticle>";
  };
  const Reference whole = Only(record(book)).printed;
  EXPECT_EQ(whole.title, "All of Rest");
  EXPECT_EQ(whole.container, "");
  EXPECT_EQ(whole.publisher, "Nap Press");
  EXPECT_EQ(whole.year, 2009);
  EXPECT_THAT(whole.authors, ElementsAre(Author{"Whole", ""}));

  const RecordEntry chapter =
      Only("<PubmedBookArticleSet>" +
           record(book + "<ArticleTitle>Naps</ArticleTitle><AuthorList Type=\"authors\"><Author>"
                         "<LastName>Part</LastName></Author></AuthorList>"
                         "<PublicationType>Review</PublicationType>") +
           "</PubmedBookArticleSet>");
  EXPECT_EQ(chapter.printed.title, "Naps");
  EXPECT_EQ(chapter.printed.container, "All of Rest");
  EXPECT_THAT(chapter.printed.authors, ElementsAre(Author{"Part", ""}));
  EXPECT_THAT(chapter.record.publication_types, ElementsAre("Review"));
}

TEST(PubmedXmlTest, HandsOnWhatAnUpdateFileRemoves) {
  const Heard heard =
      Read(Set(Article("", "", "", "51") +
               "<DeleteCitation>\n<PMID Version=\"1\">52</PMID>\n"
               "<PMID Version=\"1\">x</PMID><PMID>0</PMID><PMID>53</PMID></DeleteCitation>"));
  EXPECT_THAT(Pmids(heard), ElementsAre("51", "52", "53"));
  ASSERT_THAT(heard.entries, SizeIs(3));
  EXPECT_FALSE(heard.entries[0].removed);
  EXPECT_TRUE(heard.entries[1].removed);
  EXPECT_EQ(heard.entries[1].line, 6u);
  EXPECT_TRUE(heard.entries[2].removed);
  EXPECT_THAT(Codes(heard), ElementsAre("bad-pmid", "bad-pmid"));
}

TEST(PubmedXmlTest, ReadsEveryRoot) {
  const std::string citation =
      "<MedlineCitation><PMID>61</PMID><Article><ArticleTitle>T</ArticleTitle></Article>"
      "</MedlineCitation>";
  for (const std::string& xml :
       {citation, "<MedlineCitationSet>" + citation + "</MedlineCitationSet>",
        "<PubmedArticle>" + citation + "</PubmedArticle>"}) {
    EXPECT_EQ(Only(xml).printed.pmid, "61") << xml;
  }
  EXPECT_THAT(Codes(Read("<html><PMID>1</PMID><MedlineCitation/></html>")),
              ElementsAre("not-pubmed"));
}

TEST(PubmedXmlTest, StopsWhereTheSinkHasEnough) {
  const std::string xml = Set(Article("", "", "", "71") + Article("", "", "", "72")) + "<broken";
  Heard heard;
  heard.most = 1;
  TextSource source(xml);
  ASSERT_TRUE(ReadPubmedXml(&source, &heard));
  EXPECT_THAT(Pmids(heard), ElementsAre("71"));
  EXPECT_THAT(heard.problems, IsEmpty());
}

TEST(PubmedXmlTest, AFileMayBeCutAnywhereInTheReading) {
  const std::string xml = Set(Article("<ArticleTitle>Süße Träume – 😴</ArticleTitle>"));
  for (const std::size_t step : {1, 2, 3, 7}) {
    SlowSource source(xml, step);
    const Heard heard = ReadFrom(&source);
    ASSERT_THAT(heard.entries, SizeIs(1));
    EXPECT_EQ(heard.entries[0].printed.title, "Süße Träume – 😴");
  }
}

TEST(PubmedXmlTest, SaysWhichIdentifiersAreBad) {
  const std::string bad_doi =
      "<ArticleIdList><ArticleId IdType=\"doi\">S0140-6736</ArticleId></ArticleIdList>";
  const Heard heard = Read(Set(Article("<ArticleTitle>A</ArticleTitle>", "", bad_doi, "81") +
                               Article("<ArticleTitle>B</ArticleTitle>", "", "", "8x") +
                               Article("<ArticleTitle>C</ArticleTitle>", "", "", "") +
                               "<PubmedArticle>\n</PubmedArticle>"));
  EXPECT_THAT(Codes(heard), ElementsAre("bad-doi", "bad-pmid", "missing-pmid", "empty-record"));
  EXPECT_THAT(Pmids(heard), ElementsAre("81", "", ""));
  ASSERT_THAT(heard.problems, SizeIs(4));
  EXPECT_EQ(heard.problems[0].record, "81");
  EXPECT_THAT(heard.problems[0].message, HasSubstr("\"S0140-6736\""));
  EXPECT_FALSE(heard.problems[0].skipped);
  EXPECT_EQ(heard.entries[0].printed.doi, "");
  EXPECT_EQ(heard.problems[2].record, "record 3");
  EXPECT_EQ(heard.problems[3].line, 7u);
  EXPECT_TRUE(heard.problems[3].skipped);
}

TEST(PubmedXmlTest, ATruncatedFileKeepsItsWholeRecords) {
  const std::string xml = Set(Article("", "", "", "91") + Article("", "", "", "92"));
  const Heard heard = Read(std::string_view(xml).substr(0, xml.find("92") + 20));
  EXPECT_THAT(Pmids(heard), ElementsAre("91"));
  ASSERT_THAT(Codes(heard), ElementsAre("truncated-input"));
  EXPECT_EQ(heard.problems[0].line, 5u);
  EXPECT_EQ(heard.problems[0].record, "92");
  EXPECT_TRUE(heard.problems[0].skipped);
}

TEST(PubmedXmlTest, BrokenXmlIsReportedWithItsLine) {
  const Heard heard = Read(Set(Article("", "", "", "93") + "<PubmedArticle>\nno</Pubmed>"));
  EXPECT_THAT(Pmids(heard), ElementsAre("93"));
  ASSERT_THAT(Codes(heard), ElementsAre("bad-xml"));
  EXPECT_EQ(heard.problems[0].line, 6u);
  EXPECT_THAT(Codes(Read("no XML at all")), ElementsAre("bad-xml"));
  EXPECT_THAT(Codes(Read("")), ElementsAre("empty-file"));
  EXPECT_THAT(Read(Set(Article("")) + Set(Article(""))).problems[0].message,
              HasSubstr("second file"));
}

TEST(PubmedXmlTest, ABadByteEndsTheReading) {
  const Heard heard =
      Read(Set(Article("", "", "", "94") + Article("<ArticleTitle>S\xFC\xDF</ArticleTitle>")));
  EXPECT_THAT(Pmids(heard), ElementsAre("94"));
  EXPECT_THAT(Codes(heard), ElementsAre("bad-xml"));
}

std::string Titled(const std::string& encoding, const std::string& title) {
  return "<?xml version=\"1.0\" encoding=\"" + encoding +
         "\"?><MedlineCitation><PMID>95</PMID><Article><ArticleTitle>" + title +
         "</ArticleTitle></Article></MedlineCitation>";
}

TEST(PubmedXmlTest, ReadsOtherEncodings) {
  EXPECT_EQ(Only(Titled("windows-1252", "S\xFC\xDF \x96 5 \x80 \x81.")).printed.title,
            "Süß – 5 € \xEF\xBF\xBD.");
  EXPECT_EQ(Only(Titled("CP1252", "\x93so\x94")).printed.title, "“so”");
  EXPECT_EQ(Only(Titled("ISO-8859-1", "S\xFC\xDF")).printed.title, "Süß");
  std::string utf16 = "\xFF\xFE";
  for (const char c : Titled("UTF-16", "rest")) utf16 += {c, '\0'};
  EXPECT_EQ(Only(utf16).printed.title, "rest");
  EXPECT_EQ(Only("\xEF\xBB\xBF" + Titled("UTF-8", "rest")).printed.title, "rest");
  EXPECT_THAT(Codes(Read(Titled("EBCDIC-CP-US", "rest"))), ElementsAre("bad-xml"));
}

TEST(PubmedXmlTest, AnEntityOfAnOutsideDtdIsAGap) {
  EXPECT_EQ(Only(Set(Article("<ArticleTitle>S&uuml;&#223;</ArticleTitle>"))).printed.title,
            "S\xEF\xBF\xBD\xC3\x9F");
}

TEST(PubmedXmlTest, RefusesEntitiesOfItsOwn) {
  const std::string body =
      "]><PubmedArticleSet>" + Article("<ArticleTitle>&b;</ArticleTitle>") + "</PubmedArticleSet>";
  for (const std::string declared :
       {"<!ENTITY a \"lol\">\n<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">",
        "<!ENTITY b SYSTEM \"file:///etc/hostname\">", "<!ENTITY % b SYSTEM \"x.dtd\">",
        "<!ATTLIST PubmedArticle a CDATA \"much\">"}) {
    const Heard heard = Read("<!DOCTYPE PubmedArticleSet [\n" + declared + body);
    ASSERT_THAT(Codes(heard), ElementsAre("declared-entity")) << declared;
    EXPECT_EQ(heard.problems[0].line, 2u);
    EXPECT_THAT(heard.entries, IsEmpty());
  }
}

TEST(PubmedXmlTest, DepthHasALimit) {
  const auto nested = [](std::size_t depth) {
    std::string xml;
    for (std::size_t i = 0; i < depth; ++i) xml += "<i>";
    for (std::size_t i = 0; i < depth; ++i) xml += "</i>";
    return Set(Article("<ArticleTitle>" + xml + "</ArticleTitle>"));
  };
  EXPECT_EQ(Only(nested(200)).printed.pmid, "31000001");
  const Heard heard = Read(nested(300));
  EXPECT_THAT(Codes(heard), ElementsAre("too-deep"));
  EXPECT_THAT(heard.entries, IsEmpty());
}

TEST(PubmedXmlTest, ALongFieldIsCutBetweenCharacters) {
  std::string title = "x";
  while (title.size() < kMostInField + 4096) title += "é";
  // One byte is left, in which no more than the first byte of "é" would fit.
  const Heard heard =
      Read(Set(Article("<ArticleTitle>" + title + "<i/>z</ArticleTitle>", "", "", "96") +
               Article("", "", "", "97")));
  EXPECT_THAT(Codes(heard), ElementsAre("long-field"));
  EXPECT_THAT(Pmids(heard), ElementsAre("96", "97"));
  EXPECT_EQ(heard.entries[0].printed.title, title.substr(0, kMostInField - 1));
}

TEST(PubmedXmlTest, AnEndlessElementTakesLittleMemory) {
  const std::string whole =
      Set(Article("<ArticleTitle>@</ArticleTitle>", "", "", "98") + Article("", "", "", "99"));
  const std::size_t at = whole.find('@');
  LongSource source(whole.substr(0, at), std::string(std::size_t{1} << 16, 'z'), 4096,
                    whole.substr(at + 1));  // 256 MiB
  const Heard heard = ReadFrom(&source);
  EXPECT_THAT(Codes(heard), ElementsAre("long-field"));
  EXPECT_THAT(Pmids(heard), ElementsAre("98", "99"));
  EXPECT_EQ(heard.entries[0].printed.title.size(), kMostInField);
}

TEST(PubmedXmlTest, ARecordThatIsTooLargeIsSkipped) {
  const std::string whole =
      Set(Article("", "<KeywordList>@</KeywordList>", "", "98") + Article("", "", "", "99"));
  const std::size_t at = whole.find('@');
  // Many short ones and a few long ones.
  for (const std::size_t size : {std::size_t{1}, std::size_t{200000}}) {
    LongSource source(whole.substr(0, at), "<Keyword>" + std::string(size, 'k') + "</Keyword>",
                      kMostInRecord / (size + 64) + 2, whole.substr(at + 1));
    const Heard heard = ReadFrom(&source);
    ASSERT_THAT(Codes(heard), ElementsAre("too-large"));
    EXPECT_TRUE(heard.problems[0].skipped);
    EXPECT_EQ(heard.problems[0].record, "98");
    EXPECT_THAT(Pmids(heard), ElementsAre("99"));
  }
}

TEST(PubmedXmlTest, ATagWithoutEndIsTooLarge) {
  const std::string begin = Set(Article("", "", "", "98"));
  const std::string open = begin.substr(0, begin.rfind("</"));
  for (const std::string token : {"<!-- ", "<PubmedArticle x=\"", "<?pi "}) {
    LongSource source(open + token, std::string(std::size_t{1} << 16, 'z'), 4096, "");
    const Heard heard = ReadFrom(&source);
    EXPECT_THAT(Codes(heard), ElementsAre("too-large"));
    EXPECT_THAT(Pmids(heard), ElementsAre("98"));
  }
}

TEST(PubmedXmlTest, NamesWithoutNumberAreTooLarge) {
  std::string xml = "<PubmedArticleSet>";
  for (int i = 0; i < 400000; ++i) {
    const std::string name = "n" + std::to_string(i);
    xml += "<" + name + " a" + name + "='1'/>";
  }
  EXPECT_THAT(Codes(Read(xml + "</PubmedArticleSet>")), ElementsAre("too-large"));
}

TEST(PubmedXmlTest, WorkGrowsWithTheFile) {
  const auto work = [](const std::string& xml) { Read(xml); };
  const auto records = [](std::size_t size) {
    std::string inside;
    while (inside.size() < size) inside += Article("<ArticleTitle>T</ArticleTitle>");
    return Set(inside);
  };
  EXPECT_TRUE(GrowsLinearly(std::size_t{4} << 20, records, work));
  const auto attribute = [](std::size_t size) {
    return Set("<a x='" + std::string(size, 'v') + "'/>");
  };
  EXPECT_TRUE(GrowsLinearly(std::size_t{2} << 20, attribute, work));
  const auto references = [](std::size_t size) {
    std::string text;
    while (text.size() < size) text += "&lt;<i/>";
    return Set(Article("<ArticleTitle>" + text + "</ArticleTitle>"));
  };
  EXPECT_TRUE(GrowsLinearly(std::size_t{4} << 20, references, work));
}

struct FailingSource : TextSource {
  using TextSource::TextSource;
  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    const Result<std::size_t> got = TextSource::Read(buffer, size);
    if (got && *got > 0) return got;
    return Fail(ErrorCode::kCorrupt, "the gzip file ends early");
  }
};

TEST(PubmedXmlTest, FailsWithItsSource) {
  const std::string xml = Set(Article("", "", "", "71") + Article("", "", "", "72"));
  FailingSource source(std::string_view(xml).substr(0, xml.find("72")));
  Heard heard;
  const Status status = ReadPubmedXml(&source, &heard);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message, "the gzip file ends early");
  EXPECT_THAT(Pmids(heard), ElementsAre("71"));
}

// Writes down what a handler is told.
struct Scribe : XmlHandler {
  std::string said{};
  bool Start(const XmlElement& element) override {
    said += "<" + std::string(element.name()) + ":" + std::to_string(element.Line()) +
            std::string(element.Attribute("k")) + ">";
    return element.name() != "stop";
  }
  bool End() override {
    said += "/";
    return true;
  }
  void Text(std::string_view piece) override { said += piece; }
};

TEST(XmlStreamTest, TellsTheHandlerInOrder) {
  const auto said = [](std::string_view xml) {
    TextSource source(xml);
    Scribe scribe;
    const Result<XmlEnd> end = ReadXml(&source, &scribe);
    EXPECT_TRUE(end);
    return scribe.said + (end ? end->code : "");
  };
  EXPECT_EQ(said("<a>x<m:b j='1' k='=v'/>\n<![CDATA[<&]]>&amp;</a>"), "<a:1>x<m:b:1=v>/\n<&&/");
  EXPECT_EQ(said("<a>\n<stop/>y<b/></a>"), "<a:1>\n<stop:2>");
  EXPECT_EQ(said("<a><b></a>"), "<a:1><b:1>bad-xml");
}

}  // namespace
}  // namespace claimgraph
