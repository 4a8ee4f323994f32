// What a document's evidence amounts to, outcome by outcome: the rows of a table like
// GRADE's Summary of Findings.
//
// One row for each proposition that a line of evidence bears on.  Papers are references;
// studies are what Study::key, the work or the reference tells apart, so that several
// papers on one trial count once.  People and effects come from records and study cards;
// what none tells is missing, never guessed.
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
  std::string from{};  // the study, or the claim that prints it: "c3"
  Effect effect{};
};

struct ProfileRow {
  PropositionId proposition{};
  std::vector<const Claim*> claims{};  // with evidence on it, in the document's order
  std::size_t papers = 0;
  std::size_t studies = 0;
  std::int64_t people = 0;         // of the studies whose number is known
  std::size_t people_studies = 0;  // how many those are
  std::vector<ProfileEffect> effects{};
  std::array<std::size_t, 5> stances{};  // papers by Stance, each where it is strongest
  Appraisal appraisal{};                 // start, level, studies and steps
  bool together = false;                 // appraised here, from sources of several claims
};

// By the first claim, then by proposition.
std::vector<ProfileRow> EvidenceProfile(const DocumentIndex& index);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_EVIDENCE_PROFILE_H_
