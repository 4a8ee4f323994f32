// What a stored document would be if it were imported now: everything derived from
// its text, its bibliographies, what the store knows beside it and what reviewers decided.
//
// Upkeep puts it in the place of what is stored, and doctor compares the two.
#ifndef CLAIMGRAPH_CLAIMGRAPH_RECOMPUTE_H_
#define CLAIMGRAPH_CLAIMGRAPH_RECOMPUTE_H_

#include <vector>

#include "claimgraph/decision_book.h"
#include "core/document_graph.h"
#include "core/graph_reader.h"

namespace claimgraph {

// True of records, study cards and decisions: they are given, not computed.
bool IsRecorded(const DocumentGraph& graph);

// `stored` with the store's ids; `nothing` is an empty store, which is what document
// rules see of other documents.  The result has local ids.  Decisions of `book` that
// fit nothing in it are told to `misfits`, which may be null.
DocumentGraph Recompute(const GraphReader& store, const GraphReader& nothing,
                        const DocumentGraph& stored, const DecisionBook& book,
                        std::vector<Misfit>* misfits = nullptr);

// Replaces what graph rules found in a document, whose ids are the store's, by what
// they find now, and puts all findings in the order of their places.
void FindAgain(const GraphReader& store, DocumentGraph* graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_RECOMPUTE_H_
