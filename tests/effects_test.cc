// Effect sizes and study counts, sentence by sentence.

#include "importers/extraction/effects.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace claimgraph {
namespace {

struct Case {
  std::string_view text;
  std::string_view expected;
};

// "SMD -0.4 [-0.6,-0.2] p.03 n34 k8 I75", effects separated by "; ".
std::string Dump(std::string_view sentence) {
  std::string out;
  for (const TextEffect& found : FindEffects(sentence)) {
    const Effect& e = found.effect;
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", Name(e.measure), e.value);
    if (e.ci_low) out += fmt::format(" [{},{}]", *e.ci_low, *e.ci_high);
    if (e.p) out += fmt::format(" p{}", *e.p);
    if (e.n) out += fmt::format(" n{}", *e.n);
    if (e.k) out += fmt::format(" k{}", *e.k);
    if (e.i2) out += fmt::format(" I{}", *e.i2);
  }
  return out;
}

TEST(EffectsTest, ReadsMeasures) {
  constexpr Case kCases[] = {
      // Every measure
      {"Warm baths eased tension (SMD = -0.41).", "SMD -0.41"},
      {"Walking helped (Hedges’ g ≈ 0.52).", "SMD 0.52"},
      {"Cohen's d was 0.8.", "SMD 0.8"},
      {"The gain was small, d = .2 only.", "SMD 0.2"},
      {"It had an effect size of 0.35.", "SMD 0.35"},
      {"The standardised mean difference was 0.3.", "SMD 0.3"},
      {"WMD: −2.49", "MD -2.49"},
      {"The mean difference, 3.2, was small.", "MD 3.2"},
      {"Odds ratio for gout was 1.82.", "OR 1.82"},
      {"Gout was rarer (odds ratio (OR) = 0.7).", "OR 0.7"},
      {"aOR 1·10", "OR 1.1"},
      {"RR=.80", "RR 0.8"},
      {"a hazard ratio of 0.66", "HR 0.66"},
      {"absolute risk reduction was 12%", "RD 12"},
      {"NNT = 8", "NNT 8"},
      {"r = -.45", "r -0.45"},
      {"an AUC of 0.71", "AUC 0.71"},
      // Not a measure, or no value
      {"Is it tea OR 2 coffees?", "OR 2"},  // capitals cannot be told apart
      {"tea or 2 coffees", ""},
      {"Neither had ORs>1.", ""},
      {"the OR (95% CI 1.2-3.4)", ""},
      {"His HR 72 bpm fell.", ""},
      {"Jo Roe, MD, 2014.", ""},
      {"IL-6 and r 4", ""},
      {"The odds ratio was not given; 7 people left.", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Dump(c.text), c.expected);
  }
}

TEST(EffectsTest, ReadsUncertainty) {
  constexpr Case kCases[] = {
      {"SMD = –0.41, 95% CI –0.60 to –0.22", "SMD -0.41 [-0.6,-0.22]"},
      {"SMD 0.5 (95% CI, 0.2-0.8)", "SMD 0.5 [0.2,0.8]"},
      {"OR 1.2 [0.75, 2.01]", "OR 1.2 [0.75,2.01]"},
      {"OR=1.05 CI=0.30–3.67", "OR 1.05 [0.3,3.67]"},
      {"RR 1.82 (95% confidence interval 1.18 to 2.79)", "RR 1.82 [1.18,2.79]"},
      {"MD -2 (-3.8 to -1.1)", "MD -2 [-3.8,-1.1]"},
      {"g = 0.5 (p < 0.001)", "SMD 0.5 p0.001"},
      {"d = 0.5, P=.03", "SMD 0.5 p0.03"},
      {"r = .1 (p-value of 0.4)", "r 0.1 p0.4"},
      {"OR 1.1, p>0.05", "OR 1.1 p0.05"},
      {"SMD 0.3 (0.1, 0.5; I2 = 75%)", "SMD 0.3 [0.1,0.5] I75"},
      {"SMD 0.3, I² of 20%", "SMD 0.3 I20"},
      // Two effects keep their own numbers
      {"SMD 0.3 (95% CI 0.1 to 0.5) for pain and SMD 0.2 (95% CI -0.1 to 0.5; p = .2) for sleep",
       "SMD 0.3 [0.1,0.5]; SMD 0.2 [-0.1,0.5] p0.2"},
      // A bracketed citation is no interval
      {"SMD 0.62 [3,4]", "SMD 0.62"},
      {"RR 2 (1,2)", "RR 2"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Dump(c.text), c.expected);
  }
}

TEST(EffectsTest, ReadsChanges) {
  constexpr Case kCases[] = {
      {"It cut pain by up to 31%.", "% 31"},
      {"A 40% reduction in falls.", "% 40"},
      {"Flow rises by 10-15%.", "% 10"},
      {"Defects decreased between 40% and 90%.", "% 40"},
      {"Mood improved 20 percent.", "% 20"},
      {"It led to forty per cent fewer falls.", "% 40"},
      {"a 30% risk reduction", "% 30"},
      {"Falls dropped by 12 percentage points.", "RD 12"},
      {"Scores fell by 5 points on the scale.", "points 5"},
      {"a 2.5-point reduction", "points 2.5"},
      {"scores of -2.49 points", "points -2.49"},
      // Levels and shares are no changes
      {"12% of those fell.", ""},
      {"Stress fell to 30%.", ""},
      {"From 40, men face a 49% lifetime risk.", ""},
      {"Up to 40% of nurses are tired.", ""},
      {"The 3 points to remember", ""},
      {"a 95% CI of 1.2 to 3.4", ""},
      {"Trained on 70% of data.", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Dump(c.text), c.expected);
  }
}

TEST(EffectsTest, CountsPeopleAndStudies) {
  struct Counts {
    std::string_view text;
    std::int64_t people;
    std::int64_t studies;
  };
  constexpr Counts kCases[] = {
      {"In n = 34 it worked.", 34, 0},
      {"a trial (N=476)", 476, 0},
      {"1,025 participants", 1025, 0},
      {"sixty older people", 60, 0},
      {"eight RCTs", 0, 8},
      {"12 small studies of tea", 0, 12},
      {"k = 37", 0, 37},
      {"thirty-seven trials in 2,000 adults", 2000, 37},
      // Numbers of other things
      {"12 weeks of classes for women", 0, 0},
      {"60 percent of participants", 0, 0},
      {"the 2013 reviews", 0, 0},
      {"65-year-old women", 0, 0},
      {"no numbers here", 0, 0},
      {"n = 99999999999999999999", 0, 0},
  };
  for (const Counts& c : kCases) {
    SCOPED_TRACE(c.text);
    const StudyCounts counts = FindStudyCounts(c.text);
    EXPECT_EQ(counts.people.value_or(0), c.people);
    EXPECT_EQ(counts.studies.value_or(0), c.studies);
  }
}

TEST(EffectsTest, CountsCompleteEveryEffect) {
  EXPECT_EQ(Dump("Eight RCTs (N=476) gave an SMD of 0.4 and an OR of 1.3."),
            "SMD 0.4 n476 k8; OR 1.3 n476 k8");
}

TEST(EffectsTest, SpansAreOffsetAndCoverTheNumbers) {
  constexpr std::string_view kSentence = "Baths helped (SMD = –0.41, 95% CI –0.60 to –0.22).";
  const auto effects = FindEffects(kSentence, 1000);
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(effects[0].span.begin, 1014u);
  EXPECT_EQ(kSentence.substr(effects[0].span.begin - 1000, effects[0].span.size()),
            "SMD = –0.41, 95% CI –0.60 to –0.22");
}

TEST(EffectsTest, NothingIsReadPastTheEnd) {
  for (std::string_view text : {"",
                                "9",
                                "%",
                                "SMD",
                                "SMD =",
                                "SMD = -",
                                "OR 1 (",
                                "95%",
                                "95% CI",
                                "p 1",
                                "by 5",
                                "n =",
                                "I^2",
                                "I2 = ",
                                "5 -",
                                "\xC2 5",
                                "r =",
                                "d = 0.4 [",
                                "d = 0.4 (95% CI 1",
                                "twenty-",
                                "5 percentage"}) {
    SCOPED_TRACE(text);
    FindEffects(text);
    FindStudyCounts(text);
  }
}

// A file without full stops is one sentence of many megabytes.
TEST(EffectsTest, EndlessSentencesAreReadInPart) {
  std::string sentence;
  for (int i = 0; i < 1000000; ++i) sentence += "OR 1.2 by 5% ";
  const std::size_t found = FindEffects(sentence).size();
  EXPECT_GT(found, 4000u);
  EXPECT_LT(found, 6000u);
}

}  // namespace
}  // namespace claimgraph
