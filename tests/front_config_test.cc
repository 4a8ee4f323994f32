// .claimgraph.toml: what it may say, and what every mistake in it is told.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "claimgraph/config.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;

TEST(ConfigTest, ReadsSeveritiesAndTheLimit) {
  const auto config = ParseConfig(
      "fail-on = \"error\"\n[rules]\nuncited-claim = \"off\"\nfuture-year = \"info\"\n", "c.toml");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->fail_on, Severity::kError);
  EXPECT_EQ(config->severities, (SeverityOverrides{{"uncited-claim", Severity::kOff},
                                                   {"future-year", Severity::kInfo}}));
}

TEST(ConfigTest, AnEmptyFileChangesNothing) {
  const auto config = ParseConfig("# nothing yet\n", "c.toml");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->fail_on, std::nullopt);
  EXPECT_TRUE(config->severities.empty());
}

TEST(ConfigTest, AVocabularyStandsBesideTheFileThatNamesIt) {
  const auto config = ParseConfig("vocabulary = \"../terms.toml\"", "posts/2024/c.toml");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->vocabulary, "posts/terms.toml");
  EXPECT_EQ(ParseConfig("vocabulary = \"/t.toml\"", "c.toml")->vocabulary, "/t.toml");
}

TEST(ConfigTest, EveryMistakeStopsTheRunWithItsLine) {
  struct Case {
    std::string_view toml;
    std::string_view expected;  // the message begins so
  };
  constexpr Case kCases[] = {
      {"[rules]\nuncited-clam = \"off\"",
       "c.toml:2: unknown rule \"uncited-clam\"; did you mean \"uncited-claim\"?"},
      {"[rules]\nzzz = \"off\"", "c.toml:2: unknown rule \"zzz\""},
      {"[rules]\nuncited-claim = \"loud\"",
       "c.toml:2: uncited-claim is one of off, info, warning, error"},
      {"[rules]\nuncited-claim = true",
       "c.toml:2: uncited-claim is one of off, info, warning, error"},
      {"fail_on = \"error\"", "c.toml:1: unknown key \"fail_on\"; did you mean \"fail-on\"?"},
      {"\n\nfail-on = 3", "c.toml:3: fail-on is one of error, warning, info, never"},
      {"uncited-claim = \"off\"",
       "c.toml:1: unknown key \"uncited-claim\"; did you mean \"[rules] uncited-claim\"?"},
      {"vocabulary = 1", "c.toml:1: vocabulary is the path of a TOML file"},
      {"rules = 1", "c.toml:1: rules is a table: [rules]"},
      // Not TOML; the words after the line are the library's
      {"[rules]\nuncited-claim = off", "c.toml:2: "},
      {"[rules", "c.toml:1: "},
      {"[rules]\nfuture-year = \"off\"\nfuture-year = \"off\"", "c.toml:3: "},
      {"\xFF", "c.toml:1: "},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.toml);
    const auto config = ParseConfig(c.toml, "c.toml");
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().code, ErrorCode::kInvalidArgument);
    EXPECT_THAT(config.error().message, testing::StartsWith(std::string(c.expected)));
  }
}

TEST(ConfigTest, TheNearestFileAboveCounts) {
  const TempDir dir;
  fs::create_directories(dir / "a/b");
  std::ofstream(dir / ".claimgraph.toml") << "fail-on = \"info\"\n";
  const auto above = FindConfig(dir / "a/b/draft.md");
  ASSERT_TRUE(above);
  EXPECT_EQ(above->fail_on, Severity::kInfo);
  std::ofstream(dir / "a/.claimgraph.toml") << "fail-on = \"never\"\n";
  const auto nearer = FindConfig(dir / "a/b/draft.md");
  ASSERT_TRUE(nearer);
  EXPECT_EQ(nearer->fail_on, Severity::kOff);
}

TEST(ConfigTest, ABareFileNameStandsInTheCurrentFolder) {
  const TempDir dir;
  std::ofstream(dir / ".claimgraph.toml") << "fail-on = \"never\"\n";
  const fs::path before = fs::current_path();
  fs::current_path(dir / "");
  const auto bare = FindConfig("draft.md");
  const auto standard_input = FindConfig("-");
  fs::current_path(before);
  ASSERT_TRUE(bare) << bare.error().message;
  EXPECT_EQ(bare->fail_on, Severity::kOff);
  EXPECT_EQ(bare->path, ".claimgraph.toml");
  ASSERT_TRUE(standard_input);
  EXPECT_EQ(standard_input->fail_on, Severity::kOff);
}

TEST(ConfigTest, AMistakeIsSaidWithThePathOfTheFile) {
  const TempDir dir;
  std::ofstream(dir / ".claimgraph.toml") << "colour = 1\n";
  const auto config = FindConfig(dir / "draft.md");
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error().message, testing::HasSubstr(".claimgraph.toml:1: unknown key"));
}

TEST(RuleNamesTest, AreChecked) {
  EXPECT_TRUE(CheckRuleNames({}));
  EXPECT_TRUE(CheckRuleNames({"uncited-claim", "future-year"}));
  const Status wrong = CheckRuleNames({"uncited-claim", "futur-year"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "unknown rule \"futur-year\"; did you mean \"future-year\"?");
}

}  // namespace
}  // namespace claimgraph
