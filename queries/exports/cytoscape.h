// The JSON of Cytoscape.js, which Cytoscape Desktop opens as well (.cyjs).
//
//   {"data":{"name":"claimgraph"},"elements":{
//    "nodes":[{"data":{"id":"c12","label":"..","name":"..","kind":"claim",..}},..],
//    "edges":[{"data":{"id":"c12.cites.x5","source":"c12","target":"x5","kind":"cites",..}},..]}}
//
// One node or edge a line.  `name` (the label again) and `interaction` (an edge's kind) are
// the columns that Cytoscape Desktop shows by itself.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_CYTOSCAPE_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_CYTOSCAPE_H_

#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportCytoscape(const ExportScope& scope, const ExportSettings& settings,
                                     std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_CYTOSCAPE_H_
