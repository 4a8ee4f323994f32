// Words with which abstracts say who was studied, how, and what came out.
//
// One look-up gives a word all its functions, one bit each: "women" are people and
// female, "placebo" is a comparator and a control.  The tables are in study_words.cc.
//
// cues.h is for running prose, where "treat" lowers and "manage" eases.  In an
// abstract "the treated group was managed at home" says nothing of the kind, so the
// words of change here are fewer and stricter, and hold nouns ("a reduction in") and
// comparatives ("lower than") too.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_WORDS_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/text/tokens.h"

namespace claimgraph {

namespace word {
inline constexpr std::uint64_t kPeople = 1ULL << 0,  // patients, participants, women
    kRandomise = 1ULL << 1,                          // randomised, randomly assigned
    kEnrol = 1ULL << 2,                              // enrolled, recruited, included
    kTotal = 1ULL << 3,                              // a total of, overall
    kArm = 1ULL << 4,                                // group, arm
    kPart = 1ULL << 5,       // completed, dropped out, screened: not all who took part
    kTimeUnit = 1ULL << 6,   // weeks, months
    kOtherUnit = 1ULL << 7,  // mg, kg, sessions: what else is counted
    kStudies = 1ULL << 8,    // trials, studies, RCTs
    kNumber = 1ULL << 9,     // seventy, hundred
    kInfants = 1ULL << 10, kChildren = 1ULL << 11, kAdolescents = 1ULL << 12, kAdults = 1ULL << 13,
                               kOlderAdults = 1ULL << 14, kFemale = 1ULL << 15, kMale = 1ULL << 16,
                               kPregnant = 1ULL << 17, kPostpartum = 1ULL << 18,
                               kWorkplace = 1ULL << 19, kHospital = 1ULL << 20,
                               kSchool = 1ULL << 21, kPrimaryCare = 1ULL << 22,
                               kNursingHome = 1ULL << 23, kCommunity = 1ULL << 24,
                               kOutpatient = 1ULL << 25, kIntensiveCare = 1ULL << 26,
                               kEmergency = 1ULL << 27, kUniversity = 1ULL << 28,
                               kPrison = 1ULL << 29, kOnline = 1ULL << 30, kPlacebo = 1ULL << 31,
                               kSham = 1ULL << 32, kWaitingList = 1ULL << 33,
                               kUsualCare = 1ULL << 34, kNoTreatment = 1ULL << 35,
                               kAttention = 1ULL << 36, kActive = 1ULL << 37,
                               kControl = 1ULL << 38,  // the control group
    kConclude = 1ULL << 39,                            // we conclude, these findings suggest
    kLimit = 1ULL << 40,                               // small sample, further research is needed
    kEvidence = 1ULL << 41,  // certainty of the evidence, quality evidence
    kIncrease = 1ULL << 42,  // increased, higher, more
    kDecrease = 1ULL << 43,  // decreased, lower, fewer
    kImprove = 1ULL << 44,   // improved, better, superior
    kWorsen = 1ULL << 45,    // worsened, poorer, inferior
    kNull = 1ULL << 46,      // no difference, did not differ, similar
    kSignificant = 1ULL << 47,
                               kNot = 1ULL << 48,  // no, not, neither
    kAim = 1ULL << 49,                             // to determine whether, the aim of
    kMethod = 1ULL << 50,                          // were measured, double-blind
    kFinding = 1ULL << 51,                         // were found, p value, confidence interval
    kCompare = 1ULL << 52,                         // than, compared with, versus
    kStop = 1ULL << 53,                            // of, were, which: no part of a noun phrase
    kMeasure = 1ULL << 54,                         // primary outcome, outcome measures
    kEffect = 1ULL << 55,                          // effect of, efficacy of
    kReceive = 1ULL << 56,                         // received, treated with, underwent
    kFollowUp = 1ULL << 57,     // follow-up, baseline: what dates are counted from
    kWith = 1ULL << 58,         // with, suffering from, diagnosed with
    kChangeNoun = 1ULL << 59,   // reduction, improvement: what follows "of" or "in" changes
    kComparative = 1ULL << 60,  // lower, better: one group against another
    kStatistic = 1ULL << 62,    // odds ratio, confidence interval
    kWeak = 1ULL << 61;         // effective, effect: a direction where nothing else gives one

inline constexpr std::uint64_t kAge = kInfants | kChildren | kAdolescents | kAdults | kOlderAdults;
inline constexpr std::uint64_t kSetting = kWorkplace | kHospital | kSchool | kPrimaryCare |
                                          kNursingHome | kCommunity | kOutpatient | kIntensiveCare |
                                          kEmergency | kUniversity | kPrison | kOnline;
inline constexpr std::uint64_t kComparator =
    kPlacebo | kSham | kWaitingList | kUsualCare | kNoTreatment | kAttention | kActive | kControl;
inline constexpr std::uint64_t kChange = kIncrease | kDecrease | kImprove | kWorsen;
}  // namespace word

struct StudyWord {
  std::uint64_t mask = 0;    // 0: nothing begins here
  std::uint32_t length = 0;  // in tokens
  bool inside = false;       // of a longer phrase that begins before: "adults" in "older adults"
};

// For each token, the longest such word or phrase that begins there.
void FindStudyWords(const TokenList& tokens, std::vector<StudyWord>* words);

// What a bit of kAge, kSetting, ... is called in a Fact: "older adults", "sham".
struct WordLabel {
  std::uint64_t bit = 0;
  std::string_view label{};
};
std::span<const WordLabel> AgeLabels();
std::span<const WordLabel> SexLabels();
std::span<const WordLabel> PregnancyLabels();
std::span<const WordLabel> SettingLabels();
std::span<const WordLabel> ComparatorLabels();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_WORDS_H_
