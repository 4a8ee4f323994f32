// The words, the masks and the two models of what comparisons came to and whether texts
// support claims.  Sentences are invented.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/comparison_words.h"
#include "importers/extraction/direction_model.h"
#include "importers/linking/stance_model.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> WordsIn(std::string_view text) {
  std::vector<std::string> words;
  for (const ComparisonWord& w : ReadComparisonWords(text)) words.push_back(w.word);
  return words;
}

std::vector<ComparisonCue> MarksIn(std::string_view text) {
  std::vector<ComparisonCue> marks;
  for (const ComparisonWord& w : ReadComparisonWords(text)) {
    if (IsMark(w.cue)) marks.push_back(w.cue);
  }
  return marks;
}

TEST(ComparisonWordsTest, SplitsWordsNumbersAndSigns) {
  EXPECT_THAT(WordsIn("IL6 rose (12.5%)"), ElementsAre("il6", "rose", "(", "12.5", "%", ")"));
  EXPECT_THAT(WordsIn("TNF\u2011\u03b1 \u2265 3"), ElementsAre("tnf", "alpha", ">", "3"));
  EXPECT_THAT(WordsIn("4\u00b11"), ElementsAre("4", "\u00b1", "1"));
  EXPECT_THAT(WordsIn(""), IsEmpty());
}

TEST(ComparisonWordsTest, KnowsOneSpellingOfNotSignificant) {
  EXPECT_THAT(WordsIn("was not significant"), ElementsAre("was", "nonsignificant"));
  EXPECT_THAT(WordsIn("a non-significant rise"), ElementsAre("a", "nonsignificant", "rise"));
}

TEST(ComparisonWordsTest, StemsAlike) {
  EXPECT_EQ(ComparisonStem("increasing"), ComparisonStem("increased"));
  EXPECT_EQ(ComparisonStem("cats"), "cat");
  EXPECT_EQ(ComparisonStem("gas"), "gas");
  EXPECT_EQ(ComparisonStem("il6s"), "il6s");
}

TEST(ComparisonWordsTest, CuesAreThoseOfTheLastRow) {
  EXPECT_EQ(CueOfWord("higher"), ComparisonCue::kUp);
  EXPECT_EQ(CueOfWord("unchanged"), ComparisonCue::kSame);  // a negation as well
  EXPECT_EQ(CueOfWord("over"), ComparisonCue::kComparedWith);
  EXPECT_EQ(CueOfWord("teapot"), ComparisonCue::kNone);
}

TEST(ComparisonWordsTest, MarksProbabilities) {
  EXPECT_THAT(MarksIn("Sleep was longer (P < 0.01)."), ElementsAre(ComparisonCue::kSmallP));
  EXPECT_THAT(MarksIn("Sleep was as long (p = .34)."), ElementsAre(ComparisonCue::kLargeP));
  EXPECT_THAT(MarksIn("with p > 0.05"), ElementsAre(ComparisonCue::kLargeP));
  EXPECT_THAT(MarksIn("a p-value of 0.02"), ElementsAre(ComparisonCue::kSmallP));
  EXPECT_THAT(MarksIn("the 12 sheep = 0.01"), IsEmpty());
}

TEST(ComparisonWordsTest, MarksIntervalsByWhatNoEffectIs) {
  EXPECT_THAT(MarksIn("mean change 2 (95% CI 0.4 to 3.6)"),
              ElementsAre(ComparisonCue::kIntervalClear));
  EXPECT_THAT(MarksIn("mean change 2 (95% CI -0.4 to 3.6)"),
              ElementsAre(ComparisonCue::kIntervalCrosses));
  // 1 lies inside, 0 does not.
  EXPECT_THAT(MarksIn("odds ratio 0.8 (95% CI 0.5-1.3)"),
              ElementsAre(ComparisonCue::kRatioBelow, ComparisonCue::kIntervalCrosses));
}

TEST(ComparisonWordsTest, MarksPairsOfNumbers) {
  EXPECT_THAT(MarksIn("14.2 kg vs. 9.8 kg"), ElementsAre(ComparisonCue::kFirstLarger));
  EXPECT_THAT(MarksIn("3% compared with 7%"), ElementsAre(ComparisonCue::kFirstSmaller));
  EXPECT_THAT(MarksIn("5 versus 5"), IsEmpty());
}

TEST(ComparisonWordsTest, NamesHaveNoMarks) {
  for (const ComparisonWord& w : ReadNameWords("share with p < 0.05")) EXPECT_FALSE(IsMark(w.cue));
}

TEST(ComparisonWordsTest, DecimalValuesOfAnyLength) {
  EXPECT_DOUBLE_EQ(DecimalValue("-1.25"), -1.25);
  EXPECT_DOUBLE_EQ(DecimalValue(".05"), 0.05);
  EXPECT_DOUBLE_EQ(DecimalValue(""), 0);
  EXPECT_FALSE(std::isnan(DecimalValue(std::string(5000, '9') + "." + std::string(5000, '9'))));
}

TEST(ComparisonWordsTest, ReadsOnlyTheFirstOfLongText) {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "7 (";
  EXPECT_THAT(ReadComparisonWords(many), SizeIs(kMostComparisonWords));
  EXPECT_THAT(ReadComparisonWords(std::string(1'000'000, '1')), SizeIs(1));
  // Ill-formed, and cut in the middle of a character.
  EXPECT_THAT(WordsIn("\xff\xfe up \xc3"), ElementsAre("up"));
}

Features DirectionOf(const Comparison& comparison) {
  Features features;
  DirectionFeatures(comparison, &features);
  return features;
}

bool Same(const Features& a, const Features& b) { return std::ranges::equal(a.items(), b.items()); }

TEST(DirectionModelTest, NamesAreMasked) {
  const Features tea = DirectionOf({"green tea", "water", "alertness",
                                    {"Alertness was higher with green tea than with water."}});
  const Features juice = DirectionOf({"carrot juice", "milk", "alertness",
                                      {"Alertness was higher with carrot juice than with milk."}});
  EXPECT_TRUE(Same(tea, juice));
  const Features turned = DirectionOf({"water", "green tea", "alertness",
                                       {"Alertness was higher with green tea than with water."}});
  EXPECT_FALSE(Same(tea, turned));
}

TEST(DirectionModelTest, RowsHaveLengthOne) {
  const Features features =
      DirectionOf({"nap", "no nap", "recall", {"Recall improved after the nap (p=0.01)."}});
  double squares = 0;
  for (const Feature& f : features.items()) squares += f.value * f.value;
  EXPECT_NEAR(squares, 1, 1e-4);
}

TEST(DirectionModelTest, ReadsPlainResults) {
  const auto read = [](std::string_view sentence) {
    return ReadDirection({"evening walks", "reading", "sleep duration", {sentence}});
  };
  const auto more = read("Sleep duration was significantly longer after evening walks than after "
                         "reading (P < 0.001).");
  if (!more) GTEST_SKIP() << "the model is not built in";
  EXPECT_EQ(MostLikely(*more), ComparisonResult::kIncreased);
  EXPECT_EQ(MostLikely(*read("Sleep duration was significantly shorter after evening walks than "
                             "after reading (P < 0.001).")),
            ComparisonResult::kDecreased);
  EXPECT_EQ(MostLikely(*read("There was no significant difference in sleep duration between "
                             "evening walks and reading (P = 0.61).")),
            ComparisonResult::kNoDifference);
  EXPECT_NEAR((*more)[0] + (*more)[1] + (*more)[2], 1, 1e-4);
}

TEST(DirectionModelTest, EmptyAndHostileInput) {
  const Features none = DirectionOf({});
  EXPECT_THAT(none.items(), Not(IsEmpty()));
  std::string groups;
  for (int i = 0; i < 200'000; ++i) groups += "tea 1 vs 2 more less p=";
  const Features features =
      DirectionOf({groups, groups, groups, std::vector<std::string_view>(500, groups)});
  EXPECT_LT(features.items().size(), 20'000u);
}

TEST(StanceModelTest, WordsAreDistinctAndWithoutFunctionWords) {
  EXPECT_THAT(StanceWords("the owl and the owls of 7"), SizeIs(2));
}

const StanceText kNaps = {
    "Short naps and recall in adults",
    {"We asked whether short naps help recall of word lists.",
     "Ninety adults took part.",
     "Short naps significantly improved recall of word lists (P < 0.01)."}};

TEST(StanceModelTest, FindsRelevanceAndSide) {
  const auto supported = ReadStance("Short naps improve recall of word lists.", kNaps);
  if (!supported) GTEST_SKIP() << "the models are not built in";
  EXPECT_NEAR(supported->supports + supported->contradicts, supported->relevant, 1e-6);
  EXPECT_EQ(ReadingOf(*supported), ReadAs::kSupports);
  const auto opposite = ReadStance("Short naps impair recall of word lists.", kNaps);
  EXPECT_LT(opposite->supports / opposite->relevant, supported->supports / supported->relevant);
  const auto foreign = ReadStance("Basalt columns form during slow cooling of lava.", kNaps);
  EXPECT_EQ(ReadingOf(*foreign), ReadAs::kNeither);
}

TEST(StanceModelTest, ThresholdsDecide) {
  EXPECT_EQ(ReadingOf({0.49, 0.49, 0}), ReadAs::kNeither);
  EXPECT_EQ(ReadingOf({0.8, 0.6, 0.2}), ReadAs::kSupports);
  EXPECT_EQ(ReadingOf({0.8, 0.3, 0.5}), ReadAs::kContradicts);
}

TEST(StanceModelTest, EmptyAndHostileInput) {
  const auto empty = ReadStance("", {});
  if (!empty) GTEST_SKIP() << "the models are not built in";
  EXPECT_FALSE(std::isnan(empty->relevant));
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "more sleep ";
  const auto hostile =
      ReadStance(words, {words, std::vector<std::string_view>(2'000, words)});
  EXPECT_FALSE(std::isnan(hostile->relevant));
}

}  // namespace
}  // namespace claimgraph
