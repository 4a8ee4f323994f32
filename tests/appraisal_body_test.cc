// Certainty of bodies of evidence: one row per domain and rule.

#include "core/appraisal/body_certainty.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/appraisal/independent_studies.h"
#include "core/appraisal/study_level.h"

namespace claimgraph {
namespace {

using testing::Contains;
using testing::Not;

// A study about which nothing lowers the certainty and nothing is unknown but
// what a single study cannot show.
BodyLine Sound(StudyDesign design) {
  BodyLine line;
  line.design = design;
  line.population = line.intervention = line.comparator = line.outcome = Directness::kDirect;
  line.risk_of_bias = RiskOfBias::kLow;
  line.effect =
      Effect{.measure = EffectMeasure::kSmd, .value = -0.5, .ci_low = -0.7, .ci_high = -0.3};
  line.effect->n = 900;
  return line;
}

Appraisal Appraise(std::vector<BodyLine> lines) {
  return AppraiseBody({.lines = std::move(lines)});
}

std::vector<std::string> Rules(const Appraisal& a) {
  std::vector<std::string> rules;
  for (const Reason& r : a.steps) rules.push_back(r.rule);
  return rules;
}

double ChangeOf(const Appraisal& a, std::string_view rule) {
  const auto it =
      std::find_if(a.steps.begin(), a.steps.end(), [&](const Reason& r) { return r.rule == rule; });
  return it == a.steps.end() ? 99 : it->change;
}

TEST(AppraisalBodyTest, StartsFromTheDesign) {
  struct Row {
    StudyDesign design;
    int level;
    int ocebm;
  };
  constexpr Row kRows[] = {
      {StudyDesign::kMetaAnalysisOfRcts, 4, 1},
      {StudyDesign::kSystematicReview, 3, 2},
      {StudyDesign::kRct, 4, 2},
      {StudyDesign::kControlledNonRandomised, 2, 3},
      {StudyDesign::kCohort, 2, 3},
      {StudyDesign::kCaseControl, 2, 4},
      {StudyDesign::kCrossSectional, 1, 4},
      {StudyDesign::kPrePost, 1, 4},
      {StudyDesign::kCaseSeries, 1, 4},
      {StudyDesign::kAnimal, 0, 5},
      {StudyDesign::kInVitro, 0, 5},
      {StudyDesign::kNarrativeReview, 0, 5},
      {StudyDesign::kGuideline, 0, 5},
      {StudyDesign::kTheory, 0, 5},
      {StudyDesign::kWebPage, 0, 5},
      {StudyDesign::kUnknown, 0, 0},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(Name(row.design));
    const Appraisal a = Appraise({Sound(row.design)});
    EXPECT_EQ(a.level, row.level);
    EXPECT_EQ(a.start, row.level);
    EXPECT_EQ(a.ocebm, row.ocebm);
    EXPECT_EQ(a.method, kMethodVersion);
  }
}

TEST(AppraisalBodyTest, AnEmptyBodyIsNoEvidence) {
  const Appraisal a = Appraise({});
  EXPECT_EQ(a.level, 0);
  EXPECT_EQ(a.steps.size(), 1u);
}

// From a title alone, nearly nothing is known; the trace says so.
TEST(AppraisalBodyTest, UnknownInputsAreNamedAndChangeNothing) {
  const Appraisal a = Appraise({{.design = StudyDesign::kRct}});
  EXPECT_EQ(a.level, 4);
  for (const char* rule :
       {"risk-of-bias-not-assessed", "inconsistency-not-assessed",
        "indirectness-population-not-assessed", "indirectness-intervention-not-assessed",
        "indirectness-comparator-not-assessed", "indirectness-outcome-not-assessed",
        "imprecision-not-assessed", "publication-bias-not-assessed"}) {
    EXPECT_EQ(ChangeOf(a, rule), 0) << rule;
  }
  EXPECT_EQ(a.not_assessed.size(), 8u);
}

TEST(AppraisalBodyTest, RiskOfBias) {
  struct Row {
    RiskOfBias a, b, c;
    int level;
  };
  constexpr auto kLow = RiskOfBias::kLow, kSome = RiskOfBias::kSomeConcerns,
                 kHigh = RiskOfBias::kHigh, kNone = RiskOfBias::kNotAssessed;
  constexpr Row kRows[] = {
      {kLow, kLow, kHigh, 4},  {kLow, kSome, kSome, 3},  {kHigh, kHigh, kLow, 2},
      {kLow, kNone, kNone, 3}, {kNone, kNone, kNone, 4},
  };
  for (const Row& row : kRows) {
    std::vector<BodyLine> lines(3, Sound(StudyDesign::kRct));
    lines[0].risk_of_bias = row.a;
    lines[1].risk_of_bias = row.b;
    lines[2].risk_of_bias = row.c;
    EXPECT_EQ(Appraise(lines).level, row.level);
  }
}

TEST(AppraisalBodyTest, Indirectness) {
  using D = Directness;
  struct Row {
    D population, intervention, outcome;
    int level;
  };
  constexpr Row kRows[] = {
      {D::kDirect, D::kDirect, D::kDirect, 4},       {D::kIndirect, D::kDirect, D::kDirect, 3},
      {D::kDifferent, D::kDirect, D::kDirect, 3},    {D::kIndirect, D::kIndirect, D::kDirect, 2},
      {D::kIndirect, D::kIndirect, D::kIndirect, 2},  // no more than two levels
      {D::kDirect, D::kDifferent, D::kDirect, 2},     // another class: two at once
      {D::kIndirect, D::kDifferent, D::kDirect, 2},
  };
  for (const Row& row : kRows) {
    BodyLine line = Sound(StudyDesign::kRct);
    line.population = row.population;
    line.intervention = row.intervention;
    line.outcome = row.outcome;
    EXPECT_EQ(Appraise({line}).level, row.level);
  }
}

TEST(AppraisalBodyTest, TheClosestStudyCounts) {
  BodyLine far = Sound(StudyDesign::kRct);
  far.intervention = Directness::kDifferent;
  EXPECT_EQ(Appraise({far, Sound(StudyDesign::kRct)}).level, 4);
}

TEST(AppraisalBodyTest, Imprecision) {
  struct Row {
    EffectMeasure measure;
    double low, high;
    std::int64_t n;
    std::string_view rule;
    int level;
  };
  constexpr auto kSmd = EffectMeasure::kSmd, kRr = EffectMeasure::kRr, kMd = EffectMeasure::kMd;
  constexpr Row kRows[] = {
      {kSmd, -0.7, -0.3, 900, "imprecision", 4},
      {kSmd, -0.7, -0.1, 900, "imprecision-ci-crosses-important-difference", 3},
      {kSmd, -0.1, 0.1, 900, "imprecision-ci-crosses-null", 3},
      {kSmd, -0.4, 0.1, 900, "imprecision-ci-crosses-both", 2},
      {kRr, 0.5, 0.7, 900, "imprecision", 4},
      {kRr, 0.6, 0.9, 900, "imprecision-ci-crosses-important-difference", 3},
      {kRr, 0.6, 1.1, 900, "imprecision-ci-crosses-both", 2},
      {kMd, -3, 1, 900, "imprecision-ci-crosses-null", 3},
      {kSmd, -0.7, -0.3, 399, "imprecision-few-people", 3},
      {kSmd, -0.7, -0.3, 119, "imprecision-few-people", 2},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.rule);
    BodyLine line = Sound(StudyDesign::kRct);
    line.effect = Effect{.measure = row.measure,
                         .value = (row.low + row.high) / 2,
                         .ci_low = row.low,
                         .ci_high = row.high};
    line.effect->n = row.n;
    const Appraisal a = Appraise({line});
    EXPECT_EQ(a.level, row.level);
    EXPECT_EQ(ChangeOf(a, row.rule), row.level - 4);
  }
}

// Two trials of 250 are 500 people.  A review may hold the trial beside it: 300 and 250 may
// be 300.  What was measured on another outcome is not added.
TEST(AppraisalBodyTest, PeopleAreCountedOverIndependentStudiesOfOneOutcome) {
  BodyLine trial = Sound(StudyDesign::kRct);
  trial.effect->n = 250;
  EXPECT_EQ(ChangeOf(Appraise({trial}), "imprecision-few-people"), -1);
  EXPECT_EQ(ChangeOf(Appraise({trial, trial}), "imprecision"), 0);
  BodyLine review = Sound(StudyDesign::kMetaAnalysisOfRcts);
  review.effect->n = 300;
  EXPECT_EQ(ChangeOf(Appraise({trial, review}), "imprecision-few-people"), -1);
  BodyLine elsewhere = trial;
  elsewhere.proposition = PropositionId{2};
  EXPECT_EQ(ChangeOf(Appraise({trial, elsewhere}), "imprecision-few-people"), -1);
}

TEST(AppraisalBodyTest, FewEventsOutweighManyPeople) {
  BodyLine line = Sound(StudyDesign::kRct);
  line.events = 50;
  EXPECT_EQ(Appraise({line}).level, 2);
}

TEST(AppraisalBodyTest, Inconsistency) {
  BodyLine review = Sound(StudyDesign::kMetaAnalysisOfRcts);
  review.effect->i2 = 60;
  EXPECT_THAT(Rules(Appraise({review})), Contains("inconsistency-not-assessed"));
  review.intervals_overlap = false;
  EXPECT_EQ(Appraise({review}).level, 3);
  review.intervals_overlap = true;
  EXPECT_EQ(Appraise({review}).level, 4);
  review.prediction_crosses_null = true;
  EXPECT_EQ(Appraise({review}).level, 3);

  BodyLine contrary = Sound(StudyDesign::kRct);
  contrary.effect->value = 0.5;
  contrary.effect->ci_low = 0.3;
  contrary.effect->ci_high = 0.7;
  EXPECT_EQ(Appraise({Sound(StudyDesign::kRct), contrary}).level, 2);
}

TEST(AppraisalBodyTest, IntervalsThatOverlapAreConsistent) {
  const auto with = [](double low, double high) {
    BodyLine line = Sound(StudyDesign::kRct);
    line.effect->ci_low = low;
    line.effect->ci_high = high;
    return line;
  };
  const Appraisal a = Appraise({with(-0.7, -0.3), with(-0.6, -0.25)});
  EXPECT_EQ(ChangeOf(a, "inconsistency"), 0);
  EXPECT_THAT(a.not_assessed, Not(Contains("inconsistency")));
  // The first overlaps with both; they do not with each other.
  EXPECT_EQ(
      ChangeOf(Appraise({with(-0.9, -0.3), with(-0.4, -0.3), with(-0.9, -0.5)}), "inconsistency"),
      -1);
  // Measures that cannot be compared, and outcomes that are others.
  BodyLine other = with(-0.2, -0.1);
  other.proposition = PropositionId{2};
  EXPECT_THAT(Rules(Appraise({with(-0.7, -0.3), other})), Contains("inconsistency-not-assessed"));
}

TEST(AppraisalBodyTest, ConflictLowersAndAgreementNeverRaises) {
  BodyLine pro = Sound(StudyDesign::kCohort);
  pro.stance = Stance::kSupports;
  BodyLine contra = pro;
  contra.stance = Stance::kDisputes;
  EXPECT_EQ(Appraise({pro, pro, pro}).level, 2);
  EXPECT_EQ(Appraise({pro, contra}).level, 1);
}

TEST(AppraisalBodyTest, PublicationBiasNeedsTenStudies) {
  BodyLine review = Sound(StudyDesign::kMetaAnalysisOfRcts);
  review.egger_p = 0.04;
  review.effect->k = 9;
  EXPECT_THAT(Rules(Appraise({review})), Contains("publication-bias-not-assessed"));
  review.effect->k = 10;
  EXPECT_EQ(Appraise({review}).level, 3);
  review.egger_p = 0.4;
  EXPECT_EQ(Appraise({review}).level, 4);
}

TEST(AppraisalBodyTest, OnlySoundObservationRises) {
  BodyLine cohort = Sound(StudyDesign::kCohort);
  cohort.effect = Effect{.measure = EffectMeasure::kRr, .value = 2.4, .ci_low = 2, .ci_high = 3};
  cohort.effect->n = 9000;
  EXPECT_EQ(Appraise({cohort}).level, 3);
  cohort.effect->value = 6;
  EXPECT_EQ(Appraise({cohort}).level, 4);
  EXPECT_EQ(AppraiseBody({.lines = {cohort}, .dose_response = true}).level, 4);  // clamped

  BodyLine unknown_bias = cohort;
  unknown_bias.risk_of_bias = RiskOfBias::kNotAssessed;
  EXPECT_EQ(Appraise({unknown_bias}).level, 2);
  BodyLine indirect = cohort;
  indirect.population = Directness::kIndirect;
  EXPECT_EQ(Appraise({indirect}).level, 1);
  EXPECT_EQ(AppraiseBody({.lines = {Sound(StudyDesign::kPrePost)}, .dose_response = true}).level,
            1);
}

TEST(AppraisalBodyTest, CountsStudiesNotPapers) {
  BodyLine first = Sound(StudyDesign::kRct);
  first.study = "NCT1";
  BodyLine again = first;
  BodyLine review = Sound(StudyDesign::kMetaAnalysisOfRcts);
  review.study = "review";
  review.includes = {"NCT1"};
  EXPECT_EQ(Appraise({first, again}).studies, 1);
  EXPECT_EQ(IndependentStudies(std::vector{first, review, again}, nullptr).size(), 1U);
  const Appraisal a = Appraise({first, again, review});
  EXPECT_EQ(a.studies, 1);
  EXPECT_THAT(Rules(a), Contains("same-study"));
  EXPECT_THAT(Rules(a), Contains("included-in-review"));
  EXPECT_EQ(Appraise({Sound(StudyDesign::kRct), Sound(StudyDesign::kRct)}).studies,
            2);  // no name: two
}

TEST(AppraisalBodyTest, WeakerDesignsDoNotDilute) {
  const Appraisal a = Appraise(
      {Sound(StudyDesign::kCaseSeries), Sound(StudyDesign::kRct), Sound(StudyDesign::kTheory)});
  EXPECT_EQ(a.level, 4);
  EXPECT_THAT(Rules(a), Contains("other-designs-set-aside"));
}

// Of the review a low certainty is known, of the cohort nothing: that is no reason to ask it.
TEST(AppraisalBodyTest, TrialsAndReviewsComeBeforeCohorts) {
  BodyLine review = Sound(StudyDesign::kMetaAnalysisOfRcts);
  review.authored = 1;
  const Appraisal a = Appraise({Sound(StudyDesign::kCohort), review});
  EXPECT_EQ(a.start, 4);
  EXPECT_EQ(a.level, 1);
  EXPECT_EQ(a.origin, AppraisalOrigin::kAuthored);
  EXPECT_THAT(Rules(a), Contains("other-designs-set-aside"));
}

// Neither for itself nor, where it is a review, against the trials in it.
TEST(AppraisalBodyTest, WhatWasRetractedCountsForNothing) {
  BodyLine trial = Sound(StudyDesign::kRct);
  trial.study = "NCT1";
  BodyLine review = Sound(StudyDesign::kMetaAnalysisOfRcts);
  review.study = "review";
  review.includes = {"NCT1"};
  review.risk_of_bias = RiskOfBias::kHigh;
  review.retracted = true;
  const Appraisal a = Appraise({trial, review});
  EXPECT_EQ(a.studies, 1);
  EXPECT_EQ(a.level, 4);
  EXPECT_THAT(Rules(a), Contains("retracted"));
  EXPECT_THAT(Rules(a), Not(Contains("included-in-review")));
  EXPECT_EQ(Appraise({review}).level, 0);
  std::vector<EvidenceLine> lines(1);
  lines[0].reasons = {{"standing", "retracted", 0, ""}};
  EXPECT_TRUE(BodyOf(lines).lines.front().retracted);
}

TEST(AppraisalBodyTest, StepsNameWhatTheyCount) {
  const auto because = [](const Appraisal& a, std::string_view rule) {
    for (const Reason& r : a.steps) {
      if (r.rule == rule) return r.because;
    }
    return std::string();
  };
  BodyLine line = Sound(StudyDesign::kRct);
  line.risk_of_bias = RiskOfBias::kSomeConcerns;
  line.population = Directness::kIndirect;
  EXPECT_THAT(because(Appraise({line}), "risk-of-bias"),
              testing::HasSubstr("of 1 study, 0 at high risk, 1 with some concerns"));
  EXPECT_EQ(because(Appraise({line}), "imprecision"), "900 people are enough");
  EXPECT_EQ(because(Appraise({line}), "indirectness-population"),
            "the population is related to the claim's");
  line.names_nobody = true;
  EXPECT_EQ(because(Appraise({line}), "indirectness-population"),
            "the claim names nobody, and a particular group was studied");
}

TEST(AppraisalBodyTest, ADirectCohortMayBeatAFarTrial) {
  BodyLine trial = Sound(StudyDesign::kRct);
  trial.intervention = Directness::kDifferent;
  trial.risk_of_bias = RiskOfBias::kHigh;
  const Appraisal a = Appraise({trial, Sound(StudyDesign::kCohort)});
  EXPECT_EQ(a.level, 2);
  EXPECT_EQ(a.start, 2);
}

TEST(AppraisalBodyTest, StatedCertaintyOverridesButDirectnessRemains) {
  BodyLine review = Sound(StudyDesign::kMetaAnalysisOfRcts);
  review.risk_of_bias = RiskOfBias::kHigh;
  review.authored = 3;
  Appraisal a = Appraise({review});
  EXPECT_EQ(a.level, 3);
  EXPECT_EQ(a.origin, AppraisalOrigin::kAuthored);
  EXPECT_THAT(Rules(a), Not(Contains("risk-of-bias")));
  review.population = Directness::kIndirect;
  EXPECT_EQ(Appraise({review}).level, 2);
}

// The trace is the arithmetic: its changes add up to the level.
TEST(AppraisalBodyTest, StepsAddUpToTheLevel) {
  for (int design = 0; design < 16; ++design) {
    for (int seed = 0; seed < 64; ++seed) {
      BodyLine line = Sound(static_cast<StudyDesign>(design));
      line.risk_of_bias = static_cast<RiskOfBias>(seed % 4);
      line.intervention = static_cast<Directness>(seed / 4 % 4);
      line.effect->ci_high = seed / 16 % 2 == 0 ? -0.3 : 0.1;
      line.authored = seed / 32 % 2 == 0 ? 0 : 2;
      const Appraisal a = Appraise({line});
      double sum = 0;
      for (const Reason& r : a.steps) sum += r.change;
      EXPECT_EQ(sum, a.level);
    }
  }
}

TEST(AppraisalBodyTest, BodyOfGroupsLinesByWork) {
  std::vector<EvidenceLine> lines(2);
  lines[0].work = lines[1].work = WorkId{7};
  lines[0].design = lines[1].design = StudyDesign::kRct;
  EXPECT_EQ(AppraiseBody(BodyOf(lines)).studies, 1);
  lines[1].work = WorkId{8};
  EXPECT_EQ(AppraiseBody(BodyOf(lines)).studies, 2);
}

}  // namespace
}  // namespace claimgraph
