// Which edges and names follow from a noun's fields.
//
// Edges are stored so that walks need not read values; they say nothing that
// the nouns do not.  Storing a noun writes its edges, removing it removes them.
#ifndef CLAIMGRAPH_CORE_STORE_EDGES_H_
#define CLAIMGRAPH_CORE_STORE_EDGES_H_

#include <string>
#include <vector>

#include "core/graph_reader.h"

namespace claimgraph {

struct Edge {
  NodeRef from{};
  EdgeKind kind = EdgeKind::kHasClaim;
  NodeRef to{};
  auto operator<=>(const Edge&) const = default;
};

// The kinds of node that an edge of `kind` joins.
NodeKind FromKind(EdgeKind kind);
NodeKind ToKind(EdgeKind kind);

// Requires: ids are the store's.  An id of zero gives no edge.
void AppendEdges(const Claim& claim, std::vector<Edge>* edges);
void AppendEdges(const Citation& citation, std::vector<Edge>* edges);
void AppendEdges(const Reference& reference, std::vector<Edge>* edges);
void AppendEdges(const EvidenceLine& line, std::vector<Edge>* edges);
void AppendEdges(const Finding& finding, std::vector<Edge>* edges);
void AppendEdges(const Record& record, std::vector<Edge>* edges);
void AppendEdges(const StudyResult& result, std::vector<Edge>* edges);
void AppendEdges(const Decision& decision, std::vector<Edge>* edges);

std::string SourceName(std::string_view source);              // "source:draft.md"
std::string PropositionName(const Proposition& proposition);  // "proposition:<key>"
std::string StudyName(const Study& study);                    // "study:<key>"

// "claim 12": for messages.
std::string Describe(NodeRef node);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_EDGES_H_
