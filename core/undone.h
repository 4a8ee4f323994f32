// Which decisions count no longer.
//
// Nothing is removed by deciding: a decision is undone by another, which may be undone in
// its turn (core/decision.h).
#ifndef CLAIMGRAPH_CORE_UNDONE_H_
#define CLAIMGRAPH_CORE_UNDONE_H_

#include <set>
#include <vector>

#include "core/decision.h"
#include "core/ids.h"

namespace claimgraph {

// What an undoing undoes; 0: it names no decision.
DecisionId UndoneBy(const Decision& undoing);

// `decisions` ascend by id; those that are no undoings change nothing.
std::set<DecisionId> UndoneAmong(const std::vector<Decision>& decisions);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_UNDONE_H_
