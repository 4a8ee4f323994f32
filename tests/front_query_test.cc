// Questions to a store of three drawn articles, its export, and explanations.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "core/store/graph_store.h"
#include "queries/explain.h"
#include "queries/exports/json.h"
#include "queries/query.h"
#include "queries/rules/rules.h"
#include "tests/rules_graph.h"

namespace claimgraph {
namespace {

using nlohmann::json;

constexpr const char* kTea = R"(
# Tea
{c1:Tea cures colds} and {c2:tea eases back pain} {k1:[1]}.
# References
{r1:Hill, A. (2018). Tea for back pain.}
c1 effect direct_causal uncited unsupported tea>decrease>cold
c2 effect direct_causal cited_inline overstated cites=k1 tea>decrease>back_pain>adult
k1 numeric numbers=1 -> r1
r1 list family=Hill year=2018 "Tea for back pain"
e1 c2 r1 randomised_controlled_trial population=different
)";

constexpr const char* kYoga = R"(
# Yoga
{c1:Yoga eases back pain} and {c2:yoga lifts mood}.
c1 effect direct_causal uncited unsupported yoga>decrease>back_pain
c2 effect direct_causal uncited unsupported yoga>improve>mood>older_adult
)";

class QueryTest : public testing::Test {
 protected:
  void SetUp() override {
    Add("tea.md", kTea);
    Add("yoga.md", kYoga);
  }

  void Add(const std::string& source, const char* drawing) {
    DocumentGraph graph = DrawGraph(drawing);
    graph.document.source = source;
    graph.document.hash = source;
    graph.findings = RunRules({graph, *store_}, RuleScope::kDocument);
    ASSERT_TRUE(store_->PutDocument(graph));
  }

  // "tea.md Tea cures colds" for each answer, or the error.
  std::vector<std::string> Answers(const Query& query) const {
    std::vector<std::string> answers;
    const Status asked = Ask(*store_, query, [&](const Answer& answer) {
      answers.push_back(answer.document.source + " " +
                        (answer.claim ? answer.claim->text : answer.finding->message));
    });
    if (!asked) answers.push_back(asked.error().message);
    return answers;
  }

  std::unique_ptr<GraphStore> store_ = NewMemoryStore();
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(QueryTest, RulesAnswerByDocumentAndPosition) {
  EXPECT_THAT(Answers({.subjects = {"uncited-claim"}}),
              ElementsAre("tea.md Tea cures colds", "yoga.md Yoga eases back pain",
                          "yoga.md yoga lifts mood"));
}

TEST_F(QueryTest, VerdictsAreSubjectsToo) {
  EXPECT_THAT(Answers({.subjects = {"overstated"}}), ElementsAre("tea.md tea eases back pain"));
  EXPECT_THAT(Answers({.subjects = {"weakly-supported"}}), IsEmpty());
  EXPECT_THAT(Answers({.subjects = {"overstated", "unsupported"}}),
              ElementsAre("tea.md tea eases back pain", "tea.md Tea cures colds",
                          "yoga.md Yoga eases back pain", "yoga.md yoga lifts mood"));
}

TEST_F(QueryTest, Filters) {
  struct Case {
    Query query;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {{.document = "yoga.md", .outcome = "mood"}, {"yoga.md yoga lifts mood"}},
      {{.document = "d1"}, {"tea.md Tea cures colds"}},
      {{.intervention = "yoga"}, {"yoga.md Yoga eases back pain", "yoga.md yoga lifts mood"}},
      // Whole words, case and accents aside
      {{.outcome = "Pain"}, {"yoga.md Yoga eases back pain"}},
      {{.outcome = "pai"}, {}},
      {{.intervention = "yogâ", .population = "adult"}, {"yoga.md yoga lifts mood"}},
      {{.population = "adult"}, {"yoga.md yoga lifts mood"}},
      {{.intervention = "coffee"}, {}},
      {{.limit = 2}, {"tea.md Tea cures colds", "yoga.md Yoga eases back pain"}},
  };
  for (Case c : cases) {
    c.query.subjects = {"unsupported"};
    SCOPED_TRACE(testing::PrintToString(c.expected));
    EXPECT_EQ(Answers(c.query), c.expected);
    c.query.subjects = {"uncited-claim"};
    EXPECT_EQ(Answers(c.query), c.expected);
  }
}

TEST_F(QueryTest, NamesTheNearestRule) {
  EXPECT_THAT(Answers({.subjects = {"uncited-clam"}}),
              ElementsAre("\"uncited-clam\" is neither a rule nor a verdict; did you mean "
                          "\"uncited-claim\"?"));
  EXPECT_THAT(Answers({.subjects = {"overstated"}, .document = "no.md"}),
              ElementsAre("no document \"no.md\" in the store"));
}

TEST_F(QueryTest, ExportHoldsEveryNodeAndParses) {
  std::ostringstream out;
  ASSERT_TRUE(ExportJson(ExportScope(*store_), {}, out));
  const json got = json::parse(out.str());
  EXPECT_EQ(got["schema"], "claimgraph/export/1");
  const std::pair<const char*, NodeKind> kinds[] = {{"documents", NodeKind::kDocument},
                                                    {"claims", NodeKind::kClaim},
                                                    {"citations", NodeKind::kCitation},
                                                    {"references", NodeKind::kReference},
                                                    {"works", NodeKind::kWork},
                                                    {"propositions", NodeKind::kProposition},
                                                    {"evidence_lines", NodeKind::kEvidenceLine},
                                                    {"findings", NodeKind::kFinding}};
  for (const auto& [key, kind] : kinds) {
    EXPECT_EQ(got[key].size(), store_->All(kind).size()) << key;
  }
  EXPECT_EQ(got["claims"][3]["document"], "d2");
  EXPECT_EQ(got["claims"][3]["proposition"]["outcomes"], json({"mood"}));
  std::ostringstream again;
  ASSERT_TRUE(ExportJson(ExportScope(*store_), {}, again));
  EXPECT_EQ(out.str(), again.str());
}

TEST_F(QueryTest, ExplainsEveryStepOfAClaim) {
  const auto graph = LoadDocumentGraph(*store_, DocumentId{1});
  ASSERT_TRUE(graph);
  const std::string page = ExplainClaim(*store_, *graph, {}, graph->claims[1]);
  for (const char* part :
       {"c2 at tea.md:byte ", "\"tea eases back pain\"", "tea -> decrease -> back pain; in adult",
        "Sources: cited inline", "x1 \"[1]\", numeric", "-> r1 Hill, 2018: Tea for back pain",
        "a randomised controlled trial", "population different", "Verdict: overstated"}) {
    EXPECT_THAT(page, testing::HasSubstr(part));
  }
}

TEST_F(QueryTest, ExplainsAFindingByItsRuleAndItsClaim) {
  const auto graph = LoadDocumentGraph(*store_, DocumentId{2});
  ASSERT_TRUE(graph);
  const std::string page = ExplainFinding(*store_, *graph, {}, graph->findings.at(0));
  for (const char* part : {"uncited-claim", "why", "Verdict: unsupported", "Sources: uncited"}) {
    EXPECT_THAT(page, testing::HasSubstr(part));
  }
}

}  // namespace
}  // namespace claimgraph
