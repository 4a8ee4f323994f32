// What a statement may not do, how it ends, and how its answer is printed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <thread>

#include "core/store/graph_store.h"
#include "queries/sql/print.h"
#include "tests/sql_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kEndless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

class SqlSessionTest : public testing::Test {
 protected:
  SqlReply Ask(std::string_view sql, const SqlLimits& limits = {}) {
    return AskSql(session_.get(), sql, limits);
  }

  std::unique_ptr<GraphReader> store_ = RandomStore(1, 5);
  std::unique_ptr<SqlSession> session_ = *SqlSession::Open(*store_);
};

TEST_F(SqlSessionTest, OnlyReads) {
  const std::pair<const char*, const char*> cases[] = {
      // Writes
      {"INSERT INTO claims(id) VALUES (1)", "INSERT is refused; a statement may only read"},
      {"UPDATE works SET title = ''", "may not be modified"},
      {"DELETE FROM claims", "may not be modified"},
      {"CREATE TABLE t(x)", "changing the schema is refused; a statement may only read"},
      {"CREATE TEMP TABLE t(x)", "changing the schema is refused"},
      {"CREATE TABLE t AS SELECT * FROM claims", "changing the schema is refused"},
      {"CREATE VIEW v AS SELECT 1", "changing the schema is refused"},
      {"CREATE TEMP TRIGGER t AFTER INSERT ON claims BEGIN SELECT 1; END", "sql: "},
      {"CREATE VIRTUAL TABLE t USING claimgraph(claims)", "changing the schema is refused"},
      {"DROP TABLE claims", "changing the schema is refused"},
      {"DROP VIEW studies", "changing the schema is refused"},
      {"ALTER TABLE claims RENAME TO c", "sql: "},
      {"ANALYZE", "changing the schema is refused"},
      {"INSERT INTO sqlite_schema VALUES (1, 2, 3, 4, 5)", "sql: "},
      {"BEGIN", "a transaction is refused"},
      {"SAVEPOINT s", "a transaction is refused"},
      {"VACUUM", "the statement would write"},
      {"VACUUM INTO '/tmp/claimgraph-must-not-be'", "the statement would write"},
      // Ways out
      {"ATTACH 'other.db' AS other", "ATTACH is refused"},
      {"DETACH main", "DETACH is refused"},
      {"PRAGMA writable_schema = 1", "this PRAGMA is refused"},
      {"PRAGMA temp_store_directory = '/tmp'", "this PRAGMA is refused"},
      {"PRAGMA query_only = 0", "this PRAGMA is refused"},
      {"SELECT * FROM pragma_journal_mode", "is refused"},
      {"SELECT load_extension('evil.so')", "sql: "},
      {"SELECT fts3_tokenizer('simple', x'00')", "sql: "},
      {"SELECT * FROM claimgraph", "no such table: claimgraph"},
      {"SELECT readfile('/etc/passwd')", "no such function: readfile"},
      // One statement
      {"SELECT 1; SELECT 2", "more than one statement; run them one at a time"},
      {"SELECT 1; DROP TABLE claims", "more than one statement"},
      {"SELECT 1; nonsense", "more than one statement"},
      {"", "there is no statement"},
      {" -- only words\n;", "there is no statement"},
      {"SELEC 1", "syntax error"},
      {"SELECT verdit FROM claims", "no such column: verdit"},
  };
  for (const auto& [sql, message] : cases) {
    EXPECT_THAT(Ask(sql).error, HasSubstr(message)) << sql;
  }
  EXPECT_THAT(Ask(std::string_view("SELECT 1\0; DROP", 15)).error, HasSubstr("NUL byte"));
}

TEST_F(SqlSessionTest, SaysWhoseMistakeItIs) {
  struct Ignore final : RowTaker {
    void Columns(std::span<const std::string>) override {}
    bool Row(std::span<const Cell>) override { return true; }
  } ignore;
  const auto wrong = session_->Run("DELETE FROM claims", {}, &ignore);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kInvalidArgument);

  CountingReader broken(*store_);
  const auto session = SqlSession::Open(broken);
  broken.health = Fail(ErrorCode::kCorrupt, "store graph: the stored bytes of a key are damaged");
  for (const char* sql : {"SELECT count(*) FROM claims", "SELECT id FROM claims LIMIT 1",
                          "SELECT count(*) FROM claim_citations WHERE claim = 1"}) {
    const auto failed = (*session)->Run(sql, {}, &ignore);
    ASSERT_FALSE(failed) << sql;
    EXPECT_EQ(failed.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(failed.error().message, "store graph: the stored bytes of a key are damaged");
  }
}

TEST_F(SqlSessionTest, LooksAreAllowed) {
  for (const char* sql :
       {"SELECT 1;", "SELECT 1; -- the end", "VALUES (1)", "EXPLAIN SELECT * FROM claims",
        "SELECT name FROM sqlite_schema", "PRAGMA table_info(claims)",
        "SELECT name FROM pragma_table_info('claims')",
        "SELECT value FROM claims, json_each(claims.hedges)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) "
        "SELECT i FROM n",
        "SELECT id, row_number() OVER (PARTITION BY document ORDER BY id) FROM claims"}) {
    const SqlReply reply = Ask(sql);
    EXPECT_EQ(reply.error, "") << sql;
    EXPECT_FALSE(reply.rows.empty()) << sql;
  }
}

TEST_F(SqlSessionTest, RowsAreLimited) {
  const SqlReply all = Ask("SELECT id FROM claims");
  const SqlReply some = Ask("SELECT id FROM claims", {.rows = 3});
  EXPECT_EQ(some.end, SqlEnd::kRowLimit);
  EXPECT_THAT(some.rows, ElementsAre(all.rows[0], all.rows[1], all.rows[2]));
  const SqlReply exact = Ask("SELECT id FROM claims", {.rows = all.rows.size()});
  EXPECT_EQ(exact.end, SqlEnd::kWhole);
  EXPECT_EQ(exact.rows, all.rows);
}

TEST_F(SqlSessionTest, TimeIsLimited) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(Ask(kEndless, {.seconds = 0.05}).end, SqlEnd::kTimeLimit);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_EQ(Ask("SELECT 1", {.seconds = 1e300}).end, SqlEnd::kWhole);
}

TEST_F(SqlSessionTest, IsCancelled) {
  std::atomic<bool> cancel = false;
  std::thread user([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    cancel = true;
  });
  EXPECT_EQ(Ask(kEndless, {.cancel = &cancel}).end, SqlEnd::kCancelled);
  user.join();
  // The session goes on.
  EXPECT_THAT(Ask("SELECT 2").rows, ElementsAre("2"));
}

TEST_F(SqlSessionTest, HostileSqlFailsEarly) {
  const auto times = [](int n, std::string_view word) {
    std::string text;
    for (int i = 0; i < n; ++i) text += word;
    return text;
  };
  const std::string cases[] = {
      "SELECT " + times(100'000, "(") + "1" + times(100'000, ")"),
      "SELECT " + times(5'000, "NOT ") + "1",
      "SELECT 1" + times(5'000, " + 1"),
      "SELECT 1" + times(1'000, " UNION ALL SELECT 1"),
      "SELECT 1" + times(10'000, ", 1"),
      "SELECT '" + times(2 << 20, "x") + "'",
      "SELECT zeroblob(1000000000)",
      "SELECT replace(hex(zeroblob(10000000)), '0', 'a long word in place of a digit')",
      "SELECT 'x' LIKE '" + times(5'000, "%_") + "'",
      "WITH RECURSIVE t(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT max(s) FROM t",
  };
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& sql : cases) {
    EXPECT_THAT(Ask(sql, {.seconds = 5}).error, HasSubstr("sql: ")) << sql.substr(0, 60);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

std::string Printed(const GraphReader& reader, SqlFormat format, std::string_view sql) {
  std::ostringstream out;
  const auto session = SqlSession::Open(reader);
  const auto printer = NewRowPrinter(format, out);
  const auto answer = (*session)->Run(sql, {}, printer.get());
  EXPECT_TRUE(answer) << answer.error().message;
  printer->Finish();
  return out.str();
}

constexpr const char* kOddCells =
    "SELECT 1 AS n, 'a|b, \"c\"' AS t, NULL AS t, '' AS e, 0.5 AS r, x'00ff' AS b "
    "UNION ALL SELECT -20, 'two' || char(10) || 'lines', 'x', 'y', 1e22, NULL";

TEST_F(SqlSessionTest, PrintsEveryFormat) {
  EXPECT_EQ(Printed(*store_, SqlFormat::kTable, kOddCells),
            "n    t          t     e    r      b\n"
            "---  ---------  ----  ---  -----  ----\n"
            "  1  a|b, \"c\"   NULL         0.5  00ff\n"
            "-20  two lines  x     y    1e+22  NULL\n");
  EXPECT_EQ(Printed(*store_, SqlFormat::kCsv, kOddCells),
            "n,t,t,e,r,b\r\n"
            "1,\"a|b, \"\"c\"\"\",,\"\",0.5,00ff\r\n"
            "-20,\"two\nlines\",x,y,1e+22,\r\n");
  EXPECT_EQ(Printed(*store_, SqlFormat::kJsonLines, kOddCells),
            "{\"n\":1,\"t\":\"a|b, \\\"c\\\"\",\"t:2\":null,\"e\":\"\",\"r\":0.5,\"b\":\"00ff\"}\n"
            "{\"n\":-20,\"t\":\"two\\nlines\",\"t:2\":\"x\",\"e\":\"y\",\"r\":1e+22,\"b\":null}\n");
  EXPECT_EQ(Printed(*store_, SqlFormat::kMarkdown, kOddCells),
            "| n | t | t | e | r | b |\n"
            "|---|---|---|---|---|---|\n"
            "| 1 | a\\|b, \"c\" | NULL |  | 0.5 | 00ff |\n"
            "| -20 | two lines | x | y | 1e+22 | NULL |\n");
  const std::string empty = "SELECT id, text FROM claims WHERE id = 0";
  EXPECT_EQ(Printed(*store_, SqlFormat::kTable, empty), "id   text\n---  ----\n");
  EXPECT_EQ(Printed(*store_, SqlFormat::kCsv, empty), "id,text\r\n");
  EXPECT_EQ(Printed(*store_, SqlFormat::kJsonLines, empty), "");
}

TEST_F(SqlSessionTest, LongTablesStreamUnderTheSameWidths) {
  const std::string table = Printed(
      *store_, SqlFormat::kTable,
      "WITH RECURSIVE n(i) AS (SELECT 100001 UNION ALL SELECT i + 1 FROM n WHERE i < 105000) "
      "SELECT i, 'x' AS x FROM n");
  std::istringstream lines(table);
  std::string line;
  int count = 0;
  while (std::getline(lines, line)) {
    ++count;
    if (count > 2) {
      EXPECT_EQ(line.size(), std::string_view("105000  x").size());
    }
  }
  EXPECT_EQ(count, 5002);
}

TEST_F(SqlSessionTest, StopsWhenNobodyReads) {
  std::ostringstream out;
  const auto printer = NewRowPrinter(SqlFormat::kCsv, out);
  out.setstate(std::ios::badbit);
  const auto answer = session_->Run("SELECT id FROM claims", {}, printer.get());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->end, SqlEnd::kEnough);
  EXPECT_EQ(answer->rows, 1u);
}

}  // namespace
}  // namespace claimgraph
