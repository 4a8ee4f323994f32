// Numbered markers, and the many other things that numbers are.

#include <gtest/gtest.h>

#include "importers/extraction/citations.h"
#include "tests/citations_test_util.h"

namespace claimgraph {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

std::string Found(const char* text, int entries = 12) {
  return Dump(ExtractCitations(TextDocument(text), NumberedEntries(entries), {}));
}

constexpr Case kSquare[] = {
    {"Rates fell [3].", "num{3}"},
    {"Rates fell [1,4].", "num{1,4}"},
    {"Rates fell [1-3].", "num{1-3}"},
    {"Rates fell [1\u20133, 7].", "num{1-3,7}"},
    {"Rates fell [ 3 ].", "num{3}"},
    {"Rates fell.[1] They rose.[2]", "num{1} num{2}"},
    {"Rates fell[3] and rose [5], [6].", "num{3} num{5} num{6}"},
    {"Rates fell [1]\u2013[3].", "num{1-3}"},
    {"Rates fell [3, p. 12].", "num{3}"},
    {"Rates fell (see ref. 7).", "num{7}"},
    // Beyond the list: a citation that dangles
    {"Rates fell [14].", "num{14}"},
    // Not citations
    {"an array[3] of values", ""},
    {"he said it was [sic] and [...] so", ""},
    {"Rates fell (95% CI [2, 7]).", ""},
    {"in [2019] and [0]", ""},
    // From bug reports: the bracket never closes
    {"see [12", ""},
    {"see [12, [3]", "num{3}"},
};

TEST(NumericTest, FindsSquareBrackets) {
  for (const Case& c : kSquare) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.expected);
  }
}

constexpr Case kRound[] = {
    {"Rates fell (3).", "num{3}"},
    {"Rates fell (3,4) and rose (5-7).", "num{3,4} num{5-7}"},
    {"Marlow (2) found less.", "num{2}"},
    // Just past the end of the list, at the end of a sentence
    {"Rates fell (3). They rose (4), and fell (13).", "num{3} num{4} num{13}"},
    {"Rates fell (3). They rose (4), and (13) fell.", "num{3} num{4}"},
    {"Rates fell (3). They rose (4) in all (30).", "num{3} num{4}"},
    {"Rates fell (3) at home (14).", "num{3}"},
    {"It has parts: (1) sleep, (2) food and (3) rest.", ""},
    {"It was (1) short, (2) cheap, and (3) dull.", ""},
    {"Sleep got longer.(1) Pain grew less.(2) Mood rose.(3)", "num{1} num{2} num{3}"},
    {"See Figure (3) and step (2).", ""},
    {"Rates fell (3 studies) in (2019).", ""},
    {"Journal of Rest 12(3) had it, F(1,10) = 3.", ""},
    {"Two (2) pills.", ""},
};

TEST(NumericTest, FindsRoundBracketsWhereTheListIsNumbered) {
  for (const Case& c : kRound) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.expected);
  }
}

TEST(NumericTest, RoundBracketsNeedAList) {
  EXPECT_EQ(Found("Rates fell (3).", 0), "");
  EXPECT_EQ(Found("Rates fell [3].", 0), "num{3}");
}

TEST(NumericTest, RoundBracketsGiveWayToSquareOnes) {
  EXPECT_EQ(Found("Rates fell [1]. They rose [2] in group A (3)."), "num{1} num{2}");
}

constexpr Case kRaised[] = {
    {"Rates fell.{^3} They rose.{^4,5}", "sup{3} sup{4,5}"},
    {"Rates fell.{^1}{^,}{^2}", "sup{1,2}"},
    {"Rates fell.{^1\u20133}", "sup{1-3}"},
    {"Rates fell.{^(3)}", "sup{3}"},
    {"Rates fell.\u00B9\u00B2 They rose.\u00B9\u207B\u00B3", "sup{12} sup{1-3}"},
    {"Marlow et al. 2013{^7} agreed.", "sup{7}"},
    // Powers, ordinals, trade marks
    {"An area of 5 m{^2} and 10{^5} cells, R{^2} = 0.4.", ""},
    {"An area of 5 m\u00B2, 12 kg/m\u00B2, 10\u2075.", ""},
    {"The 1{^st} and 2{^nd} of May{^TM}", ""},
    {"A dose of 20 mg/m{^2}{^,11} was used.", "sup{11}"},
};

TEST(NumericTest, FindsRaisedDigits) {
  for (const Case& c : kRaised) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Found(c.text), c.expected);
  }
}

TEST(NumericTest, RaisedDigitsBesideAuthorsAreAddresses) {
  const std::string body(250, 'x');
  EXPECT_EQ(Found(("Ada Marlow{^1}, Ben Pell{^2}\n" + body + " rest helps.{^3}").c_str()),
            "sup{3}");
}

TEST(NumericTest, DigitsGluedToWordsNeedCompany) {
  const char* several =
      "Rest eased pain.1 Then it helped mood2 and sleep.3,4 Later trials5 agreed.6 Some did not.7";
  EXPECT_EQ(Found(several, 8), "sup{1} sup{2} sup{3,4} sup{5} sup{6} sup{7}");
  EXPECT_EQ(Found("Take vitamin B12 or CO2 with omega3.", 12), "");
  EXPECT_EQ(Found(several, 40), "");  // the numbers do not walk through the list
}

TEST(NumericTest, AListThatPrintsNoNumbersIsCountedThrough) {
  const ReferenceList list = Entries("Marlow 1998 A\nPell 1999 B\nLind 2000 C\n");
  EXPECT_EQ(Dump(ExtractCitations(TextDocument("Rates fell [2]."), list, {})), "num{2}");
  // ... but not where the text cites by name.
  const char* by_name =
      "Rates fell (Marlow, 1998), rose (Pell, 1999) and fell (Lind, 2000), see [2].";
  EXPECT_EQ(Dump(ExtractCitations(TextDocument(by_name), list, {})),
            "ay{Marlow|1998} ay{Pell|1999} ay{Lind|2000}");
}

TEST(NumericTest, AMarkerBehindTheFullStopSpeaksForTheSentenceBefore) {
  const Document document = TextDocument("Rates fell. [1] They rose [2].\nIt was [3].");
  const std::vector<Citation> found = ExtractCitations(document, NumberedEntries(5), {});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(document.Words(document.sentences[found[0].sentence].span).substr(0, 5), "Rates");
  EXPECT_EQ(
      document.Words(document.sentences[found[1].sentence].span).find("rose") != std::string::npos,
      true);
}

}  // namespace
}  // namespace claimgraph
