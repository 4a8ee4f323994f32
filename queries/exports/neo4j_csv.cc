#include "queries/exports/neo4j_csv.h"

#include <string>
#include <string_view>

#include "queries/exports/property_graph.h"
#include "queries/exports/property_graph_tables.h"
#include "queries/exports/property_graph_text.h"

namespace claimgraph {
namespace {

constexpr std::string_view TypeSuffix(PropertyType type) {
  switch (type) {
    case PropertyType::kString:
      return "";
    case PropertyType::kInteger:
      return ":long";
    case PropertyType::kReal:
      return ":double";
    case PropertyType::kBoolean:
      return ":boolean";
  }
  return "";
}

std::string NodeHeader(const NodeType& type) {
  std::string line;
  Append(&line, "id:ID(", type.label, "),label");
  for (const Property& property : type.properties) {
    Append(&line, ",", property.name, TypeSuffix(property.type));
  }
  return line + ",:LABEL";
}

std::string EdgeHeader(const EdgeType& type) {
  std::string line;
  Append(&line, ":START_ID(", TypeOf(type.from).label, "),:END_ID(", TypeOf(type.to).label,
         "),id,:TYPE");
  return line;
}

constexpr TableStyle kStyle = {
    .node_header = NodeHeader,
    .edge_header = EdgeHeader,
    .node_end = [](const NodeType& type) { return "," + std::string(type.label); },
    .edge_end = [](const EdgeType& type) { return "," + RelationName(type); },
};

constexpr std::string_view kScriptHead =
    "#!/bin/sh\n"
    "# Loads this folder into a new database of Neo4j 5 or later: sh import.sh [DATABASE]\n"
    "cd \"$(dirname \"$0\")\" || exit 1\n"
    "exec neo4j-admin database import full \"${1:-neo4j}\" \\\n"
    "  --id-type=string --multiline-fields=true";

std::string ImportScript() {
  std::string text(kScriptHead);
  for (const NodeType& type : NodeTypes()) Append(&text, " \\\n  --nodes=", FileOf(type));
  for (const EdgeType& type : EdgeTypes()) Append(&text, " \\\n  --relationships=", FileOf(type));
  return text + "\n";
}

}  // namespace

Status ExportNeo4jCsv(const ExportScope& scope, const ExportSettings& /*settings*/,
                      ExportFolder* folder) {
  return WriteTables(scope, kStyle, folder).and_then([&] {
    return WriteScript("import.sh", ImportScript(), folder);
  });
}

}  // namespace claimgraph
