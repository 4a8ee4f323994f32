// What a store holds after any history of edits is what its documents give when
// they are read afresh.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "claimgraph/doctor.h"
#include "claimgraph/upkeep.h"
#include "core/store/graph_store.h"
#include "importers/importer.h"
#include "importers/linking/work_resolver.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

// Sentences that share works and propositions between documents.
constexpr const char* kSentences[] = {
    "Green tea lowers blood pressure in adults [1]. ",
    "Green tea reduces anxiety. ",
    "A randomised trial found that naps improve memory in nurses [2]. ",
    "This proves that naps cure insomnia. ",
    "Studies show that yoga reduces back pain. ",
    "Walking may ease back pain (SMD -0.31, 95% CI -0.50 to -0.12) [3]. ",
    "Massage is completely safe for everyone. ",
    "Yoga is associated with better sleep [1,3]. ",
    "One of my clients slept through the night after two sessions. "};

constexpr const char* kReferences[] = {
    "Hill A, Lake B. Green tea and blood pressure in adults: a randomized controlled trial. Steps. "
    "2014;3:25-31. doi:10.5555/tea.1",
    "Moor C. Naps and memory in nurses: a randomized controlled trial. Rest. 2016;8:1-9. "
    "doi:10.5555/nap.2",
    "Dale D, Ford E. Walking and yoga for back pain: a systematic review of randomized trials. Gait. "
    "2018;5:3-30. doi:10.5555/walk.3",
    "Dale D, Ford E. Walking and yoga for back pain: a systematic review. Gait. 2018. "
    "doi:10.5555/walk.4",
    // The same identifiers, printed otherwise.
    "Dale D, Ford E. Walking and yoga for back pain: a systematic review. Gait. 2017. "
    "doi:10.5555/walk.4",
    "Reed J. Cold water and mood in swimmers: a cohort study. Swim. 2019;2:4-9. doi:10.5555/walk.4",
    "Moor C. Naps and memory in nurses: a randomized controlled trial. Rest. 2015;8:1-9. "
    "doi:10.5555/nap.2 PMID: 30000001",
    "Lund K. Sauna and sleep: a pilot study. Heat. 2020;1:1-5. doi:10.5555/sauna PMID: 30000001"};

constexpr int kDocuments = 8;

std::string SourceOf(int document) { return "https://notes.example/d" + std::to_string(document); }

std::string Article(std::mt19937* random) {
  std::string text = "# Notes\n\n";
  const std::size_t sentences = 1 + (*random)() % 8;
  for (std::size_t i = 0; i < sentences; ++i) {
    text += kSentences[(*random)() % std::size(kSentences)];
    if ((*random)() % 3 == 0) text += "\n\n";
  }
  text += "\n\n## References\n\n";
  const std::size_t references = (*random)() % 4;
  for (std::size_t i = 0; i < references; ++i) {
    text += std::to_string(i + 1) + ". " + kReferences[(*random)() % std::size(kReferences)] + "\n";
  }
  // One of the other documents, so that circles come and go.
  if ((*random)() % 2) {
    text += std::to_string(references + 1) + ". Notes on walking. " +
            SourceOf(static_cast<int>((*random)() % kDocuments)) + "\n";
  }
  return text;
}

DocumentGraph Read(const std::string& text, const std::string& source, const GraphReader& store) {
  DocumentGraph graph = ImportDocument(text, source);
  const std::unique_ptr<GraphStore> nothing = NewMemoryStore();
  graph.findings = RunRules({graph, *nothing}, RuleScope::kDocument);
  ResolveAgainst(store, &graph);
  return graph;
}

std::vector<std::string> Told(const GraphReader& store) {
  const Result<Examination> found = Examine(store);
  if (!found) return {found.error().message};
  std::vector<std::string> told;
  for (const Difference& d : found->differences) told.push_back(d.place + ": " + d.what);
  return told;
}

// Imports, re-imports and removals, judged again after some of them at once, as an
// import does.
TEST(DoctorTest, AnyHistoryLeavesAStoreThatRecomputesToItself) {
  std::size_t of_graph_rules = 0;
  for (unsigned seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const std::unique_ptr<GraphStore> store = NewMemoryStore();
    Upkeep upkeep(store.get());
    for (int step = 0; step < 40; ++step) {
      const std::string source = SourceOf(static_cast<int>(random() % kDocuments));
      if (random() % 5 == 0) {
        (void)upkeep.Remove(source);  // may not be there
      } else {
        ASSERT_TRUE(upkeep.Put(Read(Article(&random), source, *store)));
      }
      if (step % 3 != 2) continue;
      ASSERT_TRUE(upkeep.Judge());
      if (step % 13 == 2) {
        EXPECT_THAT(Told(*store), IsEmpty()) << "after step " << step;
      }
    }
    ASSERT_TRUE(upkeep.Judge());
    EXPECT_THAT(Told(*store), IsEmpty());
    of_graph_rules +=
        store->CountFindings("identifier-conflict") + store->CountFindings("circular-support");
  }
  EXPECT_GT(of_graph_rules, 20u) << "the histories are to have such findings";
}

TEST(DoctorTest, TellsWhereAStoredJudgementIsNotWhatTheTextGives) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  DocumentGraph graph = Read("Massage cures insomnia.\n", "a.md", *store);
  ASSERT_EQ(graph.claims.size(), 1u);
  graph.claims[0].verdict = Verdict::kSupported;
  graph.findings.clear();
  ASSERT_TRUE(store->PutDocument(graph));
  const std::vector<std::string> told = Told(*store);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_THAT(told[0], HasSubstr("a.md (c1): stored: supported, recomputed: unsupported"));
  EXPECT_THAT(told[1], HasSubstr("a.md: found, but not stored: uncited-claim"));
}

TEST(DoctorTest, CountsWhatItLookedAt) {
  const std::unique_ptr<GraphStore> store = NewMemoryStore();
  ASSERT_TRUE(store->PutDocument(Read("Green tea reduces anxiety.\n", "a.md", *store)));
  const Result<Examination> found = Examine(*store);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->documents, 1u);
  EXPECT_EQ(found->claims, 1u);
  EXPECT_EQ(found->findings, 1u);
  EXPECT_GT(found->edges, 2u);
}

}  // namespace
}  // namespace claimgraph
