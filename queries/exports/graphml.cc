#include "queries/exports/graphml.h"

#include <string>
#include <string_view>
#include <variant>

#include "queries/exports/property_graph_file.h"
#include "queries/exports/property_graph_text.h"
#include "queries/exports/property_graph_xml.h"

namespace claimgraph {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
    " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

void AppendKey(std::string_view id, std::string_view of, std::string_view name, PropertyType type,
               std::string* out) {
  Append(out, "<key id=\"", id, "\" for=\"", of, "\" attr.name=\"", name, "\" attr.type=\"",
         XmlType(type), "\"/>\n");
}

void AppendKeys(std::string* out) {
  AppendKey("label", "node", "label", PropertyType::kString, out);
  AppendKey("kind", "node", "kind", PropertyType::kString, out);
  for (const Property& property : AllProperties()) {
    AppendKey(property.name, "node", property.name, property.type, out);
  }
  AppendKey("edge_kind", "edge", "kind", PropertyType::kString, out);
  AppendKey("edge_label", "edge", "label", PropertyType::kString, out);
}

void AppendData(std::string_view key, const PropertyValue& value, std::string* out) {
  Append(out, "<data key=\"", key, "\">");
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    AppendXmlContent(*text, out);
  } else {
    AppendScalar(value, out);
  }
  *out += "</data>";
}

void AppendNode(const PropertyNode& node, std::string* out) {
  Append(out, "<node id=\"", node.id, "\">");
  AppendData("label", node.label, out);
  AppendData("kind", node.type.name, out);
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    if (node.values[i].index() == 0) continue;
    AppendData(node.type.properties[i].name, node.values[i], out);
  }
  *out += "</node>\n";
}

void AppendEdge(const PropertyEdge& edge, std::string* out) {
  Append(out, "<edge id=\"", edge.id, "\" source=\"", edge.from, "\" target=\"", edge.to, "\">");
  AppendData("edge_kind", edge.type.name, out);
  AppendData("edge_label", edge.type.label, out);
  *out += "</edge>\n";
}

}  // namespace

Status ExportGraphMl(const ExportScope& scope, const ExportSettings& /*settings*/,
                     std::ostream& out) {
  std::string head(kHead);
  AppendKeys(&head);
  head += "<graph id=\"claimgraph\" edgedefault=\"directed\">\n";
  return WriteGraphFile({.head = head,
                         .tail = "</graph>\n</graphml>\n",
                         .append_node = AppendNode,
                         .append_edge = AppendEdge},
                        scope, out);
}

}  // namespace claimgraph
