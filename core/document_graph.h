// Everything that one document puts into the graph, as one value.
//
// Built by importers/importer, judged by queries/rules, stored by
// GraphStore::PutDocument in one atomic step.
//
// Until it is stored, every id inside is local: the 1-based position in its own
// vector (see ids.h).  Works, studies and propositions are shared between documents; a
// non-zero entry of known_works / known_propositions says that the thing is
// already in the store under that id, and PutDocument merges instead of adding.
#ifndef CLAIMGRAPH_CORE_DOCUMENT_GRAPH_H_
#define CLAIMGRAPH_CORE_DOCUMENT_GRAPH_H_

#include <vector>

#include "core/citation.h"
#include "core/claim.h"
#include "core/decision.h"
#include "core/document.h"
#include "core/evidence_line.h"
#include "core/finding.h"
#include "core/proposition.h"
#include "core/record.h"
#include "core/reference.h"
#include "core/result.h"
#include "core/study.h"
#include "core/work.h"

namespace claimgraph {

struct DocumentGraph {
  Document document{};
  std::vector<Claim> claims{};          // ascending by span.begin
  std::vector<Citation> citations{};    // ascending by span.begin
  std::vector<Reference> references{};  // the document's own, then those of .bib files
  std::vector<Work> works{};
  std::vector<WorkId> known_works{};  // as long as works
  std::vector<Proposition> propositions{};
  std::vector<PropositionId> known_propositions{};  // as long as propositions
  std::vector<EvidenceLine> evidence_lines{};
  std::vector<Finding> findings{};
  std::vector<Record> records{};
  std::vector<StudyResult> results{};
  std::vector<Study> studies{};  // shared by their keys
  std::vector<Decision> decisions{};

  WorkId presents{};            // the work that the document is, or is a record of; may be none
  std::vector<WorkId> lists{};  // works in its reference list of which no more is known than which
};

// Turns the ids of a stored document's graph into local ones, so that it can be
// put again.  Requires: ids ascend in each vector.  Ids that lead out of the graph,
// such as a finding's reference of another document, are left out.
void MakeLocal(DocumentGraph* graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_DOCUMENT_GRAPH_H_
