// Evidence lines judged by what the cited studies really found.
//
// From a title one sees what was studied; from a study's record one sees what came
// out.  For every claim that leads to a reference with records, its lines are made
// again: design, population, intervention, comparator and outcome are set against
// the record's facts, and the stance against its results.
//
//   supports      a result on this outcome goes the claim's way
//   disputes      ... goes the other way, or nothing was found where it was looked for
//   neutral       ... is inconclusive: the interval reaches from none to a real effect
//   no_evidence   the study did not look at this outcome or intervention, or the work
//                 was retracted
//   unknown       the record does not tell
//
// A claim that cites nothing is set against the document's own list: where a listed
// study disputes it and none supports it, or the other way round, it gets their lines.
//
// Limits: what a record does not mention counts as not studied only for study cards;
// of an abstract, only where the word is not in it at all.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_RECORD_EVIDENCE_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_RECORD_EVIDENCE_H_

#include <string>
#include <vector>

#include "core/appraisal/body_certainty.h"
#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "importers/linking/decided_sources.h"
#include "importers/linking/record_finder.h"

namespace claimgraph {

// What an appraisal needs of a line's record and an EvidenceLine does not keep.
struct RecordFacts {
  bool known = false;     // a record told
  bool own_list = false;  // the claim does not cite it
  BodyLine body{};        // risk of bias, effect, includes, authored certainty; no directness
  bool fades = false;     // found at first, and no longer at a later time
  bool retracted = false;
  bool more_studies_claimed = false;  // the claim counts more of them than the record
  std::string weaker_conclusion{};  // in which its authors say less than the claim; else empty
};

// As long as graph->evidence_lines.
using RecordEvidence = std::vector<RecordFacts>;

// Requires: lines as LinkEvidence made them, from the same decisions.
RecordEvidence JudgeByRecords(const GraphReader& store, DocumentGraph* graph,
                              const DecidedSources& decided = {});

// The line that one record makes for a claim's proposition, whether or not the claim
// cites it.  Ids of reference and citation are left empty.
EvidenceLine JudgeRecord(const GraphReader& store, const FoundRecord& found, const Claim& claim,
                         const Proposition& proposition);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_RECORD_EVIDENCE_H_
