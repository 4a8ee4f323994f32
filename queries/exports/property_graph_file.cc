#include "queries/exports/property_graph_file.h"

#include <utility>

#include "queries/exports/property_graph_text.h"

namespace claimgraph {

Status WriteGraphFile(const GraphFileFormat& format, const ExportScope& scope, std::ostream& out) {
  OutputBuffer buffer(out);
  PropertyGraph graph(scope);
  bool first = true;
  const auto begin_element = [&] {
    buffer.text() += std::exchange(first, false) ? format.before_first : format.before_other;
  };
  buffer.text() += format.head;
  return graph
      .EachNode([&](const PropertyNode& node) {
        begin_element();
        format.append_node(node, &buffer.text());
        return buffer.Pass();
      })
      .and_then([&] {
        buffer.text() += format.between;
        first = true;
        return graph.EachEdge([&](const PropertyEdge& edge) {
          begin_element();
          format.append_edge(edge, &buffer.text());
          return buffer.Pass();
        });
      })
      .and_then([&] {
        buffer.text() += format.tail;
        return buffer.Flush();
      });
}

}  // namespace claimgraph
