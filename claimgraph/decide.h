// Reviewers decide: a decision is stored, and what it is about is judged again with it,
// in one commit.
//
// A claim or finding is named as it is printed, by its id or its place; what is stored
// is its document and words (core/decision.h).
#ifndef CLAIMGRAPH_CLAIMGRAPH_DECIDE_H_
#define CLAIMGRAPH_CLAIMGRAPH_DECIDE_H_

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/decision.h"
#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "core/status.h"
#include "core/store/graph_store.h"

namespace claimgraph {

struct DecisionRequest {
  DecisionKind kind = DecisionKind::kVerdict;
  std::string target{};  // "c12", "f3", "draft.md:12"; nothing for an undoing
  std::string value{};   // a work ("w5", a DOI, ...), a verdict, or the decision to undo
  std::string who{};
  std::string when{};  // "2026-03-01T09:30:00Z"
  std::string why{};
};

// kInvalidArgument or kNotFound, with what to give instead, where the request is wrong;
// then nothing is stored.
[[nodiscard]] Result<Decision> Decide(const DecisionRequest& request, GraphStore* store);

struct ListedDecision {
  Decision decision{};
  std::string document{};  // that it is about, an undoing too
  DecisionId undone_by{};  // none: it counts
  std::string misfit{};    // why it changes nothing any more; empty: it fits
};

// All, ascending, or those about one document, by its path as imported.
[[nodiscard]] Result<std::vector<ListedDecision>> ListDecisions(const GraphReader& reader,
                                                                std::string_view document = {});

void WriteDecisions(const std::vector<ListedDecision>& decisions, std::ostream& out);
void WriteDecisionsJson(const std::vector<ListedDecision>& decisions, std::ostream& out);

// Decisions about these words, for the page of a claim or finding; empty: none.
// Requires: `target` is in `graph`, and `graph` is of `reader`.
std::string DecisionsOn(const GraphReader& reader, const DocumentGraph& graph, NodeRef target);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_DECIDE_H_
