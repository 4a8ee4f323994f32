// A function that gives rows is, to SQLite, a table without a name of its own
// whose hidden columns are the arguments: impact('w3') is
// `impact WHERE node = 'w3'`.  xBestIndex says which arguments it must have before it
// can begin, so that a join gives them first; xFilter makes the whole answer.

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "queries/sql/functions.h"
#include "queries/sql/result_cell.h"
#include "queries/sql/virtual_table.h"

namespace claimgraph {
namespace {

constexpr double kRowsOfARanking = 10'000;
constexpr double kRowsOfAnAnswer = 20;
constexpr double kCostOfAnAnswer = 100'000;  // the graph is looked at as a whole

// What SQLite hands back to us when it meets the function's name.
struct Module {
  Connection* connection;
  const TableFunction* function;
};

struct FunctionTable : sqlite3_vtab {
  Connection* connection = nullptr;
  const TableFunction* function = nullptr;
};

struct FunctionCursor : sqlite3_vtab_cursor {
  std::vector<Cell> arguments{};  // as they were given
  std::vector<FunctionRow> rows{};
  std::size_t at = 0;
};

FunctionTable* Of(sqlite3_vtab* table) { return static_cast<FunctionTable*>(table); }
FunctionCursor* Of(sqlite3_vtab_cursor* cursor) { return static_cast<FunctionCursor*>(cursor); }

int Refuse(sqlite3_vtab* table, const std::string& why) {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("%s", why.c_str());
  return SQLITE_ERROR;
}

std::string Declaration(const TableFunction& function) {
  std::string sql = "CREATE TABLE x(";
  for (const Column& column : function.columns) {
    const bool text = column.type == ColumnType::kText;
    const bool real = column.type == ColumnType::kReal;
    sql += fmt::format("{} {}, ", column.name, text ? "TEXT" : real ? "REAL" : "INTEGER");
  }
  for (const std::string_view node : function.nodes) sql += fmt::format("{} HIDDEN, ", node);
  sql.resize(sql.size() - 2);
  return sql + ")";
}

int Connect(sqlite3* database, void* aux, int, const char* const*, sqlite3_vtab** out, char**) {
  const auto* module = static_cast<const Module*>(aux);
  const int declared = sqlite3_declare_vtab(database, Declaration(*module->function).c_str());
  if (declared != SQLITE_OK) return declared;
  sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
  auto table = std::make_unique<FunctionTable>();
  table->connection = module->connection;
  table->function = module->function;
  *out = table.release();
  return SQLITE_OK;
}

int Disconnect(sqlite3_vtab* table) {
  delete Of(table);
  return SQLITE_OK;
}

// idxNum says how many arguments come, which are the first ones.
int BestIndex(sqlite3_vtab* base, sqlite3_index_info* info) {
  const TableFunction& function = *Of(base)->function;
  const int first = static_cast<int>(function.columns.size());
  bool waits = false;
  std::size_t given = 0;
  for (; given < function.nodes.size(); ++given) {
    int usable = -1;
    bool later = false;
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& c = info->aConstraint[i];
      if (c.iColumn != first + static_cast<int>(given)) continue;
      if (c.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
      if (c.usable != 0) {
        usable = i;
      } else {
        later = true;
      }
    }
    waits = waits || (usable < 0 && later);
    if (usable < 0) break;
    info->aConstraintUsage[usable].argvIndex = static_cast<int>(given) + 1;
    info->aConstraintUsage[usable].omit = 1;
  }
  if (waits) return SQLITE_CONSTRAINT;  // another order of tables gives it
  if (given < function.required) {
    return Refuse(base, fmt::format("{} needs {} argument{}: {}", function.name, function.required,
                                    function.required == 1 ? "" : "s", function.example));
  }
  info->idxNum = static_cast<int>(given);
  info->estimatedCost = kCostOfAnAnswer;
  info->estimatedRows = static_cast<sqlite3_int64>(given > 0 ? kRowsOfAnAnswer : kRowsOfARanking);
  return SQLITE_OK;
}

int Open(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
  *out = std::make_unique<FunctionCursor>().release();
  return SQLITE_OK;
}

int Close(sqlite3_vtab_cursor* cursor) {
  delete Of(cursor);
  return SQLITE_OK;
}

int Filter(sqlite3_vtab_cursor* base, int, const char*, int argc, sqlite3_value** argv) {
  FunctionCursor& cursor = *Of(base);
  FunctionTable& table = *Of(base->pVtab);
  cursor.arguments.clear();
  cursor.rows.clear();
  cursor.at = 0;
  std::vector<std::string> arguments;
  for (int i = 0; i < argc; ++i) {
    const int type = sqlite3_value_type(argv[i]);
    if (type == SQLITE_NULL) return SQLITE_OK;  // nothing is nowhere
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(argv[i]));
    if (text == nullptr) return SQLITE_NOMEM;
    cursor.arguments.push_back(type == SQLITE_INTEGER
                                   ? Cell(std::int64_t{sqlite3_value_int64(argv[i])})
                                   : Cell(std::string(text)));
    const std::string letter(type == SQLITE_INTEGER ? 1 : 0, table.function->kind);
    arguments.push_back(letter + text);
  }
  Result<std::vector<FunctionRow>> rows =
      table.function->answer({table.connection->reader, *table.connection->source, arguments});
  if (!rows) {
    // A node that is not there is a fault of the statement, not of the store.
    if (rows.error().code != ErrorCode::kInvalidArgument) table.connection->error = rows.error();
    return Refuse(&table, fmt::format("{}: {}", table.function->name, rows.error().message));
  }
  cursor.rows = *std::move(rows);
  return SQLITE_OK;
}

int Next(sqlite3_vtab_cursor* cursor) {
  ++Of(cursor)->at;
  return SQLITE_OK;
}

int AtEnd(sqlite3_vtab_cursor* cursor) { return Of(cursor)->at >= Of(cursor)->rows.size() ? 1 : 0; }

int ReadColumn(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
  const FunctionRow& row = Of(base)->rows[Of(base)->at];
  const auto at = static_cast<std::size_t>(column);
  if (at < row.size()) {
    ResultCell(row[at], context);
  } else if (at - row.size() < Of(base)->arguments.size()) {
    ResultCell(Of(base)->arguments[at - row.size()], context);
  }
  return SQLITE_OK;
}

int RowId(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = static_cast<sqlite3_int64>(Of(cursor)->at);
  return SQLITE_OK;
}

// Without xCreate a module is its own and only table.
constexpr sqlite3_module MakeModule() {
  sqlite3_module m{};
  m.xConnect = Connect;
  m.xBestIndex = BestIndex;
  m.xDisconnect = Disconnect;
  m.xOpen = Open;
  m.xClose = Close;
  m.xFilter = Filter;
  m.xNext = Next;
  m.xEof = AtEnd;
  m.xColumn = ReadColumn;
  m.xRowid = RowId;
  return m;
}

constexpr sqlite3_module kModule = MakeModule();

}  // namespace

Status AddFunctions(Connection* connection, sqlite3* database) {
  std::string use;  // makes each table, as compiling the first statement on it would
  for (const TableFunction& function : AllFunctions()) {
    const auto forget = [](void* module) { delete static_cast<Module*>(module); };
    if (sqlite3_create_module_v2(database, std::string(function.name).c_str(), &kModule,
                                 new Module{connection, &function}, forget) != SQLITE_OK) {
      return Fail(ErrorCode::kIo, sqlite3_errmsg(database));
    }
    use += fmt::format("PRAGMA table_info('{}');", function.name);
  }
  if (sqlite3_exec(database, use.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return Fail(ErrorCode::kIo, sqlite3_errmsg(database));
}

}  // namespace claimgraph
