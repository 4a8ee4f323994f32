// Study cards: what is read of them, and what is said of bad ones.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "importers/records/study_cards.h"
#include "tests/records_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

KeptRecords Cards(std::string_view json) {
  KeptRecords kept;
  ReadStudyCards(json, &kept);
  return kept;
}

constexpr std::string_view kWhole = R"({"schema": "claimgraph/study/1",
 "work": {"title": "Warm baths and sleep", "authors": ["Reed, B. C.", {"family": "Hill", "given": "A."}],
          "year": 2019, "journal": "J Bath Stud", "volume": 4, "pages": "1-9",
          "doi": "https://doi.org/10.1234/BATH", "pmid": 30000001},
 "registry": "NCT01234567", "design": "randomised_controlled_trial", "n": 80, "arms": 2,
 "population": {"condition": "insomnia", "age": ["adults", "older adults"]},
 "intervention": ["warm bath"], "comparator": "usual care", "time_point": "8 weeks",
 "outcomes": [{"outcome": "sleep quality", "direction": "improve", "significant": true,
               "effect": {"measure": "SMD", "value": 0.4, "ci": [0.1, 0.7], "n": 80}, "quote": "slept better"},
              {"outcome": "mood", "direction": "no_effect", "significant": false}],
 "caveats": ["few men"], "certainty": "low", "risk_of_bias": {"overall": "high", "missing data": "low"},
 "standing": {"status": "retracted", "date": "2021-02-03", "reason": "data"}})";

TEST(StudyCardsTest, EveryFieldIsRead) {
  const KeptRecords kept = Cards(kWhole);
  EXPECT_THAT(kept.problems, IsEmpty());
  ASSERT_THAT(kept.entries, SizeIs(1));
  const RecordEntry& e = kept.entries[0];
  EXPECT_EQ(e.printed.doi, "10.1234/bath");
  EXPECT_EQ(e.printed.pmid, "30000001");
  EXPECT_EQ(e.printed.volume, "4");
  EXPECT_EQ(e.printed.authors, (std::vector<Author>{{"Reed", "B. C."}, {"Hill", "A."}}));
  EXPECT_EQ(e.record.design, StudyDesign::kRct);
  EXPECT_EQ(e.record.n, 80);
  std::vector<std::string> facts;
  for (const Fact& f : e.record.facts) facts.push_back(std::string(Name(f.kind)) + "=" + f.value);
  EXPECT_THAT(
      facts,
      ElementsAre("registry=NCT01234567", "design=randomised_controlled_trial", "sample_size=80",
                  "arms=2", "condition=insomnia", "age=adults", "age=older adults",
                  "intervention=warm bath", "comparator=usual care", "time_point=8 weeks",
                  "limitation=few men", "certainty=low", "outcome=sleep quality", "outcome=mood"));
  ASSERT_THAT(e.results, SizeIs(2));
  EXPECT_EQ(e.results[0].direction, Direction::kImprove);
  EXPECT_EQ(e.results[0].effect->ci_high, 0.7);
  EXPECT_EQ(e.results[1].significance, Significance::kNotSignificant);
  EXPECT_EQ(e.record.notices,
            (std::vector<StandingNotice>{{Standing::kRetracted, "2021-02-03", "data", ""}}));
  EXPECT_THAT(e.record.risk_of_bias, SizeIs(2));
}

TEST(StudyCardsTest, OneCardAListAndACardALine) {
  const std::string card = R"({"schema":"claimgraph/study/1","work":{"doi":"10.1234/a"}})";
  EXPECT_THAT(Cards(card).entries, SizeIs(1));
  EXPECT_THAT(Cards("[" + card + "," + card + "]").entries, SizeIs(2));
  EXPECT_THAT(Cards("{\"studies\": [" + card + "]}").entries, SizeIs(1));
  const KeptRecords lines = Cards(card + "\n\n" + card + "\n{broken\n" + card);
  EXPECT_THAT(lines.entries, SizeIs(3));
  ASSERT_THAT(lines.Codes(), ElementsAre("bad-json"));
  EXPECT_EQ(lines.problems[0].line, 4U);
}

TEST(StudyCardsTest, OneBrokenCardCostsNoOther) {
  const std::string card = R"({"work":{"doi":"10.1234/a"}})";
  const KeptRecords list =
      Cards("{\"studies\": [\n" + card + ",\n{\"work\" {\"doi\": \"10.1234/b\"}},\n" + card + "]}");
  EXPECT_THAT(list.entries, SizeIs(2));
  ASSERT_THAT(list.Codes(), ElementsAre("bad-json"));
  EXPECT_EQ(list.problems[0].line, 3U);
  EXPECT_THAT(list.problems[0].message, HasSubstr("line 3, column 9"));
  const KeptRecords cut = Cards("[" + card + ",\n" + card + ",\n{\"work\": {\"doi\"");
  EXPECT_THAT(cut.entries, SizeIs(2));
  EXPECT_THAT(cut.Codes(), ElementsAre("bad-json"));
  const KeptRecords open = Cards("[" + card + card + "]");
  EXPECT_THAT(open.entries, SizeIs(2));
  EXPECT_THAT(open.Codes(), ElementsAre("bad-json"));
}

TEST(StudyCardsTest, AWorkOrAListOfStudiesIsEnoughToTellThem) {
  EXPECT_TRUE(LooksLikeStudyCards(R"({"work": {"title": "Tea and sleep"}})"));
  EXPECT_TRUE(LooksLikeStudyCards(R"({"studies": []})"));
  EXPECT_FALSE(LooksLikeStudyCards(R"({"references": [{"work": 3}]})"));
  EXPECT_FALSE(LooksLikeStudyCards("Our work: {see below}"));
}

TEST(StudyCardsTest, ABadFieldIsNamedAndTheRestIsRead) {
  const struct {
    const char* field;
    const char* code;
    const char* says;
  } kCases[] = {
      {R"("n": "eighty")", "bad-field", "n is not a whole number"},
      {R"("n": -3)", "bad-field", "n is not a whole number"},
      {R"("design": "trial")", "bad-field", "design is not one of"},
      {R"("outcomes": [{"outcome": "x", "effect": {"measure": "SMD", "value": 1, "ci": [2, 1]}}])",
       "bad-field", "outcomes[0].effect.ci is not [low, high]"},
      {R"("outcomes": [{"direction": "improve"}])", "bad-field", "outcomes[0] has no outcome"},
      {R"("outcomes": [{"outcome": "x", "effect": {"value": 1}}])", "bad-field",
       "outcomes[0].effect.value is not there together with a measure"},
      {R"("certainty": "so-so")", "bad-field", "certainty is not high"},
      {R"("risk_of_bias": {"overall": "bad"})", "bad-field", "risk_of_bias.overall is not"},
      {R"("includes": ["a trial"])", "bad-field", "includes is not a list of DOIs"},
      {R"("sample": 3)", "unknown-field", "sample is not a field"},
      {R"("population": 3)", "bad-field", "population is neither"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.field);
    const KeptRecords kept = Cards(R"({"work": {"doi": "10.1234/a"}, "intervention": "tea", )" +
                                   std::string(c.field) + "}");
    ASSERT_THAT(kept.entries, SizeIs(1));
    EXPECT_EQ(kept.entries[0].record.facts[0].value, "tea");
    ASSERT_THAT(kept.Codes(), ElementsAre(c.code));
    EXPECT_THAT(kept.problems[0].message, HasSubstr(c.says));
    EXPECT_FALSE(kept.problems[0].skipped);
  }
}

TEST(StudyCardsTest, ACardThatIsAboutNothingIsSkipped) {
  const KeptRecords kept = Cards("[{\"n\": 3},\n\n 7,\n {\"work\": {\"title\": \"Tea\"}}]");
  EXPECT_THAT(kept.entries, SizeIs(1));
  ASSERT_THAT(kept.Codes(), ElementsAre("bad-card", "bad-card"));
  EXPECT_TRUE(kept.problems[0].skipped);
  EXPECT_EQ(kept.problems[0].record, "card 1");
}

TEST(StudyCardsTest, LinesOfCardsInAList) {
  const KeptRecords kept = Cards(
      "{\"schema\": \"claimgraph/study/1\",\n \"studies\": [\n  {\"work\": {\"doi\": "
      "\"10.1234/a\"}},\n"
      "  {\"work\": {\"doi\": \"10.1234/b\"}, \"note\": \"a } in words\"}\n]}");
  ASSERT_THAT(kept.entries, SizeIs(2));
  EXPECT_EQ(kept.entries[0].line, 3U);
  EXPECT_EQ(kept.entries[1].line, 4U);
}

TEST(StudyCardsTest, AnotherVersionIsRefused) {
  const KeptRecords kept =
      Cards(R"({"schema": "claimgraph/study/9", "work": {"doi": "10.1234/a"}})");
  EXPECT_THAT(kept.entries, IsEmpty());
  EXPECT_THAT(kept.problems.at(0).message, HasSubstr("claimgraph/study/9"));
}

TEST(StudyCardsTest, DeepAndBrokenInputEnds) {
  EXPECT_THAT(Cards(std::string(200000, '[')).entries, IsEmpty());
  EXPECT_THAT(Cards("").entries, IsEmpty());
  EXPECT_THAT(Cards("\xff\xfe{").entries, IsEmpty());
}

}  // namespace
}  // namespace claimgraph
