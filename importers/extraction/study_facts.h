// What a research record's title and abstract say of the study and of its results.
//
// Fields of the record come first: a publication type decides the design, check tags
// ("Female", "Aged") decide sex, age and pregnancy, and words are asked only where no
// field has answered.  Nothing is summed up or filled in: a trial whose arms alone are
// counted has no sample size above kPartConfidence.
//
// Limits: English; one study a record; tables and full texts are not read.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_FACTS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_FACTS_H_

#include <vector>

#include "core/document.h"
#include "core/record.h"
#include "core/result.h"

namespace claimgraph {

// Fact::confidence and StudyResult::confidence, one for each class of cue.
inline constexpr double kFieldConfidence = 1;      // a publication type, heading or check tag
inline constexpr double kRandomConfidence = 0.95;  // "74 were randomised"; a registry number
inline constexpr double kTitleConfidence = 0.9;    // words of the title; "a total of 74"
inline constexpr double kNamedConfidence =
    0.85;  // said outright: "we enrolled", "primary outcome was"
inline constexpr double kWordConfidence = 0.7;    // known words where they belong: "74 patients"
inline constexpr double kPhraseConfidence = 0.5;  // unknown words, taken by their place
inline constexpr double kPartConfidence = 0.4;    // of one arm, or those who completed; in passing
inline constexpr double kTaggedConfidence = 0.3;  // by a learned tagger; no claim is judged by it

// Fills `record` (facts, design, n) and `results` from the document's title and abstract.
// `document.blocks[0]` is the title; Block::label of the others is their heading as
// printed.  Facts that `record` has already stay; `results` is added to.  Linear in the
// text; what one record may say is bounded (kMostFactsOfAKind, kMostResults).
void ReadStudyFacts(const Document& document, Record* record, std::vector<StudyResult>* results);

inline constexpr std::size_t kMostFactsOfAKind = 12;
inline constexpr std::size_t kMostResults = 40;

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_STUDY_FACTS_H_
