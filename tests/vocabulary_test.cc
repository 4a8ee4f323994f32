#include "importers/extraction/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "importers/extraction/cues.h"

namespace claimgraph {
namespace {

ConceptIndex Of(std::string_view words) {
  const std::vector<ConceptIndex> found = ConceptsOf(words);
  return found.empty() ? kNoConcept : found.front();
}

TEST(VocabularyTest, SynonymsAndPluralsMeet) {
  EXPECT_EQ(Of("stress hormone"), Of("cortisol levels"));
  EXPECT_EQ(Of("hydrocortisone"), Of("Cortisol"));
  EXPECT_EQ(Of("high blood pressure"), Of("hypertension"));
  EXPECT_NE(Of("massage"), Of("yoga"));
  EXPECT_EQ(Of("carburettor"), kNoConcept);
}

TEST(VocabularyTest, LongestPhraseWins) {
  EXPECT_EQ(Label(Of("cancer patients")), "cancer patients");
  EXPECT_EQ(Label(Of("cancer")), "cancer");
}

TEST(VocabularyTest, BroaderThan) {
  EXPECT_TRUE(IsA(Of("yoga"), Of("exercise")));
  EXPECT_FALSE(IsA(Of("exercise"), Of("yoga")));
  EXPECT_TRUE(IsA(Of("assisted stretching"), Of("manual therapy")));
  EXPECT_TRUE(Related(Of("yoga"), Of("running")));
  EXPECT_FALSE(Related(Of("fish oil"), Of("massage")));
}

TEST(VocabularyTest, NeighboursInTheTableAreNotKinds) {
  EXPECT_FALSE(IsA(Of("vitamin A"), Of("vitamin E")));
  EXPECT_TRUE(Related(Of("vitamin A"), Of("vitamin E")));
  EXPECT_TRUE(IsA(Of("ibuprofen"), Of("medication")));
  EXPECT_FALSE(IsA(Of("ibuprofen"), Of("aspirin")));
  EXPECT_FALSE(IsA(Of("kidney function"), Of("liver function")));
}

TEST(VocabularyTest, WhatIsBroaderIsALabelToo) {
  std::set<std::string, std::less<>> labels;
  for (const VocabularyRow& row : VocabularyRows()) labels.emplace(row.label);
  for (const VocabularyRow& row : VocabularyRows()) {
    for (std::string_view left = row.broader; !left.empty();) {
      const std::size_t end = std::min(left.find("; "), left.size());
      EXPECT_TRUE(labels.contains(left.substr(0, end))) << row.label << " < " << left;
      left.remove_prefix(std::min(end + 2, left.size()));
    }
  }
}

TEST(VocabularyTest, EveryLabelFindsItsOwnRow) {
  for (ConceptIndex i = 0; i < VocabularyRows().size(); ++i) {
    SCOPED_TRACE(Label(i));
    EXPECT_EQ(Of(Label(i)), i);
  }
}

TEST(VocabularyTest, MedicalSuffixesAreConceptsWithoutARow) {
  TokenList tokens;
  tokens.Read("Plantar fasciitis and a diploma", 0);
  std::vector<ConceptHit> hits;
  FindConcepts(tokens, &hits);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].role, ConceptRole::kCondition);
  EXPECT_EQ(hits[0].concept_index, kNoConcept);
}

std::uint64_t CuesOf(std::string_view text) {
  TokenList tokens;
  tokens.Read(text, 0);
  std::vector<CueHit> hits;
  FindCues(tokens, &hits);
  std::uint64_t all = 0;
  for (const CueHit& hit : hits) all |= hit.mask;
  return all;
}

TEST(CuesTest, VerbsAreFoundInEveryForm) {
  for (const std::string_view text : {"reduce", "reduces", "reduced", "reducing", "cuts", "cutting",
                                      "relieved", "fell", "fallen", "falling"}) {
    SCOPED_TRACE(text);
    EXPECT_NE(CuesOf(std::string("it ") + std::string(text)) & cue::kDecrease, 0U);
  }
  EXPECT_NE(CuesOf("it led to") & cue::kCause, 0U);
}

TEST(CuesTest, ANounIsNoVerb) {
  EXPECT_EQ(CuesOf("the increase") & cue::kForms, 0U);
  EXPECT_NE(CuesOf("they increase") & cue::kForms, 0U);
}

TEST(CuesTest, HyphensAndTypographicApostrophesDoNotHide) {
  EXPECT_NE(CuesOf("a well-established way") & cue::kStrongBooster, 0U);
  EXPECT_NE(CuesOf("a well\u2011established way") & cue::kStrongBooster, 0U);
  EXPECT_NE(CuesOf("it doesn\u2019t") & cue::kNegation, 0U);
}

}  // namespace
}  // namespace claimgraph
