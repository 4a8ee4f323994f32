// Questions to the graph through the front door.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "claimgraph/claimgraph.h"

namespace claimgraph {
namespace {

constexpr GraphSubject kAll[] = {GraphSubject::kImpact,      GraphSubject::kIndependence,
                                 GraphSubject::kChains,      GraphSubject::kConflicts,
                                 GraphSubject::kInfluence,   GraphSubject::kCoverage,
                                 GraphSubject::kCommunities, GraphSubject::kPath};

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
  EXPECT_EQ(workspace.Ask({.subject = GraphSubject::kChains, .nodes = {"c1"}}, out).error().message,
            "no claim \"c1\" in the store");
}

}  // namespace
}  // namespace claimgraph
