// What keeps a statement in its place:
//   authorizer   while a statement is compiled, says no to all but reading
//   read-only    SQLite's own word for the compiled statement; catches VACUUM
//   limits       on depth, length and number, so that hostile SQL fails early
//   progress     every few hundred steps, a look at the clock and at `cancel`
// The database is in memory and has nothing in it but the virtual tables.

#include "queries/sql/session.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

#include "queries/sql/virtual_table.h"

namespace claimgraph {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kStepsBetweenLooks = 500;

struct Limit {
  int id;
  int value;
};

// Far above what a question needs, far below what a machine has.  A value may
// be as long as the text of the largest article that we promise to take.
constexpr std::array<Limit, 9> kLimits = {{{SQLITE_LIMIT_LENGTH, 64 << 20},
                                           {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
                                           {SQLITE_LIMIT_COLUMN, 500},
                                           {SQLITE_LIMIT_EXPR_DEPTH, 200},
                                           {SQLITE_LIMIT_COMPOUND_SELECT, 100},
                                           {SQLITE_LIMIT_VDBE_OP, 1'000'000},
                                           {SQLITE_LIMIT_ATTACHED, 0},
                                           {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
                                           {SQLITE_LIMIT_WORKER_THREADS, 0}}};

// Pragmas that tell about tables and change nothing.
constexpr std::array<std::string_view, 4> kHarmlessPragmas = {"table_info", "table_xinfo",
                                                              "table_list", "function_list"};
// Tables that SQLite makes when they are first named, which is a write to it.
constexpr const char* kUseTables =
    "SELECT 1 FROM json_each('[]'), json_tree('[]'), pragma_table_info('claims'), "
    "pragma_table_xinfo('claims'), pragma_table_list, pragma_function_list";
constexpr std::array<std::string_view, 2> kHarmfulFunctions = {"load_extension", "fts3_tokenizer"};

// CREATE, DROP and ALTER begin by writing to the table of tables.
std::string_view NameOfAction(int action, const char* first) {
  if (first != nullptr && sqlite3_strnicmp(first, "sqlite_", 7) == 0) return "changing the schema";
  switch (action) {
    case SQLITE_INSERT:
      return "INSERT";
    case SQLITE_UPDATE:
      return "UPDATE";
    case SQLITE_DELETE:
      return "DELETE";
    case SQLITE_ATTACH:
      return "ATTACH";
    case SQLITE_DETACH:
      return "DETACH";
    case SQLITE_PRAGMA:
      return "this PRAGMA";
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
      return "a transaction";
    case SQLITE_FUNCTION:
      return "this function";
    default:
      return "changing the schema";
  }
}

template <std::size_t N>
bool Holds(const std::array<std::string_view, N>& names, const char* name) {
  return name != nullptr && std::ranges::any_of(names, [name](std::string_view n) {
           return sqlite3_stricmp(name, n.data()) == 0;
         });
}

bool OnlyReads(int action, const char* first, const char* second) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return true;
    case SQLITE_FUNCTION:
      return !Holds(kHarmfulFunctions, second);
    case SQLITE_PRAGMA:
      return Holds(kHarmlessPragmas, first);
    default:
      return false;
  }
}

tl::unexpected<Error> Wrong(std::string message) {
  return Fail(ErrorCode::kInvalidArgument, std::move(message));
}

Cell ColumnCell(sqlite3_stmt* statement, int i) {
  const auto bytes = [&](const void* data) {
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
    return std::string_view(static_cast<const char*>(data), size);
  };
  switch (sqlite3_column_type(statement, i)) {
    case SQLITE_INTEGER:
      return static_cast<std::int64_t>(sqlite3_column_int64(statement, i));
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, i);
    case SQLITE_TEXT:
      return bytes(sqlite3_column_text(statement, i));
    case SQLITE_BLOB:
      return Blob{bytes(sqlite3_column_blob(statement, i))};
    default:
      return {};
  }
}

using StatementPtr = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

}  // namespace

struct SqlSession::State {
  explicit State(const GraphReader& reader) : connection{.reader = reader} {}
  ~State() { sqlite3_close(database); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  static int Authorize(void* self, int action, const char* first, const char* second,
                       const char* /*database*/, const char* /*trigger*/) {
    if (OnlyReads(action, first, second)) return SQLITE_OK;
    static_cast<State*>(self)->refused = NameOfAction(action, first);
    return SQLITE_DENY;
  }

  static int Look(void* self) {
    const State& state = *static_cast<State*>(self);
    return state.Cancelled() || state.TimeIsUp() ? 1 : 0;
  }

  bool Cancelled() const { return limits.cancel != nullptr && limits.cancel->load(); }
  bool TimeIsUp() const { return limits.seconds > 0 && Clock::now() >= deadline; }

  void Begin(const SqlLimits& wanted) {
    limits = wanted;
    // Longer than a century is for ever, and fits the clock.
    constexpr double kForever = 3e9;
    limits.seconds = std::min(limits.seconds, kForever);
    deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(limits.seconds));
    refused = {};
    connection.error.reset();
  }

  Result<StatementPtr> Compile(std::string_view sql, const char** tail) {
    sqlite3_stmt* compiled = nullptr;
    const int code =
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &compiled, tail);
    StatementPtr statement(compiled, sqlite3_finalize);
    if (!refused.empty()) {
      return Wrong(fmt::format("sql: {} is refused; a statement may only read", refused));
    }
    if (connection.error) return tl::unexpected(*connection.error);
    if (code != SQLITE_OK) return Wrong(fmt::format("sql: {}", sqlite3_errmsg(database)));
    if (statement && sqlite3_stmt_readonly(compiled) == 0) {
      return Wrong("sql: the statement would write; it may only read");
    }
    return statement;
  }

  Result<SqlAnswer> Step(sqlite3_stmt* statement, RowTaker* taker);

  // What the last step means, if it gave no row.
  Result<SqlEnd> End(int code) const {
    if (connection.error) return tl::unexpected(*connection.error);
    if (code == SQLITE_INTERRUPT) return Cancelled() ? SqlEnd::kCancelled : SqlEnd::kTimeLimit;
    if (code != SQLITE_DONE) return Wrong(fmt::format("sql: {}", sqlite3_errmsg(database)));
    return SqlEnd::kWhole;
  }

  std::unique_ptr<CsrSource> own_source{};  // where none was given
  Connection connection;
  sqlite3* database = nullptr;
  SqlLimits limits{};
  Clock::time_point deadline{};
  std::string_view refused{};  // what the last statement was not allowed
};

Result<SqlAnswer> SqlSession::State::Step(sqlite3_stmt* statement, RowTaker* taker) {
  const int width = sqlite3_column_count(statement);
  std::vector<std::string> names;
  for (int i = 0; i < width; ++i) names.emplace_back(sqlite3_column_name(statement, i));
  if (width > 0) taker->Columns(names);
  std::vector<Cell> cells(static_cast<std::size_t>(width));
  SqlAnswer answer;
  bool more = true;
  while (more) {
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW) {
      const Result<SqlEnd> end = End(code);
      if (!end) return tl::unexpected(end.error());
      answer.end = *end;
      more = false;
    } else if (limits.rows != 0 && answer.rows == limits.rows) {
      answer.end = SqlEnd::kRowLimit;  // only now it is known that there are more
      more = false;
    } else {
      for (int i = 0; i < width; ++i) cells[static_cast<std::size_t>(i)] = ColumnCell(statement, i);
      ++answer.rows;
      more = taker->Row(cells);
      if (!more) answer.end = SqlEnd::kEnough;
    }
  }
  return connection.reader.Health().map([&] { return answer; });
}

SqlSession::SqlSession(std::unique_ptr<State> state) : state_(std::move(state)) {}
SqlSession::~SqlSession() = default;

Result<std::unique_ptr<SqlSession>> SqlSession::Open(const GraphReader& reader, CsrSource* source) {
  auto state = std::make_unique<State>(reader);
  if (source == nullptr) {
    state->own_source = std::make_unique<CsrSource>(reader);
    source = state->own_source.get();
  }
  state->connection.source = source;
  constexpr int kFlags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(":memory:", &state->database, kFlags, nullptr) != SQLITE_OK) {
    return Fail(ErrorCode::kIo, "SQLite does not start");
  }
  sqlite3* database = state->database;
  const Status added = AddTables(&state->connection, database);
  if (!added) return tl::unexpected(added.error());
  if (sqlite3_exec(database, kUseTables, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return Fail(ErrorCode::kIo, fmt::format("SQLite does not start: {}", sqlite3_errmsg(database)));
  }
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  for (const Limit& limit : kLimits) sqlite3_limit(database, limit.id, limit.value);
  sqlite3_set_authorizer(database, State::Authorize, state.get());
  sqlite3_progress_handler(database, kStepsBetweenLooks, State::Look, state.get());
  return std::unique_ptr<SqlSession>(new SqlSession(std::move(state)));
}

Result<SqlAnswer> SqlSession::Run(std::string_view sql, const SqlLimits& limits, RowTaker* taker) {
  state_->Begin(limits);
  if (sql.size() >
      static_cast<std::size_t>(sqlite3_limit(state_->database, SQLITE_LIMIT_SQL_LENGTH, -1))) {
    return Wrong("sql: the statement is longer than 1 MiB");
  }
  if (sql.find('\0') != std::string_view::npos) return Wrong("sql: the statement has a NUL byte");
  const char* tail = nullptr;
  Result<StatementPtr> statement = state_->Compile(sql, &tail);
  if (!statement) return tl::unexpected(statement.error());
  if (!*statement) return Wrong("sql: there is no statement");
  if (sqlite3_bind_parameter_count(statement->get()) > 0) {
    return Wrong("sql: the statement has a parameter, such as ?; write the value itself");
  }
  const std::string_view rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
  const Result<StatementPtr> second = state_->Compile(rest, &tail);
  if (!second || *second) {
    return Wrong("sql: more than one statement; run them one at a time");
  }
  return state_->Step(statement->get(), taker);
}

}  // namespace claimgraph
