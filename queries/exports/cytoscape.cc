#include "queries/exports/cytoscape.h"

#include <string>
#include <string_view>
#include <variant>

#include "queries/exports/property_graph_file.h"
#include "queries/exports/property_graph_text.h"

namespace claimgraph {
namespace {

constexpr std::string_view kHead =
    "{\"format_version\":\"1.0\",\"generated_by\":\"claimgraph\","
    "\"target_cytoscapejs_version\":\"~3.0\",\n"
    "\"data\":{\"name\":\"claimgraph\"},\n\"elements\":{\n\"nodes\":[";

// Every element but the first of a list comes after a comma.
void AppendNode(const PropertyNode& node, std::string* out) {
  Append(out, "{\"data\":{\"id\":\"", node.id, "\",\"label\":");
  AppendJson(node.label, out);
  *out += ",\"name\":";
  AppendJson(node.label, out);
  Append(out, ",\"kind\":\"", node.type.name, "\"");
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    const PropertyValue& value = node.values[i];
    if (value.index() == 0) continue;
    Append(out, ",\"", node.type.properties[i].name, "\":");
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      AppendJson(*text, out);
    } else {
      AppendScalar(value, out);
    }
  }
  *out += "}}";
}

void AppendEdge(const PropertyEdge& edge, std::string* out) {
  Append(out, "{\"data\":{\"id\":\"", edge.id, "\",\"source\":\"", edge.from, "\",\"target\":\"",
         edge.to, "\",\"kind\":\"", edge.type.name, "\",\"label\":\"", edge.type.label,
         "\",\"interaction\":\"", edge.type.name, "\"}}");
}

}  // namespace

Status ExportCytoscape(const ExportScope& scope, const ExportSettings& /*settings*/,
                       std::ostream& out) {
  return WriteGraphFile({.head = kHead,
                         .between = "\n],\n\"edges\":[",
                         .tail = "\n]}}\n",
                         .before_first = "\n",
                         .before_other = ",\n",
                         .append_node = AppendNode,
                         .append_edge = AppendEdge},
                        scope, out);
}

}  // namespace claimgraph
