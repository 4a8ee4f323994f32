// Answers of queries/graph for a person to read.
//
// A node is "w3 Okri, 2014: Walking and back pain"; a trail is one step a line,
// each with the edge that leads to it.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_GRAPH_TEXT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_GRAPH_TEXT_H_

#include <iosfwd>
#include <span>

#include "queries/reports/graph_json.h"

namespace claimgraph {

void WriteText(const Trail& path, std::ostream& out);
void WriteText(const Impact& impact, std::ostream& out);
void WriteText(const Independence& independence, std::ostream& out);
void WriteText(const Chains& chains, std::ostream& out);
void WriteText(const StudyReach& reach, std::ostream& out);
void WriteText(const NeighbourList& neighbours, std::ostream& out);
void WriteText(std::span<const LoadBearing> rows, const Shown& shown, std::ostream& out);
void WriteText(std::span<const Conflict> rows, const Shown& shown, std::ostream& out);
void WriteText(std::span<const Influence> rows, const Shown& shown, std::ostream& out);
void WriteText(std::span<const Coverage> rows, const Shown& shown, std::ostream& out);
void WriteText(std::span<const Community> rows, const Shown& shown, std::ostream& out);
void WriteText(const Coverage& coverage, const Shown& shown, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_GRAPH_TEXT_H_
