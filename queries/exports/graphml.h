// GraphML: every node and edge with typed attributes, in one XML file.
//
//   <key id="claim_kind" for="node" attr.name="claim_kind" attr.type="string"/> ...
//   <graph id="claimgraph" edgedefault="directed">
//     <node id="c12"><data key="kind">claim</data> ...</node>
//     <edge id="c12.cites.x5" source="c12" target="x5"><data key="edge_kind">cites</data> ...
//
// Elements are in the order of the schema of GraphML 1.0.  Integers are `long`, reals
// `double`; a value that is missing has no <data>.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_GRAPHML_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_GRAPHML_H_

#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportGraphMl(const ExportScope& scope, const ExportSettings& settings,
                                   std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_GRAPHML_H_
