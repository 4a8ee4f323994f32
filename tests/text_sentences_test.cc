#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/text/sentences.h"

namespace claimgraph {
namespace {

// One paragraph; "|" in what is expected stands between two sentences.
std::string Split(std::string_view text, std::vector<Mark> marks = {}) {
  Document document;
  document.text = text;
  document.blocks.push_back(
      {BlockKind::kParagraph, {0, static_cast<std::uint32_t>(text.size())}, 0, false, 0, {}});
  document.marks = std::move(marks);
  std::string out;
  for (const Sentence& s : FindSentences(document)) {
    if (!out.empty()) out += " | ";
    out += document.Words(s.span);
  }
  return out;
}

// The input is the expected outcome without its bars.
constexpr std::string_view kCases[] = {
    // Stops
    "Naps help. | Rest helps too.",
    "Do naps help? | Yes! | They do.",
    "Really?! | Yes.",
    "One sentence without a stop",
    "",
    // Abbreviations
    "Cole et al. found it, and so did Reed et al. (2020) later.",
    "It was found by Cole et al. | The others disagreed.",
    "Some foods, e.g. Oats, help; i.e. They feed you vs. Not.",
    "See Fig. 3 and Figs. 4, cf. Table 2, approx. 5 mg, No. 5, p. 12, pp. 3, vol. 8.",
    "The answer was no. | Then it changed.",
    "Dr. Cole and Prof. Reed met Mrs. Hill on Oct. 3.",
    "It began in October, or Oct. | Then it ended.",
    "It is common in the U.S. | It is not in the U.K. Army.",
    "She holds a Ph.D. | The other does not.",
    "Sleep, rest, etc. | But our days are full.",
    "It costs 5 a.m. naps.",
    // Initials
    "A. B. Cole and J. Reed wrote it. | Ann C. Hill did not.",
    "It was led by J. Cole in May.",
    "She took vitamin D. | It did little.",
    "They compared it with group B. | No effect was seen.",
    "It was not I. | The others did it.",
    // Numbers
    "It fell by 3.5 points (p = .03; 95% CI 0.2 to 0.9). | Then it rose.",
    "1. Lie down and rest.",
    "The dose was 2.5 mg. | 40 people took it.",
    // Ellipses
    "It may... or may not. | It may… | Or not.",
    // Quotes and brackets
    "“It helps.” | Others disagree.",
    "\"It helps.\" | Others disagree.",
    "(It helps.) | Others disagree (though few).",
    "“Does it help?” she asked. | “Yes!” he said.",
    "Beyond “does it help?”, we ask how.",
    "“Why?” — that is what they ask.",
    // Markers after the stop
    "It fell.[3] | Rates rose.",
    "It fell.[1,4-7] | Rates rose.",
    "It fell. [1] | Rates rose.",
    "It fell.(3) | Rates rose.(1,2) | It ended.(4-7)",
    "It had aims. | (1) To see. | (2) To tell.",
    "It fell.[1]  | Rates rose.",
    "It fell.” [1] | Rates rose.",
    "It fell.[^a] | Rates rose.[^b]",
    "It fell.[@cole_2020; @b] | Rates rose.",
    "It fell.¹² | Rates rose.²",
    "It fell.3 | Rates rose.3,4 | It ended.12",
    // Not markers
    "See [1] Cole and [2] Reed.",
    "[1] Cole fell. | [2] Reed rose.",
    // What follows decides
    "It rose at pH 7. | pH fell later. | p53 rose. | mRNA did.",
    "It is from example.org. and so on",
    "It was less than usual care. | PubMed",
    "More at www.example.org. | Write to us.",
    // Glued sentences
    "It builds strength. | Allows rest.",
    // One entry of a reference list is one sentence
    "Cole, A. B., & Reed, C. (2011). Rest and sleep. A trial. Journal of Rest, 3(1), 3–18.",
    // Other scripts
    "Это помогает. | Да.",
    "これは文です。 | 次の文です。",
};

TEST(FindSentencesTest, SplitsParagraphs) {
  for (const std::string_view expected : kCases) {
    SCOPED_TRACE(expected);
    std::string text;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      if (expected.substr(i, 3) == " | ") {
        // Glued sentences have nothing between them.
        if (expected.substr(i + 3, 6) != "Allows") text += ' ';
        i += 2;
      } else {
        text += expected[i];
      }
    }
    std::string trimmed(expected);
    for (std::size_t at; (at = trimmed.find("  | ")) != std::string::npos;) trimmed.erase(at, 1);
    EXPECT_EQ(Split(text), trimmed);
  }
}

TEST(FindSentencesTest, ASuperscriptMarkBelongsToTheSentenceBefore) {
  EXPECT_EQ(Split("It fell.a Rates rose.", {{MarkKind::kSuperscript, {8, 9}}}),
            "It fell.a | Rates rose.");
  EXPECT_EQ(Split("It fell.a rates rose."), "It fell.a rates rose.");
}

TEST(FindSentencesTest, ALineBreakEndsASentence) {
  EXPECT_EQ(Split("What is it?\nIn short: rest"), "What is it? | In short: rest");
  EXPECT_EQ(Split("Strengths:\nThis study is large"), "Strengths: | This study is large");
}

TEST(FindSentencesTest, TrimsSpacesOfAllKinds) {
  EXPECT_EQ(Split("\u00A0 It fell.\u00A0\u2003 Rates rose. \u00A0"), "It fell. | Rates rose.");
}

TEST(FindSentencesTest, NeverCrossesABlock) {
  Document document;
  document.text = "Naps\nThey help\nMost. Often";
  document.blocks = {{BlockKind::kHeading, {0, 4}, 1, false, 0, {}},
                     {BlockKind::kListItem, {5, 14}, 1, false, 0, {}},
                     {BlockKind::kTableCell, {15, 26}, 0, false, 0, {}}};
  const auto sentences = FindSentences(document);
  ASSERT_EQ(sentences.size(), 4u);
  EXPECT_EQ(sentences[0], (Sentence{{0, 4}, 0}));
  EXPECT_EQ(sentences[1], (Sentence{{5, 14}, 1}));
  EXPECT_EQ(sentences[2], (Sentence{{15, 20}, 2}));
  EXPECT_EQ(sentences[3], (Sentence{{21, 26}, 2}));
}

}  // namespace
}  // namespace claimgraph
