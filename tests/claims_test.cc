// What is a claim, what is not, and what a claim states.  One sentence a row,
// read as a one-paragraph Markdown article about the subject of its heading.

#include <gtest/gtest.h>

#include <string>

#include "importers/importer.h"

namespace claimgraph {
namespace {

DocumentGraph Read(std::string_view text) {
  return ImportDocument("# Massage, stretching and sleep\n\nMassage is a manual therapy. Massage is "
                        "old. Massage of the body is common.\n\n" +
                            std::string(text) + "\n",
                        "case.md");
}

std::vector<Claim> ClaimsOf(const DocumentGraph& graph) {
  std::vector<Claim> claims;
  for (const Claim& c : graph.claims) {
    if (c.text.find("is a manual therapy") == std::string::npos) claims.push_back(c);
  }
  return claims;
}

TEST(ClaimsTest, StatementsOfEffectAreClaims) {
  for (const std::string_view text : {
           "Massage reduces cortisol.",
           "Regular yoga can improve sleep quality in older adults.",
           "Poor sleep is linked with depression and anxiety.",
           "Stretching activates the parasympathetic nervous system.",
           "Vitamin C shortens the common cold by 8%.",
           "A 2019 meta-analysis found that exercise lowered blood pressure.",
           "Ginger is safe for most people and has few side effects.",
           "Studies show that green tea burns fat.",
           "There is growing evidence that meditation helps with chronic pain.",
           "Did you know that one massage lowers stress hormones by 30%?",
           "Walking is more effective than medication for mild depression.",
           "Chronic stress leads to inflammation.",
       }) {
    SCOPED_TRACE(text);
    EXPECT_EQ(ClaimsOf(Read(text)).size(), 1U);
  }
}

TEST(ClaimsTest, OtherSentencesAreNot) {
  for (const std::string_view text : {
           "Book your session today!",
           "What happens when we sleep?",
           "I have been a therapist in this town for ten years.",
           "Talk to your doctor before you start any new exercise programme.",
           "You should consult your GP first.",
           "Yoga is a practice that dates back thousands of years.",
           "This article is not a substitute for professional medical advice.",
           "In this post we'll explore what stretching is.",
           "The session usually takes an hour and costs less than dinner.",
           "The bakery on the corner opens at nine.",
           "The compiler reduces the number of allocations.",
           "More research is needed.",
       }) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(ClaimsOf(Read(text)).empty());
  }
}

TEST(ClaimsTest, DisclaimersAndAdviceAreLeftOutOfTheSpan) {
  struct Case {
    std::string_view text;
    std::string_view claim;
  };
  for (const Case& c : {
           Case{"While stretching is not a substitute for treatment, it can reduce symptoms of "
                "depression.",
                "it can reduce symptoms of depression."},
           Case{"Massage eases muscle pain, but you should consult your doctor first.",
                "Massage eases muscle pain"},
       }) {
    SCOPED_TRACE(c.text);
    const std::vector<Claim> claims = ClaimsOf(Read(c.text));
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(claims[0].text, c.claim);
  }
}

TEST(ClaimsTest, SpanIsTheWordsInTheSource) {
  const std::string text = "Intro line.\n\nA **daily walk** lowers blood pressure by 5%.\n";
  const DocumentGraph graph = ImportDocument(text, "case.md");
  ASSERT_EQ(graph.claims.size(), 1U);
  const Span s = graph.claims[0].span;
  EXPECT_EQ(text.substr(s.begin, s.end - s.begin), "A **daily walk** lowers blood pressure by 5%.");
  EXPECT_EQ(graph.claims[0].text, "A daily walk lowers blood pressure by 5%.");
}

struct Stated {
  std::string_view text;
  CausalStrength strength;
  AssertedCertainty certainty;
};

TEST(ClaimsTest, StrengthAndCertainty) {
  for (const Stated& c : {
           Stated{"Massage reduces anxiety.", CausalStrength::kDirectCausal, AssertedCertainty::kPlain},
           Stated{"Massage can reduce anxiety.", CausalStrength::kConditionalCausal,
                  AssertedCertainty::kPlain},
           Stated{"Massage may reduce anxiety.", CausalStrength::kConditionalCausal,
                  AssertedCertainty::kHedged},
           Stated{"Short sleep is associated with obesity.", CausalStrength::kCorrelational,
                  AssertedCertainty::kPlain},
           Stated{"Massage is proven to reduce anxiety.", CausalStrength::kDirectCausal,
                  AssertedCertainty::kBoosted},
       }) {
    SCOPED_TRACE(c.text);
    const std::vector<Claim> claims = ClaimsOf(Read(c.text));
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(Name(claims[0].strength), Name(c.strength));
    EXPECT_EQ(Name(claims[0].certainty), Name(c.certainty));
  }
}

TEST(ClaimsTest, CompoundsSplitIntoPropositionsThatShareTheSpan) {
  const DocumentGraph graph = Read("Massage reduces stress and improves sleep quality.");
  const std::vector<Claim> claims = ClaimsOf(graph);
  ASSERT_EQ(claims.size(), 1U);
  ASSERT_EQ(claims[0].propositions.size(), 2U);
  EXPECT_EQ(Key(graph.propositions[Raw(claims[0].propositions[0]) - 1]), "massage|decrease|stress||");
  EXPECT_EQ(Key(graph.propositions[Raw(claims[0].propositions[1]) - 1]), "massage|improve|sleep||");
}

TEST(ClaimsTest, SynonymsMeetInOneProposition) {
  const DocumentGraph graph =
      Read("Massage therapy lowers cortisol levels.\n\nMassage reduces the stress hormone cortisol.");
  const std::vector<Claim> claims = ClaimsOf(graph);
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].propositions[0], claims[1].propositions[0]);
}

TEST(ClaimsTest, PopulationIsWhoNotWhat) {
  const DocumentGraph graph = Read("Massage reduces anxiety in people with fibromyalgia.");
  const std::vector<Claim> claims = ClaimsOf(graph);
  ASSERT_EQ(claims.size(), 1U);
  ASSERT_EQ(claims[0].propositions.size(), 1U);
  const Proposition& p = graph.propositions[Raw(claims[0].propositions[0]) - 1];
  EXPECT_EQ(p.outcome, "anxiety");
  EXPECT_EQ(p.population, "fibromyalgia");
}

// Where nothing known stands beside the verb, its words serve only if they name a thing.
TEST(ClaimsTest, WordsThatNameNoThingAreNoOutcome) {
  const std::pair<const char*, const char*> cases[] = {
      {"In that trial anxiety fell moderately after six weeks.", "|decrease|anxiety||"},
      {"Weekly massage improves more than monthly massage.", "massage|improve|||monthly massage"},
      {"Smith and Brown pooled fourteen trials in adults with back pain.",
       "|unstated||low back pain|"},
  };
  for (const auto& [text, key] : cases) {
    const DocumentGraph graph = Read(text);
    const std::vector<Claim> claims = ClaimsOf(graph);
    ASSERT_EQ(claims.size(), 1U) << text;
    EXPECT_EQ(Key(graph.propositions[Raw(claims[0].propositions[0]) - 1]), key) << text;
  }
}

// Methods say what was done, limitations what was not: neither is a claim.
TEST(ClaimsTest, SectionsOfAPaper) {
  const DocumentGraph graph = ImportDocument(
      "# Sleep and blood pressure\n\n## Methods\n\nWe measured sleep quality and blood pressure in 80 "
      "adults. Exercise reduced dropout in the pilot.\n\n## Results\n\nShort sleep was significantly "
      "associated with higher blood pressure (OR 1.4, 95% CI 1.1 to 1.8).\n\n## Limitations\n\nThe "
      "small sample reduced statistical power.\n",
      "paper.md");
  ASSERT_EQ(graph.claims.size(), 1U);
  EXPECT_EQ(graph.claims[0].citation_status, CitationStatus::kSelfAttributed);
  ASSERT_EQ(graph.claims[0].effects.size(), 1U);
  EXPECT_DOUBLE_EQ(graph.claims[0].effects[0].value, 1.4);
}

TEST(ClaimsTest, ConfidenceIsAProbability) {
  for (const Claim& c : Read("Massage reduces cortisol. Yoga may help.").claims) {
    EXPECT_GE(c.confidence, 0.5);
    EXPECT_LE(c.confidence, 1.0);
  }
}

}  // namespace
}  // namespace claimgraph
