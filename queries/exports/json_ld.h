// The graph as JSON-LD: the statements of the Turtle export, one by one the same.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_JSON_LD_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_JSON_LD_H_

#include "queries/exports/formats.h"

namespace claimgraph {

// kInvalidArgument for a base that is no IRI.
[[nodiscard]] Status ExportJsonLd(const ExportScope& scope, const ExportSettings& settings,
                                  std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_JSON_LD_H_
