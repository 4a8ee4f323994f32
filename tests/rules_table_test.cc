// The table itself: every rule explains itself, one finding a claim, what ignore
// comments and settings silence, and the page made of it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

#include "core/store/graph_store.h"
#include "queries/rules/rules.h"
#include "queries/rules/suppress.h"
#include "tests/rules_graph.h"

namespace claimgraph {
namespace {

TEST(RulesTest, EveryRuleExplainsItself) {
  for (const Rule& rule : AllRules()) {
    SCOPED_TRACE(rule.name);
    for (const std::string_view words :
         {rule.summary, rule.why, rule.bad, rule.good, rule.limits}) {
      EXPECT_GE(words.size(), 10u);
    }
    EXPECT_FALSE(rule.summary.ends_with('.'));
    EXPECT_TRUE(rule.why.ends_with('.'));
    EXPECT_NE(rule.severity, Severity::kOff);
    EXPECT_NE(rule.run, nullptr);
    const std::string page = RulePage(rule);
    EXPECT_THAT(page, testing::HasSubstr(std::string(rule.bad)));
    for (const char* word : {"fake", "fabricat"}) {  // findings are no verdicts on people
      EXPECT_EQ(page.find(word), std::string::npos);
    }
  }
}

TEST(RulesTest, TableIsSortedAndFindable) {
  std::string_view before;
  for (const Rule& rule : AllRules()) {
    EXPECT_LT(before, rule.name);
    before = rule.name;
    ASSERT_NE(FindRule(rule.name), nullptr);
    EXPECT_EQ(FindRule(rule.name)->name, rule.name);
  }
  EXPECT_EQ(FindRule("uncited"), nullptr);
  EXPECT_EQ(FindRule(""), nullptr);
}

TEST(RulesTest, SpecificRulesExist) {
  std::set<std::string_view> names;
  for (const std::string_view name : SpecificFirst()) {
    EXPECT_NE(FindRule(name), nullptr) << name;
    EXPECT_TRUE(names.insert(name).second) << name;
  }
}

struct Case {
  const char* drawing;
  const char* found;
};

constexpr Case kOneFindingAClaim[] = {
    // Uncited, boosted, large, for everyone: one sentence to mend
    {R"(Studies show that {c1:tea is proven to work powerfully}.
        c1 effect direct_causal boosted uncited overstated boosters=proven magnitudes=powerfully)",
     "phantom-studies: tea is proven to work powerfully"},
    {R"({c1:Tea is proven to work powerfully}.
        c1 effect direct_causal boosted uncited overstated boosters=proven magnitudes=powerfully)",
     "certainty-inflation: Tea is proven to work powerfully"},
    {R"({c1:Tea has powerful effects}.
        c1 effect direct_causal uncited unsupported magnitudes=powerful)",
     "magnitude-inflation: Tea has powerful effects"},
    {R"({c1:Tea raises serotonin and lifts your mood}.
        c1 effect direct_causal uncited unsupported)",
     "uncited-claim: Tea raises serotonin and lifts your mood"},
    {R"({c1:Tea is safe for everyone}.
        c1 safety boosted uncited overstated boosters=clearly)",
     "safety-claim-unsupported: Tea is safe for everyone"},
    // Two claims are two findings
    {R"({c1:Tea cures colds}. {c2:Tea has powerful effects}.
        c1 effect direct_causal uncited unsupported
        c2 effect direct_causal uncited unsupported magnitudes=powerful)",
     "uncited-claim: Tea cures colds / magnitude-inflation: Tea has powerful effects"},
    // A citation's fault stands beside the claim's
    {R"({c1:Tea is proven to cure colds} {k1:(Hill, 2017)}.
        {r1:Hill 2018 Tea}
        c1 effect direct_causal boosted cited_inline overstated cites=k1 boosters=proven
        k1 author_year year=2017 because=year-differs -> r1
        r1 list family=Hill year=2018 "Tea")",
     "certainty-inflation: Tea is proven to cure colds / year-mismatch: 2017"},
};

TEST(RulesTest, OneFindingAClaim) {
  for (const Case& c : kOneFindingAClaim) {
    SCOPED_TRACE(c.drawing);
    EXPECT_EQ(FlaggedByAll(c.drawing), c.found);
  }
}

constexpr const char* kUncitedAndLarge = R"({c1:Tea has powerful effects}.
    It eased the the cough.
    c1 effect direct_causal uncited unsupported magnitudes=powerful)";

std::vector<std::string> RulesFound(const DocumentGraph& graph,
                                    const SeverityOverrides& overrides = {}) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  std::vector<std::string> rules;
  for (const Finding& finding : RunRules({graph, *store}, RuleScope::kDocument, overrides)) {
    rules.push_back(finding.rule);
  }
  return rules;
}

TEST(RulesTest, SilencedRulesSilenceNoOther) {
  const DocumentGraph graph = DrawGraph(kUncitedAndLarge);
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("magnitude-inflation", "text-corruption"));
  EXPECT_THAT(RulesFound(graph, {{"magnitude-inflation", Severity::kOff}}),
              testing::ElementsAre("uncited-claim", "text-corruption"));
}

TEST(RulesTest, SettingsReplaceSeverities) {
  const DocumentGraph graph = DrawGraph(kUncitedAndLarge);
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  const auto findings =
      RunRules({graph, *store}, RuleScope::kDocument, {{"text-corruption", Severity::kError}});
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[0].severity, Severity::kWarning);
  EXPECT_EQ(findings[1].severity, Severity::kError);
}

TEST(RulesTest, IgnoreCommentsCoverTheirBlockOrTheNext) {
  DocumentGraph graph = DrawGraph(kUncitedAndLarge);
  graph.document.ignores = {{.at = 0, .rule = "magnitude-inflation", .reason = "quoted"}};
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("text-corruption"));
  graph.document.ignores = {{.at = 1, .rule = "magnitude-inflation", .reason = "quoted"}};
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("text-corruption"));
  graph.document.ignores = {{.at = 0, .rule = "magnitude-inflation"}};  // without a reason
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("magnitude-inflation", "text-corruption"));
  graph.document.ignores = {{.at = 0, .reason = "without a rule"}};
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("magnitude-inflation", "text-corruption"));
  const std::uint32_t between = graph.document.blocks[0].span.end;
  graph.document.ignores = {{.at = between, .rule = "all", .reason = "quoted"}};
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("magnitude-inflation"));
  graph.document.ignores = {{.at = 0, .rule = "text-corruption", .reason = "wrong block"}};
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("magnitude-inflation", "text-corruption"));
  graph.document.ignores = {{.at = 100'000, .rule = "all", .reason = "nothing follows"}};
  EXPECT_THAT(RulesFound(graph), testing::ElementsAre("magnitude-inflation", "text-corruption"));
}

// "Memory" that leaks is no health claim; a sentence about colds is, in whatever text.
TEST(RulesTest, ClaimsAreJudgedInTextsAboutHealthOnly) {
  constexpr const char* kManual = R"(
      The server keeps its cache in memory, and memory that is not freed is lost until the process
      ends. Every request takes a buffer from the pool, writes its answer there and gives the buffer
      back. {c1:A larger pool reduces memory pressure dramatically}. When the pool is empty the
      request waits, and a warning goes to the log with the number of buffers in use at that time.
      The size of the pool can be set in the settings file or on the command line of the server.
      c1 effect direct_causal uncited unsupported magnitudes=dramatically)";
  EXPECT_EQ(FlaggedByAll(kManual), "");
  // One that speaks of health in passing: its health claims are judged, no others.
  std::string page = kManual;
  page.replace(page.find("The server keeps"), 0,
               "{c2:Massage eases pain dramatically}, and anxiety and insomnia.\n      ");
  page += "\n      c2 effect direct_causal uncited unsupported magnitudes=dramatically";
  EXPECT_EQ(FlaggedByAll(page), "magnitude-inflation: Massage eases pain dramatically");
}

TEST(RulesTest, MessagesStandAlone) {
  const Finding finding = OnlyFinding("uncited-claim", R"(
      {c1:Tea made from the leaves of the northern mountain shrub cures every cold in days}.
      c1 effect direct_causal uncited unsupported write=Tea_may_shorten_colds.)");
  EXPECT_EQ(
      finding.message,
      "\"Tea made from the leaves of the northern mountain shrub...\" has no citation; readers "
      "have nowhere to look");
  EXPECT_EQ(finding.suggestion, "cite the study that shows it, or write: Tea may shorten colds.");
}

// docs/rules.md is what the table says.  CLAIMGRAPH_UPDATE_GOLDEN=1 rewrites it.
TEST(RulesTest, PageIsMadeOfTheTable) {
  const std::string path = CLAIMGRAPH_SOURCE_DIR "/docs/rules.md";
  if (std::getenv("CLAIMGRAPH_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << RulesMarkdown();
  std::ifstream file(path);
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(page == RulesMarkdown()) << "run with CLAIMGRAPH_UPDATE_GOLDEN=1 to rewrite " << path;
}

}  // namespace
}  // namespace claimgraph
