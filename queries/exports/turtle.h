// The graph as Turtle: RDF in the terms of SEPIO, CiTO, FaBiO, PROV-O and Web Annotation.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_TURTLE_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_TURTLE_H_

#include "queries/exports/formats.h"

namespace claimgraph {

// What it says of each noun: rdf/describer.h.  kInvalidArgument for a base that is no IRI.
[[nodiscard]] Status ExportTurtle(const ExportScope& scope, const ExportSettings& settings,
                                  std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_TURTLE_H_
