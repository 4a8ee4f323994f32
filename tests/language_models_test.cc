// The learned models of language on sentences made up for this file: what they are
// for, not how good they are (models/*.card.md has that).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/certainty_model.h"
#include "importers/extraction/claim_sentence_model.h"
#include "importers/extraction/direction_model.h"
#include "importers/extraction/pico_features.h"
#include "importers/extraction/reference_tagger.h"
#include "importers/extraction/relation_features.h"
#include "importers/extraction/sentence_features.h"
#include "importers/extraction/sentence_words.h"
#include "importers/extraction/strength_model.h"
#include "importers/linking/stance_model.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

bool Has(std::string_view name) { return ShippedModel(name, kSentenceFeatures) != nullptr; }

CausalStrength StrengthOf(std::string_view sentence) {
  return MostLikely(*ReadStrength(sentence, Register::kArticle));
}

// Weights for other features than the code has are not used: whoever changes a feature
// trains again, or this fails.
TEST(ShippedModelsTest, AllAreForTheFeaturesOfTheCode) {
  const std::map<std::string_view, std::uint32_t> numbers = {
      {"certainty", kSentenceFeatures},      {"claim_sentences", kSentenceFeatures},
      {"strength", kSentenceFeatures},       {"direction", kDirectionFeatures},
      {"mention_names", kRelationFeatures},  {"mention_type", kRelationFeatures},
      {"mentions", kRelationFeatures},       {"relation_labels", kRelationFeatures},
      {"relations", kRelationFeatures},      {"pico_first", kPicoFeatures},
      {"pico_second", kPicoFeatures},        {"pico_size", kPicoFeatures},
      {"references", kReferenceFeatures},    {"stance_idf", kStanceFeatures},
      {"stance_relevance", kStanceFeatures}, {"stance_support", kStanceFeatures},
  };
  // Tests of single models are skipped where theirs is left out; here it shows if one is
  // that should be there.
  if (std::string_view(CLAIMGRAPH_MODELS) == "all") {
    EXPECT_EQ(ShippedModelNames().size(), numbers.size());
  }
  for (const std::string_view name : ShippedModelNames()) {
    const auto number = numbers.find(name);
    ASSERT_NE(number, numbers.end()) << name << " has no row here";
    EXPECT_TRUE(ShippedModel(name, number->second) != nullptr ||
                ShippedSequenceModel(name, number->second) != nullptr)
        << name;
  }
}

TEST(SentenceWordsTest, StemsLoseTheEndingsOfVerbs) {
  EXPECT_EQ(VerbStem("increasing"), "increas");
  EXPECT_EQ(VerbStem("increases"), "increas");
  EXPECT_EQ(VerbStem("studies"), "studi");
  EXPECT_EQ(VerbStem("stopped"), "stop");
  EXPECT_EQ(VerbStem("less"), "less");
}

TEST(SentenceWordsTest, AWordMayHaveSeveralUses) {
  const WordUses uses = UsesOf("reduced");
  EXPECT_TRUE(uses.Has(WordClass::kComparison));
  EXPECT_TRUE(uses.Has(WordClass::kDown));
  EXPECT_EQ(UsesOf("lavender").count, 0u);
  EXPECT_FALSE(UsesOf("findings").Has(WordClass::kReport));
}

TEST(SentenceFeaturesTest, LongTextIsCutAndEachFeatureCountsOnce) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "tea may cause sleep ";
  const SentenceFeatures read(text);
  EXPECT_LE(read.Of(FeatureGroup::kWords).size(), 6u);  // four words and the ends
  EXPECT_LE(read.Of(FeatureGroup::kUsePairs).size(), 64u);
  Features features;
  read.AddTo(&features, FeatureGroup::kWords, 2);
  float squares = 0;
  for (const Feature& f : features.items()) squares += f.value * f.value;
  EXPECT_NEAR(squares, 4, 1e-3);
}

TEST(StrengthModelTest, TellsTheFourClasses) {
  if (!Has("strength")) GTEST_SKIP() << "built without the strength model";
  EXPECT_EQ(StrengthOf("Drinking tea reduces blood pressure."), CausalStrength::kDirectCausal);
  EXPECT_EQ(StrengthOf("Tea drinking was associated with lower blood pressure."),
            CausalStrength::kCorrelational);
  EXPECT_EQ(StrengthOf("Drinking tea may reduce blood pressure."),
            CausalStrength::kConditionalCausal);
  EXPECT_EQ(StrengthOf("We enrolled 40 tea drinkers."), CausalStrength::kNone);
}

TEST(StrengthModelTest, MoreIsMoreThanItsSource) {
  if (!Has("strength")) GTEST_SKIP() << "built without the strength model";
  const StrengthOdds careful =
      *ReadStrength("Tea was associated with lower blood pressure.", Register::kAbstract);
  const StrengthOdds plain = *ReadStrength("Tea lowers blood pressure.", Register::kArticle);
  EXPECT_EQ(ChangeOf(CompareStrength(careful, plain)), StrengthChange::kExaggerates);
  EXPECT_EQ(ChangeOf(CompareStrength(plain, careful)), StrengthChange::kDownplays);
  EXPECT_EQ(ChangeOf(CompareStrength(plain, plain)), StrengthChange::kSame);
}

TEST(CertaintyModelTest, AHedgeSoundsLessCertain) {
  if (!Has("certainty")) GTEST_SKIP() << "built without the certainty model";
  const double plain = *ReadCertainty("Tea lowered blood pressure by 4 mmHg (p < 0.001).");
  const double hedged = *ReadCertainty("Tea might possibly have some effect on blood pressure.");
  EXPECT_GT(plain, hedged + 1);
  EXPECT_LE(plain, kMostCertainty);
  EXPECT_GE(hedged, kLeastCertainty);
}

TEST(ClaimSentenceModelTest, TheLastSentenceThatConcludesIsTheClaim) {
  if (!Has("claim_sentences")) GTEST_SKIP() << "built without the claim sentence model";
  const std::vector<std::string_view> sentences = {
      "Tea is drunk all over the world.", "We gave 40 adults tea or water for four weeks.",
      "Blood pressure was measured weekly.",
      "These results suggest that tea lowers blood pressure in adults."};
  const std::vector<double> claims = ReadClaimSentences("Tea and blood pressure", sentences);
  ASSERT_EQ(claims.size(), sentences.size());
  EXPECT_GT(claims[3], 0.5);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_LT(claims[i], kClaimSentenceThreshold) << i;
}

}  // namespace
}  // namespace claimgraph
