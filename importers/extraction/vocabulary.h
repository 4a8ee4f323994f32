// The concepts of health writing: interventions, outcomes, conditions,
// populations, with their synonyms and what is broader than what.
//
// The tables are data (vocabulary_interventions.cc, vocabulary_outcomes.cc), to which a
// user's own file may add (concept_set.h).  Words outside it are not lost: suffixes
// ("-itis", "-emia", "-therapy") and a claim's own noun phrases give concepts of their
// own, only without synonyms and without relatives.
//
// Limits: one sense a word ("depression" is never a dent), English only.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_VOCABULARY_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_VOCABULARY_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokens.h"

namespace claimgraph {

enum class ConceptRole : std::uint8_t {
  kIntervention,  // massage, vitamin D, fasting
  kOutcome,       // sleep quality, mood, mortality: what people want changed
  kSurrogate,     // cortisol, serotonin, blood flow: measured instead of an outcome
  kCondition,     // fibromyalgia, depression: an outcome, or who was studied
  kPopulation,    // older adults, athletes, pregnant women
  kBody,          // muscle, brain, nervous system: a topic, not an outcome
};

using ConceptIndex = std::uint16_t;
inline constexpr ConceptIndex kNoConcept = 0xFFFF;

struct VocabularyRow {
  ConceptRole role = ConceptRole::kBody;
  std::string_view label{};     // canonical, as it stands in Propositions
  std::string_view synonyms{};  // separated by "; "; plurals are added
  std::string_view broader{};   // labels, separated by "; "
  int good = 0;                 // +1: more of it is better; -1: worse; 0: depends
  // Narrower concepts of the same role, each a row of its own: "ptsd = trauma,
  // post traumatic stress; +energy".  "+", "-" and "~" set `good`; without one it is
  // that of this row.  "&" before all that: beside this row (under what it is under),
  // not below it.
  std::string_view kinds{};
};

// What is in use: the tables with their kinds written out, and what was added.  A
// ConceptIndex is a place in it, and means nothing once another set is in use.
std::span<const VocabularyRow> VocabularyRows();

struct ConceptHit {
  ConceptIndex concept_index = kNoConcept;  // or none, for words known by suffix only
  ConceptRole role = ConceptRole::kBody;
  std::uint32_t begin = 0;  // tokens [begin, end)
  std::uint32_t end = 0;
};

// Every concept of the tokens, left to right, longest first, not overlapping.
void FindConcepts(const TokenList& tokens, std::vector<ConceptHit>* hits);

// The concepts of a short text such as a title, each once.
std::vector<ConceptIndex> ConceptsOf(std::string_view text);

// True when both texts name one concept at least.
bool ShareConcept(std::string_view a, std::string_view b);

std::string_view Label(ConceptIndex concept_index);
const VocabularyRow& Row(ConceptIndex concept_index);

// True when `broader` is `narrower` or one of its ancestors.
bool IsA(ConceptIndex narrower, ConceptIndex broader);

// True when the two share an ancestor below the roots ("exercise" for yoga and
// running), so that evidence on one is indirect evidence on the other.
bool Related(ConceptIndex a, ConceptIndex b);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_VOCABULARY_H_
