// The tables, then the two scripts, which are made of the same types.

#include "queries/exports/csv_tables.h"

#include <string>
#include <string_view>

#include "queries/exports/property_graph.h"
#include "queries/exports/property_graph_tables.h"
#include "queries/exports/property_graph_text.h"

namespace claimgraph {
namespace {

std::string NodeHeader(const NodeType& type) {
  std::string line = "id,label";
  for (const Property& property : type.properties) Append(&line, ",", property.name);
  return line;
}

std::string EdgeHeader(const EdgeType& /*type*/) { return "from_id,to_id,id"; }

constexpr TableStyle kStyle = {
    .node_header = NodeHeader,
    .edge_header = EdgeHeader,
    .node_end = [](const NodeType&) { return std::string(); },
    .edge_end = [](const EdgeType&) { return std::string(); },
};

constexpr std::string_view kSqliteHead =
    "-- In this folder: sqlite3 graph.db < sqlite.sql\n"
    "-- Missing values become NULL, true and false 1 and 0.\n"
    "BEGIN;\n";

constexpr std::string_view SqliteType(PropertyType type) {
  switch (type) {
    case PropertyType::kString:
      return "TEXT";
    case PropertyType::kInteger:
    case PropertyType::kBoolean:
      return "INTEGER";
    case PropertyType::kReal:
      return "REAL";
  }
  return "TEXT";
}

// .import reads every field as text, which a column's type then turns into a number
// where it is one.
void AppendSqliteTable(const NodeType& type, std::string* out) {
  Append(out, "CREATE TABLE \"", type.table, "\" (\"id\" TEXT PRIMARY KEY, \"label\" TEXT");
  for (const Property& property : type.properties) {
    Append(out, ", \"", property.name, "\" ", SqliteType(property.type));
  }
  Append(out, ");\n.import --csv --skip 1 ", FileOf(type), " ", type.table, "\nUPDATE \"",
         type.table, "\" SET \"label\" = nullif(\"label\", '')");
  for (const Property& property : type.properties) {
    Append(out, ",\n  \"", property.name, "\" = ");
    if (property.type == PropertyType::kBoolean) {
      Append(out, "CASE \"", property.name, "\" WHEN 'true' THEN 1 WHEN 'false' THEN 0 END");
    } else {
      Append(out, "nullif(\"", property.name, "\", '')");
    }
  }
  *out += ";\n";
}

void AppendSqliteTable(const EdgeType& type, std::string* out) {
  const std::string table = "edge_" + std::string(type.name);
  Append(out, "CREATE TABLE \"", table, "\" (\"from_id\" TEXT NOT NULL REFERENCES \"",
         TypeOf(type.from).table, "\"(\"id\"), \"to_id\" TEXT NOT NULL REFERENCES \"",
         TypeOf(type.to).table, "\"(\"id\"), \"id\" TEXT PRIMARY KEY);\n");
  Append(out, ".import --csv --skip 1 ", FileOf(type), " ", table, "\n");
  Append(out, "CREATE INDEX \"", table, "_from\" ON \"", table, "\"(\"from_id\");\n");
  Append(out, "CREATE INDEX \"", table, "_to\" ON \"", table, "\"(\"to_id\");\n");
}

std::string SqliteScript() {
  std::string text(kSqliteHead);
  for (const NodeType& type : NodeTypes()) AppendSqliteTable(type, &text);
  for (const EdgeType& type : EdgeTypes()) AppendSqliteTable(type, &text);
  text += "COMMIT;\n";
  return text;
}

constexpr std::string_view kKuzuHead = "// In this folder: kuzu graph.kz < kuzu.cypher\n";

constexpr std::string_view KuzuType(PropertyType type) {
  switch (type) {
    case PropertyType::kString:
      return "STRING";
    case PropertyType::kInteger:
      return "INT64";
    case PropertyType::kReal:
      return "DOUBLE";
    case PropertyType::kBoolean:
      return "BOOL";
  }
  return "STRING";
}

// One thread reads a file: line ends may stand in quotes.
constexpr std::string_view kKuzuOptions =
    " (HEADER=true, PARALLEL=false, QUOTE='\"', ESCAPE='\"');\n";

std::string KuzuScript() {
  std::string text(kKuzuHead);
  for (const NodeType& type : NodeTypes()) {
    Append(&text, "CREATE NODE TABLE `", type.label, "` (`id` STRING, `label` STRING");
    for (const Property& property : type.properties) {
      Append(&text, ", `", property.name, "` ", KuzuType(property.type));
    }
    Append(&text, ", PRIMARY KEY (`id`));\nCOPY `", type.label, "` FROM '", FileOf(type), "'",
           kKuzuOptions);
  }
  for (const EdgeType& type : EdgeTypes()) {
    const std::string relation = RelationName(type);
    Append(&text, "CREATE REL TABLE `", relation, "` (FROM `", TypeOf(type.from).label, "` TO `",
           TypeOf(type.to).label, "`, `id` STRING);\nCOPY `", relation, "` FROM '", FileOf(type),
           "'", kKuzuOptions);
  }
  return text;
}

}  // namespace

Status ExportCsvTables(const ExportScope& scope, const ExportSettings& /*settings*/,
                       ExportFolder* folder) {
  return WriteTables(scope, kStyle, folder)
      .and_then([&] { return WriteScript("sqlite.sql", SqliteScript(), folder); })
      .and_then([&] { return WriteScript("kuzu.cypher", KuzuScript(), folder); });
}

}  // namespace claimgraph
