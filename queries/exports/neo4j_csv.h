// A folder of CSV tables with the headers of `neo4j-admin database import`, and the command.
//
//   claims.csv       id:ID(Claim),label,text,...,span_begin:long,...,:LABEL
//   edge_cites.csv   :START_ID(Claim),:END_ID(Citation),id,:TYPE
//   import.sh        sh import.sh [DATABASE]
//
// Ids are strings, and properties of their nodes too.  Lists are JSON in a string, not
// arrays: an array's delimiter could not be told from the same character in a text.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_NEO4J_CSV_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_NEO4J_CSV_H_

#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportNeo4jCsv(const ExportScope& scope, const ExportSettings& settings,
                                    ExportFolder* folder);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_NEO4J_CSV_H_
