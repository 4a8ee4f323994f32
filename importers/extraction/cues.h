// Cue words: what a sentence does, told by the words it uses.
//
// A cue is a word or phrase with one or more functions: "reduces" is a verb of
// decrease, "may" a hedge, "proven" a booster, "refers to" a definition.  Cues
// alone decide nothing; claims.cc weighs them.  The tables are in cue_table.cc,
// one row a function, and are the place to extend.
//
// A booster behind a negation ("is not proven to") is a hedge.
//
// Limits: cues know no syntax.  Whether "increase" or "support" is a verb is told
// by the word before it alone, and irony is invisible.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CUES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CUES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/tokens.h"

namespace claimgraph {

// One bit each; a phrase may have several.
namespace cue {
inline constexpr std::uint64_t
    kIncrease = 1ULL << 0,      // increases, boosts, raises
    kDecrease = 1ULL << 1,      // reduces, lowers, relieves
    kImprove = 1ULL << 2,       // improves, enhances
    kWorsen = 1ULL << 3,        // worsens, impairs, damages
    kAffect = 1ULL << 4,        // affects, regulates: no direction
    kCause = 1ULL << 5,         // causes, leads to, triggers
    kEnable = 1ULL << 6,        // helps, supports, allows
    kProvide = 1ULL << 7,       // provides, offers: weak verbs
    kAssociate = 1ULL << 8,     // is linked with, correlates
    kModal = 1ULL << 9,         // may, might, could
    kCan = 1ULL << 10,          // can
    kHedge = 1ULL << 11,        // seems, suggests, promising, tends to
    kBooster = 1ULL << 12,      // proven, well-established, undeniable
    kMagnitude = 1ULL << 13,    // powerful, dramatically, profound
    kEvidence = 1ULL << 14,     // study, trial, evidence, research
    kReport = 1ULL << 15,       // found, showed, concluded
    kCompare = 1ULL << 16,      // better than, compared with
    kSafety = 1ULL << 17,       // safe, side effects
    kNegation = 1ULL << 18,     // no, not, without
    kSignificance = 1ULL << 19, // significant(ly), p-value
    kRisk = 1ULL << 20,         // risk of, more likely, prevalence
    kEvaluate = 1ULL << 21,     // effective, beneficial, key to
    kAdvice = 1ULL << 22,       // should, consult, be sure to
    kDefine = 1ULL << 23,       // refers to, known as
    kDisclaim = 1ULL << 24,     // is not a substitute, medical advice
    kFirstPerson = 1ULL << 25,  // I, we'll
    kSecondPerson = 1ULL << 26, // you, your
    kMethod = 1ULL << 27,       // we analysed, were excluded
    kLimitation = 1ULL << 28,   // more research is needed, not yet
    kAnecdote = 1ULL << 29,     // in my experience, clients tell me
    kPromote = 1ULL << 30,      // book now, click here
    kUniversal = 1ULL << 31,    // anyone, everyone
    kGeneralise = 1ULL << 32,   // can be applied to
    kAnaphor = 1ULL << 33,      // these results, this shows
    kStatistic = 1ULL << 34,    // odds ratio, confidence interval
    kOwnResult = 1ULL << 35,    // our findings, in this cohort
    kAbsolute = 1ULL << 36,     // nothing, in any way, the only
    kState = 1ULL << 37,        // is, are, has
    kAnalogy = 1ULL << 38,      // think of it like
    kQuantifier = 1ULL << 39,   // most studies, very few
    kTestimony = 1ULL << 40,    // many people report
    kOwnership = 1ULL << 41,    // our clinic, our studio
    kNullFinding = 1ULL << 42,  // no significant association
    kUncertain = 1ULL << 43,    // low certainty, not enough evidence
    kIntent = 1ULL << 44,       // aims to, is designed to, examines whether
    kStrongBooster = 1ULL << 45,  // proven, well-established: a booster whatever stands around it
    kNecessity = 1ULL << 46,    // necessary, a must
    kConclude = 1ULL << 47,     // which proves, taken together, so: draws on what stands before
    kNotAsserted = 1ULL << 48,  // myth, many people think, the hypothesis is: said, not held

    // The form that a verb has here; none where the word is used as a noun.
    kBase = 1ULL << 56,         // reduce
    kThird = 1ULL << 57,        // reduces
    kPast = 1ULL << 58,         // reduced (also the participle)
    kGerund = 1ULL << 59;       // reducing

inline constexpr std::uint64_t kEffectVerb =
    kIncrease | kDecrease | kImprove | kWorsen | kAffect | kCause;
inline constexpr std::uint64_t kForms = kBase | kThird | kPast | kGerund;
}  // namespace cue

struct CueHit {
  std::uint64_t mask = 0;
  std::uint32_t begin = 0;  // tokens [begin, end)
  std::uint32_t end = 0;
};

// "can", "to", "helps": a bare verb form behind it is an infinitive.
bool IsAuxiliary(std::string_view word);

// Every cue of the tokens, left to right, longest first, not overlapping.
void FindCues(const TokenList& tokens, std::vector<CueHit>* hits);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CUES_H_
