// What is wrong with a graph that came from outside.
//
// A graph that the importers made holds what the nouns promise: local ids lead somewhere,
// ranges lie inside their text, lists are in order.  Whatever reads a stored graph relies on
// it.  So a graph that anybody may have written is held against all of it here, once,
// before it is stored.
#ifndef CLAIMGRAPH_CORE_GRAPH_FAULTS_H_
#define CLAIMGRAPH_CORE_GRAPH_FAULTS_H_

#include <string>

#include "core/document_graph.h"

namespace claimgraph {

// The first fault as a sentence, with the place as graph_json.h calls it: "claims[2]
// .text_span lies outside the document's text".  Empty: the graph is sound, and a store takes it.
// Ids are local.  Linear.
std::string FaultOf(const DocumentGraph& graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_GRAPH_FAULTS_H_
