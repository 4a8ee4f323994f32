// Asks a graph in SQL: SQLite over virtual tables, which only read.
//
//   auto session = SqlSession::Open(reader);
//   session->Run("SELECT id, text FROM claims WHERE document = 3", {}, &printer);
//
// A session holds no rows: each is read from the graph as SQLite asks for it.
// A statement can neither write, attach, load an extension nor change settings,
// and is bounded in depth and in the size of any one value (see session.cc).
#ifndef CLAIMGRAPH_QUERIES_SQL_SESSION_H_
#define CLAIMGRAPH_QUERIES_SQL_SESSION_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/csr_source.h"
#include "queries/sql/cell.h"

namespace claimgraph {

struct SqlLimits {
  std::size_t rows = 0;                       // 0: no limit
  double seconds = 0;                         // 0: no limit
  const std::atomic<bool>* cancel = nullptr;  // watched while a statement runs; may be null
};

// Why an answer ended.
enum class SqlEnd : std::uint8_t {
  kWhole,
  kRowLimit,  // there are more rows
  kTimeLimit,
  kCancelled,
  kEnough,  // for the taker
};

struct SqlAnswer {
  std::size_t rows = 0;  // taken
  SqlEnd end = SqlEnd::kWhole;
};

// Takes an answer as it comes.
class RowTaker {
 public:
  virtual ~RowTaker() = default;
  // Once, before any row; a statement that gives no columns never gets here.
  virtual void Columns(std::span<const std::string> names) = 0;
  // As many cells as columns; they last until this returns.  False: no more rows
  // are wanted.
  virtual bool Row(std::span<const Cell> cells) = 0;
};

// One thread at a time.
class SqlSession {
 public:
  // `reader` and `source` must outlive the session.  `source` gives the same graph as
  // arrays to the functions that need it (functions.h); null: they are made.
  [[nodiscard]] static Result<std::unique_ptr<SqlSession>> Open(const GraphReader& reader,
                                                                CsrSource* source = nullptr);
  ~SqlSession();
  SqlSession(const SqlSession&) = delete;
  SqlSession& operator=(const SqlSession&) = delete;

  // Runs one statement.  InvalidArgument if it is not SQL, not one statement, or
  // would do more than read; the reader's own error if the graph cannot be read.
  // A limit that was reached is no error: rows taken before stay taken.
  [[nodiscard]] Result<SqlAnswer> Run(std::string_view sql, const SqlLimits& limits,
                                      RowTaker* taker);

 private:
  struct State;
  explicit SqlSession(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_SESSION_H_
