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

constexpr Case kCases[] = {
    {"a pasted post: a line is a paragraph", R"(Why a Nap Helps
- Robin

- May 2, 2024
- 4 min read
Updated: May 3, 2024

A nap in the afternoon restores attention in most people, and it costs nothing at all to try one out.
What Happens While You Sleep
Short sleep clears the mind. It also lowers the pulse.

Comments)",
     R"(h1 "Why a Nap Helps"
meta "Robin"
meta "May 2, 2024"
meta "4 min read"
meta "Updated: May 3, 2024"
p "A nap in the afternoon restores attention in most people, and it costs nothing at all to try one out."
h2 "What Happens While You Sleep"
p "Short sleep clears the mind. It also lowers the pulse."
meta "Comments"
)"},
    {"a list without bullets ends at the first full stop", R"(Title of the Post

A walk can help in several ways:
Calming the mind after work
Warming stiff joints in the morning
Bringing people together
So a walk is worth the time.)",
     R"(h1 "Title of the Post"
p "A walk can help in several ways:"
- "Calming the mind after work"
- "Warming stiff joints in the morning"
- "Bringing people together"
p "So a walk is worth the time."
)"},
    {"a heading after a colon is no list", R"(Title of the Post

Here are the findings that matter most:
Sleep, Mood, and Memory
People who napped remembered more words in one small trial of students at a college.)",
     R"(h1 "Title of the Post"
p "Here are the findings that matter most:"
h2 "Sleep, Mood, and Memory"
p "People who napped remembered more words in one small trial of students at a college."
)"},
    {"list markers", R"(Before you start, read this.
- Drink water
* Rest well
• Walk slowly
1. First breathe in
2) Then breathe out
)",
     R"(p "Before you start, read this."
- "Drink water"
- "Rest well"
- "Walk slowly"
#1 "First breathe in"
#2 "Then breathe out"
)"},
    {"a paragraph may end in a citation", R"~(Naps and Nurses

Naps restore attention [1]

Naps ease pain after work (2, 3)

Naps lower the pulse.¹ Naps help nurses.²

Naps help cooks.4 Naps help drivers.5-7

“Naps are free.”8

Naps are cheap.[2]

Notes on Naps

They are short.)~",
     R"~(h1 "Naps and Nurses"
p "Naps restore attention [1]"
p "Naps ease pain after work (2, 3)"
p "Naps lower the pulse.¹ Naps help nurses.²"
p "Naps help cooks.4 Naps help drivers.5-7"
p "“Naps are free.”8"
p "Naps are cheap.[2]"
h2 "Notes on Naps"
p "They are short."
)~"},
    {"headings that end in a number", R"~(Naps in 2019

They are short.

Version 2.3

They are long.

Naps for Nurses (Part 2)

They are cheap.

Night Work (2)

It is dull.)~",
     R"~(h1 "Naps in 2019"
p "They are short."
h2 "Version 2.3"
p "They are long."
h2 "Naps for Nurses (Part 2)"
p "They are cheap."
h2 "Night Work (2)"
p "It is dull."
)~"},
    {"a numbered heading keeps its number", R"(1. Naps Restore Attention
Several small trials found better attention after a nap of twenty minutes, at least for some hours.)",
     R"(h2 "1. Naps Restore Attention"
p "Several small trials found better attention after a nap of twenty minutes, at least for some hours."
)"},
    {"a caption alone between paragraphs", R"(Naps restore attention in many people.

A nurse holding the wrist of a smiling runner.

Woman stretching her arms on a park bench.

Patients receiving massage reported less pain.

They also lower the pulse.)",
     R"(p "Naps restore attention in many people."
caption "A nurse holding the wrist of a smiling runner."
caption "Woman stretching her arms on a park bench."
p "Patients receiving massage reported less pain."
p "They also lower the pulse."
)"},
    {"a table that lost its tabs", R"(The two kinds compare like this.

KindShort NapLong Nap
LengthAbout twenty minutes at most.An hour or more in a dark room.
AfterwardsFresh at once.A little slow for a while.

Both are fine.)",
     R"(p "The two kinds compare like this."
th "Kind"
th "Short Nap"
th "Long Nap"
td "Length"
td "About twenty minutes at most."
td "An hour or more in a dark room."
td "Afterwards"
td "Fresh at once."
td "A little slow for a while."
p "Both are fine."
)"},
    {"a table with tabs", "Kind\tShort\tLong\nLength\t20 min\t60 min\n",
     R"(th "Kind"
th "Short"
th "Long"
td "Length"
td "20 min"
td "60 min"
)"},
    {"names in the middle of words are no table", R"(It worked well. PubMed
It worked again. PubMed
)",
     R"(p "It worked well. PubMed"
p "It worked again. PubMed"
)"},
    {"hard-wrapped paragraphs are joined",
     R"(A nap in the afternoon restores attention in many people, and it
costs nothing. The effect lasts for some hours, as one small trial
of students found.

- Set a clock, so that the nap stays short and the night that comes
  after it stays long
- Lie down
)",
     R"(p "A nap in the afternoon restores attention in many people, and it costs nothing. The effect lasts for some hours, as one small trial of students found."
- "Set a clock, so that the nap stays short and the night that comes after it stays long"
- "Lie down"
)"},
    {"underlined headings, old line ends", "Naps\r----\rThey help.\r\rThey do.",
     R"(h1 "Naps"
p "They help."
p "They do."
)"},
    {"addresses", "See https://example.org/a_(b)/, or www.example.com.\n",
     R"(p "See https://example.org/a_(b)/, or www.example.com."
  link "https://example.org/a_(b)/" -> https://example.org/a_(b)/
  link "www.example.com" -> https://www.example.com
)"},
    {"an arrow before an address", "Cole, A. (2001). Rest. 3–18.\u27A4 https://doi.org/10.1/x\n",
     "p \"Cole, A. (2001). Rest. 3–18.\u27A4 https://doi.org/10.1/x\"\n"
     "  link \"https://doi.org/10.1/x\" -> https://doi.org/10.1/x\n"},
    {"a comment to us is not text", "One. <!-- claimgraph-ignore uncited-claim: known --> Two.\n",
     "p \"One. Two.\"\n"},
    {"nothing", "", ""},
    {"white space only", " \n\t\r\n \n", ""},
};

TEST(PlainTextTest, FindsBlocks) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.about);
    const Document document = ReadDocument(c.text, "post.txt");
    EXPECT_EQ(DumpBlocks(document), c.blocks);
    EXPECT_EQ(BrokenPromise(document, c.text), "");
  }
}

TEST(PlainTextTest, TheFirstHeadingIsTheTitle) {
  EXPECT_EQ(ReadDocument("Why a Nap Helps\n\nIt does. Really.\n", "a.txt").title,
            "Why a Nap Helps");
  EXPECT_EQ(ReadDocument("It does. Really.\n", "a.txt").title, "");
}

}  // namespace
}  // namespace claimgraph
