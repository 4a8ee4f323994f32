// A property graph as one CSV file for each type of node and edge: what the exports csv and
// neo4j have in common.  They differ in headers and in what ends a row.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_TABLES_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_TABLES_H_

#include <string>

#include "queries/exports/formats.h"
#include "queries/exports/property_graph.h"

namespace claimgraph {

// "claims.csv", "edge_cites.csv": a type of edge may have the name of a table of nodes.
std::string FileOf(const NodeType& type);
std::string FileOf(const EdgeType& type);

struct TableStyle {
  // Lines without their end.
  std::string (*node_header)(const NodeType& type);
  std::string (*edge_header)(const EdgeType& type);
  // What stands in the last column of every row, if there is one more: ",Claim".
  std::string (*node_end)(const NodeType& type);
  std::string (*edge_end)(const EdgeType& type);
};

// A row is a node's id, label and properties, or an edge's two ends and id.
[[nodiscard]] Status WriteTables(const ExportScope& scope, const TableStyle& style,
                                 ExportFolder* folder);

[[nodiscard]] Status WriteScript(std::string_view name, const std::string& text,
                                 ExportFolder* folder);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_TABLES_H_
