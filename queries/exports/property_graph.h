// The graph as nodes and edges with typed properties: what GraphML, GEXF, Cytoscape,
// Graphviz and the tables of CSV write, each in its own way.
//
// A node has the id that people see ("c12"), a label, its kind and the properties of
// property_graph_fields.h.  An edge is directed; its id is made of its ends and its kind
// ("c12.cites.x5"), so that it is the same in every export.  Edges are the stored ones
// (EdgeKind) and those that stand in fields alone: what a finding or a decision is about,
// which marker and entry led to the source of an evidence line, and which study it reports.
//
// Walks go by type, then by id.  An edge is shown only if both its ends were: nodes have
// to be walked first.  That takes a bit a node; all else is the memory of one noun.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_H_

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/ids.h"
#include "core/status.h"
#include "queries/exports/property_graph_fields.h"
#include "queries/exports/scope.h"

namespace claimgraph {

struct NodeType {
  NodeKind kind = NodeKind::kDocument;
  std::string_view name{};   // "evidence_line"
  std::string_view table{};  // "evidence_lines": as in SQL, where there is such a table
  std::string_view label{};  // "EvidenceLine": as graph databases write it
  std::span<const Property> properties{};
};

struct EdgeType {
  std::string_view name{};   // "cites": as in the table `edges` of SQL
  std::string_view label{};  // "cites", "points to": in words
  NodeKind from = NodeKind::kDocument;
  NodeKind to = NodeKind::kDocument;
};

std::span<const NodeType> NodeTypes();
std::span<const EdgeType> EdgeTypes();
const NodeType& TypeOf(NodeKind kind);

// "CITES": as graph databases write it.
std::string RelationName(const EdgeType& type);

// Every property of any type, once, in the order of its first appearance: a name has one
// type wherever it stands.
std::span<const Property> AllProperties();

struct PropertyNode {
  const NodeType& type;
  std::string_view id{};
  std::string_view label{};                 // short, on one line
  std::span<const PropertyValue> values{};  // of type.properties, in that order
};

struct PropertyEdge {
  const EdgeType& type;
  std::string_view id{};
  std::string_view from{};
  std::string_view to{};
};

class PropertyGraph {
 public:
  using VisitNode = std::function<Status(const PropertyNode&)>;
  using VisitEdge = std::function<Status(const PropertyEdge&)>;

  // `scope` must outlive this.
  explicit PropertyGraph(const ExportScope& scope) : scope_(scope) {}

  // What is shown lasts until the visitor returns; an error of it ends the walk.
  [[nodiscard]] Status EachNode(const NodeType& type, const VisitNode& visit);
  // Requires: the nodes at both ends have been walked.
  [[nodiscard]] Status EachEdge(const EdgeType& type, const VisitEdge& visit) const;

  // Of all types.
  [[nodiscard]] Status EachNode(const VisitNode& visit);
  [[nodiscard]] Status EachEdge(const VisitEdge& visit) const;

 private:
  template <typename Noun>
  Status Walk(const NodeType& type, const VisitNode& visit);

  const ExportScope& scope_;
  NodeSet shown_;
};

// The value of a property, or none where the node has no such property.
PropertyValue ValueOf(const PropertyNode& node, std::string_view property);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_H_
