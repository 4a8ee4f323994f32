// What imports leave of findings across documents: after any history, those that a
// fresh store has which got the same documents in the order of their entries' ids.

#include "claimgraph/upkeep.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "claimgraph/doctor.h"
#include "core/store/graph_store.h"
#include "importers/importer.h"
#include "importers/linking/work_resolver.h"
#include "queries/rules/rules.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

DocumentGraph Read(const std::string& text, const std::string& source, const GraphReader& store) {
  DocumentGraph graph = ImportDocument(text, source);
  const std::unique_ptr<GraphStore> nothing = NewMemoryStore();
  graph.findings = RunRules({graph, *nothing}, RuleScope::kDocument);
  ResolveAgainst(store, &graph);
  return graph;
}

std::string Article(const std::vector<std::string>& references) {
  std::string text = "# Notes\n\nNaps improve memory [1].\n\n## References\n\n";
  for (std::size_t i = 0; i < references.size(); ++i) {
    text += std::to_string(i + 1) + ". " + references[i] + "\n";
  }
  return text;
}

// "a.md: message" for every finding that looks at other documents.
std::vector<std::string> Found(const GraphReader& store) {
  std::vector<std::string> found;
  for (const char* rule : {"identifier-conflict", "circular-support"}) {
    for (const FindingId id : store.Findings(rule)) {
      const Finding finding = *store.FindFinding(id);
      found.push_back(store.FindDocumentHeader(finding.document)->source + " at " +
                      std::to_string(finding.span.begin) + ": " + finding.message);
    }
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::string> Told(const GraphReader& store) {
  const Result<Examination> found = Examine(store);
  if (!found) return {found.error().message};
  std::vector<std::string> told;
  for (const Difference& d : found->differences) told.push_back(d.place + ": " + d.what);
  return told;
}

// --- Random histories

constexpr int kDocuments = 7;

std::string SourceOf(std::size_t document) {
  return "https://notes.example/d" + std::to_string(document);
}

// A few identifiers, titles, authors and years, in any combination.
std::string RandomReference(std::mt19937* random) {
  const auto any = [random](std::initializer_list<const char*> of) {
    return std::string(of.begin()[(*random)() % of.size()]);
  };
  if ((*random)() % 3 == 0) return "Notes on naps. " + SourceOf((*random)() % kDocuments);
  return any({"Moor C", "Lund K"}) + ". " +
         any({"Naps and memory in hospital nurses who work at night: a cohort study",
              "Sauna and sleep in Finnish swimmers: a pilot study", "Sleep"}) +
         ". Rest. " + any({"2015", "2016"}) + ";8:1-9." +
         any({"", " doi:10.5555/nap.2", " doi:10.5555/nap.2", " doi:10.5555/sauna"}) +
         any({"", "", " PMID: 30000001", " PMID: 30000002"});
}

std::string RandomArticle(std::mt19937* random) {
  std::vector<std::string> references((*random)() % 5);
  for (std::string& reference : references) reference = RandomReference(random);
  std::string text = Article(references);
  if (references.empty() || (*random)() % 8 != 0) return text;
  return text.insert(text.find("1. "), "<!-- claimgraph-ignore identifier-conflict: known -->\n\n");
}

// The store's documents, put into a fresh one.
std::unique_ptr<GraphStore> Fresh(const GraphReader& store,
                                  const std::map<std::string, std::string>& texts) {
  std::vector<std::pair<std::uint64_t, std::string>> order;
  for (const auto& [source, text] : texts) {
    const auto entries =
        store.Neighbours(store.Named("source:" + source), EdgeKind::kHasReference, Way::kOut);
    order.emplace_back(entries.empty() ? 0 : entries.front().id, source);
  }
  std::ranges::sort(order);
  std::unique_ptr<GraphStore> fresh = NewMemoryStore();
  Upkeep upkeep(fresh.get());
  for (const auto& [id, source] : order) {
    EXPECT_TRUE(upkeep.Put(Read(texts.at(source), source, *fresh)));
    EXPECT_TRUE(upkeep.Judge());
  }
  return fresh;
}

// Steps of one to four changes, as imports hold them, each held against a fresh store.
std::size_t RunHistory(unsigned seed, int steps, GraphStore* store) {
  std::mt19937 random(seed);
  std::map<std::string, std::string> texts;
  Upkeep upkeep(store);
  std::size_t found = 0;
  for (int step = 0; step < steps; ++step) {
    store->Hold();
    for (std::size_t changes = 1 + random() % 4; changes > 0; --changes) {
      const std::string source = SourceOf(random() % kDocuments);
      if (random() % 4 == 0) {
        EXPECT_EQ(upkeep.Remove(source).has_value(), texts.erase(source) == 1);
      } else {
        texts[source] = RandomArticle(&random);
        EXPECT_TRUE(upkeep.Put(Read(texts[source], source, *store)));
      }
    }
    EXPECT_TRUE(upkeep.Judge());
    EXPECT_TRUE(store->Release(step % 2 ? HeldAs::kCommit : HeldAs::kTables));
    const std::vector<std::string> now = Found(*store);
    EXPECT_EQ(now, Found(*Fresh(*store, texts))) << "seed " << seed << " step " << step;
    EXPECT_THAT(Told(*store), IsEmpty()) << "seed " << seed << " step " << step;
    if (testing::Test::HasFailure()) break;
    found += now.size();
  }
  return found;
}

TEST(UpkeepTest, AnyHistoryEndsAsAFreshStore) {
  std::size_t found = 0;
  for (unsigned seed = 1; seed <= 40 && !HasFailure(); ++seed) {
    found += RunHistory(seed, 12, NewMemoryStore().get());
  }
  EXPECT_GT(found, 1000u) << "the histories are to have such findings";
}

TEST(UpkeepTest, AnyHistoryEndsAsAFreshStoreOnDisk) {
  const TempDir dir;
  RunHistory(99, 25, OpenOrDie(dir / "store", {.sync = false}).get());
}

// --- Single changes

class Notes {
 public:
  void Put(const std::string& source, const std::vector<std::string>& references) {
    ASSERT_TRUE(upkeep_.Put(Read(Article(references), source, *store_)));
    ASSERT_TRUE(upkeep_.Judge());
  }
  void Remove(const std::string& source) {
    ASSERT_TRUE(upkeep_.Remove(source));
    ASSERT_TRUE(upkeep_.Judge());
  }
  // The documents that have a finding of `rule`, in order.
  std::vector<std::string> With(const char* rule) const {
    std::vector<std::string> sources;
    for (const FindingId id : store_->Findings(rule)) {
      sources.push_back(store_->FindDocumentHeader(store_->FindFinding(id)->document)->source);
    }
    return sources;
  }
  GraphStore* store() { return store_.get(); }

 private:
  std::unique_ptr<GraphStore> store_ = NewMemoryStore();
  Upkeep upkeep_{store_.get()};
};

constexpr const char* kNap2016 =
    "Moor C. Naps and memory in nurses. Rest. 2016;8:1. doi:10.5555/nap";
constexpr const char* kNap2015 =
    "Moor C. Naps and memory in nurses. Rest. 2015;8:1. doi:10.5555/nap";
constexpr const char* kSauna =
    "Lund K. Sauna and sleep in swimmers. Heat. 2020;1:1. doi:10.5555/nap";
constexpr const char* kYoga = "Dale D. Yoga for the lower back. Gait. 2018;5:3. doi:10.5555/nap";
constexpr const char* kConflict = "identifier-conflict";

TEST(UpkeepTest, EachEntryIsHeldAgainstTheEarliestOfAnotherDocument) {
  Notes notes;
  notes.Put("a.md", {kNap2016});
  EXPECT_THAT(notes.With(kConflict), IsEmpty());
  notes.Put("b.md", {kNap2015});
  EXPECT_THAT(notes.With(kConflict), ElementsAre("a.md", "b.md"));
  notes.Put("c.md", {kNap2016});
  EXPECT_THAT(notes.With(kConflict), ElementsAre("a.md", "b.md")) << "c.md agrees with a.md";
  notes.Remove("a.md");
  EXPECT_THAT(notes.With(kConflict), ElementsAre("b.md", "c.md"));
  notes.Put("b.md", {kNap2016});
  EXPECT_THAT(notes.With(kConflict), IsEmpty());
}

// Titles that differ make three works of one DOI; each is found by its numbered name.
TEST(UpkeepTest, WorksThatShareAnIdentifierAreFoundWhenTheFirstGoes) {
  Notes notes;
  notes.Put("a.md", {kNap2016});
  notes.Put("b.md", {kSauna});
  notes.Put("c.md", {kYoga});
  notes.Put("d.md", {kSauna});
  EXPECT_THAT(notes.With(kConflict), ElementsAre("a.md", "b.md", "c.md", "d.md"));
  EXPECT_EQ(notes.store()->Named("doi:10.5555/nap 3").kind, NodeKind::kWork);
  notes.Remove("a.md");
  EXPECT_THAT(notes.With(kConflict), ElementsAre("b.md", "c.md")) << "d.md agrees with b.md";
  const NodeRef sauna = notes.store()->Named("doi:10.5555/nap");
  EXPECT_EQ(notes.store()->FindWork(WorkId{sauna.id})->title, "Sauna and sleep in swimmers");
  notes.Remove("c.md");
  EXPECT_THAT(notes.With(kConflict), IsEmpty());
}

TEST(UpkeepTest, CirclesComeAndGo) {
  Notes notes;
  notes.Put("https://notes.example/a", {"Notes. https://notes.example/b"});
  notes.Put("https://notes.example/b", {"Notes. https://notes.example/c"});
  EXPECT_THAT(notes.With("circular-support"), IsEmpty());
  notes.Put("https://notes.example/c", {"Notes. https://notes.example/a"});
  EXPECT_EQ(notes.With("circular-support").size(), 3u);
  notes.Put("https://notes.example/b", {kSauna});
  EXPECT_THAT(notes.With("circular-support"), IsEmpty());
}

// Two names become one work's, and a citation of one leads to the other's document.
TEST(UpkeepTest, AWorkThatLearnsAnAddressClosesACircle) {
  Notes notes;
  notes.Put("https://notes.example/a", {kNap2016});
  notes.Put("https://naps.example/nap", {"Notes. https://notes.example/a"});
  EXPECT_THAT(notes.With("circular-support"), IsEmpty());
  notes.Put("c.md", {std::string(kNap2016) + " https://naps.example/nap"});
  EXPECT_EQ(notes.With("circular-support").size(), 2u);
}

// The work of a study may be better known later; nobody is judged otherwise for it.
TEST(UpkeepTest, ADesignLearnedLaterLeavesStoredVerdictsAsTheTextGivesThem) {
  Notes notes;
  notes.Put("a.md", {"Moor C. Naps. Rest. 2016;8:1. doi:10.5555/nap"});
  notes.Put("b.md",
            {"Moor C. Naps: a randomized controlled trial. Rest. 2016;8:1. doi:10.5555/nap"});
  EXPECT_THAT(Told(*notes.store()), IsEmpty());
}

TEST(UpkeepTest, WhatIsThereIsPutAgainUnchanged) {
  Notes notes;
  notes.Put("a.md", {kNap2016, kSauna, "Notes. https://notes.example/b"});
  notes.Put("b.md", {kNap2015, kNap2015});
  for (const std::uint64_t id : notes.store()->All(NodeKind::kDocument)) {
    DocumentGraph graph = *LoadDocumentGraph(*notes.store(), DocumentId{id});
    MakeLocal(&graph);
    EXPECT_EQ(notes.store()->PutDocument(graph)->outcome, PutOutcome::kUnchanged);
  }
}

// --- Crashes

std::string NumberedFile(int number) {
  return (number < 10 ? "00" : number < 100 ? "0" : "") + std::to_string(number) + ".md";
}

// Articles that conflict with one another, in a folder.
void WriteArticles(const std::string& folder, int count) {
  std::filesystem::create_directories(folder);
  std::mt19937 random(7);
  for (int i = 0; i < count; ++i) {
    std::vector<std::string> references(12);
    for (std::string& reference : references) reference = RandomReference(&random);
    std::ofstream(folder + "/" + NumberedFile(i)) << Article(references);
  }
}

// Begins `claimgraph import` and kills it after a while, if it is not done by then.
void ImportAndKill(const std::string& folder, const std::string& store,
                   std::chrono::milliseconds after) {
  const pid_t pid = fork();
  if (pid == 0) {
    execl(CLAIMGRAPH_PROGRAM, "claimgraph", "import", folder.c_str(), "--store", store.c_str(),
          nullptr);
    _exit(127);
  }
  std::this_thread::sleep_for(after);
  kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
}

TEST(UpkeepTest, AKilledImportLeavesTheAnswersOfWhatItStored) {
  constexpr int kArticles = 900;
  const TempDir dir;
  WriteArticles(dir / "articles", kArticles);
  std::mt19937 random(3);
  std::size_t stored = 0;
  int cut_short = 0;
  for (int i = 0; i < 40 && cut_short < 3 && stored < kArticles; ++i) {
    ImportAndKill(dir / "articles", dir / "store", std::chrono::milliseconds(30 + random() % (400 + 50 * i)));  // slower machines need longer
    const auto store = OpenRocksStore(dir / "store", {.create_if_missing = false});
    if (!store) continue;  // killed before there was one
    stored = (*store)->All(NodeKind::kDocument).size();
    if (stored > 0 && stored < kArticles) ++cut_short;
    EXPECT_THAT(Told(**store), IsEmpty()) << "with " << stored << " articles";
  }
  EXPECT_GT(cut_short, 0) << "no import was killed half way";
}

}  // namespace
}  // namespace claimgraph
