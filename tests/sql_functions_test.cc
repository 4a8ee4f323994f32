// Functions of SQL give what the questions in C++ give.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "queries/graph/conflicts.h"
#include "queries/graph/impact.h"
#include "queries/graph/influence.h"
#include "queries/graph/read_csr.h"
#include "queries/sql/functions.h"
#include "queries/sql/session.h"
#include "tests/sql_test_util.h"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SqlFunctionsTest : public testing::Test {
 protected:
  SqlFunctionsTest() : store_(RandomStore(7, 9)), arrays_(*ReadEvidenceCsr(*store_)) {}

  std::vector<std::string> Rows(const std::string& sql) {
    const SqlReply reply = AskSql(*store_, sql);
    return reply.error.empty() ? reply.rows : std::vector{"error: " + reply.error};
  }

  std::unique_ptr<GraphReader> store_;
  EvidenceArrays arrays_;
};

TEST_F(SqlFunctionsTest, EveryFunctionAnswersWithTheColumnsThatItDeclares) {
  for (const TableFunction& f : AllFunctions()) {
    SCOPED_TRACE(f.name);
    std::string call = std::string(f.name) + "(";
    const NodeKind kind = f.kind == 'c' ? NodeKind::kClaim : NodeKind::kWork;
    for (std::size_t i = 0; i < f.required; ++i) {
      call += (i > 0 ? ", '" : "'") + std::string(1, f.kind) +
              std::to_string(store_->All(kind).front()) + "'";
    }
    const std::string columns =
        Rows("SELECT count(*) FROM pragma_table_info('" + std::string(f.name) + "')")[0];
    EXPECT_EQ(columns, std::to_string(f.columns.size()));
    const std::vector<std::string> rows = Rows("SELECT * FROM " + call + ")");
    if (!rows.empty()) EXPECT_THAT(rows[0], testing::Not(HasSubstr("error")));
  }
}

TEST_F(SqlFunctionsTest, ImpactIsTheQuestionsOwn) {
  const EvidenceCsr graph = arrays_.view();
  std::size_t asked = 0;
  for (const std::uint64_t work : store_->All(NodeKind::kWork)) {
    const Impact impact = ImpactOf(graph, *store_, Node(WorkId{work}), 1'000'000);
    std::vector<std::string> expected;
    for (const ClaimImpact& i : impact.claims) {
      expected.push_back(std::to_string(i.trail.front().node.id) + "|" +
                         std::string(Name(i.change.fate)));
    }
    asked += expected.size();
    const std::string id = std::to_string(work);
    EXPECT_EQ(Rows("SELECT claim, fate FROM impact('w" + id + "')"), expected);
    EXPECT_EQ(Rows("SELECT claim, fate FROM impact(" + id + ")"), expected);
  }
  EXPECT_GT(asked, 5u) << "the store is to have such claims";
}

TEST_F(SqlFunctionsTest, RankingsAreTheQuestionsOwn) {
  const EvidenceCsr graph = arrays_.view();
  EXPECT_THAT(Rows("SELECT * FROM load_bearing()"), SizeIs(RankByImpact(graph).size()));
  EXPECT_THAT(Rows("SELECT * FROM influence()"), SizeIs(RankByInfluence(graph).size()));
  std::size_t claims = 0;
  for (const Conflict& c : FindConflicts(graph))
    claims += c.one.claims.size() + c.other.claims.size();
  EXPECT_THAT(Rows("SELECT * FROM conflicts()"), SizeIs(claims));
}

TEST_F(SqlFunctionsTest, JoinsGiveTheArgument) {
  const std::string alone = Rows("SELECT count(*) FROM claims")[0];
  EXPECT_EQ(Rows("SELECT count(DISTINCT c.id) FROM claims c LEFT JOIN chains(c.id) h")[0], alone);
  const std::vector<std::string> joined =
      Rows("SELECT w.id, i.claim FROM works w JOIN impact(w.id) i ORDER BY 1, 2");
  const std::vector<std::string> turned =
      Rows("SELECT w.id, i.claim FROM impact(w.id) i JOIN works w ORDER BY 1, 2");
  EXPECT_EQ(joined, turned);
  EXPECT_THAT(joined, testing::Not(IsEmpty()));
}

TEST_F(SqlFunctionsTest, ArgumentsCanBeAskedFor) {
  const std::string id = std::to_string(store_->All(NodeKind::kDocument).front());
  const std::string claims = Rows("SELECT claims FROM coverage(" + id + ")").at(0);
  EXPECT_EQ(Rows("SELECT v.claims FROM coverage(" + id +
                 ") v JOIN documents d ON d.id = v.document_is"),
            std::vector{claims});
  EXPECT_EQ(Rows("SELECT count(*) FROM coverage('d" + id + "') WHERE document_is = 'd" + id + "'"),
            std::vector<std::string>{"1"});
}

TEST_F(SqlFunctionsTest, WaysAreJson) {
  const std::vector<std::string> steps = Rows(
      "SELECT json_extract(j.value, '$.id') FROM works w JOIN impact(w.id) i "
      "JOIN json_each(i.way) j WHERE j.key = 0 AND i.claim = 1 LIMIT 1");
  if (!steps.empty()) EXPECT_EQ(steps[0], "c1");
}

TEST_F(SqlFunctionsTest, WrongArgumentsAreSaid) {
  const std::pair<const char*, const char*> cases[] = {
      {"SELECT * FROM impact('no such thing')", "impact: "},
      {"SELECT * FROM impact('c1')", "impact: "},
      {"SELECT * FROM impact", "impact needs 1 argument: impact('w3')"},
      {"SELECT * FROM path('c1')", "path needs 2 arguments"},
      {"SELECT * FROM chains('w1')", "chains: "},
      {"SELECT * FROM coverage('nowhere.md')", "coverage: "},
      {"SELECT * FROM impact('w1', 'w2')", "too many arguments"},
  };
  for (const auto& [sql, message] : cases) {
    SCOPED_TRACE(sql);
    const std::vector<std::string> rows = Rows(sql);
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_THAT(rows[0], HasSubstr(message));
  }
  EXPECT_THAT(Rows("SELECT * FROM impact(NULL)"), IsEmpty());
}

}  // namespace
}  // namespace claimgraph
