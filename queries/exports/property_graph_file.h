// A property graph as one file: what stands before, between and after its elements.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_FILE_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_FILE_H_

#include <iosfwd>
#include <string>
#include <string_view>

#include "core/status.h"
#include "queries/exports/property_graph.h"
#include "queries/exports/scope.h"

namespace claimgraph {

struct GraphFileFormat {
  std::string_view head{};
  std::string_view between{};  // the last node and the first edge
  std::string_view tail{};
  std::string_view before_first{};  // element of either list
  std::string_view before_other{};
  void (*append_node)(const PropertyNode& node, std::string* out) = nullptr;
  void (*append_edge)(const PropertyEdge& edge, std::string* out) = nullptr;
};

// Nodes, then edges, streamed.
[[nodiscard]] Status WriteGraphFile(const GraphFileFormat& format, const ExportScope& scope,
                                    std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_PROPERTY_GRAPH_FILE_H_
