// SniffRecords: what is a file of records, and the many things that are none.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "importers/records/record_format.h"

namespace claimgraph {
namespace {

struct Case {
  std::string text{};
  std::string name{};
};

void ExpectAll(RecordFormat format, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(static_cast<int>(SniffRecords(c.text, c.name)), static_cast<int>(format))
        << c.name << ": " << c.text.substr(0, 80);
  }
}

TEST(SniffRecordsTest, KnowsPubmedXml) {
  ExpectAll(RecordFormat::kPubmedXml,
            {{"<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"x\" \"y\">\n"
              "<!-- a > b -->\n<PubmedArticleSet>\n",
              "a.txt"},
             {"\xEF\xBB\xBF<PubmedArticle>", ""}});
  ExpectAll(RecordFormat::kNone,
            {{"<?xml version=\"1.0\"?>\n<article xmlns=\"x\"><front/>", "a.xml"},
             {"<!DOCTYPE html><p>PubmedArticleSet</p>", "a.html"},
             {"<!DOCTYPE PubmedArticleSet", "a.xml"},
             {"The <PubmedArticleSet> element is the root.", "a.md"}});
}

TEST(SniffRecordsTest, KnowsMedline) {
  ExpectAll(RecordFormat::kMedline,
            {{"\n\nPMID- 31000001\nOWN - NLM\nTI  - Words\n      and words\n", "export.txt"},
             {"PMID-31000001\nPT  - Editorial\n", "a"},
             {"TI  - One\nAU  - Berg H\n", "a.nbib"}});
  ExpectAll(RecordFormat::kNone,
            {{"PMID- 31000001 is the record that we discuss. It is long.\nAnd so on.\n", "a.txt"},
             {"TI  - One\nAU  - Berg H\n", "a.txt"},
             {"Prose in a file with the wrong name.\nMore of it.\n", "a.nbib"},
             {"An export looks like this:\n\nPMID- 31000001\nTI  - Words\n", "a.md"}});
}

TEST(SniffRecordsTest, KnowsRis) {
  ExpectAll(RecordFormat::kRis,
            {{"TY  - JOUR\r\nTI  - Words\r\nER  - \r\n", "a.txt"},
             {"\xEF\xBB\xBFTY  - JOUR\nAU  - Berg\n", ""},
             {"\n\nRecord #1 of 2\nProvider: Ovid\n1.\nTY  - JOUR\nID  - 1\n", "a.txt"},
             {"TY\t- GEN\nA1\t- Berg\n", "a"},
             {"TY  - Journal Article\nTI  - Words\n", "a.ris"},
             {"T1  - Words\nAU  - Berg\nER  - \n", "a.ris"}});
  ExpectAll(RecordFormat::kNone,
            {{"TY - thank you - is how chats end.\nAnd so on.\n", "a.txt"},
             {"TY  - JOUR\nis how a record of RIS begins.\n", "a.txt"},
             {"# RIS\n\n    TY  - JOUR\n    TI  - Words\n", "a.md"},
             {"```\nTY  - JOUR\nTI  - Words\nER  - \n```\n", "a.md"},
             {"Words in a file with the wrong name.\nTY  - JOUR\nTI  - x\n", "a.ris"}});
}

TEST(SniffRecordsTest, KnowsEndnoteXml) {
  ExpectAll(RecordFormat::kEndnoteXml,
            {{"<?xml version=\"1.0\" encoding=\"UTF-8\" ?><xml><records><record>", "a.xml"},
             {"<xml>\n  <!-- mine -->\n  <records/>\n</xml>", "a.txt"},
             {"<records><record><database>", ""}});
  ExpectAll(RecordFormat::kNone, {{"<xml><items><record/></items></xml>", "a.xml"},
                                  {"<records><row/></records>", "a.xml"},
                                  {"<xml>", "a.xml"},
                                  {"<", "a.xml"},
                                  {"<records", "a.xml"},
                                  {"<html><body><xml><records>", "a.html"}});
}

TEST(SniffRecordsTest, KnowsWebOfScience) {
  ExpectAll(RecordFormat::kIsi, {{"\xEF\xBB\xBF"
                                  "FN Clarivate Analytics Web of Science\r\nVR 1.0\r\nPT J\r\n",
                                  "savedrecs.txt"},
                                 {"FN ISI Export Format\nVR 1.0\n \nPT K\n", "a"},
                                 {"PT J\nAU Berg, H\nTI Words\n", "a.ciw"}});
  ExpectAll(RecordFormat::kNone, {{"FN is not a word.\nVR is none.\n", "a.txt"},
                                  {"FN ISI Export Format\n", "a.txt"},
                                  {"PT J\nand so on\n", "a.isi"},
                                  {"PT is short for\nUS of physical therapy\n", "a.txt"},
                                  {"# Export\n\n    FN ISI\n    VR 1.0\n", "a.md"}});
}

TEST(SniffRecordsTest, KnowsOvid) {
  ExpectAll(RecordFormat::kOvid,
            {{"<1>\nUnique Identifier\n  31000001\n", "citation.txt"},
             {"\n<3001. >\r\nVN  - Ovid Technologies\r\nDB  - Embase\r\n", "a.ovd"},
             {"<1337>\nAuthor  \n  Berg\n  \nTitle\n  T\n", "a"},
             {"VN  - Ovid Technologies\nDB  - Embase\n", "a.txt"},
             {"\nScore\n  *****\nAccession Number\n  1.\nAuthor\n  Berg\nTitle\n  T\n", "a"}});
  ExpectAll(RecordFormat::kNone,
            {{"<1>\nMassage helps, as a trial showed.\n", "a.txt"},
             {"<1>\n", "a.txt"},
             {"<a>\nTitle\n  T\n", "a.txt"},
             {"Title\n  Massage\nAuthor\n  Berg\nAbstract\n  Words\n", "a.txt"},
             {"Score\n  two\n  three\nof four\n", "a.txt"},
             {"Score\nTitle\nAuthor\nAbstract\n", "a.txt"}});
}

TEST(SniffRecordsTest, KnowsBibliographicJson) {
  ExpectAll(
      RecordFormat::kJsonRecords,
      {{R"([{"id": "a", "title": "T", "issued": {"date-parts": [[2014]]}}])", "a.json"},
       {R"({"status":"ok","message-type":"work-list","message":{"items":[{"DOI":"10.5555/x")", ""},
       {R"({"DOI":"10.5555/x","type":"journal-article"})"
        "\n",
        "a.jsonl"}});
  ExpectAll(RecordFormat::kNone,
            {{R"({"name": "x", "type": "module", "title": "T"})", "package.json"},
             {R"({"title": "Schema", "type": "object", "properties": {}})", "a.json"},
             {R"({"cells": [{"source": ["{\"date-parts\": 1, \"title\": 2}"]}]})", "a.ipynb"},
             {R"({"status":"ok","message-type":"journal-list","message":{"items":[{"title":"J",
                 "x":{"date-parts":[[1]]}}]}})",
              "a.json"},
             {"[1] Berg H. \"title\": \"date-parts\": A study.\n", "a.txt"},
             {"[link](http://a.org) \"container-title\": \"title\":", "a.md"},
             {R"({"text": "Tea helps", "citations": [{"title": "T", "type": "article-journal"}]})",
              "claims.jsonl"},
             {"[]", "a.json"},
             {"{}", "a.json"},
             {"{ int title = 0; }", "a.c"}});
}

TEST(SniffRecordsTest, KnowsListsOfRetractions) {
  ExpectAll(RecordFormat::kRetractions,
            {{"Record ID,Title,RetractionDOI,OriginalPaperDOI,RetractionNature\n1,", "a.csv"},
             {"retracted_doi\tnotice_doi\n10.5555/a\t10.5555/b\n", "a.tsv"},
             {"doi\n10.5555/a\n", "lists/retracted.tsv"},
             {"10.5555/a\n10.5555/b\n", "Retractions.txt"}});
  ExpectAll(RecordFormat::kNone,
            {{"study,doi,n\nBerg,10.5555/a,74\n", "trials.csv"},
             {"10.5555/a\n10.5555/b\n", "included.txt"},
             {"doi\n10.5555/a\n", "retracted/included.tsv"},
             {"Retractions have a doi, we learned.\nThey are many.\n", "retractions.md"},
             {"A retracted doi, and what came of it.\n", "a.txt"}});
}

TEST(SniffRecordsTest, KnowsBibtex) {
  ExpectAll(RecordFormat::kBibtex, {{"% Encoding: UTF-8\n\n@Article{k,\n title={T}}\n", "a.txt"},
                                    {"@string(j = \"J\")\n", ""},
                                    {"Made by hand.\n@book {k,\n", "refs.bib"}});
  ExpectAll(RecordFormat::kNone, {{"@media {\n a { color: red }\n}\n", "a.css"},
                                  {"@page{size: a4}\n", "a.css"},
                                  {"@Override {\n", "a.java"},
                                  {"@article is a word.\n", "a.txt"},
                                  {"An entry:\n@article{k,\n", "a.md"},
                                  {"No entry.\n", "a.bib"}});
}

TEST(SniffRecordsTest, ArticlesNotesAndCodeAreNone) {
  ExpectAll(RecordFormat::kNone,
            {{"", ""},
             {"\n\n", "a.txt"},
             {"Massage lowers pain (Berg, 2014). PMID: 31000001, doi: 10.5555/x.\n", "a.txt"},
             {"---\ntitle: T\ndoi: 10.5555/x\n---\n\n# T\n\nWords.\n", "a.md"},
             {"AIM - to see.\nTHE - end.\n", "a.txt"},
             {"1. Berg H. A study. J. 2014.\n2. Solo A. Another. J. 2015.\n", "a.txt"},
             {"Note: words\nTo: you\n", "a.txt"},
             {"<html><body><pre>PMID- 1\nTI  - x\n</pre></body></html>", "a.html"},
             {"#include <x>\nint main() { return 0; }\n", "a.cc"},
             {"title,doi\nA,10.5555/x\n", "a.csv"},
             {std::string(20000, '<'), "a"},
             {std::string(20000, '"'), "a.json"},
             {"\xFF\xFE\x80\x01", "a"}});
}

TEST(SniffRecordsTest, ReadsOtherEncodings) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("TY  - JOUR\nTI  - One\nER  - \n")) wide += std::string{c, '\0'};
  ExpectAll(RecordFormat::kRis, {{wide, "a.ris"},
                                 {"TY  - JOUR\nTI  - \xDC"
                                  "ber\n",
                                  "a.txt"}});
}

}  // namespace
}  // namespace claimgraph
