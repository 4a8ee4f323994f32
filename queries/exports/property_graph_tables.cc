#include "queries/exports/property_graph_tables.h"

#include <ostream>

#include "queries/exports/property_graph_text.h"

namespace claimgraph {
namespace {

void AppendRow(const PropertyNode& node, std::string_view end, std::string* out) {
  Append(out, node.id, ",");
  AppendCsv(node.label, out);
  for (const PropertyValue& value : node.values) {
    *out += ',';
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      AppendCsv(*text, out);
    } else {
      AppendScalar(value, out);
    }
  }
  Append(out, end, "\n");
}

Status WriteNodes(PropertyGraph* graph, const NodeType& type, const TableStyle& style,
                  std::ostream& out) {
  OutputBuffer buffer(out);
  Append(&buffer.text(), style.node_header(type), "\n");
  const std::string end = style.node_end(type);
  return graph
      ->EachNode(type,
                 [&](const PropertyNode& node) {
                   AppendRow(node, end, &buffer.text());
                   return buffer.Pass();
                 })
      .and_then([&] { return buffer.Flush(); });
}

Status WriteEdges(const PropertyGraph& graph, const EdgeType& type, const TableStyle& style,
                  std::ostream& out) {
  OutputBuffer buffer(out);
  Append(&buffer.text(), style.edge_header(type), "\n");
  const std::string end = style.edge_end(type);
  return graph
      .EachEdge(type,
                [&](const PropertyEdge& edge) {
                  Append(&buffer.text(), edge.from, ",", edge.to, ",", edge.id, end, "\n");
                  return buffer.Pass();
                })
      .and_then([&] { return buffer.Flush(); });
}

}  // namespace

std::string FileOf(const NodeType& type) { return std::string(type.table) + ".csv"; }
std::string FileOf(const EdgeType& type) { return "edge_" + std::string(type.name) + ".csv"; }

Status WriteTables(const ExportScope& scope, const TableStyle& style, ExportFolder* folder) {
  PropertyGraph graph(scope);
  for (const NodeType& type : NodeTypes()) {
    Status written = folder->Open(FileOf(type)).and_then([&](std::ostream* out) {
      return WriteNodes(&graph, type, style, *out);
    });
    if (!written) return written;
  }
  for (const EdgeType& type : EdgeTypes()) {
    Status written = folder->Open(FileOf(type)).and_then([&](std::ostream* out) {
      return WriteEdges(graph, type, style, *out);
    });
    if (!written) return written;
  }
  return {};
}

Status WriteScript(std::string_view name, const std::string& text, ExportFolder* folder) {
  return folder->Open(name).and_then([&](std::ostream* out) {
    OutputBuffer buffer(*out);
    buffer.text() += text;
    return buffer.Flush();
  });
}

}  // namespace claimgraph
