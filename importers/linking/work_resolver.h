// One Work from many References.
//
// The same DOI or PMID, or else the same normalised title and year, is the same
// Work, within a document and across the store.  Printed identifiers that
// disagree are kept apart, under numbered names (core/numbered_name.h), and left to
// the identifier-conflict rule; nothing is merged silently.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_WORK_RESOLVER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_WORK_RESOLVER_H_

#include "core/document_graph.h"
#include "core/graph_reader.h"

namespace claimgraph {

// Fills graph->works from graph->references, and Reference::work (local ids).
void ResolveWorks(DocumentGraph* graph);

// Fills known_works and known_propositions with the ids under which `reader`
// already has them; the Work values become the merged ones.
void ResolveAgainst(const GraphReader& reader, DocumentGraph* graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_WORK_RESOLVER_H_
