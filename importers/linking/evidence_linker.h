// Proposition -> evidence line: how directly each cited source bears on what is
// claimed, as far as its title tells.
//
// The concepts of the reference's title (and abstract, where a .bib has one)
// are set against the proposition's: the same or narrower is direct, broader or
// a relative is indirect, another class is different, none is not assessed.
//
// Limits: a title names what was studied, not what was found, so the stance
// stays unknown until a study record says more.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_EVIDENCE_LINKER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_EVIDENCE_LINKER_H_

#include "core/document_graph.h"
#include "importers/linking/decided_sources.h"

namespace claimgraph {

// Fills graph->evidence_lines: one for each proposition of a claim and each
// reference that the claim's citations lead to, without those that a reviewer
// rejected for it, and with those that one tied to it.
void LinkEvidence(DocumentGraph* graph, const DecidedSources& decided = {});

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_EVIDENCE_LINKER_H_
