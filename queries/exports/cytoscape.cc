#include "queries/exports/cytoscape.h"

#include <string>
#include <string_view>
#include <variant>

#include "queries/exports/property_graph.h"
#include "queries/exports/property_graph_text.h"

namespace claimgraph {
namespace {

constexpr std::string_view kHead =
    "{\"format_version\":\"1.0\",\"generated_by\":\"claimgraph\","
    "\"target_cytoscapejs_version\":\"~3.0\",\n"
    "\"data\":{\"name\":\"claimgraph\"},\n\"elements\":{\n\"nodes\":[";

// Every element but the first of a list comes after a comma.
void BeginElement(bool* first, std::string* out) {
  *out += *first ? "\n" : ",\n";
  *first = false;
}

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
  OutputBuffer buffer(out);
  PropertyGraph graph(scope);
  buffer.text() += kHead;
  bool first = true;
  return graph
      .EachNode([&](const PropertyNode& node) {
        BeginElement(&first, &buffer.text());
        AppendNode(node, &buffer.text());
        return buffer.Pass();
      })
      .and_then([&] {
        buffer.text() += "\n],\n\"edges\":[";
        first = true;
        return graph.EachEdge([&](const PropertyEdge& edge) {
          BeginElement(&first, &buffer.text());
          AppendEdge(edge, &buffer.text());
          return buffer.Pass();
        });
      })
      .and_then([&] {
        buffer.text() += "\n]}}\n";
        return buffer.Flush();
      });
}

}  // namespace claimgraph
