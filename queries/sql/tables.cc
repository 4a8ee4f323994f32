#include "queries/sql/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "queries/sql/edge_rows.h"
#include "queries/sql/functions.h"
#include "queries/sql/noun_tables.h"

namespace claimgraph {
namespace {

constexpr ColumnType kInteger = ColumnType::kInteger;
constexpr ColumnType kText = ColumnType::kText;

std::vector<Table> MakeTables() {
  std::vector<Table> tables;
  tables.push_back(DocumentsTable());
  tables.push_back(ClaimsTable());
  tables.push_back(PropositionsTable());
  tables.push_back(CitationsTable());
  tables.push_back(RefsTable());
  tables.push_back(WorksTable());
  tables.push_back(EvidenceLinesTable());
  tables.push_back(AppraisalsTable());
  tables.push_back(ResultsTable());
  tables.push_back(FindingsTable());
  tables.push_back(RecordsTable());
  tables.push_back(StudyResultsTable());
  tables.push_back(StudyKeysTable());
  tables.push_back(DecisionsTable());
  tables.push_back(LinkTable("claim_citations", "Which markers stand beside a claim.",
                             EdgeKind::kCites, {"claim", kInteger, "claims.id"},
                             {"citation", kInteger, "citations.id"}));
  tables.push_back(LinkTable("claim_propositions", "What a claim says, part by part.",
                             EdgeKind::kStates, {"claim", kInteger, "claims.id"},
                             {"proposition", kInteger, "propositions.id"}));
  tables.push_back(LinkTable("citation_refs", "Which entries of the bibliography a marker means.",
                             EdgeKind::kPointsTo, {"citation", kInteger, "citations.id"},
                             {"ref", kInteger, "refs.id"}));
  tables.push_back(ClaimWorksTable());
  tables.push_back(WorkNamesTable());
  tables.push_back(EdgesTable());
  return tables;
}

const std::vector<View>& Views() {
  static const std::vector<View> views = {
      {"studies",
       "The works whose study design is known: one study each, as far as an article shows.",
       {{"work", kInteger, "works.id"},
        {"design", kText, "as in works"},
        {"start_level", kInteger, "as in works"},
        {"ocebm", kInteger, "as in works"}},
       "SELECT id AS work, design, start_level, ocebm FROM works WHERE design <> 'unknown'"},
      {"concepts",
       "The parts that each proposition names.",
       {{"proposition", kInteger, "propositions.id"},
        {"role", kText, "intervention, outcome, population or comparator"},
        {"label", kText, "lower case, singular, one name for each concept"}},
       "SELECT id AS proposition, 'intervention' AS role, intervention AS label "
       "FROM propositions WHERE intervention IS NOT NULL UNION ALL "
       "SELECT id, 'outcome', outcome FROM propositions WHERE outcome IS NOT NULL UNION ALL "
       "SELECT id, 'population', population FROM propositions WHERE population IS NOT NULL "
       "UNION ALL "
       "SELECT id, 'comparator', comparator FROM propositions WHERE comparator IS NOT NULL"},
      {"populations",
       "The people that propositions speak of.",
       {{"label", kText, "as in concepts"}, {"propositions", kInteger, "how many name them"}},
       "SELECT population AS label, count(*) AS propositions FROM propositions "
       "WHERE population IS NOT NULL GROUP BY population"},
  };
  return views;
}

std::string_view TypeName(ColumnType type) {
  switch (type) {
    case ColumnType::kInteger:
      return "INTEGER";
    case ColumnType::kReal:
      return "REAL";
    case ColumnType::kText:
      return "TEXT";
  }
  return "";
}

// "id", "from_kind + from_id"
std::string LookupText(const Table& table) {
  std::string text;
  for (const Lookup& lookup : table.lookups) {
    text += text.empty() ? "" : ", ";
    const char* separator = "";
    for (const int column : lookup.columns) {
      text += separator;
      text += table.columns[static_cast<std::size_t>(column)].name;
      separator = " + ";
    }
  }
  return text;
}

void AppendSql(std::string_view kind, std::string_view name, std::string_view meaning,
               const std::vector<Column>& columns, std::string_view found_by, std::string* out) {
  *out += fmt::format("-- {}\n", meaning);
  if (!found_by.empty()) *out += fmt::format("-- Found at once by: {}\n", found_by);
  *out += fmt::format("{} {} (\n", kind, name);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string_view comma = i + 1 < columns.size() ? "," : "";
    *out += fmt::format("  {:<28} -- {}\n",
                        fmt::format("{} {}{}", columns[i].name, TypeName(columns[i].type), comma),
                        columns[i].meaning);
  }
  *out += ");\n\n";
}

void AppendMarkdown(std::string_view name, std::string_view meaning,
                    const std::vector<Column>& columns, std::string_view found_by,
                    std::string* out) {
  *out += fmt::format("### {}\n\n{}", name, meaning);
  if (!found_by.empty()) *out += fmt::format(" Found at once by: {}.", found_by);
  *out += "\n\n| column | type | meaning |\n|---|---|---|\n";
  for (const Column& column : columns) {
    std::string meaning_cell(column.meaning);
    for (std::size_t at = 0; (at = meaning_cell.find('|', at)) != std::string::npos; at += 2) {
      meaning_cell.insert(at, 1, '\\');
    }
    *out += fmt::format("| {} | {} | {} |\n", column.name, TypeName(column.type), meaning_cell);
  }
  *out += '\n';
}

}  // namespace

std::span<const Table> AllTables() {
  static const std::vector<Table> tables = MakeTables();
  return tables;
}

std::span<const View> AllViews() { return Views(); }

std::string CreateTable(const Table& table) {
  std::string sql = fmt::format("CREATE TABLE {} (", table.name);
  const char* separator = "";
  for (const Column& column : table.columns) {
    sql += fmt::format("{}{} {}", separator, column.name, TypeName(column.type));
    separator = ", ";
  }
  if (table.key.empty()) return sql + ")";
  separator = "";
  sql += ", PRIMARY KEY (";
  for (const int column : table.key) {
    sql += separator;
    sql += table.columns[static_cast<std::size_t>(column)].name;
    separator = ", ";
  }
  return sql + ")) WITHOUT ROWID";
}

std::string SchemaSql() {
  std::string out;
  for (const Table& t : AllTables()) {
    AppendSql("CREATE TABLE", t.name, t.meaning, t.columns, LookupText(t), &out);
  }
  for (const View& v : AllViews()) {
    AppendSql("CREATE VIEW", v.name, v.meaning, v.columns, "", &out);
  }
  for (const TableFunction& f : AllFunctions()) {
    AppendSql("-- SELECT * FROM", f.example, f.meaning, f.columns, "", &out);
  }
  out.pop_back();  // the blank line
  return out;
}

std::string SchemaMarkdown() {
  std::string out;
  for (const Table& t : AllTables()) {
    AppendMarkdown(t.name, t.meaning, t.columns, LookupText(t), &out);
  }
  for (const View& v : AllViews()) {
    AppendMarkdown(v.name, std::string(v.meaning) + " A view.", v.columns, "", &out);
  }
  for (const TableFunction& f : AllFunctions()) {
    AppendMarkdown(f.example, std::string(f.meaning) + " A function.", f.columns, "", &out);
  }
  out.pop_back();
  return out;
}

}  // namespace claimgraph
