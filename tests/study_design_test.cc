// Study designs from titles, abstracts, references and running text.

#include "importers/extraction/study_design.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace claimgraph {
namespace {

struct Case {
  std::string_view title;
  std::string_view design;
};

TEST(StudyDesignTest, ReadsTitles) {
  constexpr Case kCases[] = {
      // Syntheses
      {"Cold baths for gout: A systematic review and meta-analysis of randomized controlled trials",
       "meta_analysis_of_rcts"},
      {"A meta\u2010analysis of bathing research", "systematic_review"},
      {"Tea on our minds: A systematic review", "systematic_review"},
      {"Baths and pain: A narrative review", "narrative_review"},
      {"A scoping review of randomised trials of tea", "narrative_review"},
      {"Winter swimming and mood: A review", "narrative_review"},
      {"The role of caffeine in fatigue: A review of current knowledge", "narrative_review"},
      {"Ballistic swimming: Mechanisms and clinical implications", "narrative_review"},
      {"Bathing and sleep: an overview", "narrative_review"},
      // Trials and near-trials
      {"Tea for gout: a randomised controlled trial", "randomised_controlled_trial"},
      {"A double-blind study of tea", "randomised_controlled_trial"},
      {"A controlled trial of tea in gout", "randomised_controlled_trial"},
      {"A non-randomized trial of tea", "controlled_non_randomised"},
      {"Tea at school: a wait-list controlled study", "controlled_non_randomised"},
      {"Tea before bed: A quasi-experimental study", "pre_post"},
      {"Tea before bed: A quasi-experimental study with a control group",
       "controlled_non_randomised"},
      {"A tea programme at work: Measurements before and after participation", "pre_post"},
      {"Tea for low mood: an open-label trial", "pre_post"},
      {"Tea for gout: study protocol for a randomised trial", "unknown"},
      // Observation
      {"Tea drinkers: a prospective cohort study", "cohort"},
      {"Coffee and stroke: a Mendelian randomization study", "cohort"},
      {"Tea in early gout: the LEAF substudy", "cohort"},
      {"Tea and gout: a case-control study", "case_control"},
      {"A national survey of tea drinkers", "cross_sectional"},
      {"Tea allergy: report of two cases", "case_series"},
      // Not people
      {"Green tea in rats: a randomized study", "animal"},
      {"Tea extract in cultured liver cells", "in_vitro"},
      // Opinion
      {"The Tide Framework: A model for the effects of bathing on sleep", "theory"},
      {"Tea and mood: the warm cup hypothesis", "theory"},
      {"Guidelines for the use of tea", "guideline"},
      {"Tea in pregnancy: a position statement", "guideline"},
      // Titles that do not say
      {"Reducing fatigue: The relative benefits of tea and coffee", "unknown"},
      {"Effects of tea on mood", "unknown"},
      {"Tea drinking is associated with gout", "unknown"},
      {"", "unknown"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.title);
    EXPECT_EQ(Name(DesignFromTitle(c.title)), c.design);
  }
}

TEST(StudyDesignTest, AbstractsDecideWhereTitlesDoNot) {
  EXPECT_EQ(DesignFromTitle("Effects of tea on mood",
                            "Forty nurses were randomly assigned to tea or water."),
            StudyDesign::kRct);
  EXPECT_EQ(DesignFromTitle("Tea: a systematic review", "We pooled randomised trials."),
            StudyDesign::kMetaAnalysisOfRcts);
  EXPECT_EQ(DesignFromTitle("Tea and gout", "We studied a cohort of nurses."),
            StudyDesign::kCohort);
  EXPECT_EQ(DesignFromTitle("Tea: a narrative review", "Several randomised trials were done."),
            StudyDesign::kNarrativeReview);
}

TEST(StudyDesignTest, AddressesOutsideJournalsAreWebPages) {
  EXPECT_EQ(DesignFromTitle("How tea works", "", "https://tea.example.org/how"),
            StudyDesign::kWebPage);
  EXPECT_EQ(DesignFromTitle("How tea works", "", "https://doi.org/10.1000/1"),
            StudyDesign::kUnknown);
  EXPECT_EQ(DesignFromTitle("How tea works", "", "Journal of Tea"), StudyDesign::kUnknown);
  EXPECT_EQ(DesignFromTitle("Tea: a randomised trial", "", "https://tea.example.org/t"),
            StudyDesign::kRct);

  Reference page;
  page.title = "How tea works";
  page.url = "https://tea.example.org/how";
  EXPECT_EQ(DesignOfReference(page), StudyDesign::kWebPage);
  page.container = "Journal of Tea";
  EXPECT_EQ(DesignOfReference(page), StudyDesign::kUnknown);
}

TEST(StudyDesignTest, KnowsTitlesOfAssociations) {
  EXPECT_TRUE(SaysAssociation("Tea drinking is associated with gout"));
  EXPECT_TRUE(SaysAssociation("Risk factors for gout"));
  EXPECT_FALSE(SaysAssociation("Tea reduces gout"));
}

// "design <words> k2 y2013"
std::string DumpMention(std::string_view sentence) {
  const DesignMention m = FindDesignMention(sentence);
  if (m.span.size() == 0) return "";
  std::string out = fmt::format("{} <{}>", Name(m.design), Slice(sentence, m.span));
  if (m.studies != 0) out += fmt::format(" k{}", m.studies);
  if (m.year != 0) out += fmt::format(" y{}", m.year);
  return out;
}

TEST(StudyDesignTest, FindsMentions) {
  constexpr Case kCases[] = {
      {"A meta-analysis of randomised controlled trials found relief.",
       "meta_analysis_of_rcts <A meta-analysis of randomised controlled trials> k1"},
      {"A systematic review and meta-analysis found relief.",
       "systematic_review <A systematic review and meta-analysis> k1"},
      {"One small trial suggests relief.", "randomised_controlled_trial <One small trial> k1"},
      {"Eight RCTs found relief.", "randomised_controlled_trial <Eight RCTs> k8"},
      {"A cohort of nurses slept better.", "cohort <A cohort of> k1"},
      {"Tea lowered pressure in mice.", "animal <in mice>"},
      {"It killed cultured cells.", "in_vitro <cultured cells>"},
      {"A narrative review argued so.", "narrative_review <A narrative review> k1"},
      {"A 2013 review concluded that tea helps.", "narrative_review <A 2013 review> k1 y2013"},
      {"The Tide framework explains this.", "theory <The Tide framework>"},
      {"Studies show that tea helps.", "unknown <Studies>"},
      {"There is growing evidence for tea.", "unknown <growing evidence>"},
      {"An analysis of 12 studies found relief.", "unknown <12 studies> k12"},
      // Words that only look like sources
      {"Learn by trial and error.", ""},
      {"Our customer reviews are warm.", ""},
      {"Tea helps.", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.title);
    EXPECT_EQ(DumpMention(c.title), c.design);
  }
}

TEST(StudyDesignTest, MentionSpansAreOffset) {
  EXPECT_EQ(FindDesignMention("Tea fell in mice.", 100).span, (TextSpan{109, 116}));
}

}  // namespace
}  // namespace claimgraph
