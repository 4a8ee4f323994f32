// What SQLite leaves to the graph: the same rows as without, and no scan where a
// lookup will do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/store/graph_store.h"
#include "queries/sql/tables.h"
#include "tests/sql_test_util.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing::Not;

class SqlPushdownTest : public testing::TestWithParam<unsigned> {
 protected:
  SqlPushdownTest() : store_(RandomStore(GetParam(), 9)), session_(*SqlSession::Open(*store_)) {}

  std::vector<std::string> Rows(const std::string& sql) const {
    const SqlReply answer = AskSql(session_.get(), sql);
    EXPECT_EQ(answer.error, "") << sql;
    return answer.rows;
  }

  void ExpectSameRows(const std::string& fast, const std::string& slow) const {
    std::vector<std::string> a = Rows(fast);
    std::vector<std::string> b = Rows(slow);
    std::ranges::sort(a);
    std::ranges::sort(b);
    EXPECT_EQ(a, b) << fast;
  }

  // Literals for some values of the column, and for some that it has not.
  std::vector<std::string> Values(const Table& table, int column) const {
    const Column& c = table.columns[static_cast<std::size_t>(column)];
    std::vector<std::string> values =
        Rows("SELECT DISTINCT quote(" + std::string(c.name) + ") FROM " + std::string(table.name) +
             " ORDER BY random() LIMIT 12");
    for (const char* odd : {"NULL", "0", "-1", "1", "'1'", "' 1 '", "1.0", "1.5", "9e99", "''",
                            "'no such'", "x'31'", "9223372036854775807"}) {
      values.emplace_back(odd);
    }
    return values;
  }

  std::unique_ptr<GraphReader> store_;
  std::unique_ptr<SqlSession> session_;
};

// A unary plus hides a column from the planner, and its affinity from the
// comparison; the cast brings that back.
std::string Hidden(const Column& column) { return "+" + std::string(column.name); }

// Compares as the column would: an integer column takes a number in text as one.
std::string AsColumn(const Column& column, const std::string& literal) {
  if (column.type == ColumnType::kText) return literal;
  return literal.starts_with('\'') ? "CAST(" + literal + " AS NUMERIC)" : literal;
}

TEST_P(SqlPushdownTest, EveryLookupGivesTheRowsOfAScan) {
  for (const Table& table : AllTables()) {
    for (const Lookup& lookup : table.lookups) {
      if (lookup.columns.size() > 1) continue;
      const Column& column = table.columns[static_cast<std::size_t>(lookup.columns[0])];
      const std::string name(column.name);
      const std::string from = "SELECT * FROM " + std::string(table.name) + " WHERE ";
      for (const std::string& value : Values(table, lookup.columns[0])) {
        if (column.type == ColumnType::kInteger && value == "'no such'") {
          EXPECT_TRUE(Rows(from + name + " = " + value).empty());
          continue;
        }
        if (column.type == ColumnType::kInteger && value == "''") continue;
        ExpectSameRows(from + name + " = " + value,
                       from + Hidden(column) + " = " + AsColumn(column, value));
      }
      ExpectSameRows(from + name + " IN (1, 2, 5, 'uncited-claim', 'claim')",
                     from + Hidden(column) + " IN (1, 2, 5, 'uncited-claim', 'claim')");
    }
  }
}

// SQLite unites two lookups, and remembers which rows an outer join has shown, by
// what tells rows apart.
TEST_P(SqlPushdownTest, RowsAreToldApart) {
  for (const Table& table : AllTables()) {
    const std::string name(table.name);
    const auto column = [&](const Lookup& lookup) {
      return table.columns[static_cast<std::size_t>(lookup.columns[0])];
    };
    for (const Lookup& a : table.lookups) {
      for (const Lookup& b : table.lookups) {
        const std::vector<std::string> as = Values(table, a.columns[0]);
        const std::vector<std::string> bs = Values(table, b.columns[0]);
        for (std::size_t i = 0; i < 3 && i < as.size() && i < bs.size(); ++i) {
          const auto query = [&](const std::string& plus) {
            return "SELECT * FROM " + name + " WHERE " + plus + std::string(column(a).name) +
                   " = " + as[i] + " OR " + plus + std::string(column(b).name) + " = " + bs[i];
          };
          ExpectSameRows(query(""), query("+"));
        }
      }
    }
  }
  for (const char* join : {"claims c RIGHT JOIN evidence_lines e ON e.claim = c.id",
                           "claims c FULL JOIN claim_citations x ON x.claim = c.id",
                           "claim_citations x RIGHT JOIN claims c ON x.claim = c.id",
                           "refs r FULL JOIN works w ON w.id = r.work",
                           "works w FULL JOIN work_names n ON n.work = w.id AND w.year > 2004",
                           "findings f RIGHT JOIN claims c ON f.claim = c.id"}) {
    std::string slow = join;
    slow.replace(slow.find(" ON ") + 4, 0, "+");
    ExpectSameRows(std::string("SELECT * FROM ") + join, "SELECT * FROM " + slow);
    EXPECT_EQ(Rows(std::string("SELECT count(*) FROM ") + join).size(), 1u);
  }
}

TEST_P(SqlPushdownTest, EdgesFromAndToEveryNode) {
  const std::string from = "SELECT * FROM edges WHERE ";
  for (const char* kind : {"document", "claim", "citation", "ref", "work", "proposition",
                           "evidence_line", "finding", "study", "", "Claim"}) {
    for (const char* id : {"1", "2", "7", "11", "0", "NULL", "'3'", "4000"}) {
      for (const char* edge : {"", " AND %edge = 'cites'", " AND %edge = 'judges'",
                               " AND %edge = 'has_claim'", " AND %edge = 'no such'"}) {
        for (const std::string end : {"from", "to"}) {
          const auto query = [&](const std::string& plus) {
            std::string more = edge;
            if (!more.empty()) more.replace(more.find('%'), 1, plus);
            const std::string number = std::string(id) == "'3'" && !plus.empty() ? "3" : id;
            return from + plus + end + "_kind = '" + kind + "' AND " + plus + end +
                   "_id = " + number + more;
          };
          ExpectSameRows(query(""), query("+"));
        }
      }
    }
  }
}

// Ids, and what one edge tells, are served without the noun.
TEST_P(SqlPushdownTest, AColumnAloneIsTheColumnOfTheWhole) {
  for (const Table& table : AllTables()) {
    const std::string from = " FROM " + std::string(table.name);
    const SqlReply whole = AskSql(session_.get(), "SELECT *" + from);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string column(table.columns[i].name);
      EXPECT_EQ(Rows("SELECT " + column + from),
                Rows("SELECT " + column + " FROM (SELECT *" + from + " LIMIT -1 OFFSET 0)"));
      EXPECT_EQ(Rows("SELECT quote(" + column + ") || '' " + from).size(), whole.rows.size());
    }
  }
}

TEST_P(SqlPushdownTest, OrderIsTheOrderOfASort) {
  for (const Table& table : AllTables()) {
    if (table.order.empty()) continue;
    const std::string key(table.columns[static_cast<std::size_t>(table.order[0])].name);
    const std::string name(table.name);
    for (const std::string& columns : {key, std::string("*")}) {
      for (const std::string end : {"", " DESC", " LIMIT 3", " DESC LIMIT 3"}) {
        const std::string from = "SELECT " + columns + " FROM " + name;
        if (columns == "*" && name != "claims") continue;  // ties may come in any order
        EXPECT_EQ(Rows(from + " ORDER BY " + key + end), Rows(from + " ORDER BY +" + key + end));
      }
    }
    for (const Lookup& lookup : table.lookups) {
      const std::string column(table.columns[static_cast<std::size_t>(lookup.columns[0])].name);
      for (const std::string& value : Values(table, lookup.columns[0])) {
        const std::string from =
            "SELECT " + key + " FROM " + name + " WHERE " + column + " = " + value;
        EXPECT_EQ(Rows(from + " ORDER BY " + key), Rows(from + " ORDER BY +" + key)) << from;
      }
    }
  }
}

TEST_P(SqlPushdownTest, JoinsGiveTheSameHoweverTheyArePlanned) {
  const std::pair<const char*, const char*> joins[] = {
      {"SELECT c.id, r.work FROM claims c JOIN claim_citations x ON x.claim = c.id "
       "JOIN citation_refs p ON p.citation = x.citation JOIN refs r ON r.id = p.ref",
       "SELECT c.id, r.work FROM claims c JOIN claim_citations x ON +x.claim = +c.id "
       "JOIN citation_refs p ON +p.citation = +x.citation JOIN refs r ON +r.id = +p.ref"},
      {"SELECT w.id, c.id FROM works w JOIN evidence_lines e ON e.work = w.id "
       "JOIN claims c ON c.id = e.claim WHERE w.year > 2003",
       "SELECT w.id, c.id FROM works w JOIN evidence_lines e ON +e.work = +w.id "
       "JOIN claims c ON +c.id = +e.claim WHERE w.year > 2003"},
      {"SELECT d.source, f.message FROM documents d LEFT JOIN findings f ON f.document = d.id",
       "SELECT d.source, f.message FROM documents d LEFT JOIN findings f ON +f.document = +d.id"},
      {"SELECT id FROM claims c WHERE NOT EXISTS "
       "(SELECT 1 FROM claim_citations x WHERE x.claim = c.id)",
       "SELECT id FROM claims c WHERE +id NOT IN (SELECT claim FROM claim_citations)"},
      {"SELECT w.id FROM works w JOIN work_names n ON n.work = w.id WHERE n.name = 'doi:10.5555/3'",
       "SELECT w.id FROM works w JOIN work_names n ON +n.work = +w.id "
       "WHERE +n.name = 'doi:10.5555/3'"},
  };
  for (const auto& [fast, slow] : joins) ExpectSameRows(fast, slow);
}

INSTANTIATE_TEST_SUITE_P(Seeds, SqlPushdownTest, testing::Values(1u, 2u, 3u));

// How much of the graph a question reads.
class SqlReadsTest : public testing::Test {
 protected:
  Calls Reads(const std::string& sql) {
    const auto session = SqlSession::Open(reader_);
    reader_.calls = {};
    const SqlReply answer = AskSql(session->get(), sql);
    EXPECT_EQ(answer.error, "") << sql;
    rows_ = answer.rows.size();
    return reader_.calls;
  }

  std::string Plan(const std::string& sql) {
    std::string plan;
    for (const std::string& row : AskSql(reader_, "EXPLAIN QUERY PLAN " + sql).rows) {
      plan += row + "\n";
    }
    return plan;
  }

  std::unique_ptr<GraphReader> store_ = RandomStore(5, 30);
  CountingReader reader_{*store_};
  std::size_t rows_ = 0;
};

TEST_F(SqlReadsTest, LookupsNeverScan) {
  const std::string claim = AskSql(*store_, "SELECT max(id) FROM claims").rows[0];
  struct Case {
    std::string sql;
    int most_calls;
  };
  const Case cases[] = {
      {"SELECT text FROM claims WHERE id = " + claim, 1},
      {"SELECT text FROM claims WHERE id = 999999", 1},
      {"SELECT text, document FROM claims WHERE id = '" + claim + "'", 1},
      {"SELECT * FROM works WHERE id = 1", 1},
      {"SELECT id FROM claims WHERE document = 1", 1},
      {"SELECT text FROM claims WHERE document = 1", 1 + 8},
      {"SELECT id FROM refs WHERE document = 1", 1},
      {"SELECT id FROM citations WHERE document = 1", 1},
      {"SELECT id FROM findings WHERE document = 1", 1},
      {"SELECT id FROM findings WHERE rule = 'single-study'", 1 + 1},
      {"SELECT id FROM evidence_lines WHERE document = 1", 1 + 8},
      {"SELECT title FROM documents WHERE source = 'full.md'", 2},
      {"SELECT id FROM propositions WHERE key = 'walking|unstated|pain||'", 2},
      {"SELECT work FROM work_names WHERE name = 'doi:10.5555/1'", 2},
      {"SELECT citation FROM claim_citations WHERE claim = " + claim, 1},
      {"SELECT claim FROM claim_citations WHERE citation = 1", 1},
      {"SELECT ref FROM citation_refs WHERE citation = 1", 1},
      {"SELECT citation FROM citation_refs WHERE ref = 1", 1},
      {"SELECT proposition FROM claim_propositions WHERE claim = " + claim, 1},
      {"SELECT claim FROM claim_propositions WHERE proposition = 1", 2},
      {"SELECT work FROM claim_works WHERE claim = " + claim, 1 + 2 + 2},
      {"SELECT id FROM refs WHERE work = 1", 2},
      {"SELECT work FROM refs WHERE id = 1", 2},
      {"SELECT * FROM results WHERE claim = " + claim, 1},
      {"SELECT to_id FROM edges WHERE from_kind = 'claim' AND from_id = " + claim, 2},
      {"SELECT to_id FROM edges WHERE from_kind = 'claim' AND from_id = 9 AND edge = 'cites'", 1},
      {"SELECT from_id FROM edges WHERE to_kind = 'work' AND to_id = 1", 6},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.sql);
    const Calls calls = Reads(c.sql);
    EXPECT_EQ(calls.scans, 0);
    EXPECT_LE(calls.finds + calls.neighbours + calls.names + calls.rules, c.most_calls);
    EXPECT_THAT(Plan(c.sql), Not(HasSubstr("INDEX 0:")));
  }
}

TEST_F(SqlReadsTest, JoinsAlongEdgesNeverScan) {
  const char* joins[] = {
      "SELECT w.title FROM claim_citations x JOIN citation_refs p ON p.citation = x.citation "
      "JOIN refs r ON r.id = p.ref JOIN works w ON w.id = r.work WHERE x.claim = 100",
      "SELECT c.text FROM refs r JOIN citation_refs p ON p.ref = r.id "
      "JOIN claim_citations x ON x.citation = p.citation JOIN claims c ON c.id = x.claim "
      "WHERE r.work = 1",
      "SELECT c.id, e.certainty FROM claims c JOIN evidence_lines e ON e.claim = c.id "
      "WHERE c.document = 1",
      "SELECT c.text FROM propositions p JOIN claim_propositions s ON s.proposition = p.id "
      "JOIN claims c ON c.id = s.claim WHERE p.key = 'walking|unstated|sleep||'",
      "SELECT c.text FROM claim_works x JOIN claims c ON c.id = x.claim WHERE x.work = 1",
      "SELECT d.source, c.text FROM findings f JOIN claims c ON c.id = f.claim "
      "JOIN documents d ON d.id = f.document WHERE f.rule = 'uncited-claim'",
      "SELECT a.rule FROM claims c JOIN appraisals a ON a.claim = c.id WHERE c.document = 2",
  };
  for (const char* join : joins) {
    SCOPED_TRACE(join);
    EXPECT_EQ(Reads(join).scans, 0);
    EXPECT_THAT(Plan(join), Not(HasSubstr("INDEX 0:")));
  }
}

TEST_F(SqlReadsTest, WhatIsNotAskedForIsNotRead) {
  EXPECT_EQ(Reads("SELECT id, source, title FROM documents").whole, 0);
  EXPECT_EQ(Reads("SELECT text FROM documents WHERE id = 1").whole, 1);
  // Only the gaps between ids are tried.
  const auto refs = static_cast<int>(store_->All(NodeKind::kReference).size());
  EXPECT_LE(Reads("SELECT id, work FROM refs").finds,
            static_cast<int>(store_->LastId(NodeKind::kReference)) - refs);
  EXPECT_EQ(Reads("SELECT claim FROM claim_citations").finds, 0);
  // Neither a sort nor a walk to the end
  const Calls first = Reads("SELECT id, text FROM claims ORDER BY id DESC LIMIT 3");
  EXPECT_EQ(rows_, 3u);
  EXPECT_LE(first.finds, 8);
  EXPECT_EQ(first.scans, 0);
  EXPECT_THAT(Plan("SELECT id, text FROM claims ORDER BY id DESC LIMIT 3"),
              Not(HasSubstr("TEMP B-TREE")));
  EXPECT_THAT(Plan("SELECT claim, count(*) FROM claim_citations GROUP BY claim"),
              Not(HasSubstr("TEMP B-TREE")));
}

TEST_F(SqlReadsTest, IdsComeFromTheListBeyondTheFirst) {
  const auto store = RandomStore(6, 300);
  const CountingReader counting(*store);
  for (const char* sql :
       {"SELECT count(*) FROM claims", "SELECT id FROM claims ORDER BY id DESC"}) {
    counting.calls = {};
    EXPECT_EQ(AskSql(counting, sql).error, "");
    EXPECT_LE(counting.calls.finds, 1024);
    EXPECT_EQ(counting.calls.scans, 1);
  }
  EXPECT_EQ(AskSql(counting, "SELECT count(*) FROM claims").rows[0],
            std::to_string(store->All(NodeKind::kClaim).size()));
  EXPECT_GT(store->All(NodeKind::kClaim).size(), 1500u);
}

TEST_F(SqlReadsTest, AMillionNeighboursAreNotReadForTen) {
  const auto store = NewMemoryStore();
  constexpr int kNotes = 600;
  for (int i = 0; i < kNotes; ++i) {
    ASSERT_TRUE(store->PutDocument(TinyGraph("note-" + std::to_string(i), "h", {"doi:10.5555/x"})));
  }
  EXPECT_EQ(AskSql(*store, "SELECT count(*), count(DISTINCT id) FROM refs WHERE work = 1").rows,
            std::vector<std::string>{"600|600"});
  const CountingReader counting(*store);
  EXPECT_EQ(AskSql(counting, "SELECT id FROM refs WHERE work = 1 LIMIT 10").rows.size(), 10u);
  EXPECT_EQ(counting.calls.neighbours, 1);
}

// Most ids are gone: then the list of those that are left is cheaper.
TEST_F(SqlReadsTest, GapsDoNotCostMoreThanAList) {
  const auto store = NewMemoryStore();
  std::mt19937 random(3);
  constexpr int kVersions = 300;
  for (int i = 0; i < kVersions; ++i) {
    ASSERT_TRUE(store->PutDocument(RandomGraph(&random, "again.md", 4)));
  }
  const CountingReader counting(*store);
  for (const char* order : {"", " ORDER BY id DESC"}) {
    counting.calls = {};
    const SqlReply answer = AskSql(counting, std::string("SELECT id, text FROM claims") + order);
    EXPECT_EQ(answer.rows.size(), store->All(NodeKind::kClaim).size());
    EXPECT_LT(counting.calls.finds, 100);
    EXPECT_LE(counting.calls.scans, 1);
  }
}

}  // namespace
}  // namespace claimgraph
