// GEXF 1.3, the format of Gephi: every node and edge with typed attributes.
//
// Directed and static; an edge's kind is GEXF's own `kind`, which keeps edges of two kinds
// between the same nodes apart.  No date: the same graph gives the same bytes.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_GEXF_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_GEXF_H_

#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportGexf(const ExportScope& scope, const ExportSettings& settings,
                                std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_GEXF_H_
