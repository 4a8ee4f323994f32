// Random histories: whatever is put, replaced and removed, all stores answer
// alike, and none has a loose end.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/store/graph_store.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::IsEmpty;

constexpr int kSources = 6;
constexpr int kSteps = 60;
constexpr unsigned kSeveralPacks = 70;

// One step of a history, done to any store.
struct Step {
  bool remove = false;
  DocumentGraph graph{};

  std::string On(GraphStore* store) const {
    if (remove) return store->RemoveDocument(graph.document.source) ? "removed" : "not there";
    const Result<Put> put = store->PutDocument(graph);
    return put ? std::to_string(Raw(put->document)) + " " +
                     std::to_string(static_cast<int>(put->outcome))
               : put.error().message;
  }
};

// The same words, judged otherwise or, often, the same.
Step JudgedOtherwise(Step step, std::mt19937* random) {
  for (Claim& c : step.graph.claims) {
    if ((*random)() % 3 == 0) c.verdict = static_cast<Verdict>((*random)() % 6);
  }
  if (!step.graph.findings.empty() && (*random)() % 2) step.graph.findings.pop_back();
  return step;
}

std::vector<Step> History(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Step> steps;
  for (int i = 0; i < kSteps; ++i) {
    const std::string source = "walk-" + std::to_string(random() % kSources) + ".md";
    if (!steps.empty() && random() % 4 == 0) {
      steps.push_back(JudgedOtherwise(steps[random() % steps.size()], &random));
      continue;
    }
    const unsigned claims = random() % 10 == 0 ? kSeveralPacks : random() % 6;
    steps.push_back({.remove = random() % 5 == 0,
                     .graph = RandomGraph(&random, source, static_cast<int>(claims))});
  }
  return steps;
}

class StoreHistory : public testing::TestWithParam<unsigned> {};

TEST_P(StoreHistory, AllStoresAgree) {
  const std::vector<Step> steps = History(GetParam());
  TempDir dir;
  const auto memory = NewMemoryStore();
  const auto rocks = OpenOrDie(dir / "a", {.sync = false});
  // The overlay takes over half-way, so that it replaces, removes and shares
  // what its base holds.
  const auto base = OpenOrDie(dir / "b", {.sync = false});
  std::unique_ptr<GraphStore> overlay;
  std::vector<std::string> base_dump;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i == steps.size() / 2) {
      base_dump = Dump(*base);
      overlay = NewOverlayStore(*base);
    }
    const std::string expected = steps[i].On(memory.get());
    EXPECT_EQ(steps[i].On(rocks.get()), expected);
    EXPECT_EQ(steps[i].On(overlay ? overlay.get() : base.get()), expected);
    ASSERT_THAT(Faults(*memory), IsEmpty()) << "after step " << i;
  }
  EXPECT_EQ(Dump(*rocks), Dump(*memory));
  EXPECT_EQ(Dump(*overlay), Dump(*memory));
  EXPECT_EQ(Dump(*base), base_dump) << "an overlay never writes to its base";
}

INSTANTIATE_TEST_SUITE_P(Seeds, StoreHistory, testing::Range(1u, 13u));

}  // namespace
}  // namespace claimgraph
