// Answers of queries/graph as JSON objects: see docs/json_format.md.
//
// A node is {"id", "label"}; a trail is a list of {"edge", "id", "label"}, whose
// first edge is "".
#ifndef CLAIMGRAPH_QUERIES_REPORTS_GRAPH_JSON_H_
#define CLAIMGRAPH_QUERIES_REPORTS_GRAPH_JSON_H_

#include <iosfwd>
#include <span>
#include <string_view>

#include "core/json.h"
#include "queries/graph/chains.h"
#include "queries/graph/communities.h"
#include "queries/graph/conflicts.h"
#include "queries/graph/coverage.h"
#include "queries/graph/impact.h"
#include "queries/graph/independence.h"
#include "queries/graph/influence.h"
#include "queries/graph/neighbours.h"
#include "queries/graph/reach.h"

namespace claimgraph {

// The graph that indices in an answer belong to, and how much of it to show.
struct Shown {
  const EvidenceCsr& graph;
  const GraphReader& reader;
  std::size_t limit = 0;
};

Json ToJson(const Trail& trail);
Json ToJson(const Impact& impact);
Json ToJson(const Independence& independence);
Json ToJson(const Chains& chains);
Json ToJson(const StudyReach& reach);
Json ToJson(const NeighbourList& neighbours);

// The first `limit` rows, and how many there are.
Json ToJson(std::span<const LoadBearing> rows, const Shown& shown);
Json ToJson(std::span<const Conflict> rows, const Shown& shown);
Json ToJson(std::span<const Influence> rows, const Shown& shown);
Json ToJson(std::span<const Coverage> rows, const Shown& shown);
Json ToJson(std::span<const Community> rows, const Shown& shown);
// One document, with the claims that stop short.
Json ToJson(const Coverage& coverage, const Shown& shown);

// One member a line, and one element of a list.  `schema` comes first.
void WriteObject(std::string_view schema, const Json& object, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_GRAPH_JSON_H_
