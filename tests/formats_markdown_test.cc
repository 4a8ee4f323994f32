#include <gtest/gtest.h>

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

constexpr Case kBlocks[] = {
    {"headings, paragraphs, marks", R"(# Naps

A nap **helps** *most* people, as
one _small_ trial found.

Why
---
)",
     R"(h1 "Naps"
p "A nap helps most people, as one small trial found."
  strong "helps"
  em "most"
  em "small"
h2 "Why"
)"},
    {"entries that stand one a line keep their lines, and prose does not",
     "Naps helped (Marlow, 2001).\nMarlow (2001) agreed.\n\nMarlow, A. (2001). Naps in\nwards. "
     "Care, 3, 1.\nvan Pell, B. (2002). Ears. https://a.example/x\nHarbour Board. (2003). Work.\n",
     R"(p "Naps helped (Marlow, 2001). Marlow (2001) agreed."
p "Marlow, A. (2001). Naps in wards. Care, 3, 1./van Pell, B. (2002). Ears. https://a.example/x/Harbour Board. (2003). Work."
  link "https://a.example/x" -> https://a.example/x
)"},
    {"prose over a rule is no heading",
     "Naps help people who work at night, as several trials with nurses found, and they help "
     "people who"
     " drive at night, as several trials with drivers found, and they help anyone who stays awake "
     "at"
     " night for work.\n---\n",
     "p \"Naps help people who work at night, as several trials with nurses found, and they help "
     "people"
     " who drive at night, as several trials with drivers found, and they help anyone who stays "
     "awake at"
     " night for work.\"\n"},
    {"lists", R"(1. Lie down
2. Sleep
   - briefly

   and well
- Get up
)",
     R"(#1 "Lie down"
#2 "Sleep"
-- "briefly"
#2 "and well"
- "Get up"
)"},
    {"quotations and tables", R"(> Naps help,
> they say.

| Nap   | Effect |
|-------|--------|
| short | *good* |
)",
     R"(quote "Naps help, they say."
th "Nap"
th "Effect"
td "short"
td "good"
  em "good"
)"},
    {"code is no prose",
     "Use it so:\n\n```{r, fig.cap=\"Naps\"}\nnap <- 1\n```\n\n    x = 2\n\nDone.\n",
     R"(p "Use it so:"
p "Done."
)"},
    {"escapes and entities", R"(P \< 0.05, \~20 &amp; more&hellip; A&T &nosuch; &#8217;)",
     "p \"P < 0.05, ~20 & more… A&T &nosuch; ’\"\n"},
    {"hard line breaks stay inside the block", "**Is it safe?**  \nYes.\\\nMostly.\n",
     R"(p "Is it safe?/Yes./Mostly."
  strong "Is it safe?"
)"},
    {"a backslash at the end of a block breaks nothing", "- One.\\\n- Two.\\\n\nThree.\\\n",
     R"(- "One."
- "Two."
p "Three."
)"},
    {"struck words are gone", "It cures ~~everything~~ colds, in ~10 of ~20 people.\n",
     "p \"It cures colds, in ~10 of ~20 people.\"\n"},
};

constexpr Case kLinks[] = {
    {"links of every kind",
     "[Inline](https://a.org/x_(1) \"title\"), [by label][ref], [ref], <https://b.org/>, "
     "<me@b.org>, https://c.org/_a_b, [**bold** `code`](<d e>), and []() none.\n\n[ref]: "
     "/r?a=1&amp;b=2\n",
     R"(p "Inline, by label, ref, https://b.org/, me@b.org, https://c.org/_a_b, bold code, and none."
  link "Inline" -> https://a.org/x_(1)
  link "by label" -> /r?a=1&b=2
  link "ref" -> /r?a=1&b=2
  link "https://b.org/" -> https://b.org/
  link "me@b.org" -> mailto:me@b.org
  link "https://c.org/_a_b" -> https://c.org/_a_b
  link "bold code" -> d e
  strong "bold"
)"},
    {"a number with an address below is a citation",
     "It helps.[1] It [really][2] does.\n\n[1]: https://a.org/a_b_c\n[2]: /b\n",
     R"(p "It helps.[1] It really does."
  link "[1]" -> https://a.org/a_b_c
  link "really" -> /b
)"},
    {"emphasis around addresses", "**https://a.org/x** and (https://b.org/y).\n",
     R"(p "https://a.org/x and (https://b.org/y)."
  link "https://a.org/x" -> https://a.org/x
  link "https://b.org/y" -> https://b.org/y
  strong "https://a.org/x"
)"},
    {"pictures",
     "Text ![alt](a.png) more.\n\n![A nap](b.png)\n\n*Naps in a "
     "park*\n\n![](c.png)\n*Below*\n\n*Not a caption.*\n",
     R"(p "Text more."
caption "A nap"
caption "Naps in a park"
  em "Naps in a park"
caption "Below"
  em "Below"
p "Not a caption."
  em "Not a caption."
)"},
    {"a picture inside a link", "[![alt](a.png) Words](https://a.org)\n",
     R"(p "Words"
  link "Words" -> https://a.org
)"},
};

constexpr Case kExtensions[] = {
    {"footnotes", R"(It helps.[^1] It does[^long-one].

[^1]: First note.
[^long-one]: Second *note*

    with two paragraphs.

After.
)",
     R"(p "It helps.[^1] It does[^long-one]."
  ref "[^1]"
  ref "[^long-one]"
note 1 "First note."
note long-one "Second note"
  em "note"
note long-one "with two paragraphs."
p "After."
)"},
    {"a footnote right under a heading", "### References\n[^1]: https://a.org/x\n",
     R"(h3 "References"
note 1 "https://a.org/x"
  link "https://a.org/x" -> https://a.org/x
)"},
    {"an inline note", "It helps.^[Cole found so.] It does.\n",
     "p \"It helps.[Cole found so.] It does.\"\n"},
    {"Pandoc citations keep their underscores",
     "It helps [@cole_rest_2020; @_b_, p. 3], as @cole_rest_2020 found _so_ well.\n",
     R"(p "It helps [@cole_rest_2020; @_b_, p. 3], as @cole_rest_2020 found so well."
  em "so"
)"},
    {"superscripts and subscripts", "It fell.^1,2^ H~2~O is m<sup>2</sup> and 2^8.\n",
     R"(p "It fell.1,2 H2O is m2 and 2^8."
  sup "1,2"
  sub "2"
  sup "2"
)"},
    {"math is words, prices are not math", "Since $a_1 * b_1$ rose, it cost $5_ and $10_ more.\n",
     "p \"Since $a_1 * b_1$ rose, it cost $5_ and $10_ more.\"\n"},
    {"shortcodes, attributes and fences of divisions", R"({{< pagebreak >}}

::: {.callout-note}
# Naps {#sec-naps .unnumbered}

**Naps help.** Often.
{: .notice--info}

{% include figure.html caption="x" %} They do.{.x}
:::

{% highlight r %}
nap(1)
{% endhighlight %}
)",
     R"(h1 "Naps"
p "Naps help. Often."
  strong "Naps help."
p "They do."
)"},
    {"comments",
     "One <!-- hidden --> two.\n<!-- two\nlines --> three.\n\n<!-- alone -->\n\n  <!-- x --> "
     "Four.\n",
     R"(p "One two. three."
p "Four."
)"},
    {"front matter", R"(---
title: "The \"best\" nap"
author: R. Cole
description: >
  A nap
  a day.
tags: [a, 'b']
---
It helps.
)",
     R"(meta title "The "best" nap"
meta description "A nap a day."
p "It helps."
)"},
    {"a rule is no front matter", "---\nIt helps.\n\n---\n\nIt does.\n",
     R"(p "It helps."
p "It does."
)"},
    {"HTML inside Markdown",
     R"(<p>Naps &#8220;help&#8221; <a href="https://a.org/?a=1&amp;b=2">here</a>.</p>

They *do* <span class="x">for <b>all</b></span>.<br>Yes.

<ul>
<li><p>One</p></li>

    <li>Two</li>
</ul>

<script>var x = "<p>no</p>";</script>
)",
     R"(p "Naps “help” here."
  link "here" -> https://a.org/?a=1&b=2
p "They do for all./Yes."
  em "do"
  strong "all"
- "One"
- "Two"
)"},
    {"Markdown inside hidden HTML", "<div hidden>\n\nSecret *words*.\n\n</div>\n\nOpen words.\n",
     "p \"Open words.\"\n"},
};

template <std::size_t N>
void Check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.about);
    const Document document = ReadDocument(c.text, "draft.md");
    EXPECT_EQ(DumpBlocks(document), c.blocks);
    EXPECT_EQ(BrokenPromise(document, c.text), "");
    // The same words with the line ends of another system.
    std::string crlf;
    for (const char ch : c.text) crlf += ch == '\n' ? std::string("\r\n") : std::string(1, ch);
    const Document other = ReadDocument(crlf, "draft.md");
    EXPECT_EQ(DumpBlocks(other), c.blocks);
    EXPECT_EQ(BrokenPromise(other, crlf), "");
  }
}

TEST(MarkdownTest, FindsBlocks) { Check(kBlocks); }
TEST(MarkdownTest, FindsLinks) { Check(kLinks); }
TEST(MarkdownTest, ReadsWhatCommonMarkLacks) { Check(kExtensions); }

TEST(MarkdownTest, LinksKnowTheirSource) {
  struct {
    std::string_view text;
    std::string_view source;
    std::string_view target_source;
  } const cases[] = {
      {"a [b](https://c.org) d", "[b](https://c.org)", "https://c.org"},
      {"a [*b* `c`]( <d e> 'f' ) g", "[*b* `c`]( <d e> 'f' )", "d e"},
      {"a [b\nc][d] e\n\n[d]: /f", "[b\nc][d]", "/f"},
      {"a [b][] c\n\n[b]: /f", "[b][]", "/f"},
      {"a [b] c\n\n[b]: /f", "[b]", "/f"},
      {"a <https://c.org> d", "<https://c.org>", "https://c.org"},
      {"a https://c.org. d", "https://c.org", "https://c.org"},
      {"a [![i](j) b](k) d", "[![i](j) b](k)", "k"},
      {"a <a href='k'>b</a> d", "<a href='k'>b</a>", "k"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.text);
    const Document document = ReadDocument(c.text, "draft.md");
    ASSERT_EQ(document.links.size(), 1u);
    const Link& link = document.links[0];
    EXPECT_EQ(c.text.substr(link.source.begin, link.source.size()), c.source);
    EXPECT_EQ(c.text.substr(link.target_source.begin, link.target_source.size()), c.target_source);
  }
}

TEST(MarkdownTest, TheHeadNamesTheDocument) {
  const Document document = ReadDocument(
      "---\ntitle: Naps\ncanonical_url: https://a.org/naps\ndoi: 10.1/x\n"
      "bibliography: [a.bib, \"b c.bib\"]\n---\n# Other\n",
      "draft.md");
  EXPECT_EQ(document.title, "Naps");
  EXPECT_EQ(document.identifier, "10.1/x");
  EXPECT_EQ(document.bibliographies, (std::vector<std::string>{"a.bib", "b c.bib"}));

  const Document listed =
      ReadDocument("---\nbibliography:\n  - a.bib\n  - b.bib\n---\n# Rest\n", "draft.md");
  EXPECT_EQ(listed.bibliographies, (std::vector<std::string>{"a.bib", "b.bib"}));
  EXPECT_EQ(listed.title, "Rest");

  const Document toml =
      ReadDocument("+++\ntitle = \"Naps\"\nbibliography = 'a.bib'\n+++\nText.\n", "draft.md");
  EXPECT_EQ(toml.title, "Naps");
  EXPECT_EQ(toml.bibliographies, std::vector<std::string>{"a.bib"});
}

TEST(MarkdownTest, SaysWhatNeverCloses) {
  const auto code = [](std::string_view text) {
    const Document document = ReadDocument(text, "draft.md");
    return document.diagnostics.empty() ? std::string() : document.diagnostics[0].code;
  };
  EXPECT_EQ(code("Text.\n\n```r\nx <- 1\n"), "truncated-input");
  EXPECT_EQ(code("Text.\n\n<!-- note\n"), "truncated-input");
  EXPECT_EQ(code("---\ntitle: Naps\n\nText.\n"), "unclosed-front-matter");
  EXPECT_EQ(code("Text.\n\n```r\nx <- 1\n```\n<!-- a -->\n"), "");
}

}  // namespace
}  // namespace claimgraph
