// Articles in JATS, made up here: their text, reference lists and front matter.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "importers/formats/formats.h"
#include "importers/formats/xml_tree.h"
#include "tests/document_dump.h"

namespace claimgraph {
namespace {

std::string Wrapped(std::string_view body, std::string_view back = "", std::string_view meta = "") {
  return "<article article-type=\"research-article\"><front><journal-meta><journal-title>Naps "
         "Today</journal-title></journal-meta><article-meta>" +
         std::string(meta) + "</article-meta></front><body>" + std::string(body) + "</body><back>" +
         std::string(back) + "</back></article>";
}

struct Case {
  std::string_view about;
  std::string_view body;
  std::string_view blocks;
};

constexpr Case kBodies[] = {
    {"sections, marks, breaks and white space",
     "<sec><title>Methods</title><sec><title>People</title><p>We  asked\n <italic>forty</italic> "
     "nurses; VO<sub>2</sub>, 10<sup>3</sup>,<break/>all.</p></sec></sec>",
     R"(h2 "Methods"
h3 "People"
p "We asked forty nurses; VO2, 103,/all."
  em "forty"
  sub "2"
  sup "3"
)"},
    {"entities, CDATA, comments and no-break spaces",
     "<p>5 &lt; 6 &amp; caf&#xe9; <!-- no --><![CDATA[a<b]]> 60&#xa0;years &#8220;so&#8221;</p>",
     "p \"5 < 6 & café a<b 60 years “so”\"\n"},
    {"lists and what stands inside a paragraph",
     "<p>Naps are:<list list-type=\"order\"><list-item><label>1.</label><p>short<list "
     "list-type=\"bullet\"><list-item><p>very</p></list-item></list></p></list-item>"
     "<list-item><p>long</p></list-item></list>or none.</p>",
     R"(p "Naps are:"
#1 "short"
-- "very"
#2 "long"
p "or none."
)"},
    {"tables and figures",
     "<table-wrap><label>Table 1</label><caption><title>Naps</title><p>By "
     "kind.</p></caption><table>"
     "<thead><tr><th>Kind</th><td>n</td></tr></thead><tbody><tr><th>Short</th><td>4</td></tr>"
     "</tbody></table><table-wrap-foot><fn id=\"t1\"><label>a</label><p>Of ten.</p></fn>"
     "</table-wrap-foot></table-wrap><fig><label>Fig. 1</label><caption><p>Flow.</p></caption>"
     "<graphic/></fig><p>After.</p>",
     R"(caption "Table 1 Naps By kind."
th "Kind"
th "n"
td "Short"
td "4"
note a "Of ten."
caption "Fig. 1 Flow."
p "After."
)"},
    {"labels without captions",
     "<fig><label>Fig. 1</label><graphic/></fig><fig><label>Fig. 2</label></fig>Words.",
     "caption \"Fig. 1\"\ncaption \"Fig. 2\"\np \"Words.\"\n"},
    {"a head without <thead>",
     "<table><tr><th>Kind</th></tr><tr><th>Short</th><td>4</td></tr></table>",
     "th \"Kind\"\ntd \"Short\"\ntd \"4\"\n"},
    {"quotations, notes and their marks",
     "<disp-quote><p>Rest.</p></disp-quote><p>Much<xref ref-type=\"fn\" rid=\"f1\">*</xref>.</p>"
     "<fn-group><fn id=\"f1\"><label>*</label><p>A note.</p></fn></fn-group>",
     R"(quote "Rest."
p "Much*."
  ref "*"
note * "A note."
)"},
    {"a note that nothing leads to is a paragraph",
     "<fn-group><fn><p>No conflicts.</p></fn></fn-group>", "p \"No conflicts.\"\n"},
    {"formulas, and what no reader sees",
     "<p>Then <inline-formula><alternatives><tex-math>\\frac</tex-math><mml:math><mml:mi>n</mml:mi>"
     "</mml:math></alternatives></inline-formula>= 4.<object-id>x</object-id></p>"
     "<sub-article><body><p>A letter.</p></body></sub-article>",
     "p \"Then n = 4.\"\n"},
    {"addresses",
     "<p>See <ext-link ext-link-type=\"uri\" xlink:href=\"https://a.org/x\">here</ext-link> or "
     "<ext-link ext-link-type=\"doi\" xlink:href=\"10.1000/x\">there</ext-link>.</p>",
     R"(p "See here or there."
  link "here" -> https://a.org/x
  link "there" -> https://doi.org/10.1000/x
)"},
};

TEST(JatsTest, ReadsTheText) {
  for (const Case& c : kBodies) {
    SCOPED_TRACE(c.about);
    const std::string file = Wrapped(c.body);
    const Document document = ReadDocument(file, "a.xml");
    EXPECT_EQ(document.format, Format::kJats);
    EXPECT_EQ(DumpBlocks(document), c.blocks);
    EXPECT_EQ(BrokenPromise(document, file), "");
  }
}

constexpr std::string_view kList = R"(<ref-list><title>References</title>
<ref id="B1"><label>1.</label><element-citation publication-type="journal"><person-group
person-group-type="author"><name><surname>Cole</surname><given-names>AB</given-names></name><collab>Nap
Group</collab><etal/></person-group><person-group person-group-type="editor"><name><surname>Ed</surname>
</name></person-group><article-title>Naps &amp; rest.</article-title><source>J Naps</source>
<year>2011a</year><volume>4</volume><issue>2</issue><fpage>10</fpage><lpage>19</lpage><pub-id
pub-id-type="doi">10.1000/ABC</pub-id><pub-id pub-id-type="pmid">20000001</pub-id></element-citation></ref>
<ref id="B2"><label>2.</label><mixed-citation><string-name><surname>Pell</surname> <given-names>C
</given-names></string-name>. <source>Rest</source>. <publisher-name>Nap Press</publisher-name>, <year>1999
</year>. PMCID: PMC123456</mixed-citation></ref>
<ref id="B3"><label>3.</label><mixed-citation>Anon. A leaflet on naps. 2004.</mixed-citation></ref>
</ref-list>)";

TEST(JatsTest, ReadsTheListAndLeavesItOutOfTheText) {
  const std::string file = Wrapped("<p>Naps help.</p>", kList);
  const Article article = ReadMarkedUp(file, "a.xml");
  EXPECT_EQ(article.document.text, "Naps help.");
  ASSERT_EQ(article.references.size(), 3u);
  const Reference& cole = article.references[0];
  EXPECT_EQ(cole.key, "B1");
  EXPECT_EQ(cole.number, 1);
  EXPECT_EQ(cole.origin, ReferenceOrigin::kList);
  EXPECT_EQ(cole.authors, (std::vector<Author>{{"Cole", "AB"}, {"Nap Group", ""}}));
  EXPECT_TRUE(cole.et_al);
  EXPECT_EQ(cole.year, 2011);
  EXPECT_EQ(cole.year_suffix, "a");
  EXPECT_EQ(cole.title, "Naps & rest");
  EXPECT_EQ(cole.container, "J Naps");
  EXPECT_EQ(cole.volume + "/" + cole.issue + "/" + cole.pages, "4/2/10-19");
  EXPECT_EQ(cole.doi, "10.1000/abc");
  EXPECT_EQ(cole.pmid, "20000001");
  EXPECT_EQ(cole.text,
            "Cole AB, Nap Group, et al. Naps & rest. J Naps. 2011a;4(2):10-19. doi:10.1000/abc.");
  const std::string entry = file.substr(cole.span.begin, cole.span.size());
  EXPECT_TRUE(entry.starts_with("<ref id=\"B1\">") && entry.ends_with("</ref>")) << entry;
  EXPECT_EQ(file.substr(cole.year_span.begin, cole.year_span.size()), "<year>2011a</year>");
  const Reference& pell = article.references[1];
  EXPECT_EQ(pell.title, "Rest");  // a book is its own source
  EXPECT_EQ(pell.publisher, "Nap Press");
  EXPECT_EQ(pell.pmcid, "PMC123456");
  EXPECT_EQ(pell.text, "Pell C . Rest. Nap Press, 1999 . PMCID: PMC123456");
  EXPECT_EQ(article.references[2].text, "Anon. A leaflet on naps. 2004.");
}

TEST(JatsTest, AnEntryWithoutFieldsIsItsWords) {
  const Article article = ReadMarkedUp(
      Wrapped("<p>x</p>",
              "<ref-list><ref id=\"B1\"><mixed-citation><comment>Naps, 2016, <ext-link "
              "xlink:href=\"https://a.org/naps\">here</ext-link></comment></mixed-citation></ref>"
              "</ref-list>"),
      "a.xml");
  ASSERT_EQ(article.references.size(), 1u);
  EXPECT_EQ(article.references[0].text, "Naps, 2016, here");
  EXPECT_EQ(article.references[0].url, "https://a.org/naps");
}

TEST(JatsTest, MarksInTheTextAreLinksToTheList) {
  const std::string file = Wrapped(
      "<p>Much [<xref ref-type=\"bibr\" rid=\"B1\">1</xref>&#x2013;<xref rid=\"B3\">3</xref>]. "
      "More.<xref ref-type=\"bibr\" rid=\"B2\">2</xref> Both <xref rid=\"B1 B2\">1,2</xref>. Fig. "
      "<xref rid=\"F1\">1</xref></p>",
      kList);
  EXPECT_EQ(DumpBlocks(ReadDocument(file, "a.xml")), R"(p "Much [1–3]. More.2 Both 1,2. Fig. 1"
  link "1" -> #B1
  link "3" -> #B3
  link "2" -> #B2
  link "1,2" -> #B1 B2
  sup "2"
  sup "1,2"
)");
}

TEST(JatsTest, AListWithoutNumbersTakesThemFromTheMarks) {
  constexpr std::string_view kUnnumbered =
      "<ref-list><ref id=\"a\"><citation><source>One</source></citation></ref><ref id=\"b\">"
      "<citation><source>Two</source></citation></ref></ref-list>";
  const auto numbers = [&](std::string_view body) {
    const Article article = ReadMarkedUp(Wrapped(body, kUnnumbered), "a.xml");
    return std::to_string(article.references.at(0).number) +
           std::to_string(article.references.at(1).number);
  };
  EXPECT_EQ(numbers("<p>[<xref rid=\"a\">1</xref>] [<xref rid=\"b\">2</xref>]</p>"), "12");
  EXPECT_EQ(numbers("<p><xref rid=\"a\">Cole, 2011</xref></p>"), "00");
}

TEST(JatsTest, ReadsWhatTheArticleSaysOfItself) {
  const std::string file = Wrapped(
      "<p>Text.</p>", "",
      "<article-id pub-id-type=\"pmid\">20000002</article-id><article-id pub-id-type=\"pmc\">"
      "123457</article-id><article-id pub-id-type=\"doi\">10.1000/Own</article-id>"
      "<article-categories><subj-group subj-group-type=\"heading\"><subject>Trial</subject>"
      "</subj-group></article-categories><title-group><article-title>Naps at <italic>work</italic>"
      "</article-title><subtitle>a trial</subtitle></title-group><contrib-group><contrib "
      "contrib-type=\"author\"><name><surname>Cole</surname><given-names>A</given-names></name>"
      "</contrib><contrib contrib-type=\"editor\"><name><surname>Ed</surname></name></contrib>"
      "</contrib-group><aff>A house</aff><pub-date pub-type=\"epub\"><year>2012</year></pub-date>"
      "<pub-date pub-type=\"ppub\"><year>2013</year></pub-date><volume>9</volume><fpage>1</fpage>"
      "<lpage>7</lpage><related-article related-article-type=\"retraction-forward\" "
      "ext-link-type=\"doi\" xlink:href=\"10.1000/gone\"/><permissions><license "
      "xlink:href=\"https://l.org/by\"><license-p>Free.</license-p></license></permissions>"
      "<abstract><sec><title>AIM</title><p>To rest.</p></sec><p>Registered: NCT01234567, "
      "ISRCTN12345678.</p></abstract><kwd-group><kwd>nap</kwd></kwd-group>");
  const Article article = ReadMarkedUp(file, "a.xml");
  EXPECT_EQ(DumpBlocks(article.document), R"(h1 "Naps at work"
  em "work"
h1 "a trial"
h3 "AIM"
p "To rest."
p "Registered: NCT01234567, ISRCTN12345678."
p "Text."
)");
  EXPECT_EQ(article.document.title, "Naps at work: a trial");
  EXPECT_EQ(article.document.identifier, "10.1000/own");
  const ArticleFront& front = article.front;
  EXPECT_EQ(front.printed.authors, (std::vector<Author>{{"Cole", "A"}}));
  EXPECT_EQ(front.printed.year, 2013);
  EXPECT_EQ(front.printed.container, "Naps Today");
  EXPECT_EQ(front.printed.volume + "/" + front.printed.pages, "9/1-7");
  EXPECT_EQ(front.printed.pmid + "/" + front.printed.pmcid, "20000002/PMC123457");
  ASSERT_EQ(front.abstract.size(), 2u);
  EXPECT_EQ(front.abstract[0], std::pair(std::string("AIM"), std::string("To rest.")));
  EXPECT_EQ(front.keywords, std::vector<std::string>{"nap"});
  EXPECT_EQ(front.license, "https://l.org/by");
  EXPECT_EQ(front.record.publication_types,
            (std::vector<std::string>{"research-article", "Trial"}));
  ASSERT_EQ(front.record.facts.size(), 2u);
  EXPECT_EQ(front.record.facts[0].value, "ISRCTN12345678");
  EXPECT_EQ(front.record.facts[1].value, "NCT01234567");
  ASSERT_EQ(front.record.notices.size(), 1u);
  EXPECT_EQ(front.record.notices[0].standing, Standing::kRetracted);
  EXPECT_EQ(front.record.notices[0].notice, "doi:10.1000/gone");
}

TEST(JatsTest, ARetractionSaysWhatItRetracts) {
  const Article article =
      ReadMarkedUp(Wrapped("<p>x</p>", "",
                           "<related-article related-article-type=\"retracted-article\" "
                           "ext-link-type=\"pubmed\" xlink:href=\"20000003\"/>"),
                   "a.xml");
  ASSERT_EQ(article.front.announces.size(), 1u);
  EXPECT_EQ(article.front.announces[0],
            std::pair(Standing::kRetracted, std::string("pmid:20000003")));
  EXPECT_TRUE(article.front.record.notices.empty());
}

TEST(JatsTest, IsToldFromHtml) {
  const auto format = [](std::string_view text) { return SniffFormat(text, "a.xml"); };
  EXPECT_EQ(format("<?xml version=\"1.0\"?>\n<!DOCTYPE article PUBLIC \"-//NLM//DTD JATS//EN\" "
                   "\"x.dtd\"><article>"),
            Format::kJats);
  EXPECT_EQ(format("<!-- c --><article xml:lang=\"en\"><front><article-meta>"), Format::kJats);
  EXPECT_EQ(format("<article class=\"post\"><p>Naps help.</p></article>"), Format::kHtml);
  EXPECT_EQ(format("<!DOCTYPE html><article><p>x</p></article>"), Format::kHtml);
}

// Spans are bytes of the file, whatever its encoding.
TEST(JatsTest, SpansAreBytesOfTheFile) {
  const std::string utf8 = Wrapped("<p>Caf\u00e9 naps &amp; rest.</p>", kList);
  std::string utf16 = "\xFF\xFE";
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const bool wide = static_cast<unsigned char>(utf8[i]) == 0xC3;
    utf16 += wide ? '\xE9' : utf8[i];
    utf16 += '\0';
    i += wide;
  }
  const Article article = ReadMarkedUp(utf16, "a.xml");
  EXPECT_EQ(article.document.text, "Café naps & rest.");
  ASSERT_EQ(article.references.size(), 3u);
  const Span span = article.references[0].span;
  EXPECT_EQ(utf16.substr(span.begin, 8), std::string("<\0r\0e\0f\0", 8));
  EXPECT_EQ(BrokenPromise(article.document, utf16), "");
}

std::string Codes(const Document& document) {
  std::string codes;
  for (const Diagnostic& d : document.diagnostics) codes += (codes.empty() ? "" : " ") + d.code;
  return codes;
}

TEST(JatsTest, BrokenXmlIsReadAsFarAsItGoes) {
  const std::string file = Wrapped("<p>One &amp; two.</p><p>Three</p>", kList);
  for (std::size_t cut = file.find("One"); cut < file.size(); cut += 7) {
    const Document document = ReadDocument(file.substr(0, cut), "a.xml");
    EXPECT_EQ(BrokenPromise(document, file.substr(0, cut)), "");
    EXPECT_EQ(Codes(document), "truncated-input") << cut;
  }
  const Document wrong = ReadDocument(Wrapped("<p>One.</p></sec><p>Two.</p>"), "a.xml");
  EXPECT_EQ(wrong.text, "One.");
  EXPECT_EQ(Codes(wrong), "xml-syntax");
}

TEST(JatsTest, EntitiesCannotGrow) {
  const std::string bomb =
      "<!DOCTYPE article PUBLIC \"JATS\" \"x\" [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
      "\"&a;&a;&a;\">]><article><body><p>&b;</p></body></article>";
  const Document document = ReadDocument(bomb, "a.xml");
  EXPECT_EQ(Codes(document), "entity-declarations");
  EXPECT_EQ(document.text, "");
  // HTML's names are known without their declarations; a file's own are not expanded.
  const Document named = ReadDocument(
      "<!DOCTYPE article PUBLIC \"JATS\" \"x\" [<!ENTITY own \"abc\"><!ENTITY f SYSTEM "
      "\"file:///etc/passwd\">]><article><body><p>a&ndash;b &own;&f;c</p></body></article>",
      "a.xml");
  EXPECT_EQ(named.text, "a–b c");
}

TEST(JatsTest, DeepAndWideXmlIsBounded) {
  std::string deep = "<article article-type=\"x\"><body>";
  for (int i = 0; i < 20000; ++i) deep += "<sec>";
  deep += "<p>words</p>";
  for (int i = 0; i < 20000; ++i) deep += "</sec>";
  const Document document = ReadDocument(deep + "</body></article>", "a.xml");
  EXPECT_EQ(document.text, "words");
  EXPECT_EQ(Codes(document), "too-deeply-nested");
}

TEST(XmlTreeTest, PiecesKnowTheirBytes) {
  constexpr std::string_view kText = "<a><b c=\"1 &amp; 2\">x&lt;y</b>\r\n<d/></a>";
  const XmlTree tree(kText);
  const XmlIndex b = tree.Child(0, "b");
  ASSERT_NE(b, XmlTree::kNone);
  EXPECT_EQ(tree.Attribute(b, "c"), "1 & 2");
  EXPECT_EQ(tree.Attribute(b, "d"), "");
  EXPECT_EQ(tree.Text(b), "x<y");
  EXPECT_EQ(kText.substr(tree[b].source.begin, tree[b].source.size()),
            "<b c=\"1 &amp; 2\">x&lt;y</b>");
  ASSERT_EQ(tree[b].end, b + 4);
  EXPECT_EQ(tree.Piece(b + 2), "<");
  EXPECT_EQ(tree[b + 2].source.size(), 4u);
  const XmlIndex d = tree.Find(0, "d");
  EXPECT_EQ(kText.substr(tree[d].source.begin, tree[d].source.size()), "<d/>");
  EXPECT_EQ(tree.Children(0).size(), 2u);
  EXPECT_EQ(tree.Around(b + 1, "a"), 0u);
  EXPECT_TRUE(tree.problems().empty());
}

}  // namespace
}  // namespace claimgraph
