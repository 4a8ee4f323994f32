// What a document's evidence amounts to, outcome by outcome: the rows of a table like
// GRADE's Summary of Findings.
//
// One row for each proposition that a line of evidence bears on.  Papers are references;
// studies are counted as certainty is (core/appraisal/independent_studies.h): several
// papers on one trial are one study, and the trials of a review in the row are part of it.
// What was retracted counts for nothing.  People and effects come from records and study
// cards; what none tells is missing, never guessed.  An effect is that of the result that a
// line was judged by, not another that the same study has.
//
// The certainty is the one that the claims were judged by: its steps are those of the
// claims' reasons (step "certainty").  Only where claims on one proposition rest on
// different sources, so that there is no one judgement, are the sources taken together
// and appraised as core/appraisal does.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_EVIDENCE_PROFILE_H_
#define CLAIMGRAPH_QUERIES_REPORTS_EVIDENCE_PROFILE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/appraisal.h"
#include "core/claim.h"
#include "core/evidence_line.h"
#include "core/ids.h"
#include "queries/reports/document_index.h"

namespace claimgraph {

struct ProfileEffect {
  std::string from{};        // the study, or the claim that prints it: "c3"
  std::string time_point{};  // "6 months"; empty: not said
  Effect effect{};
};

struct ProfileRow {
  PropositionId proposition{};
  std::vector<const Claim*> claims{};  // with evidence on it, in the document's order
  std::size_t papers = 0;              // not retracted
  std::size_t retracted = 0;           // papers
  std::size_t studies = 0;             // independent ones
  std::size_t included = 0;            // others, which a review among them includes
  std::int64_t people = 0;             // of the studies whose number is known
  std::size_t people_studies = 0;      // how many those are
  std::vector<ProfileEffect> effects{};
  std::array<std::size_t, 5> stances{};  // of `papers` by Stance, each where it is strongest
  Appraisal appraisal{};                 // start, level, studies and steps
  bool together = false;                 // appraised here, from sources of several claims
};

// By the first claim, then by proposition.
std::vector<ProfileRow> EvidenceProfile(const DocumentIndex& index);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_EVIDENCE_PROFILE_H_
