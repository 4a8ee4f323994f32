// A drawing for Graphviz: readable, not complete.
//
// A node has its id, kind and label, a tooltip with more of its words, a shape for its kind
// and a colour for what was judged of it (a claim's verdict, a work's standing, a line's
// stance, a finding's severity).  Its other properties are left to the other formats.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_DOT_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_DOT_H_

#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportDot(const ExportScope& scope, const ExportSettings& settings,
                               std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_DOT_H_
