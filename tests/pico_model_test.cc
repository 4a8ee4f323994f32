// Taggers of population, intervention and outcome, on sentences written for the tests.

#include "importers/extraction/pico_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/sentences.h"
#include "importers/extraction/fact_readers.h"
#include "importers/extraction/pico_words.h"
#include "importers/extraction/study_facts.h"
#include "importers/extraction/study_text.h"

namespace claimgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kTrial =
    "Peppermint oil for night cough in retired bakers . We enrolled 62 retired bakers with "
    "night cough . Participants were randomly assigned to peppermint oil or placebo for 6 weeks . "
    "The primary outcome was cough severity . Sleep quality was also measured . Cough severity "
    "was lower with peppermint oil than with placebo ( P = 0.02 ) .";

std::vector<std::string_view> Split(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<PicoToken> tokens;
  ReadPicoTokens(text, 0, &tokens);
  std::vector<std::string_view> words;
  for (const PicoToken& token : tokens) words.push_back(token.word);
  return words;
}

// Whether some token that reads `word` lies in a span of `kind`.
bool Marks(std::string_view text, std::string_view word, PicoKind kind) {
  const std::vector<std::string_view> tokens = Split(text);
  return std::ranges::any_of(TagPico(tokens), [&](const PicoSpan& span) {
    return span.kind == kind && std::find(tokens.begin() + span.begin, tokens.begin() + span.end,
                                          word) != tokens.begin() + span.end;
  });
}

TEST(PicoTokensTest, PunctuationStandsApartAndHyphensDoNot) {
  EXPECT_THAT(Words("Sham-controlled: 40 (n=20) men,women; 1,204 g/day, 2.5%."),
              ElementsAre("Sham-controlled", ":", "40", "(", "n=20", ")", "men", ",", "women", ";",
                          "1,204", "g/day", ",", "2.5", "%", "."));
}

TEST(PicoTokensTest, SpansAreThoseOfTheText) {
  constexpr std::string_view kText = "  Tea, (green)\nor black.";
  std::vector<PicoToken> tokens;
  ReadPicoTokens(kText, 100, &tokens);
  ASSERT_EQ(tokens.size(), 8U);
  for (const PicoToken& token : tokens) {
    EXPECT_EQ(kText.substr(token.span.begin - 100, token.span.size()), token.word);
  }
}

TEST(PicoTokensTest, NothingIsReadBehindTheLimit) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "a,";
  EXPECT_LE(Words(text).size(), kMostPicoTokens + 2);
  EXPECT_THAT(Words(std::string(100'000, ',')), ::testing::SizeIs(kMostPicoTokens));
  EXPECT_THAT(Words(""), IsEmpty());
}

TEST(PicoWordsTest, SaysWhatAWordIs) {
  EXPECT_EQ(ReadPicoWord("Patients").word, ReadPicoWord("patients").word);
  EXPECT_NE(ReadPicoWord("Patients").shape, ReadPicoWord("patients").shape);
  EXPECT_EQ(ReadPicoWord("treated").stem, ReadPicoWord("treating").stem);
  EXPECT_EQ(ReadPicoWord("128").word, ReadPicoWord("7").word);
  EXPECT_NE(ReadPicoWord("women").mask & pico::kPeople, 0U);
  EXPECT_FALSE(ReadPicoWord("of").content);
  EXPECT_EQ(ReadPicoWord("").word, 0U);
  EXPECT_EQ(ReadPicoWord(std::string(1'000'000, 'x')).word,
            ReadPicoWord(std::string(100, 'x')).word);
}

TEST(PicoWordsTest, ReadsNumbersAndHeadings) {
  EXPECT_EQ(PicoNumber("1,204"), 1204);
  EXPECT_EQ(PicoNumber("N=60"), 60);
  EXPECT_EQ(PicoNumber("Forty-two"), 40);
  EXPECT_EQ(PicoNumber("two-way"), -1);
  EXPECT_EQ(PicoNumber("2.5"), -1);
  EXPECT_EQ(PicoNumber("99999999999999"), -1);
  EXPECT_EQ(PicoHeading("METHODS"), PicoHeading("PROCEDURES"));
  EXPECT_EQ(PicoHeading("Methods"), 0U);
}

TEST(PicoTextTest, SentencesAreCutAtFullStopsAlone) {
  const std::vector<std::string_view> apart = Split("Tea . Bakers slept well .");
  const std::vector<std::string_view> joined = Split("Tea , Bakers slept well .");
  const PicoText a(apart, PicoText::Extent::kSentence);
  const PicoText b(joined, PicoText::Extent::kSentence);
  Features of_a;
  Features of_b;
  a.WordFeatures(2, &of_a);
  b.WordFeatures(2, &of_b);
  EXPECT_FALSE(std::ranges::equal(of_a.items(), of_b.items()));
}

TEST(PicoTextTest, WhatTheFirstPassSaidStaysFinite) {
  const std::vector<std::string_view> tokens = Split(kTrial);
  PicoText text(tokens, PicoText::Extent::kAbstract);
  text.SetFirst(std::vector<PicoOdds>(tokens.size(), PicoOdds{1e30F, -1e30F, 0}));
  Features features;
  for (std::size_t i = 0; i < text.size(); ++i) {
    text.SecondFeatures(i, &features);
    for (const Feature& f : features.items()) {
      EXPECT_TRUE(std::isfinite(f.value));
      EXPECT_LE(std::abs(f.value), 10);
    }
  }
}

TEST(PicoModelTest, MarksWhoWhatAndWhatFor) {
  if (!HasPicoModel()) GTEST_SKIP() << "no model is built in";
  EXPECT_TRUE(Marks(kTrial, "bakers", PicoKind::kPopulation));
  EXPECT_TRUE(Marks(kTrial, "peppermint", PicoKind::kIntervention));
  EXPECT_TRUE(Marks(kTrial, "severity", PicoKind::kOutcome));
  EXPECT_FALSE(Marks(kTrial, "P", PicoKind::kPopulation));
}

TEST(PicoModelTest, SpansAreInOrderAndDoNotOverlap) {
  const std::vector<std::string_view> tokens = Split(kTrial);
  std::uint32_t end = 0;
  for (const PicoSpan& span : TagPico(tokens)) {
    EXPECT_LE(end, span.begin);
    EXPECT_LT(span.begin, span.end);
    EXPECT_GT(span.odds, 0);
    end = span.end;
  }
  EXPECT_LE(end, tokens.size());
  EXPECT_THAT(TagPico({}), IsEmpty());
  EXPECT_TRUE(FindSampleSizes({}).empty());
}

TEST(PicoModelTest, FindsASampleSize) {
  if (!HasPicoModel()) GTEST_SKIP() << "no model is built in";
  const std::vector<std::string_view> tokens =
      Split("A total of 62 patients with night cough were enrolled .");
  const std::vector<PicoRange> sizes = FindSampleSizes(tokens);
  EXPECT_TRUE(std::ranges::any_of(
      sizes, [](const PicoRange& size) { return size.begin <= 3 && size.end > 3; }));
}

TEST(PicoModelTest, RulesTellWhichNumbersCountPeople) {
  const std::vector<std::string_view> tokens =
      Split("We enrolled 62 bakers and 3 ovens for 6 weeks .");
  const std::vector<std::uint8_t> people =
      CountedByRules(Split("We enrolled 62 patients for 6 weeks ."));
  EXPECT_GT(people[2], 0);
  EXPECT_EQ(people[5], 0);
  EXPECT_EQ(CountedByRules(tokens).size(), tokens.size());
}

TEST(PicoModelTest, HostileTextIsCut) {
  std::vector<std::string_view> tokens(200'000, "patients");
  for (std::size_t i = 0; i < tokens.size(); i += 7) tokens[i] = "";
  for (const PicoSpan& span : TagPico(tokens)) EXPECT_LE(span.end, kMostPicoTokens);
  for (const PicoRange& size : FindSampleSizes(tokens)) EXPECT_LE(size.end, kMostPicoTokens);
  const std::vector<std::string_view> stops(5'000, ".");
  for (const PicoSpan& span : TagPico(stops)) EXPECT_LE(span.end, kMostPicoTokens);
  const std::vector<std::string_view> numbers(5'000, "12");
  for (const PicoRange& size : FindSampleSizes(numbers)) EXPECT_LE(size.end, kMostPicoTokens);
}

// ---- Facts ----------------------------------------------------------------

Document MakeDocument(std::string_view title, std::string_view abstract) {
  Document document;
  document.format = Format::kRecord;
  const auto add = [&](BlockKind kind, std::string_view text) {
    if (!document.text.empty()) document.text += '\n';
    Block block;
    block.kind = kind;
    block.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    document.blocks.push_back(block);
  };
  add(BlockKind::kHeading, title);
  add(BlockKind::kParagraph, abstract);
  document.sentences = FindSentences(document);
  return document;
}

Document BakersTrial() {
  return MakeDocument("Peppermint oil for night cough in retired bakers",
                      "We enrolled 62 retired bakers with night cough. Participants were randomly "
                      "assigned to peppermint oil or placebo. The primary outcome was cough "
                      "severity.");
}

TEST(PicoFactsTest, FillsWhatIsMissing) {
  if (!HasPicoModel()) GTEST_SKIP() << "no model is built in";
  const Document document = BakersTrial();
  std::vector<Fact> found;
  FactList facts(&found);
  ReadPicoFacts(StudyText(document), StudyDesign::kRct, &facts);
  EXPECT_TRUE(facts.Has(FactKind::kIntervention));
  for (const Fact& fact : found) {
    EXPECT_EQ(fact.confidence, kTaggedConfidence);
    EXPECT_LT(fact.span.begin, fact.span.end);
    EXPECT_LE(fact.span.end, document.text.size());
  }
}

TEST(PicoFactsTest, AddsNothingBesideWhatTheRulesFound) {
  const Document document = BakersTrial();
  std::vector<Fact> found;
  FactList facts(&found);
  for (const FactKind kind : {FactKind::kCondition, FactKind::kIntervention, FactKind::kOutcome}) {
    facts.Add(kind, "known", {}, kFieldConfidence);
  }
  ReadPicoFacts(StudyText(document), StudyDesign::kRct, &facts);
  EXPECT_EQ(found.size(), 3U);
}

TEST(PicoFactsTest, ReadsTrialsOnly) {
  const Document document = BakersTrial();
  std::vector<Fact> found;
  FactList facts(&found);
  ReadPicoFacts(StudyText(document), StudyDesign::kNarrativeReview, &facts);
  ReadPicoFacts(StudyText(document), StudyDesign::kUnknown, &facts);
  EXPECT_THAT(found, IsEmpty());
}

}  // namespace
}  // namespace claimgraph
