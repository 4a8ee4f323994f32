// What decisions lead to, as nodes of the graph.
//
// A stored decision names its document, claim and work by words (core/decision.h), and an
// undoing names the decision by its id.  Exports draw these as edges.  Each is looked up
// when it is asked for; of the decisions only undoings are kept, and of a document only the
// words of its claims, for as long as one is looked for.
//
// A dismissal is about a finding, which is not in the graph while the dismissal counts: its
// claim is the one that it quotes, if just one claim of the document reads so.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_DECISION_LINKS_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_DECISION_LINKS_H_

#include <set>
#include <vector>

#include "core/claim.h"
#include "core/decision.h"
#include "core/graph_reader.h"
#include "core/ids.h"
#include "core/status.h"

namespace claimgraph {

// Id 0: it is about none, or about one that is not there now.
[[nodiscard]] Result<NodeRef> DecidedDocument(const GraphReader& reader, const Decision& decision);
[[nodiscard]] Result<NodeRef> DecidedClaim(const GraphReader& reader, const Decision& decision);
[[nodiscard]] Result<NodeRef> DecidedWork(const GraphReader& reader, const Decision& decision);
[[nodiscard]] Result<NodeRef> UndoneDecision(const GraphReader& reader, const Decision& decision);

// Those that count no longer.
[[nodiscard]] Result<std::set<DecisionId>> UndoneDecisions(const GraphReader& reader);

// The decisions that a judgement's steps name ("...; n3 by NAME on ..."), in their order.
std::vector<DecisionId> DecisionsIn(const GraphReader& reader, const std::vector<Reason>& reasons);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_DECISION_LINKS_H_
