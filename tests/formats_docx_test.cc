// DOCX files that are zipped here, part by part.

#include <gtest/gtest.h>
#include <zip.h>

#include <map>
#include <string>
#include <string_view>

#include "importers/formats/docx_package.h"
#include "importers/formats/formats.h"
#include "importers/formats/sniff.h"
#include "tests/document_dump.h"

namespace claimgraph {
namespace {

using Parts = std::map<std::string, std::string>;

std::string Zip(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, words] : parts) {
    zip_source_t* part = zip_source_buffer(zip, words.data(), words.size(), 0);
    zip_file_add(zip, name.c_str(), part, ZIP_FL_OVERWRITE);
  }
  EXPECT_EQ(zip_close(zip), 0);
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  EXPECT_EQ(zip_source_read(source, bytes.data(), bytes.size()),
            static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::string Docx(std::string_view body, Parts parts = {}) {
  parts["word/document.xml"] =
      "<w:document><w:body>" + std::string(body) + "</w:body></w:document>";
  return Zip(parts);
}

std::string P(std::string_view words, std::string_view properties = "") {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t>" + std::string(words) +
         "</w:t></w:r></w:p>";
}

std::string Item(std::string_view words, int list, int level) {
  return P(words, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                      std::to_string(list) + "\"/></w:numPr>");
}

// A complex field whose result is `shown`.
std::string Field(std::string_view instruction, std::string_view shown) {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" +
         std::string(instruction) +
         "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>" +
         std::string(shown) + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

std::string Dump(const std::string& bytes) {
  const Document document = ReadDocument(bytes, "a.docx");
  EXPECT_EQ(document.format, Format::kDocx);
  EXPECT_EQ(BrokenPromise(document, document.text), "");
  for (const Diagnostic& d : document.diagnostics) ADD_FAILURE() << d.code << ": " << d.message;
  return DumpBlocks(document);
}

TEST(DocxTest, ReadsHeadingsQuotesAndType) {
  const Parts styles = {
      {"word/styles.xml",
       "<w:styles><w:style w:styleId=\"T1\"><w:name w:val=\"heading 2\"/></w:style><w:style "
       "w:styleId=\"Mine\"><w:basedOn w:val=\"T1\"/></w:style><w:style w:styleId=\"Q\"><w:name "
       "w:val=\"Quote\"/></w:style><w:style w:styleId=\"C\"><w:name w:val=\"caption\"/></w:style>"
       "</w:styles>"}};
  EXPECT_EQ(
      Dump(Docx(P("Naps", "<w:pStyle w:val=\"Mine\"/>") + P("Late", "<w:outlineLvl w:val=\"0\"/>") +
                    P("Rest &amp; sleep.", "<w:pStyle w:val=\"Q\"/>") +
                    P("Fig. 1", "<w:pStyle w:val=\"C\"/>") +
                    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Much</w:t></w:r><w:r><w:rPr><w:b/>"
                    "</w:rPr><w:t xml:space=\"preserve\"> rest</w:t></w:r><w:r><w:rPr><w:b "
                    "w:val=\"0\"/><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>3</w:t></w:r>"
                    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:br/>"
                    "<w:t>line</w:t></w:r></w:p>",
                styles)),
      R"(h2 "Naps"
h1 "Late"
quote "Rest & sleep."
caption "Fig. 1"
p "Much rest3/line"
  strong "Much rest"
  sup "3"
)");
}

TEST(DocxTest, ReadsListsAndTables) {
  const Parts numbering = {
      {"word/numbering.xml",
       "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt "
       "w:val=\"decimal\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl>"
       "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
       "w:val=\"7\"/></w:num></w:numbering>"}};
  EXPECT_EQ(Dump(Docx(Item("One", 1, 0) + Item("In", 1, 1) + P("Between") + Item("Two", 1, 0) +
                          "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>" + P("Kind") +
                          "</w:tc></w:tr><w:tr><w:tc>" + Item("Short", 1, 1) + P("nap") +
                          "</w:tc></w:tr></w:tbl>" + P("After"),
                      numbering)),
            R"(#1 "One"
-- "In"
p "Between"
#2 "Two"
th "Kind"
-- "Short"
td "nap"
p "After"
)");
}

TEST(DocxTest, NotesStandBehindTheText) {
  const Parts notes = {
      {"word/footnotes.xml",
       "<w:footnotes><w:footnote w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"5\">" +
           P("Cole.") + P("More.") + "</w:footnote></w:footnotes>"},
      {"word/endnotes.xml",
       "<w:endnotes><w:endnote w:id=\"2\">" + P("Pell.") + "</w:endnote></w:endnotes>"}};
  EXPECT_EQ(Dump(Docx("<w:p><w:r><w:t>Rest.</w:t></w:r><w:r><w:footnoteReference w:id=\"5\"/></w:r>"
                      "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>",
                      notes)),
            R"(p "Rest.1e1"
  link "1" -> #footnote-1
  link "e1" -> #endnote-e1
  sup "1"
  ref "1"
  sup "e1"
  ref "e1"
note 1 "Cole."
note 1 "More."
note e1 "Pell."
)");
}

TEST(DocxTest, ChangesAreAcceptedAndBoxesReadOnce) {
  EXPECT_EQ(
      Dump(Docx("<w:p><w:ins><w:r><w:t>New </w:t></w:r></w:ins><w:del><w:r><w:delText>old "
                "</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
                "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
                P("Boxed") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
                P("Boxed") +
                "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>text</w:t></w:r></w:p>")),
      "p \"New text\"\np \"Boxed\"\n");
}

TEST(DocxTest, ReadsLinksAndFields) {
  const Parts rels = {{"word/_rels/document.xml.rels",
                       "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" "
                       "Target=\"https://a.org/?a=1&amp;b=2\"/></Relationships>"}};
  EXPECT_EQ(
      Dump(Docx("<w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>He</w:t></w:r><w:r><w:rPr><w:i/>"
                "</w:rPr><w:t>re</w:t></w:r></w:hyperlink></w:p><w:p>" +
                    Field(" HYPERLINK \"https://b.org\" ", "there") + "</w:p><w:p>" +
                    Field("TOC \\o", "Naps 3") + "</w:p><w:p>" + Field("PAGE", "4") + "</w:p>",
                rels)),
      R"(p "Here"
  link "Here" -> https://a.org/?a=1&b=2
  em "re"
p "there"
  link "there" -> https://b.org
p "4"
)");
}

TEST(DocxTest, CitationFieldsLeadToTheSourcesOfTheFile) {
  const std::string csl =
      "ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[{\"id\":7,\"uris\":[\"http://z.org/items/"
      "AB12\"],\"itemData\":{\"title\":\"Naps\",\"author\":[{\"family\":\"Cole\",\"given\":\"A\"},{"
      "\"literal\":\"Nap Group\"}],\"issued\":{\"date-parts\":[[\"2011\",3]]},\"container-title\":"
      "\"J Naps\",\"volume\":4,\"page\":\"1-9\",\"DOI\":\"10.1000/ABC\",\"note\":\"PMID: "
      "20000001\"}},"
      "{\"id\":\"x y\",\"itemData\":{\"title\":\"Rest\"}}]} trailing";
  const Parts sources = {
      {"customXml/item1.xml",
       "<b:Sources><b:Source><b:Tag>Pel99</b:Tag><b:Title>Sleep</b:Title><b:Year>1999</b:Year>"
       "<b:JournalName>J Rest</b:JournalName><b:Author><b:Author><b:NameList><b:Person><b:Last>Pell"
       "</b:Last><b:First>C</b:First></b:Person></b:NameList></b:Author></b:Author></b:Source>"
       "</b:Sources>"}};
  const Article article = ReadMarkedUp(
      Docx("<w:p><w:r><w:t xml:space=\"preserve\">Rest helps </w:t></w:r>" + Field(csl, "[1,2]") +
               "<w:r><w:t xml:space=\"preserve\"> and </w:t></w:r><w:sdt><w:sdtPr><w:citation/>"
               "</w:sdtPr><w:sdtContent><w:fldSimple w:instr=\" CITATION Pel99 \\p 4 \\l 1033 \">"
               "<w:r><w:t>(Pell, 1999)</w:t></w:r></w:fldSimple></w:sdtContent></w:sdt></w:p>",
           sources),
      "a.docx");
  EXPECT_EQ(DumpBlocks(article.document),
            R"x(p "Rest helps [1,2] and (Pell, 1999)"
  link "[1,2]" -> #AB12 x-y
  link "(Pell, 1999)" -> #Pel99
)x");
  ASSERT_EQ(article.references.size(), 3u);
  const Reference& pell = article.references[0];
  EXPECT_EQ(pell.key + "|" + pell.title + "|" + pell.container, "Pel99|Sleep|J Rest");
  EXPECT_EQ(pell.authors, (std::vector<Author>{{"Pell", "C"}}));
  const Reference& cole = article.references[1];
  EXPECT_EQ(cole.key, "AB12");
  EXPECT_EQ(cole.origin, ReferenceOrigin::kBibFile);
  EXPECT_EQ(cole.year, 2011);
  EXPECT_EQ(cole.doi + "|" + cole.pmid + "|" + cole.volume, "10.1000/abc|20000001|4");
  EXPECT_EQ(cole.text, "Cole A, Nap Group. Naps. J Naps. 2011;4:1-9. doi:10.1000/abc.");
}

TEST(DocxTest, BadRecordsLeaveTheTextAlone) {
  for (const std::string_view json :
       {"{", "[]", "{\"citationItems\":7}", "{\"citationItems\":[1,{\"itemData\":[]}]}",
        "{\"citationItems\":[{\"itemData\":{\"title\":[],\"author\":[3],\"issued\":[]}}]}"}) {
    const Article article = ReadMarkedUp(
        Docx("<w:p>" + Field("ADDIN CSL_CITATION " + std::string(json), "[1]") + "</w:p>"),
        "a.docx");
    EXPECT_EQ(article.document.text, "[1]") << json;
    EXPECT_TRUE(article.references.empty()) << json;
  }
}

std::string Code(const Document& document) {
  return document.diagnostics.empty() ? std::string() : document.diagnostics[0].code;
}

TEST(DocxTest, DamagedFilesAreReported) {
  const std::string whole = Docx(P("Rest helps."));
  EXPECT_EQ(Code(ReadDocument(whole, "a.docx")), "");
  EXPECT_EQ(Code(ReadDocument(whole.substr(0, whole.size() - 30), "a.docx")), "bad-zip");
  std::string bent = whole;
  for (std::size_t i = 50; i < 120; ++i) bent[i] = '\x7E';
  EXPECT_EQ(Code(ReadDocument(bent, "a.docx")), "bad-zip");
  EXPECT_EQ(Code(ReadDocument(Zip({{"word/document.xml", "<w:document><w:body>"}}), "a.docx")),
            "truncated-input");
  EXPECT_NE(NotText(Zip({{"xl/workbook.xml", "<a/>"}})), "");
}

TEST(DocxTest, ABombIsNotUnpacked) {
  const std::string body = P(std::string(DocxPackage::kMostInPart, 'a'));
  const std::string bytes = Docx(body);
  ASSERT_LT(bytes.size(), std::size_t{1} << 20);
  const Document document = ReadDocument(bytes, "a.docx");
  EXPECT_EQ(document.text, "");
  EXPECT_EQ(Code(document), "too-large");
}

}  // namespace
}  // namespace claimgraph
