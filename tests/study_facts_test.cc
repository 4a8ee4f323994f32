// Facts and results of research records, from titles and abstracts written for the tests.

#include "importers/extraction/study_facts.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/sentences.h"
#include "importers/extraction/study_text.h"

namespace claimgraph {
namespace {

struct Part {
  std::string label{};
  std::string text{};
};

Document MakeDocument(std::string_view title, const std::vector<Part>& parts) {
  Document document;
  document.format = Format::kRecord;
  const auto add = [&](BlockKind kind, std::string_view label, std::string_view text) {
    if (!document.text.empty()) document.text += '\n';
    Block block;
    block.kind = kind;
    block.label = label;
    block.span.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    document.blocks.push_back(block);
  };
  add(BlockKind::kHeading, "", title);
  for (const Part& part : parts) add(BlockKind::kParagraph, part.label, part.text);
  document.sentences = FindSentences(document);
  return document;
}

struct Read {
  Document document{};
  Record record{};
  std::vector<StudyResult> results{};
};

Read ReadFacts(std::string_view title, const std::vector<Part>& parts, Record record = {}) {
  Read read{MakeDocument(title, parts), std::move(record), {}};
  ReadStudyFacts(read.document, &read.record, &read.results);
  return read;
}

// "a | b": the values of a kind that are above `least`, in order.
std::string Values(const Read& read, FactKind kind, double least = 0) {
  std::string values;
  for (const Fact& fact : read.record.facts) {
    if (fact.kind != kind || fact.confidence <= least) continue;
    if (!values.empty()) values += " | ";
    values += fact.value;
  }
  return values;
}

// "pain decrease | sleep no_effect"
std::string Outcomes(const Read& read) {
  std::string outcomes;
  for (const StudyResult& result : read.results) {
    if (!outcomes.empty()) outcomes += " | ";
    outcomes += result.outcome + ' ' + std::string(Name(result.direction));
  }
  return outcomes;
}

std::string OutcomesOf(std::string_view sentence) {
  return Outcomes(ReadFacts("", {{"RESULTS", std::string(sentence)}}));
}

// ---- Design ---------------------------------------------------------------

TEST(StudyFactsTest, PublicationTypesDecideTheDesignBeforeWords) {
  Record record;
  record.publication_types = {"Journal Article", "Randomized Controlled Trial"};
  const Read read = ReadFacts("Tea drinkers: a prospective cohort study", {}, record);
  EXPECT_EQ(read.record.design, StudyDesign::kRct);
  ASSERT_FALSE(read.record.facts.empty());
  EXPECT_EQ(read.record.facts.front().confidence, kFieldConfidence);
  EXPECT_EQ(read.record.facts.front().span, TextSpan{});
}

struct DesignCase {
  std::string_view type;
  std::string_view title;
  std::string_view abstract;
  StudyDesign design;
};

TEST(StudyFactsTest, ReadsDesigns) {
  const DesignCase cases[] = {
      // Indexers do not tell which studies a synthesis covers; its words do
      {"Meta-Analysis", "Tea for gout: a meta-analysis of randomised trials", "",
       StudyDesign::kMetaAnalysisOfRcts},
      {"Meta-Analysis", "Tea and gout", "", StudyDesign::kSystematicReview},
      {"Review", "Tea and gout: a narrative review", "", StudyDesign::kNarrativeReview},
      {"Case Reports", "Tea and gout", "", StudyDesign::kCaseSeries},
      // A protocol has no results, whatever its title promises
      {"Clinical Trial Protocol", "Tea for gout: a randomised trial", "", StudyDesign::kUnknown},
      // Types that say nothing of the design
      {"Journal Article", "Tea for gout: a quasi-experimental study", "", StudyDesign::kPrePost},
      {"", "Tea for gout", "Sixty patients were randomly assigned to tea or water.",
       StudyDesign::kRct},
      {"", "Tea for gout", "", StudyDesign::kUnknown},
  };
  for (const DesignCase& c : cases) {
    Record record;
    if (!c.type.empty()) record.publication_types = {std::string(c.type)};
    const Read read = ReadFacts(c.title, {{"", std::string(c.abstract)}}, record);
    EXPECT_EQ(Name(read.record.design), Name(c.design)) << c.type << ": " << c.title;
  }
}

// ---- Sample size ----------------------------------------------------------

struct SizeCase {
  std::string_view sentence;
  std::int64_t n;
};

TEST(StudyFactsTest, CountsPeople) {
  const SizeCase cases[] = {
      {"Seventy-four patients were randomised to tea or water.", 74},
      {"A total of 1,234 participants took part.", 1234},
      {"We enrolled 60 adults with gout.", 60},
      {"Three hundred and six women were recruited.", 306},
      {"Two hundred two men were enrolled.", 202},
      {"Participants (n = 48) drank tea.", 48},
      {"Of the 90 people screened, 52 were randomised.", 52},
      {"Tea was given to 27 young children with colic.", 27},
      {"Type 2 diabetes was studied in 31 type 2 diabetic patients.", 31},
      {"Patients were randomised (n = 416) to tea (n = 211) or water (n = 205).", 416},
      {"Tea drinkers (n = 30): green (n = 14) and black (n = 16).", 30},  // they add up
      {"Altogether, 93 (80% women, mean age 53) patients took part.", 93},
      // The whole before its parts
      {"Eighty people were randomised to tea (n = 41) or water (n = 39).", 80},
      {"Forty patients received tea and 38 patients received water; 78 patients were randomised.",
       78},
      // Arms alone are no sample: nothing is summed up
      {"The groups drank tea (n = 17) or water (n = 20).", 0},
      {"Tea helped 12 of 19 people.", 0},
      // Not people
      {"Each drank 250 mg of tea twice daily for 12 weeks.", 0},
      {"Patients were aged 18 to 65 years.", 0},
      {"In 2014 tea was given to patients.", 0},
      {"Tea helped 45% of patients.", 0},
      {"Scores fell by 3.5 points in patients (p < 0.001).", 0},
      {"IL-6 patients were compared at 15 hospitals.", 0},
      {"The 12-week programme taught patients to brew.", 0},
  };
  for (const SizeCase& c : cases) {
    EXPECT_EQ(ReadFacts("", {{"METHODS", std::string(c.sentence)}}).record.n, c.n) << c.sentence;
  }
}

TEST(StudyFactsTest, SampleSizeCarriesItsPlaceAndConfidence) {
  const Read read = ReadFacts("Tea", {{"METHODS", "In all, 74 patients were randomised."}});
  ASSERT_EQ(Values(read, FactKind::kSampleSize), "74");
  for (const Fact& fact : read.record.facts) {
    if (fact.kind != FactKind::kSampleSize) continue;
    EXPECT_EQ(read.document.Words(fact.span), "74");
    EXPECT_EQ(fact.confidence, kRandomConfidence);
  }
}

TEST(StudyFactsTest, CountsArmsAndStudies) {
  EXPECT_EQ(Values(ReadFacts("A three-arm trial of tea", {}), FactKind::kArms), "3");
  EXPECT_EQ(Values(ReadFacts("", {{"METHODS", "Patients were randomised into 4 groups."}}),
                   FactKind::kArms),
            "4");
  const std::vector<Part> parts = {
      {"RESULTS", "We screened 310 articles. Twelve trials met the inclusion criteria."}};
  const Read review = ReadFacts("Tea for gout: a systematic review", parts);
  EXPECT_EQ(Values(review, FactKind::kStudies, kPartConfidence), "12");
  EXPECT_EQ(Values(ReadFacts("Tea for gout", parts), FactKind::kStudies), "");  // no review
}

// ---- Population -----------------------------------------------------------

TEST(StudyFactsTest, CheckTagsAnswerBeforeWords) {
  Record record;
  record.headings = {"Female", "Middle Aged", "Aged", "Pregnancy", "Fibromyalgia", "Tea"};
  const Read read =
      ReadFacts("Tea", {{"METHODS", "Forty men and boys aged 9 to 14 years drank it."}}, record);
  EXPECT_EQ(Values(read, FactKind::kSex), "female");
  EXPECT_EQ(Values(read, FactKind::kAge), "adults | older adults");
  EXPECT_EQ(Values(read, FactKind::kPregnancy), "pregnant");
  EXPECT_EQ(Values(read, FactKind::kCondition), "fibromyalgia");
}

struct FactCase {
  FactKind kind;
  std::string_view title;
  std::string_view methods;
  std::string_view values;
};

TEST(StudyFactsTest, ReadsWhoWasStudied) {
  const FactCase cases[] = {
      {FactKind::kCondition, "Tea in patients with chronic gout", "", "chronic gout"},
      {FactKind::kCondition, "", "Adults diagnosed with tennis elbow were given tea.",
       "tennis elbow"},
      {FactKind::kCondition, "Tea for the treatment of hiccups", "", "hiccups"},
      {FactKind::kCondition, "Tea in people with T1DM", "", "T1DM"},
      {FactKind::kCondition, "Tea in people with Crohn's disease", "", "crohn's disease"},
      {FactKind::kCondition, "Tea in people with mild-to-severe gout", "", "mild-to-severe gout"},
      {FactKind::kCondition, "Tea in people with severe, chronic arthritis", "",
       "severe, chronic arthritis"},
      {FactKind::kCondition, "", "Patients were treated with tea.", ""},
      {FactKind::kAge, "Tea in older adults", "", "older adults"},
      {FactKind::kAge, "", "The mean age was 44 years (range 21-63).", "adults"},
      {FactKind::kAge, "", "Toddlers 6-18 months old drank tea.", "children | infants"},
      {FactKind::kAge, "", "Participants aged 70 years or more drank tea.", "older adults"},
      {FactKind::kAge, "", "The mean age, 71 y, was high.", "older adults"},
      {FactKind::kAge, "", "Their age was 70.1 +/- 3 years.", "older adults"},
      {FactKind::kAge, "", "We noted age, sex and 3 doses.", ""},
      {FactKind::kAge, "", "They drank tea for 12 years.", ""},
      {FactKind::kSex, "", "Eight women and three men drank tea.", "female | male"},
      {FactKind::kPregnancy, "Tea during pregnancy", "", "pregnant"},
      {FactKind::kPregnancy, "Tea for postpartum women", "", "postpartum"},
      {FactKind::kSetting, "", "They were recruited in primary care.", "primary care"},
      {FactKind::kSetting, "Tea breaks at the workplace", "", "workplace"},
  };
  for (const FactCase& c : cases) {
    const Read read = ReadFacts(c.title, {{"METHODS", std::string(c.methods)}});
    EXPECT_EQ(Values(read, c.kind), c.values) << c.title << c.methods;
  }
}

TEST(StudyFactsTest, TheBackgroundIsAboutOtherPeople) {
  const Read read = ReadFacts("Tea", {{"BACKGROUND", "Gout is common in pregnant women."},
                                      {"METHODS", "Forty men with gout drank tea."}});
  EXPECT_EQ(Values(read, FactKind::kSex), "male");
  EXPECT_EQ(Values(read, FactKind::kPregnancy), "");
}

// ---- Interventions --------------------------------------------------------

TEST(StudyFactsTest, ReadsWhatWasDoneAndMeasured) {
  const FactCase cases[] = {
      {FactKind::kIntervention, "Massage for back pain", "", "massage"},
      {FactKind::kIntervention, "", "Patients were randomised to massage or yoga.",
       "massage | yoga"},
      {FactKind::kIntervention, "", "Patients received 20 mg zantacor or placebo.", "zantacor"},
      {FactKind::kIntervention, "Effects of humming on the sense of smell", "", "humming"},
      {FactKind::kComparator, "", "They received sham needles or usual care.", "sham | usual care"},
      {FactKind::kComparator, "A waiting-list controlled trial of tea", "", "waiting list"},
      {FactKind::kComparator, "Massage versus yoga", "", "yoga"},
      {FactKind::kOutcome, "", "The primary outcome was grip force.", "grip force"},
      {FactKind::kOutcome, "Tea and sleep quality", "", "sleep"},
      // The latest follow-up comes last
      {FactKind::kTimePoint, "", "Pain was measured at 6 months and after 8 weeks.",
       "8 weeks | 6 months"},
      {FactKind::kTimePoint, "", "A six-week course with follow-up at week 20.",
       "6 weeks | 20 weeks"},
      {FactKind::kTimePoint, "", "Patients aged 12 years drank tea.", ""},
  };
  for (const FactCase& c : cases) {
    const Read read = ReadFacts(c.title, {{"METHODS", std::string(c.methods)}});
    EXPECT_EQ(Values(read, c.kind), c.values) << c.title << c.methods;
  }
}

// ---- Conclusions ----------------------------------------------------------

TEST(StudyFactsTest, ReadsConclusionsWithAndWithoutHeadings) {
  EXPECT_EQ(Values(ReadFacts("Tea", {{"RESULTS", "Pain fell."}, {"CONCLUSIONS", "Tea helps."}}),
                   FactKind::kConclusion),
            "Tea helps.");
  const Read plain = ReadFacts(
      "Tea", {{"",
               "Forty people were randomised to tea or water. Pain fell by 12% (p = 0.02). "
               "These findings suggest that tea helps."}});
  EXPECT_EQ(Values(plain, FactKind::kConclusion), "These findings suggest that tea helps.");
}

TEST(StudyFactsTest, ReadsLimitations) {
  EXPECT_EQ(Values(ReadFacts("", {{"CONCLUSIONS", "The results will inform future research."}}),
                   FactKind::kLimitation),
            "");
  const std::vector<Part> parts = {
      {"CONCLUSIONS", "Tea helps. The small sample size limits this. Drink it."}};
  EXPECT_EQ(Values(ReadFacts("", parts), FactKind::kLimitation),
            "The small sample size limits this.");
}

TEST(StudyFactsTest, ReadsCertainty) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Low-certainty evidence showed that tea helps.", "low"},
      {"There was very low quality evidence for tea.", "very low"},
      {"The certainty of the evidence was moderate.", "moderate"},
      {"High quality evidence supports tea.", "high"},
      {"Tea probably helps (GRADE: moderate).", "moderate"},
      {"High-grade tumours were rare.", ""},
      {"Blood pressure was low and moderate effort helped.", ""},
  };
  for (const auto& [sentence, value] : cases) {
    const Read read = ReadFacts("", {{"RESULTS", std::string(sentence)}});
    EXPECT_EQ(Values(read, FactKind::kCertainty), value) << sentence;
  }
}

TEST(StudyFactsTest, ReadsRegistryNumbers) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"ClinicalTrials.gov NCT00000123.", "NCT00000123"},
      {"Current Controlled Trials ISRCTN00000042.", "ISRCTN00000042"},
      {"ISRCTN 00000042", "ISRCTN00000042"},
      {"ACTRN12600000000001", "ACTRN12600000000001"},
      {"PROSPERO CRD42000000001", "CRD42000000001"},
      {"UMIN000000001", "UMIN000000001"},
      {"EudraCT number 2000-000001-11", "EudraCT 2000-000001-11"},
      {"ChiCTR-TRC-00000001", "ChiCTR-TRC-00000001"},
      {"NCT123 is too short, and INSTINCT00000001 is no number", ""},
  };
  for (const auto& [text, value] : cases) {
    const Read read = ReadFacts("", {{"REGISTRATION", std::string(text)}});
    EXPECT_EQ(Values(read, FactKind::kRegistry), value) << text;
  }
}

// ---- Results --------------------------------------------------------------

TEST(StudyResultsTest, ReadsDirections) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      // One result an outcome
      {"Massage reduced pain and improved sleep but not depression.",
       "pain decrease | sleep improve | depression no_effect"},
      {"Pain was significantly reduced after massage.", "pain decrease"},
      {"Anxiety and fatigue decreased in the tea group.", "anxiety decrease | fatigue decrease"},
      {"There was a significant reduction in stress.", "stress decrease"},
      {"Grip force increased by 12%.", "grip force increase"},
      {"Tea drinkers had lower cortisol than water drinkers.", "cortisol decrease"},
      {"Pain scores were higher in the water group.", "pain increase"},
      // Looked for and not found
      {"There was no significant difference between groups in pain.", "pain no_effect"},
      {"Cortisol did not differ between tea and water.", "cortisol no_effect"},
      {"Tea did not improve sleep.", "sleep no_effect"},
      {"No effect on fatigue was found.", "fatigue no_effect"},
      {"Pain fell more with tea, but the difference was not significant.", "pain no_effect"},
      {"Pain was lower with tea (p = 0.31).", "pain no_effect"},
      {"No evidence was found that tea reduces pain.", "pain no_effect"},
      {"Tea was not superior to water on pain (p = 0.53).", "pain no_effect"},
      {"Tea was no better than water for pain.", "pain no_effect"},
      {"Tea was superior to water for sleep.", "sleep improve"},
      {"Tea did not only reduce pain but also improved sleep.", "pain decrease | sleep improve"},
      {"Pain was significantly lower with tea at 4 weeks, but there was no difference at 6 months.",
       "pain decrease | pain no_effect"},
      // A change of a change
      {"Tea gave a greater reduction in pain than water.", "pain decrease"},
      {"Tea gave a smaller reduction in pain than water.", "pain increase"},
      {"Tea reduced pain more than water.", "pain decrease"},
      // Figures alone
      {"Pain was 35 mm in the tea group and 51 mm in the water group (p = 0.003).",
       "pain decrease"},
      {"Pain was 35 mm in the tea group and 51 mm in the water group (p = 0.3).", ""},
      // Says nothing of an outcome
      {"All patients drank their tea.", ""},
      {"More than 20 patients drank tea.", ""},
  };
  for (const auto& [sentence, outcomes] : cases) {
    EXPECT_EQ(OutcomesOf(sentence), outcomes) << sentence;
  }
}

TEST(StudyResultsTest, CarriesGroupsEffectTimeAndQuote) {
  const std::string sentence =
      "At 20 weeks pain was significantly lower in the massage group than with usual care (SMD "
      "-0.38, 95% CI -0.57 to -0.18).";
  const Read read = ReadFacts("A trial", {{"RESULTS", sentence}});
  ASSERT_EQ(read.results.size(), 1U);
  const StudyResult& result = read.results.front();
  EXPECT_EQ(result.outcome, "pain");
  EXPECT_EQ(result.intervention, "massage");
  EXPECT_EQ(result.comparator, "usual care");
  EXPECT_EQ(result.direction, Direction::kDecrease);
  EXPECT_EQ(result.significance, Significance::kSignificant);
  ASSERT_TRUE(result.effect.has_value());
  EXPECT_DOUBLE_EQ(result.effect->value, -0.38);
  EXPECT_EQ(result.time_point, "20 weeks");
  EXPECT_EQ(result.quote, sentence);
  EXPECT_EQ(read.document.Words(result.span), sentence);
}

TEST(StudyResultsTest, AnIntervalAcrossNoEffectIsNoEffect) {
  EXPECT_EQ(OutcomesOf("Tea reduced mortality (RR 0.92, 95% CI 0.70 to 1.21)."),
            "mortality no_effect");
}

TEST(StudyResultsTest, MethodsAndAimsAreNoResults) {
  EXPECT_TRUE(ReadFacts("Tea", {{"OBJECTIVE", "To test whether tea reduces pain."},
                                {"METHODS", "A dose that reduced pain was used."}})
                  .results.empty());
}

// ---- Sections -------------------------------------------------------------

TEST(StudyTextTest, UnderstandsHeadings) {
  const std::pair<std::string_view, std::optional<AbstractSection>> cases[] = {
      {"RESULTS", AbstractSection::kResults},
      {"Main results", AbstractSection::kResults},
      {"MAIN OUTCOME MEASURES", AbstractSection::kMethods},
      {"Conclusions and relevance", AbstractSection::kConclusions},
      {"Aims", AbstractSection::kObjective},
      {"Trial registration", AbstractSection::kOther},
      {"Methods and findings", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& [label, section] : cases) EXPECT_EQ(SectionOfLabel(label), section) << label;
}

// ---- Order, limits, odd input ---------------------------------------------

TEST(StudyFactsTest, FactsComeByKindAndThenInReadingOrder) {
  const Read read = ReadFacts("Tea for gout: a randomised trial",
                              {{"METHODS", "Sixty women with gout received tea or placebo."},
                               {"CONCLUSIONS", "Tea helps."}});
  const std::vector<Fact>& facts = read.record.facts;
  ASSERT_GT(facts.size(), 4U);
  for (std::size_t i = 1; i < facts.size(); ++i) {
    EXPECT_LE(facts[i - 1].kind, facts[i].kind);
    const bool same = facts[i - 1].kind == facts[i].kind && facts[i].kind != FactKind::kTimePoint;
    EXPECT_TRUE(!same || facts[i - 1].span.begin <= facts[i].span.begin);
  }
}

TEST(StudyFactsTest, KeepsWhatTheRecordHas) {
  Record record;
  record.facts.push_back({FactKind::kRegistry, "NCT00000001", {}, 1});
  const Read read = ReadFacts("Tea", {{"", "Registered as NCT00000001."}}, record);
  EXPECT_EQ(Values(read, FactKind::kRegistry), "NCT00000001");
}

TEST(StudyFactsTest, ReadsOddInput) {
  const std::string_view cases[] = {
      "",
      ".",
      "(((((",
      "n = ",
      "p < ",
      "95% CI",
      "no",
      "with",
      "randomised to",
      "hundred hundred hundred",
      "and and and",
      "EudraCT 2000-",
      "ChiCTR-",
      "age",
      "years old",
      "reduced",
      "more than",
      "between",
      "-----",
      "but but; but",
      "\xE2\x89\xA4 5 patients \xC2\xB1",
      "99999999999999999999 patients were randomised",
  };
  for (const std::string_view text : cases) {
    for (const std::string_view label : {"", "METHODS", "RESULTS", "CONCLUSIONS"}) {
      const Read read = ReadFacts(text, {{std::string(label), std::string(text)}});
      EXPECT_EQ(read.record.n, 0) << text;
      for (const Fact& fact : read.record.facts) {
        EXPECT_LE(fact.span.end, read.document.text.size()) << text;
      }
    }
  }
  Document empty;
  Record record;
  std::vector<StudyResult> results;
  ReadStudyFacts(empty, &record, &results);
  EXPECT_TRUE(record.facts.empty());
}

// Long runs of what the readers look for: slow if any of them looks too far around.
TEST(StudyFactsTest, ReadsLongRunsInLinearTime) {
  const std::string_view cases[] = {
      "n = 12 ",
      "12 patients ",
      "hundred ",
      "aged 3 ",
      "with patients with ",
      "reduced ",
      "did not differ and ",
      "than ",
      "between a and b in ",
      "week 3 ",
      "low quality evidence ",
      "EudraCT 2000-",
      "ChiCTR-",
      "(",
      "no - ",
      "p = 0.01 and 3 vs ",
      "pain, ",
      "a-",
      "that, ",
      "12 x groups ",
      "primary outcome was ",
      "randomised to or ",
      "lower pain in the massage group. ",
  };
  for (const std::string_view run : cases) {
    std::string text;
    while (text.size() < (std::size_t{1} << 17)) text += run;
    for (const std::string_view label : {"METHODS", "RESULTS"}) {
      const Read read = ReadFacts("Tea", {{std::string(label), text}});
      EXPECT_LE(read.results.size(), kMostResults) << run;
      for (const Fact& fact : read.record.facts) EXPECT_LE(fact.value.size(), 1U << 14) << run;
    }
  }
}

TEST(StudyFactsTest, OneRecordSaysOnlySoMuch) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "Pain" + std::to_string(i) + " was reduced in " + std::to_string(10 + i) +
            " patients with ache" + std::to_string(i) + " at " + std::to_string(1 + i) + " weeks. ";
  }
  const Read read = ReadFacts("Tea", {{"RESULTS", text}});
  EXPECT_LE(read.results.size(), kMostResults);
  EXPECT_LE(read.record.facts.size(), kMostFactsOfAKind * 17);
}

}  // namespace
}  // namespace claimgraph
