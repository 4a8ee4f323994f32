// The wording ladder, the rewrite, and what words assert.

#include "core/appraisal/wording.h"

#include <gtest/gtest.h>

#include <string_view>

#include "core/appraisal/causal_ladder.h"

namespace claimgraph {
namespace {

TEST(AppraisalWordingTest, EveryLevelHasItsWords) {
  EXPECT_EQ(AllowedWording(4), "reduces");
  EXPECT_EQ(AllowedWording(3), "probably reduces");
  EXPECT_EQ(AllowedWording(2), "may reduce");
  EXPECT_EQ(AllowedWording(1), "may reduce, but the evidence is very uncertain");
  EXPECT_EQ(AllowedWording(0), "no study here shows that");
  EXPECT_EQ(AllowedWording(9), "reduces");
  EXPECT_EQ(AllowedWording(-3), "no study here shows that");
}

TEST(AppraisalWordingTest, Rewrites) {
  struct Row {
    Statement statement;
    int level;
    std::string_view expected;
  };
  const Row kRows[] = {
      {{"tea", Direction::kDecrease, {"stress"}, "nurses"}, 4, "Tea reduces stress in nurses."},
      {{"tea", Direction::kDecrease, {"stress"}, "nurses"},
       3,
       "Tea probably reduces stress in nurses."},
      {{"tea", Direction::kDecrease, {"stress"}, ""}, 2, "Tea may reduce stress."},
      {{"tea", Direction::kIncrease, {"alertness"}, ""},
       1,
       "Tea may increase alertness, but the evidence is very uncertain."},
      {{"tea", Direction::kImprove, {"sleep"}, ""},
       0,
       "No study here shows that tea improves sleep."},
      // Agreement
      {{"warm baths", Direction::kImprove, {"sleep"}, ""}, 3, "Warm baths probably improve sleep."},
      {{"tea and rest", Direction::kWorsen, {"gout"}, ""}, 4, "Tea and rest worsen gout."},
      {{"hours of rest", Direction::kUnstated, {"mood"}, ""}, 4, "Hours of rest affect mood."},
      {{"stress", Direction::kUnstated, {"mood"}, ""}, 4, "Stress affects mood."},
      // Lists, null results, prepositions
      {{"tea", Direction::kDecrease, {"pain", "stress", "gout"}, ""},
       2,
       "Tea may reduce pain, stress and gout."},
      {{"tea", Direction::kNoEffect, {"gout"}, ""},
       3,
       "Tea probably makes little or no difference to gout."},
      {{"tea", Direction::kNoEffect, {"gout"}, ""},
       2,
       "Tea may make little or no difference to gout."},
      {{"tea", Direction::kImprove, {"sleep"}, "during pregnancy"},
       2,
       "Tea may improve sleep during pregnancy."},
      // Nothing to say
      {{"", Direction::kImprove, {"sleep"}, ""}, 2, ""},
      {{"tea", Direction::kImprove, {}, ""}, 2, ""},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.expected);
    EXPECT_EQ(Rewrite(row.statement, row.level), row.expected);
  }
}

TEST(AppraisalWordingTest, KnowsPlurals) {
  for (std::string_view plural :
       {"baths", "side effects of rest", "tea and rest", "people", "older women"}) {
    EXPECT_TRUE(IsPlural(plural)) << plural;
  }
  for (std::string_view singular :
       {"tea", "stress", "diabetes", "arthritis", "a cup of oats", "tinnitus", ""}) {
    EXPECT_FALSE(IsPlural(singular)) << singular;
  }
}

TEST(CausalLadderTest, WordsAssertALevel) {
  using S = CausalStrength;
  using C = AssertedCertainty;
  EXPECT_EQ(AssertedLevel(S::kDirectCausal, C::kBoosted), 5);
  EXPECT_EQ(AssertedLevel(S::kCorrelational, C::kBoosted), 5);
  EXPECT_EQ(AssertedLevel(S::kDirectCausal, C::kPlain), 4);
  EXPECT_EQ(AssertedLevel(S::kNone, C::kPlain), 4);
  EXPECT_EQ(AssertedLevel(S::kConditionalCausal, C::kPlain), 3);
  EXPECT_EQ(AssertedLevel(S::kCorrelational, C::kPlain), 2);
  EXPECT_EQ(AssertedLevel(S::kDirectCausal, C::kHedged), 2);
  EXPECT_EQ(AssertedLevel(S::kNone, C::kHedged), 1);
}

TEST(CausalLadderTest, OverstatesBeyondTheTolerance) {
  struct Row {
    int asserted, allowed, tolerance;
    bool overstates;
  };
  constexpr Row kRows[] = {
      {5, 4, 2, false}, {5, 3, 2, true}, {5, 3, 5, true},  // a booster stands on High only
      {4, 2, 2, false}, {4, 1, 2, true}, {4, 2, 1, true},  {4, 3, 1, false}, {3, 1, 2, false},
      {3, 0, 2, true},  {3, 1, 1, true}, {2, 0, 0, false}, {1, 0, 0, false},  // hedges always stand
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Overstates(row.asserted, row.allowed, row.tolerance), row.overstates)
        << row.asserted << " over " << row.allowed << " within " << row.tolerance;
  }
}

}  // namespace
}  // namespace claimgraph
