#include <gtest/gtest.h>
#include <gumbo.h>

#include <random>
#include <string>
#include <string_view>

#include "importers/formats/formats.h"
#include "tests/document_dump.h"

namespace claimgraph {
namespace {

struct Case {
  std::string_view about;
  std::string_view text;
  std::string_view blocks;
};

constexpr Case kElements[] = {
    {"blocks and marks", R"(<h2>Naps</h2>
<p>A nap   <b>helps</b>
<em>most</em> people.<sup>3</sup> H<sub>2</sub>O. <cite>Cole</cite> <q>said so</q>.</p>)",
     R"(h2 "Naps"
p "A nap helps most people.3 H2O. Cole said so."
  strong "helps"
  em "most"
  sup "3"
  sub "2"
  cite "Cole"
  cite "said so"
)"},
    {"lists nest, and an item is its own text only",
     "<ol start=3><li>One<ul><li>In</ul>Rest<li><p>Two</p></ol>After",
     R"(#3 "One"
-- "In"
#3 "Rest"
#4 "Two"
p "After"
)"},
    {"tables", "<table><caption>Naps</caption><tr><th>Kind<th>Effect<tr><th>Short<td>Good</table>",
     R"(caption "Naps"
th "Kind"
th "Effect"
td "Short"
td "Good"
)"},
    {"quotations, captions, definitions",
     "<blockquote cite=x><p>Rest well.</p></blockquote><figure><img alt=no><figcaption>A "
     "nap.</figcaption></figure>"
     "<dl><dt>Nap<dd>A short sleep.</dl>",
     R"(quote "Rest well."
  cite "Rest well."
caption "A nap."
p "Nap"
p "A short sleep."
)"},
    {"line breaks: one stays, two make a paragraph", "<p>One<br>two<br /> <br>three</p>",
     R"(p "One/two"
p "three"
)"},
    {"entities", "<p>P&nbsp;&lt;&#160;0.05 &amp;&copy; AT&T &bogus; &#146; &#x2014;&frac12;</p>",
     "p \"P\u00A0<\u00A00.05 &© AT&T &bogus; ’ —½\"\n"},
    {"links",
     "<a href=\" /a?b=1&amp;c=2 \">One</a> <a href=/b>two <a href='c'>three</a> <a name=x>four</a>"
     " <a href='javascript:x()'>five</a> <a href=d></a>",
     R"(p "One two three four five"
  link "One" -> /a?b=1&c=2
  link "two" -> /b
  link "three" -> c
)"},
    {"a link around blocks", "<a href=x><h3>Naps</h3><p>Help.</p></a>",
     R"(h3 "Naps"
  link "Naps" -> x
p "Help."
  link "Help." -> x
)"},
    {"footnotes of Pandoc and Wikipedia",
     "<p>It helps.<a href='#fn1'><sup>1</sup></a></p><section class=footnotes><ol><li "
     "id=fn1><p>Cole."
     "<a href='#r' role=doc-backlink>up</a></p></li><li "
     "id='cite_note-Cole-2'>Two.</li></ol></section>",
     R"(p "It helps.1"
  link "1" -> #fn1
  sup "1"
  ref "1"
note 1 "Cole."
note 2 "Two."
)"},
    {"a note's label is what is printed for it, and its way back is no part of it",
     "<p>It helps.<sup id=cite_ref-4><a href='#cite_note-Cole-4'>[1]</a></sup> Much."
     "<sup><a href='#cite_note-Cole-4'>[1]</a></sup></p><ol><li id=cite_note-Cole-4>"
     "<span class='mw-cite-backlink'>^ <a href='#cite_ref-4'>a</a></span> Cole. <a "
     "href='#CITEREFCole'>See</a>.</li><li id=fn7>Two. <a href='#fnref7'>\u21A9</a></li></ol>",
     R"(p "It helps.[1] Much.[1]"
  link "[1]" -> #cite_note-Cole-4
  link "[1]" -> #cite_note-Cole-4
  sup "[1]"
  ref "[1]"
  sup "[1]"
  ref "[1]"
note 1 "Cole. See."
  link "See" -> #CITEREFCole
note 7 "Two."
)"},
    {"notes whose id stands on an anchor",
     "<p>It helps.<a id=footnote-anchor-1 href='#footnote-1'>1</a> Much.<a name=_ftnref2 "
     "href='#_ftn2'>[2]</a></p><div class=footnote><a id=footnote-1 "
     "href='#footnote-anchor-1'>1</a><div class=footnote-content><p>Cole.</p></div></div>"
     "<p><a name=_ftn2 href='#_ftnref2'>[2]</a> Two.</p><div><a "
     "id=footnote-3></a><p>More</p></div>",
     R"(p "It helps.1 Much.[2]"
  link "1" -> #footnote-1
  link "[2]" -> #_ftn2
  ref "1"
  ref "[2]"
note 1 "Cole."
note 2 "Two."
p "More"
)"},
    {"crossed and unclosed tags", "<p><b>One <i>two</b> three</i><p>four</b> five<div>six",
     R"(p "One two three"
  strong "One two"
  em "two"
p "four five"
p "six"
)"},
    {"a quote that never closes takes one tag, not the page",
     "<p>One <a href=\"x>two</a> three</p><p>four</p>",
     R"(p "One two three"
  link "two" -> x
p "four"
)"},
    {"text is not markup", "<p>5 < 6 and a < b, <3 &lt;b&gt; </ p> </></p>",
     "p \"5 < 6 and a < b, <3 <b>\"\n"},
    {"words that are struck or hidden",
     "<p>It <del>cures</del> <span style='display: none'>x</span>eases <s>all</s> pain.</p>",
     "p \"It eases pain.\"\n"},
};

constexpr Case kPages[] = {
    {"a page around an article",
     R"(<!doctype html><html><head><title>Naps | A Site</title><style>p{}</style></head>
<body class="has-sidebar"><header><h1>A Site</h1></header><nav><ul><li><a href=/>Home</a></ul></nav>
<main><article><header><h1>Naps</h1></header><p>A nap helps.</p><div class="social-share"><a href=x>Share</a></div>
<section id="social-anxiety"><h2>Social anxiety</h2><p>It eases that too.</p></section>
<footer class="footnotes"><p>1. Cole.</p></footer></article></main>
<aside><p>Buy pillows.</p></aside><section id="comments"><p>Great post!</p></section>
<footer>All rights reserved.</footer><script>if (a < b) document.write("<p>no</p>")</script></body></html>)",
     R"(h1 "Naps"
p "A nap helps."
h2 "Social anxiety"
p "It eases that too."
p "1. Cole."
)"},
    {"a form around the whole page is the page",
     "<form id=aspnetForm><div class=comment-open><p>A nap helps a great deal, says everyone who "
     "took one.</p></div></form>",
     "p \"A nap helps a great deal, says everyone who took one.\"\n"},
    {"an old page without a main element",
     "<html><body><div id=menu><a href=a>Home</a></div><div id=content>A nap helps.<br><br>It "
     "does.</div>"
     "<div id='sidebar-right'>Ads</div></body></html>",
     R"(p "A nap helps."
p "It does."
)"},
    {"cards beside the article",
     "<article><p>A nap helps a great deal, says everyone who took one.</p></article>"
     "<article><p>Next post</p></article>",
     "p \"A nap helps a great deal, says everyone who took one.\"\n"},
};

template <std::size_t N>
void Check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.about);
    const Document document = ReadDocument(c.text, "page.html");
    EXPECT_EQ(DumpBlocks(document), c.blocks);
    EXPECT_EQ(BrokenPromise(document, c.text), "");
  }
}

TEST(HtmlTest, ReadsElements) { Check(kElements); }
TEST(HtmlTest, FindsTheArticle) { Check(kPages); }

TEST(HtmlTest, LinksKnowTheirSource) {
  const std::string_view text = "<p>See <a class=x href=\"/a&amp;b\" >the <b>trial</b></a>.";
  const Document document = ReadDocument(text, "page.html");
  ASSERT_EQ(document.links.size(), 1u);
  const Link& link = document.links[0];
  EXPECT_EQ(text.substr(link.source.begin, link.source.size()),
            "<a class=x href=\"/a&amp;b\" >the <b>trial</b></a>");
  EXPECT_EQ(text.substr(link.target_source.begin, link.target_source.size()), "/a&amp;b");
}

TEST(HtmlTest, TheHeadNamesTheDocument) {
  const Document page = ReadDocument(
      "<html><head><title> Naps &amp;\n rest | Site</title><meta property='og:title' content='Naps "
      "&amp; rest'>"
      "<link rel=canonical href=' https://a.org/naps "
      "'></head><body><svg><title>icon</title></svg>Text.",
      "page.html");
  EXPECT_EQ(page.title, "Naps & rest");
  EXPECT_EQ(page.identifier, "https://a.org/naps");
  const Document paper = ReadDocument(
      "<html><head><title>Naps</title><meta name=citation_doi content=10.1/x><link rel=canonical "
      "href=/y>",
      "page.html");
  EXPECT_EQ(paper.title, "Naps");
  EXPECT_EQ(paper.identifier, "10.1/x");
}

TEST(HtmlTest, SaysWhatIsCutOrTooDeep) {
  const auto code = [](std::string_view text) {
    const Document document = ReadDocument(text, "page.html");
    return document.diagnostics.empty() ? std::string() : document.diagnostics[0].code;
  };
  EXPECT_EQ(code("<p>One <a href=\"x"), "truncated-input");
  EXPECT_EQ(code("<p>One <!-- two"), "truncated-input");
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  EXPECT_EQ(code(deep + "words"), "too-deeply-nested");
  EXPECT_EQ(code("<p>One</p>"), "");
}

// --- an HTML parser that builds the tree, as a second opinion ---

void AppendLetters(std::string_view text, std::string* out) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') out->push_back(c);
  }
}

void CollectText(const GumboNode* node, std::string* out) {
  if (node->type == GUMBO_NODE_TEXT) return AppendLetters(node->v.text.text, out);
  if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag == GUMBO_TAG_SCRIPT) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    CollectText(static_cast<const GumboNode*>(children.data[i]), out);
  }
}

std::string LettersByGumbo(const std::string& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string letters;
  CollectText(output->root, &letters);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return letters;
}

TEST(HtmlTest, FindsTheWordsThatATreeBuilderFinds) {
  static constexpr std::string_view kPieces[] = {"<p>",
                                                 "</p>",
                                                 "<div class='a'>",
                                                 "</div>",
                                                 "<b>",
                                                 "</b>",
                                                 "<i>",
                                                 "</i>",
                                                 "<a href=\"x>y\">",
                                                 "</a>",
                                                 "<ul>",
                                                 "</ul>",
                                                 "<li>",
                                                 "</li>",
                                                 "<h2>",
                                                 "</h2>",
                                                 "<br>",
                                                 "<br/>",
                                                 "<img src=x>",
                                                 "<!-- c -->",
                                                 "<!>",
                                                 "<?x?>",
                                                 "</>",
                                                 "&amp;",
                                                 "&#65;",
                                                 "&bogus;",
                                                 "& ",
                                                 "<script>a<b</script>",
                                                 "<span",
                                                 " x=y>",
                                                 "</span >",
                                                 "words ",
                                                 "more",
                                                 " 5 < 6 ",
                                                 "\n",
                                                 "<blockquote>",
                                                 "</blockquote>",
                                                 "<ol start=2>",
                                                 "</ol>",
                                                 "<dl><dt>",
                                                 "<dd>",
                                                 "</dl>",
                                                 "é",
                                                 "<pre>",
                                                 "</pre>"};
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string page = "<!doctype html><body>";
    for (int n = 0; n < 30; ++n) page += kPieces[random() % std::size(kPieces)];
    page += "<p>end";
    std::string ours;
    AppendLetters(ReadDocument(page, "page.html").text, &ours);
    ASSERT_EQ(ours, LettersByGumbo(page)) << page;
  }
}

}  // namespace
}  // namespace claimgraph
