#include "importers/extraction/relation_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/relation_indicators.h"
#include "importers/extraction/relation_words.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

bool BuiltIn() { return ShippedModel("relations", kRelationFeatures) != nullptr; }

std::vector<std::string> Chunks(std::string_view sentence) {
  const RelationWords read = ReadRelationWords(sentence);
  std::vector<std::string> chunks;
  for (const WordChunk& chunk : read.chunks) {
    chunks.emplace_back(
        Slice(sentence, {read.words[chunk.begin].span.begin, read.words[chunk.end - 1].span.end}));
  }
  return chunks;
}

std::string Tags(std::string_view sentence) {
  std::string tags;
  for (const RelationWord& word : ReadRelationWords(sentence).words) tags += word.tag;
  return tags;
}

std::string Written(std::string_view sentence, const Relation& relation) {
  return std::string(Slice(sentence, relation.subject)) + " " + std::string(relation.predicate) +
         " " + std::string(Slice(sentence, relation.object));
}

std::vector<std::string> Relations(std::string_view sentence) {
  std::vector<std::string> written;
  for (const Relation& relation : ReadRelations(sentence)) {
    written.push_back(Written(sentence, relation));
  }
  return written;
}

TEST(RelationWordsTest, TagsWordsByEndingsAndNeighbours) {
  EXPECT_EQ(Tags("The herbal bath reduces pain in tired adults."), "DJOVOIJOX");
  EXPECT_EQ(Tags("Sleep was improved by walking."), "OANIGX");
}

TEST(RelationWordsTest, GroupsNounsWithoutTheirDeterminers) {
  EXPECT_THAT(Chunks("A warm herbal bath relieves the stiff neck of old sailors."),
              ElementsAre("warm herbal bath", "stiff neck", "old sailors"));
}

TEST(RelationWordsTest, CutsWhatAHyphenJoins) {
  const RelationWords read = ReadRelationWords("zinc-based cream, the nurse's well-known one");
  std::vector<std::string> words;
  for (const RelationWord& word : read.words) words.push_back(word.lower);
  EXPECT_THAT(words, ElementsAre("zinc", "-", "based", "cream", ",", "the", "nurse", "'s",
                                 "well-known", "one"));
}

TEST(RelationWordsTest, SpansAreBytes) {
  const std::string_view sentence = "β-carotene ≥ 5 mg";
  const RelationWords read = ReadRelationWords(sentence);
  ASSERT_EQ(read.words.size(), 4u);
  EXPECT_EQ(Slice(sentence, read.words[0].span), "β-carotene");
  EXPECT_TRUE(read.words[0].letters);
  EXPECT_TRUE(read.words[1].sign);
  EXPECT_EQ(Slice(sentence, read.words[3].span), "mg");
}

TEST(RelationWordsTest, IndicatorsTellPredicateAndDirection) {
  bool found = false;
  for (const Indicator& indicator : IndicatorsOf("inhibit")) {
    found |= indicator.predicate == Predicate::kInhibits && !indicator.inverse;
  }
  EXPECT_TRUE(found);
  EXPECT_TRUE(IndicatorsOf("teapot").empty());
}

TEST(RelationModelTest, ReadsWhatATreatmentDoes) {
  if (!BuiltIn()) GTEST_SKIP() << "built without the models";
  EXPECT_THAT(Relations("Massage relieves neck pain."), Contains("Massage TREATS neck pain"));
  EXPECT_THAT(Relations("Patients with migraine were treated with propranolol."),
              Contains("propranolol TREATS migraine"));
}

TEST(RelationModelTest, ThePassiveTurnsSubjectAndObject) {
  if (!BuiltIn()) GTEST_SKIP() << "built without the models";
  EXPECT_THAT(Relations("Pneumonia was caused by influenza virus infection in older patients."),
              Contains("influenza virus infection CAUSES Pneumonia"));
}

TEST(RelationModelTest, ReadsWhoHasADisease) {
  if (!BuiltIn()) GTEST_SKIP() << "built without the models";
  EXPECT_THAT(Relations("We saw children with asthma."), Contains("asthma PROCESS_OF children"));
}

TEST(RelationModelTest, KeepsOrderAndBounds) {
  if (!BuiltIn()) GTEST_SKIP() << "built without the models";
  const std::string_view sentence =
      "Aspirin prevents stroke in patients with diabetes and hypertension.";
  const std::vector<Relation> relations = ReadRelations(sentence);
  ASSERT_THAT(relations, Not(IsEmpty()));
  for (const Relation& relation : relations) {
    EXPECT_LT(relation.subject.begin, relation.subject.end);
    EXPECT_LE(relation.subject.end, sentence.size());
    EXPECT_LT(relation.object.begin, relation.object.end);
    EXPECT_LE(relation.object.end, sentence.size());
    EXPECT_GT(relation.confidence, 0);
    EXPECT_LE(relation.confidence, 1);
  }
  EXPECT_EQ(relations, ReadRelations(sentence));
}

TEST(RelationModelTest, FindsNothingInNothing) {
  EXPECT_THAT(ReadRelations(""), IsEmpty());
  EXPECT_THAT(ReadRelations("..., (((; ??"), IsEmpty());
  EXPECT_THAT(ReadRelations("\xff\xfe\x80"), IsEmpty());
}

TEST(RelationModelTest, HostileSentencesStayBounded) {
  std::string commas;
  std::string brackets;
  std::string hyphens;
  for (int i = 0; i < 50000; ++i) {
    commas += "cancer, and ";
    brackets += "(drug treats ";
    hyphens += "aspirin-induced-";
  }
  for (const std::string& text : {commas, brackets, hyphens}) {
    EXPECT_LE(ReadRelations(text).size(), kMostRelationPairs);
    EXPECT_LE(ReadRelationWords(text).words.size(), kMostRelationWords);
  }
}

}  // namespace
}  // namespace claimgraph
