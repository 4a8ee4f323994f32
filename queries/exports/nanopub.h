// Nanopublications, as TriG: one for each evidence line.
//
// A nanopublication is the smallest thing that can be published, cited and disputed.
// Here that is one argument: "this source supports (disputes, leaves open) what this
// claim says, so strongly".  It is not the claim, which claimgraph does not assert, and
// not all that is known of a claim, whose lines may disagree.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_NANOPUB_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_NANOPUB_H_

#include "queries/exports/formats.h"

namespace claimgraph {

// kInvalidArgument for a base that is no IRI.
[[nodiscard]] Status ExportNanopub(const ExportScope& scope, const ExportSettings& settings,
                                   std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_NANOPUB_H_
