// From words and evidence to a verdict: a row per rule of verdict.h.

#include "core/appraisal/verdict.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {
namespace {

constexpr auto kDirect = Directness::kDirect;
constexpr auto kIndirect = Directness::kIndirect;
constexpr auto kDifferent = Directness::kDifferent;
constexpr auto kUnsaid = Directness::kNotAssessed;

BodyLine Line(StudyDesign design, Directness intervention = kUnsaid, Directness outcome = kUnsaid,
              Directness population = kUnsaid) {
  BodyLine line;
  line.design = design;
  line.intervention = intervention;
  line.outcome = outcome;
  line.population = population;
  return line;
}

JudgeInputs Cited(std::vector<BodyLine> lines,
                  CausalStrength strength = CausalStrength::kDirectCausal,
                  AssertedCertainty certainty = AssertedCertainty::kPlain) {
  JudgeInputs in;
  in.citation_status = CitationStatus::kInline;
  in.strength = strength;
  in.certainty = certainty;
  in.body.lines = std::move(lines);
  return in;
}

JudgeInputs Uncited(ClaimKind kind, AssertedCertainty certainty) {
  JudgeInputs in;
  in.kind = kind;
  in.strength = CausalStrength::kDirectCausal;
  in.certainty = certainty;
  return in;
}

// "overstated by beyond-population"
std::string Decision(const JudgeInputs& in, const VerdictPolicy& policy = {}) {
  const Judgement j = Judge(in, policy);
  return std::string(Name(j.verdict)) + " by " + j.reasons.back().rule;
}

constexpr auto kHedged = AssertedCertainty::kHedged;
constexpr auto kPlain = AssertedCertainty::kPlain;
constexpr auto kBoosted = AssertedCertainty::kBoosted;

TEST(AppraisalVerdictTest, UncitedClaims) {
  EXPECT_EQ(Decision(Uncited(ClaimKind::kEffect, kPlain)), "unsupported by uncited");
  EXPECT_EQ(Decision(Uncited(ClaimKind::kEffect, kHedged)), "unsupported by uncited");
  EXPECT_EQ(Decision(Uncited(ClaimKind::kEvaluation, kBoosted)), "overstated by uncited-boosted");
  EXPECT_EQ(
      Decision(Uncited(ClaimKind::kEvaluation, kBoosted), {.uncited_booster_is_overstated = false}),
      "unsupported by uncited");

  JudgeInputs summary = Uncited(ClaimKind::kEvidenceSummary, kHedged);
  EXPECT_EQ(Decision(summary), "unsupported by uncited");
  summary.document_cites = true;
  EXPECT_EQ(Decision(summary), "weakly_supported by summary-of-cited");
  EXPECT_EQ(Decision(summary, {.summary_borrows_document = false}), "unsupported by uncited");

  JudgeInputs phantom = Uncited(ClaimKind::kReportedResult, kPlain);
  phantom.attributed = true;  // "studies have found"
  EXPECT_EQ(Decision(phantom), "unsupported by uncited");
  phantom.named_source = true;  // "a 2010 review found"
  EXPECT_EQ(Decision(phantom), "weakly_supported by named-source");
}

TEST(AppraisalVerdictTest, DanglingAndOwnResults) {
  JudgeInputs in = Uncited(ClaimKind::kEffect, kBoosted);
  in.citation_status = CitationStatus::kDangling;
  EXPECT_EQ(Decision(in), "unsupported by dangling");

  in = Uncited(ClaimKind::kReportedResult, kPlain);
  in.citation_status = CitationStatus::kSelfAttributed;
  EXPECT_EQ(Decision(in), "weakly_supported by self-reported");
  in.certainty = kBoosted;
  EXPECT_EQ(Decision(in), "overstated by self-reported-boosted");
  in.kind = ClaimKind::kEffect;  // an impression, not a result
  EXPECT_EQ(Decision(in), "unsupported by uncited");
}

TEST(AppraisalVerdictTest, CitedClaims) {
  struct Row {
    std::string_view what;
    JudgeInputs in;
    std::string_view expected;
  };
  const auto kCausal = CausalStrength::kDirectCausal;
  const auto kConditional = CausalStrength::kConditionalCausal;
  const Row kRows[] = {
      {"direct trial", Cited({Line(StudyDesign::kRct, kDirect, kDirect)}),
       "supported by direct-evidence"},
      {"direct review", Cited({Line(StudyDesign::kSystematicReview, kDirect, kDirect)}),
       "supported by direct-evidence"},
      {"trial in other people", Cited({Line(StudyDesign::kRct, kDirect, kDirect, kDifferent)}),
       "weakly_supported by some-evidence"},
      {"trial, title says little", Cited({Line(StudyDesign::kRct)}),
       "weakly_supported by some-evidence"},
      {"related intervention", Cited({Line(StudyDesign::kRct, kIndirect, kDirect)}),
       "weakly_supported by some-evidence"},
      {"other intervention", Cited({Line(StudyDesign::kRct, kDifferent, kDirect)}),
       "overstated by other-intervention"},
      {"one source fits",
       Cited({Line(StudyDesign::kRct, kDifferent), Line(StudyDesign::kRct, kDirect, kDirect)}),
       "supported by direct-evidence"},
      {"unknown design", Cited({Line(StudyDesign::kUnknown)}), "weakly_supported by some-evidence"},
      {"cited, nothing known", Cited({}), "weakly_supported by some-evidence"},
      {"cohort, causal words", Cited({Line(StudyDesign::kCohort, kDirect, kDirect)}),
       "overstated by causal-from-uncontrolled"},
      {"cohort, \"can\"", Cited({Line(StudyDesign::kCohort, kDirect, kDirect)}, kConditional),
       "weakly_supported by some-evidence"},
      {"before and after, hedged",
       Cited({Line(StudyDesign::kPrePost, kDirect, kDirect)}, kCausal, kHedged),
       "weakly_supported by some-evidence"},
      {"theory, plain", Cited({Line(StudyDesign::kTheory)}), "weakly_supported by some-evidence"},
      {"theory, boosted", Cited({Line(StudyDesign::kTheory)}, kCausal, kBoosted),
       "overstated by boosted-beyond-evidence"},
      {"trial by title, boosted",
       Cited({Line(StudyDesign::kRct, kDirect, kDirect)}, kCausal, kBoosted),
       "overstated by boosted-beyond-evidence"},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(Decision(row.in), row.expected);
  }
}

TEST(AppraisalVerdictTest, StanceOfSources) {
  BodyLine line = Line(StudyDesign::kRct, kDirect, kDirect);
  line.stance = Stance::kDisputes;
  EXPECT_EQ(Decision(Cited({line})), "contradicted by sources-dispute");
  BodyLine pro = line;
  pro.stance = Stance::kSupports;
  EXPECT_EQ(Decision(Cited({line, pro})), "supported by direct-evidence");
}

TEST(AppraisalVerdictTest, WhatWasRetractedIsNoSource) {
  BodyLine gone = Line(StudyDesign::kRct, kDirect, kDirect);
  gone.retracted = true;
  EXPECT_EQ(Decision(Cited({gone})), "unsupported by sources-retracted");
  EXPECT_EQ(Judge(Cited({gone})).allowed_level, 0);
  const BodyLine survey = Line(StudyDesign::kCrossSectional, kDirect, kDirect);
  EXPECT_EQ(Decision(Cited({survey})), Decision(Cited({gone, survey})));
  gone.stance = Stance::kSupports;
  BodyLine against = Line(StudyDesign::kRct, kDirect, kDirect);
  against.stance = Stance::kDisputes;
  EXPECT_EQ(Decision(Cited({gone, against})), "contradicted by sources-dispute");
}

TEST(AppraisalVerdictTest, Populations) {
  JudgeInputs in = Cited({Line(StudyDesign::kRct, kDirect, kDirect, kDirect)});
  in.everyone = true;
  EXPECT_EQ(Decision(in), "overstated by beyond-population");
  in.everyone = false;
  in.kind = ClaimKind::kGeneralisation;
  EXPECT_EQ(Decision(in), "supported by direct-evidence");
  in.body.lines[0].population = kIndirect;
  EXPECT_EQ(Decision(in), "overstated by beyond-population");
  EXPECT_EQ(Decision(in, {.generalisation_needs_population = false}),
            "supported by direct-evidence");
}

TEST(AppraisalVerdictTest, AttributedResultsAreNotCausalClaims) {
  JudgeInputs in = Cited({Line(StudyDesign::kPrePost, kDirect, kDirect)});
  in.kind = ClaimKind::kReportedResult;
  EXPECT_EQ(Decision(in), "overstated by causal-from-uncontrolled");
  in.attributed = true;
  EXPECT_EQ(Decision(in), "weakly_supported by some-evidence");
}

TEST(AppraisalVerdictTest, StatedCertaintyBindsTheWriter) {
  JudgeInputs in = Cited({Line(StudyDesign::kMetaAnalysisOfRcts, kDirect, kDirect)});
  in.body.lines[0].authored = 2;
  EXPECT_EQ(Decision(in), "overstated by beyond-stated-certainty");
  EXPECT_EQ(Judge(in).allowed_level, 2);
  in.certainty = kHedged;
  EXPECT_EQ(Decision(in), "supported by direct-evidence");
  in.body.lines[0].authored = 4;
  in.certainty = kBoosted;
  EXPECT_EQ(Decision(in), "supported by direct-evidence");
}

TEST(AppraisalVerdictTest, Knobs) {
  const JudgeInputs theory = Cited({Line(StudyDesign::kTheory)});
  EXPECT_EQ(Decision(theory, {.causal_on_opinion_is_overstated = true}),
            "overstated by causal-from-opinion");

  JudgeInputs association = Cited({Line(StudyDesign::kUnknown, kDirect, kDirect)});
  association.sources_say_association = true;
  EXPECT_EQ(Decision(association), "overstated by causal-from-association");
  EXPECT_EQ(Decision(association, {.causal_on_association_is_overstated = false}),
            "weakly_supported by some-evidence");

  JudgeInputs powerful = Cited({Line(StudyDesign::kRct)});
  powerful.magnitude = true;
  EXPECT_EQ(Decision(powerful), "weakly_supported by some-evidence");
  EXPECT_EQ(Decision(powerful, {.magnitude_is_booster = true}),
            "overstated by magnitude-without-number");
  powerful.has_effect_size = true;
  EXPECT_EQ(Decision(powerful, {.magnitude_is_booster = true}),
            "weakly_supported by some-evidence");

  JudgeInputs boosted =
      Cited({Line(StudyDesign::kRct, kDirect, kDirect)}, CausalStrength::kDirectCausal, kBoosted);
  EXPECT_EQ(Decision(boosted, {.titles_reach_high = true}), "supported by direct-evidence");

  JudgeInputs placeholder = Uncited(ClaimKind::kEffect, kPlain);
  placeholder.citation_status = CitationStatus::kPlaceholder;
  EXPECT_EQ(Decision(placeholder), "weakly_supported by some-evidence");
  EXPECT_EQ(Decision(placeholder, {.placeholder_counts_as_cited = false}),
            "unsupported by uncited");
}

TEST(AppraisalVerdictTest, AllowedLevels) {
  EXPECT_EQ(Judge(Cited({Line(StudyDesign::kRct)})).allowed_level, 3);  // by title: never High
  EXPECT_EQ(Judge(Cited({Line(StudyDesign::kSystematicReview)})).allowed_level, 3);
  EXPECT_EQ(Judge(Cited({Line(StudyDesign::kCohort)})).allowed_level, 2);
  EXPECT_EQ(Judge(Cited({Line(StudyDesign::kUnknown)})).allowed_level, 2);
  EXPECT_EQ(Judge(Cited({Line(StudyDesign::kWebPage)})).allowed_level, 0);
  EXPECT_EQ(Judge(Uncited(ClaimKind::kEffect, kPlain)).allowed_level, 0);
}

// A number of people alone does not make High certainty: risk of bias stays unknown.
TEST(AppraisalVerdictTest, HighNeedsRiskOfBiasAndPrecision) {
  JudgeInputs in = Cited({Line(StudyDesign::kRct, kDirect, kDirect)});
  in.body.lines[0].effect =
      Effect{.measure = EffectMeasure::kSmd, .value = -0.5, .ci_low = -0.7, .ci_high = -0.3};
  in.body.lines[0].effect->n = 900;
  EXPECT_EQ(Judge(in).allowed_level, 3);
  EXPECT_EQ(Judge(in).appraisal.level, 3);  // the level and its steps say so too
  EXPECT_EQ(Judge(in).appraisal.steps.back().rule, "not-fully-assessed");
  in.body.lines[0].risk_of_bias = RiskOfBias::kLow;
  EXPECT_EQ(Judge(in).allowed_level, 4);
}

// Whatever comes in, the reasons begin with the citation and end with the verdict.
TEST(AppraisalVerdictTest, EveryJudgementIsExplained) {
  for (int status = 0; status < 8; ++status) {
    for (int kind = 0; kind < 9; ++kind) {
      for (int certainty = 0; certainty < 3; ++certainty) {
        for (int design = 0; design < 16; ++design) {
          JudgeInputs in = Cited({Line(static_cast<StudyDesign>(design))});
          in.citation_status = static_cast<CitationStatus>(status);
          in.kind = static_cast<ClaimKind>(kind);
          in.certainty = static_cast<AssertedCertainty>(certainty);
          const Judgement j = Judge(in);
          ASSERT_EQ(j.reasons.front().step, "citation");
          ASSERT_EQ(j.reasons.back().step, "verdict");
          ASSERT_EQ(std::count_if(j.reasons.begin(), j.reasons.end(),
                                  [](const Reason& r) { return r.step == "verdict"; }),
                    1);
        }
      }
    }
  }
}

// Those who judge a million bodies ask for no words, and must get the same answer.
TEST(AppraisalVerdictTest, WithoutReasonsTheVerdictAndLevelsAreTheSame) {
  std::mt19937 random(11);
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  for (int round = 0; round < 5000; ++round) {
    JudgeInputs in{.kind = static_cast<ClaimKind>(below(9)),
                   .strength = static_cast<CausalStrength>(below(4)),
                   .certainty = static_cast<AssertedCertainty>(below(3)),
                   .negated = below(2) == 0,
                   .citation_status = static_cast<CitationStatus>(below(8)),
                   .everyone = below(9) == 0};
    for (int n = below(5); n > 0; --n) {
      BodyLine& line = in.body.lines.emplace_back();
      if (below(4) != 0) line.study = "study " + std::to_string(below(4));
      line.design = static_cast<StudyDesign>(below(16));
      line.stance = static_cast<Stance>(below(5));
      line.population = static_cast<Directness>(below(4));
      line.intervention = static_cast<Directness>(below(4));
      line.comparator = static_cast<Directness>(below(4));
      line.outcome = static_cast<Directness>(below(4));
      line.risk_of_bias = static_cast<RiskOfBias>(below(4));
      line.retracted = below(6) == 0;
      line.authored = below(12) == 0 ? 1 + below(4) : 0;
      if (below(4) == 0) line.effect = Effect{.value = 0.5, .ci_low = -0.1, .ci_high = 0.9};
    }
    const Judgement full = Judge(in);
    const Judgement bare = Judge(in, {}, Trace::kNone);
    ASSERT_EQ(bare.verdict, full.verdict) << "round " << round;
    ASSERT_EQ(bare.allowed_level, full.allowed_level) << "round " << round;
    ASSERT_EQ(bare.appraisal.level, full.appraisal.level) << "round " << round;
    ASSERT_EQ(bare.appraisal.studies, full.appraisal.studies) << "round " << round;
    ASSERT_TRUE(bare.reasons.empty() && bare.appraisal.steps.empty()) << "round " << round;
  }
}

}  // namespace
}  // namespace claimgraph
