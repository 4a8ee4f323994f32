// Every step from words to verdict, for a person to follow and to doubt.
//
// A claim's page: the words and where they stand; what was read into them; each
// path claim -> citation -> reference -> work -> evidence line, with the reasons
// of every step; what was not assessed; the verdict, and the wording that the
// evidence allows.  A finding's page is its rule and then its claim's page.  In short,
// a claim is its paths, a step a line, and what settled its verdict.
#ifndef CLAIMGRAPH_QUERIES_EXPLAIN_H_
#define CLAIMGRAPH_QUERIES_EXPLAIN_H_

#include <string>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "queries/reports/source_text.h"

namespace claimgraph {

// `claim` and `finding` must belong to `graph`, and `graph` to `reader`, which is
// walked from the claim to its works.
std::string ExplainClaim(const GraphReader& reader, const DocumentGraph& graph,
                         const Sources& sources, const Claim& claim);
std::string ExplainFinding(const GraphReader& reader, const DocumentGraph& graph,
                           const Sources& sources, const Finding& finding);

// Lines that are indented by four, to stand below a finding.
std::string ExplainInShort(const GraphReader& reader, const DocumentGraph& graph,
                           const Sources& sources, const Claim& claim);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPLAIN_H_
