// docs/sql.md is true: its schema is the code's, and each of its questions has
// an answer in the examples.  CLAIMGRAPH_UPDATE_GOLDEN=1 rewrites the schema.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "queries/sql/tables.h"
#include "tests/sql_test_util.h"

namespace claimgraph {
namespace {

constexpr const char* kPage = CLAIMGRAPH_SOURCE_DIR "/docs/sql.md";
constexpr std::string_view kBegin = "<!-- schema: made by `claimgraph sql --schema` -->\n\n";
constexpr std::string_view kEnd = "\n<!-- end of schema -->\n";

std::string ReadPage() {
  std::ifstream file(kPage, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SqlDocsTest, SchemaIsTheCodes) {
  std::string page = ReadPage();
  const std::size_t begin = page.find(kBegin);
  const std::size_t end = page.find(kEnd);
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const std::size_t first = begin + kBegin.size();
  if (std::getenv("CLAIMGRAPH_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(kPage, std::ios::binary)
        << page.substr(0, first) << SchemaMarkdown() << page.substr(end);
    return;
  }
  EXPECT_TRUE(page.substr(first, end - first) == SchemaMarkdown())
      << "run with CLAIMGRAPH_UPDATE_GOLDEN=1 to rewrite " << kPage;
}

// The ```sql blocks under "## Questions".
std::vector<std::string> Questions() {
  const std::string page = ReadPage();
  constexpr std::string_view kFence = "```sql\n";
  std::vector<std::string> questions;
  std::size_t at = page.find("## Questions");
  while (at != std::string::npos && (at = page.find(kFence, at)) != std::string::npos) {
    at += kFence.size();
    questions.push_back(page.substr(at, page.find("```", at) - at));
  }
  return questions;
}

TEST(SqlDocsTest, QuestionsHaveAnswersInTheExamples) {
  const std::vector<std::string> questions = Questions();
  EXPECT_EQ(questions.size(), 13u);
  const std::unique_ptr<GraphReader> store = ExamplesStore();
  for (const std::string& question : questions) {
    const SqlReply reply = AskSql(*store, question);
    EXPECT_EQ(reply.error, "") << question;
    EXPECT_FALSE(reply.rows.empty()) << question;
  }
}

}  // namespace
}  // namespace claimgraph
