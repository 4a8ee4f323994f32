// What SQLite asks, and who answers:
//   xBestIndex  which of the table's lookups serve these conditions, and at what
//               cost; the choice travels as idxNum (the lookup, and a direction)
//               and idxStr (which columns are used)
//   xFilter     begins a walk (Rows::Start) with the values of the conditions
//   xNext       moves it; xColumn reads, as late as can be
// A condition that a lookup serves exactly is not looked at again; one on text
// is, since SQL's equality of text and numbers has corners of its own.

#include "queries/sql/virtual_table.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "queries/sql/result_cell.h"
#include "queries/sql/tables.h"

namespace claimgraph {
namespace {

constexpr const char* kModule = "claimgraph";
constexpr int kDescending = 1;
constexpr int kLookupShift = 1;  // idxNum = (lookup + 1) << 1 | kDescending
constexpr std::size_t kMostKeys = 3;
constexpr double kScanCost = 2;  // of a row, where a step of SQLite's own is 1
constexpr double kLookupCost = 5;
constexpr sqlite3_int64 kRowsOfALookup = 8;

struct VirtualTable : sqlite3_vtab {
  Connection* connection = nullptr;
  const Table* table = nullptr;
  std::uint64_t size = 0;  // about how many rows there are
};

struct Cursor : sqlite3_vtab_cursor {
  std::unique_ptr<Rows> rows{};
  bool at_end = true;
};

VirtualTable* Of(sqlite3_vtab* table) { return static_cast<VirtualTable*>(table); }
VirtualTable* TableOf(sqlite3_vtab_cursor* cursor) { return Of(cursor->pVtab); }
Cursor* Of(sqlite3_vtab_cursor* cursor) { return static_cast<Cursor*>(cursor); }

ColumnType TypeOf(const Table& table, int column) {
  return table.columns[static_cast<std::size_t>(column)].type;
}

int Fail(VirtualTable* table, const Error& error) {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("%s", error.message.c_str());
  table->connection->error = error;
  return SQLITE_ERROR;
}

// argv[3] is the table's name among ours.
int Connect(sqlite3* database, void* aux, int argc, const char* const* argv, sqlite3_vtab** out,
            char** message) {
  const std::string_view name = argc > 3 ? argv[3] : "";
  const auto tables = AllTables();
  const auto table = std::ranges::find(tables, name, &Table::name);
  if (table == tables.end()) {
    *message = sqlite3_mprintf("no such table of the graph");
    return SQLITE_ERROR;
  }
  const int declared = sqlite3_declare_vtab(database, CreateTable(*table).c_str());
  if (declared != SQLITE_OK) return declared;
  sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
  auto made = std::make_unique<VirtualTable>();
  made->connection = static_cast<Connection*>(aux);
  made->table = &*table;
  made->size = made->connection->reader.LastId(table->counted);
  *out = made.release();
  return SQLITE_OK;
}

// Not the same function: a module that creates as it connects could be used
// without a table, as `SELECT * FROM claimgraph`.
int Create(sqlite3* database, void* aux, int argc, const char* const* argv, sqlite3_vtab** out,
           char** message) {
  return Connect(database, aux, argc, argv, out, message);
}

int Disconnect(sqlite3_vtab* table) {
  delete Of(table);
  return SQLITE_OK;
}

// For each column of the lookup, the condition that gives it; empty if one lacks.
std::vector<int> ConditionsFor(const Table& table, const Lookup& lookup, sqlite3_index_info* info) {
  std::vector<int> conditions;
  for (const int column : lookup.columns) {
    const bool text = TypeOf(table, column) == ColumnType::kText;
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& c = info->aConstraint[i];
      if (c.usable == 0 || c.op != SQLITE_INDEX_CONSTRAINT_EQ || c.iColumn != column) continue;
      // Our names are looked up byte by byte.
      if (text && sqlite3_stricmp(sqlite3_vtab_collation(info, i), "BINARY") != 0) continue;
      conditions.push_back(i);
      break;
    }
  }
  if (conditions.size() != lookup.columns.size()) conditions.clear();
  return conditions;
}

// True if rows that ascend by table.order are in the order asked for, or, with
// `descending`, those that descend.
bool IsOrder(const Table& table, const sqlite3_index_info& info, bool descending) {
  if (info.nOrderBy > static_cast<int>(table.order.size())) return false;
  for (int i = 0; i < info.nOrderBy; ++i) {
    if (info.aOrderBy[i].iColumn != table.order[static_cast<std::size_t>(i)]) return false;
    if ((info.aOrderBy[i].desc != 0) != descending) return false;
  }
  return true;
}

int BestIndex(sqlite3_vtab* base, sqlite3_index_info* info) {
  const VirtualTable& virtual_table = *Of(base);
  const Table& table = *virtual_table.table;
  info->idxStr = sqlite3_mprintf("%llx", static_cast<sqlite3_uint64>(info->colUsed));
  if (info->idxStr == nullptr) return SQLITE_NOMEM;
  info->needToFreeIdxStr = 1;
  for (std::size_t n = 0; n < table.lookups.size(); ++n) {
    const Lookup& lookup = table.lookups[n];
    const std::vector<int> conditions = ConditionsFor(table, lookup, info);
    if (conditions.empty()) continue;
    const bool exact = std::ranges::none_of(
        lookup.columns, [&](int column) { return TypeOf(table, column) == ColumnType::kText; });
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      auto& usage = info->aConstraintUsage[conditions[i]];
      usage.argvIndex = static_cast<int>(i) + 1;
      usage.omit = exact ? 1 : 0;
    }
    info->idxNum = static_cast<int>(n + 1) << kLookupShift;
    // A kind or a rule alone leads to a share of all rows, however many they are.
    const bool broad = lookup.columns.size() == 1 && !lookup.unique && !exact;
    info->estimatedRows =
        lookup.unique ? 1
                      : std::max(kRowsOfALookup,
                                 broad ? static_cast<sqlite3_int64>(virtual_table.size / 8) : 0);
    info->estimatedCost = kLookupCost + static_cast<double>(info->estimatedRows) * kScanCost;
    if (lookup.unique) info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    info->orderByConsumed = info->nOrderBy > 0 && lookup.ordered && IsOrder(table, *info, false);
    return SQLITE_OK;
  }
  info->idxNum = 0;
  info->estimatedRows = static_cast<sqlite3_int64>(virtual_table.size) + 1;
  info->estimatedCost = kLookupCost + static_cast<double>(info->estimatedRows) * kScanCost;
  if (info->nOrderBy > 0 && IsOrder(table, *info, false)) {
    info->orderByConsumed = 1;
  } else if (info->nOrderBy == 1 && table.reversible && IsOrder(table, *info, true)) {
    info->orderByConsumed = 1;
    info->idxNum = kDescending;
  }
  return SQLITE_OK;
}

int Open(sqlite3_vtab* base, sqlite3_vtab_cursor** out) {
  auto cursor = std::make_unique<Cursor>();
  cursor->rows = Of(base)->table->open(Of(base)->connection->reader);
  *out = cursor.release();
  return SQLITE_OK;
}

int Close(sqlite3_vtab_cursor* cursor) {
  delete Of(cursor);
  return SQLITE_OK;
}

int Next(sqlite3_vtab_cursor* base) {
  Cursor& cursor = *Of(base);
  const Result<bool> there = cursor.rows->Next();
  if (!there) return Fail(TableOf(base), there.error());
  cursor.at_end = !*there;
  return SQLITE_OK;
}

enum class KeyUse { kLook, kNothing, kScan };

// The value as a key of a column of `type`: kNothing if no value of the column
// equals it, kScan if SQLite had better compare them itself.
KeyUse KeyOf(sqlite3_value* value, ColumnType type, Cell* key) {
  if (sqlite3_value_type(value) == SQLITE_NULL) return KeyUse::kNothing;
  if (type == ColumnType::kText) {
    if (sqlite3_value_type(value) == SQLITE_BLOB) return KeyUse::kNothing;
    if (sqlite3_value_type(value) != SQLITE_TEXT) return KeyUse::kScan;
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    if (text == nullptr) return KeyUse::kNothing;
    *key = std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
    return KeyUse::kLook;
  }
  switch (sqlite3_value_numeric_type(value)) {
    case SQLITE_INTEGER:
      *key = static_cast<std::int64_t>(sqlite3_value_int64(value));
      return KeyUse::kLook;
    case SQLITE_FLOAT: {
      const double number = sqlite3_value_double(value);
      constexpr double kLargest = 9.2e18;
      if (!(std::fabs(number) < kLargest) || std::floor(number) != number) return KeyUse::kNothing;
      *key = static_cast<std::int64_t>(number);
      return KeyUse::kLook;
    }
    default:
      return KeyUse::kNothing;
  }
}

int Filter(sqlite3_vtab_cursor* base, int number, const char* used, int argc,
           sqlite3_value** argv) {
  Cursor& cursor = *Of(base);
  const Table& table = *TableOf(base)->table;
  Choice choice{.lookup = (number >> kLookupShift) - 1,
                .used = std::strtoull(used, nullptr, 16),
                .descending = (number & kDescending) != 0};
  Cell keys[kMostKeys];
  cursor.at_end = true;
  for (int i = 0; i < argc; ++i) {
    const Lookup& lookup = table.lookups[static_cast<std::size_t>(choice.lookup)];
    const int column = lookup.columns[static_cast<std::size_t>(i)];
    const KeyUse use = KeyOf(argv[i], TypeOf(table, column), &keys[i]);
    if (use == KeyUse::kNothing) return SQLITE_OK;
    if (use == KeyUse::kScan) {
      choice.lookup = -1;
      break;
    }
  }
  if (choice.lookup >= 0) choice.keys = {keys, static_cast<std::size_t>(argc)};
  const Status started = cursor.rows->Start(choice);
  if (!started) return Fail(TableOf(base), started.error());
  return Next(base);
}

int AtEnd(sqlite3_vtab_cursor* cursor) { return Of(cursor)->at_end ? 1 : 0; }

int ReadColumn(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
  const Result<Cell> cell = Of(base)->rows->At(column);
  if (!cell) return Fail(TableOf(base), cell.error());
  ResultCell(*cell, context);
  return SQLITE_OK;
}

int RowId(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = Of(cursor)->rows->Number();
  return SQLITE_OK;
}

// Without xUpdate, SQLite itself refuses to write.
constexpr sqlite3_module Module() {
  sqlite3_module m{};
  m.iVersion = 0;
  m.xCreate = Create;
  m.xConnect = Connect;
  m.xBestIndex = BestIndex;
  m.xDisconnect = Disconnect;
  m.xDestroy = Disconnect;
  m.xOpen = Open;
  m.xClose = Close;
  m.xFilter = Filter;
  m.xNext = Next;
  m.xEof = AtEnd;
  m.xColumn = ReadColumn;
  m.xRowid = RowId;
  return m;
}

constexpr sqlite3_module kTables = Module();

Status Execute(sqlite3* database, const std::string& sql) {
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return claimgraph::Fail(ErrorCode::kIo, sqlite3_errmsg(database));
}

}  // namespace

Status AddTables(Connection* connection, sqlite3* database) {
  if (sqlite3_create_module_v2(database, kModule, &kTables, connection, nullptr) != SQLITE_OK) {
    return claimgraph::Fail(ErrorCode::kIo, sqlite3_errmsg(database));
  }
  for (const Table& t : AllTables()) {
    const Status made = Execute(
        database, fmt::format("CREATE VIRTUAL TABLE {} USING {}({})", t.name, kModule, t.name));
    if (!made) return made;
  }
  for (const View& v : AllViews()) {
    const Status made = Execute(database, fmt::format("CREATE VIEW {} AS {}", v.name, v.select));
    if (!made) return made;
  }
  return AddFunctions(connection, database);
}

}  // namespace claimgraph
