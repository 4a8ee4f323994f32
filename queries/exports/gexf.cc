#include "queries/exports/gexf.h"

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
    "<gexf xmlns=\"http://gexf.net/1.3\""
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    " xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
    "<meta><creator>claimgraph</creator></meta>\n"
    "<graph defaultedgetype=\"directed\" idtype=\"string\" mode=\"static\">\n";

void AppendAttribute(std::string_view name, PropertyType type, std::string* out) {
  Append(out, "<attribute id=\"", name, "\" title=\"", name, "\" type=\"", XmlType(type), "\"/>\n");
}

void AppendAttributes(std::string* out) {
  *out += "<attributes class=\"node\">\n";
  AppendAttribute("kind", PropertyType::kString, out);
  for (const Property& property : AllProperties()) {
    AppendAttribute(property.name, property.type, out);
  }
  *out += "</attributes>\n<attributes class=\"edge\">\n";
  AppendAttribute("edge_kind", PropertyType::kString, out);
  *out += "</attributes>\n";
}

void AppendValue(std::string_view name, const PropertyValue& value, std::string* out) {
  Append(out, "<attvalue for=\"", name, "\" value=\"");
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    AppendXmlAttribute(*text, out);
  } else {
    AppendScalar(value, out);
  }
  *out += "\"/>";
}

void AppendNode(const PropertyNode& node, std::string* out) {
  Append(out, "<node id=\"", node.id, "\" label=\"");
  AppendXmlAttribute(node.label, out);
  *out += "\"><attvalues>";
  AppendValue("kind", node.type.name, out);
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    if (node.values[i].index() == 0) continue;
    AppendValue(node.type.properties[i].name, node.values[i], out);
  }
  *out += "</attvalues></node>\n";
}

void AppendEdge(const PropertyEdge& edge, std::string* out) {
  Append(out, "<edge id=\"", edge.id, "\" source=\"", edge.from, "\" target=\"", edge.to,
         "\" type=\"directed\" kind=\"", edge.type.name, "\" label=\"", edge.type.label,
         "\"><attvalues>");
  AppendValue("edge_kind", edge.type.name, out);
  *out += "</attvalues></edge>\n";
}

}  // namespace

Status ExportGexf(const ExportScope& scope, const ExportSettings& /*settings*/, std::ostream& out) {
  std::string head(kHead);
  AppendAttributes(&head);
  head += "<nodes>\n";
  return WriteGraphFile({.head = head,
                         .between = "</nodes>\n<edges>\n",
                         .tail = "</edges>\n</graph>\n</gexf>\n",
                         .append_node = AppendNode,
                         .append_edge = AppendEdge},
                        scope, out);
}

}  // namespace claimgraph
