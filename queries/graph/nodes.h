// How answers about the graph name nodes, and how people name them.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_NODES_H_
#define CLAIMGRAPH_QUERIES_GRAPH_NODES_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"
#include "core/ids.h"
#include "core/proposition.h"
#include "core/status.h"

namespace claimgraph {

// One step of the way from a question to its answer.
struct TrailStep {
  std::string edge{};  // what leads here from the step before; empty for the first
  NodeRef node{};
  std::string label{};
  bool operator==(const TrailStep&) const = default;
};
using Trail = std::vector<TrailStep>;

// What a person would call the node: a claim's words, "Okri et al., 2014:
// Walking and back pain", "walking -> decrease -> pain", a document's title.
// "?" for a node that is not in the store.
std::string LabelOf(const GraphReader& reader, NodeRef node);
std::string LabelOf(const Document& document);
std::string LabelOf(const Claim& claim);
std::string LabelOf(const Citation& citation);
std::string LabelOf(const Reference& reference);
std::string LabelOf(const Work& work);
std::string LabelOf(const Study& study);
std::string LabelOf(const Proposition& proposition);
std::string LabelOf(const EvidenceLine& line);
std::string LabelOf(const Finding& finding);
std::string LabelOf(const Record& record);
std::string LabelOf(const StudyResult& result);
std::string LabelOf(const Decision& decision);

TrailStep Step(const GraphReader& reader, std::string_view edge, NodeRef node);

// "Okri, Ben"; a family name alone where no other is printed.
std::string FamilyFirst(const Author& author);

// What an edge says when it is walked this way: "cites", "is cited by".
std::string_view EdgeName(EdgeKind kind, Way way);

// The way from a claim to a work that it cites or rests on, through the citation
// and the reference where there is one.
Trail TrailTo(const GraphReader& reader, ClaimId claim, WorkId work);

// The node that a person means by an id ("c12"), a source path, a DOI, a PMID or
// an address, if it is of one of `kinds`; of several, the first of `kinds`.
// kInvalidArgument, with what was looked for, if there is none.
[[nodiscard]] Result<NodeRef> FindNode(const GraphReader& reader, std::string_view name,
                                       std::span<const NodeKind> kinds);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_NODES_H_
