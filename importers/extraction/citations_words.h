// The words that tell a marker from what only looks like one.  Data.
//
// Words are given in lower-case ASCII or folded (core/text/normalize).
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_WORDS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_WORDS_H_

#include <string_view>

namespace claimgraph {

// Written with a capital at the start of a sentence or as a label, and never
// an author: "However", "Table", "March", "COVID".
bool IsNeverName(std::string_view word);

// May stand between a bracket and its first author: "see", "e.g", "review".
bool IsCitationPrefix(std::string_view word);

// Part of an organisation's name: "organization", "institute", "collaboration".
bool IsCorporateWord(std::string_view word);

// A place that is printed before a year more often than an author is.
bool IsPlace(std::string_view word);

// What an author does: "found", "argued", "et al. (2010) suggest".
bool IsReportingVerb(std::string_view word);

// Health bodies and journals that are cited by their short name.
bool IsKnownAcronym(std::string_view word);

// Before a number in brackets, a sign that it counts something else: "figure",
// "n", "step", "ci".
bool IsNumberLabel(std::string_view word);

// A unit, whose digit above the line is a power: "m", "cm", "kg".
bool IsUnit(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_WORDS_H_
