// Questions to the graph through the front door.

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "claimgraph/claimgraph.h"
#include "queries/graph/csr_source.h"

namespace claimgraph {
namespace {

constexpr GraphSubject kAll[] = {
    GraphSubject::kImpact,      GraphSubject::kIndependence, GraphSubject::kChains,
    GraphSubject::kConflicts,   GraphSubject::kInfluence,    GraphSubject::kCoverage,
    GraphSubject::kCommunities, GraphSubject::kPath,         GraphSubject::kNeighbours};

TEST(GraphAnswersTest, AnEmptyStoreHasAnAnswer) {
  const Workspace workspace = Workspace::InMemory();
  for (const GraphSubject subject :
       {GraphSubject::kImpact, GraphSubject::kConflicts, GraphSubject::kInfluence,
        GraphSubject::kCoverage, GraphSubject::kCommunities}) {
    SCOPED_TRACE(Name(subject));
    std::ostringstream json;
    ASSERT_TRUE(workspace.AskJson({.subject = subject}, json));
    const auto answer = nlohmann::json::parse(json.str());
    EXPECT_EQ(answer.at("schema"), "claimgraph/" + std::string(Name(subject)) + "/1");
    EXPECT_EQ(answer.at("count"), 0);
    std::ostringstream text;
    EXPECT_TRUE(workspace.Ask({.subject = subject}, text));
  }
}

TEST(GraphAnswersTest, TheNumberOfNodesMustFit) {
  const Workspace workspace = Workspace::InMemory();
  for (const GraphSubject subject : kAll) {
    SCOPED_TRACE(Name(subject));
    std::ostringstream out;
    const Status asked = workspace.Ask({.subject = subject, .nodes = {"c1", "c2", "c3"}}, out);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(out.str(), "");
  }
  std::ostringstream out;
  EXPECT_EQ(workspace.Ask({.subject = GraphSubject::kChains}, out).error().message,
            "chains takes 1 node, not 0");
  EXPECT_FALSE(workspace.Ask({.subject = GraphSubject::kImpact, .through = 2}, out));
  EXPECT_EQ(workspace.Ask({.subject = GraphSubject::kChains, .nodes = {"c1"}}, out).error().message,
            "no claim \"c1\" in the store");
}

// A store of the examples, on disk.
class GraphOnDiskTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name =
        (std::filesystem::temp_directory_path() / "claimgraph-graph-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    Import({std::string(CLAIMGRAPH_SOURCE_DIR) + "/examples"});
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Import(const std::vector<std::string>& paths) const {
    Result<Workspace> workspace = Workspace::Open(Store(), Workspace::Access::kWrite);
    ASSERT_TRUE(workspace) << workspace.error().message;
    EXPECT_TRUE(workspace->Import(paths).failed.empty());
  }

  std::string Ask(const GraphQuestion& question) const {
    const Result<Workspace> workspace = Workspace::Open(Store(), Workspace::Access::kRead);
    std::ostringstream out;
    EXPECT_TRUE(workspace->AskJson(question, out)) << Name(question.subject);
    EXPECT_TRUE(workspace->Ask(question, out));
    return out.str();
  }

  std::string Store() const { return folder_ + "/store"; }
  std::string Snapshot() const { return Store() + "/" + kSnapshotName; }

  std::string folder_;
};

// Also finds a question that looks at a part of the graph that it does not ask for:
// of a mapped graph, that part is empty.
TEST_F(GraphOnDiskTest, EveryAnswerFromASnapshotIsThatFromTheStore) {
  const std::vector<GraphQuestion> questions = {
      {.subject = GraphSubject::kImpact},
      {.subject = GraphSubject::kImpact, .nodes = {"w2"}},
      {.subject = GraphSubject::kImpact, .nodes = {"d1"}},
      {.subject = GraphSubject::kIndependence, .nodes = {"c1"}},
      {.subject = GraphSubject::kIndependence, .nodes = {"p1"}},
      {.subject = GraphSubject::kChains, .nodes = {"c1"}},
      {.subject = GraphSubject::kConflicts},
      {.subject = GraphSubject::kInfluence},
      {.subject = GraphSubject::kCoverage},
      {.subject = GraphSubject::kCoverage, .nodes = {"d1"}},
      {.subject = GraphSubject::kCommunities},
      {.subject = GraphSubject::kImpact, .nodes = {"w2"}, .through = 2},
      {.subject = GraphSubject::kImpact, .nodes = {"d1"}, .through = 1},
      {.subject = GraphSubject::kNeighbours, .nodes = {"c1"}},
      {.subject = GraphSubject::kPath, .nodes = {"c1", "w2"}}};
  for (const GraphQuestion& question : questions) {
    SCOPED_TRACE(Name(question.subject));
    EXPECT_TRUE(std::filesystem::remove(Snapshot()));
    const std::string made = Ask({question});
    if (question.subject == GraphSubject::kPath) (void)Ask({.subject = GraphSubject::kConflicts});
    EXPECT_EQ(Ask(question), made);
  }
}

TEST_F(GraphOnDiskTest, AnImportLeavesAFreshSnapshot) {
  const std::string before = Ask({.subject = GraphSubject::kCoverage});
  ASSERT_TRUE(std::filesystem::exists(Snapshot())) << "its cost is nothing beside the import's";
  const std::string draft = folder_ + "/draft.md";
  std::ofstream(draft) << "# Tea\n\nGreen tea reduces anxiety in adults.\n";
  Import({draft});
  const std::string after = Ask({.subject = GraphSubject::kCoverage});
  EXPECT_NE(after, before);
  std::filesystem::remove(Snapshot());
  EXPECT_EQ(Ask({.subject = GraphSubject::kCoverage}), after);
}

TEST_F(GraphOnDiskTest, TheDoctorFindsADamagedSnapshot) {
  const auto differences = [&] {
    const Result<Workspace> workspace = Workspace::Open(Store(), Workspace::Access::kRead);
    return workspace->Doctor()->differences.size();
  };
  const std::size_t healthy = differences();
  std::fstream file(Snapshot(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(-1, std::ios::end);
  file.put('\x7f');
  file.close();
  EXPECT_EQ(differences(), healthy + 1);
}

}  // namespace
}  // namespace claimgraph
