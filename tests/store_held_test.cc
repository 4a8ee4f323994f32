// Documents that wait for a commit: seen by the store that holds them, by nobody
// else, and on disk all at once.

#include "core/store/held_writes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <random>

#include "core/store/graph_store.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const RocksOptions kReadOnly{.read_only = true};

class HeldTest : public testing::TestWithParam<HeldAs> {
 protected:
  // Does steps of the endless import, held, and releases them.
  static void DoHeld(int begin, int end, GraphStore* store) {
    store->Hold();
    for (int i = begin; i < end; ++i) ASSERT_EQ(StreamStep(i, store), "");
    ASSERT_TRUE(store->Release(GetParam()));
  }

  TempDir dir_;
};

TEST_P(HeldTest, NobodyElseSeesItUntilItIsReleased) {
  const auto store = OpenOrDie(dir_ / "store");
  ASSERT_EQ(StreamStep(0, store.get()), "");
  const std::vector<std::string> before = Dump(*store);
  store->Hold();
  ASSERT_EQ(StreamStep(1, store.get()), "");
  EXPECT_GT(store->held(), 0u);
  EXPECT_NE(Dump(*store), before);
  EXPECT_THAT(Faults(*store), IsEmpty());
  EXPECT_EQ(Dump(*OpenOrDie(dir_ / "store", kReadOnly)), before);
  ASSERT_TRUE(store->Release(GetParam()));
  EXPECT_EQ(store->held(), 0u);
  EXPECT_EQ(Dump(*OpenOrDie(dir_ / "store", kReadOnly)), Dump(*store));
}

// Its key is the last of all in the store.
TEST_P(HeldTest, AVocabularyIsHeldAsDocumentsAre) {
  {
    const auto store = OpenOrDie(dir_ / "store");
    store->Hold();
    ASSERT_EQ(StreamStep(0, store.get()), "");
    ASSERT_TRUE(store->SetVocabulary("mine"));
    EXPECT_EQ(OpenOrDie(dir_ / "store", kReadOnly)->Vocabulary().value(), "");
    ASSERT_TRUE(store->Release(GetParam()));
  }
  const auto store = OpenOrDie(dir_ / "store", kReadOnly);
  EXPECT_EQ(store->Vocabulary().value(), "mine");
  EXPECT_THAT(Faults(*store), IsEmpty());
}

TEST_P(HeldTest, AReadersViewDoesNotChange) {
  const auto store = OpenOrDie(dir_ / "store");
  DoHeld(0, 5, store.get());
  const auto reader = OpenOrDie(dir_ / "store", kReadOnly);
  const std::vector<std::string> before = Dump(*reader);
  for (int i = 5; i < 60; i += 5) {
    DoHeld(i, i + 5, store.get());
    ASSERT_EQ(Dump(*reader), before);
  }
  EXPECT_NE(Dump(*store), before);
}

TEST_P(HeldTest, WhatIsNotReleasedIsLost) {
  std::vector<std::string> before;
  {
    const auto store = OpenOrDie(dir_ / "store");
    DoHeld(0, 5, store.get());
    before = Dump(*store);
    store->Hold();
    ASSERT_EQ(StreamStep(5, store.get()), "");
  }
  EXPECT_EQ(Dump(*OpenOrDie(dir_ / "store", kReadOnly)), before);
}

TEST_P(HeldTest, EndsAsWithoutHolding) {
  const auto plain = NewMemoryStore();
  for (int i = 0; i < 90; ++i) ASSERT_EQ(StreamStep(i, plain.get()), "");
  {
    const auto store = OpenOrDie(dir_ / "store");
    for (int i = 0; i < 90; i += 9) DoHeld(i, i + 9, store.get());
    EXPECT_EQ(Dump(*store), Dump(*plain));
    EXPECT_THAT(Faults(*store), IsEmpty());
  }
  EXPECT_EQ(Dump(*OpenOrDie(dir_ / "store")), Dump(*plain));
}

TEST_P(HeldTest, RemovingAllLeavesNoKey) {
  {
    const auto store = OpenOrDie(dir_ / "store");
    DoHeld(0, 40, store.get());
    store->Hold();
    for (const std::uint64_t id : store->All(NodeKind::kDocument)) {
      ASSERT_TRUE(store->RemoveDocument(store->FindDocumentHeader(DocumentId{id})->source));
    }
    ASSERT_TRUE(store->Release(GetParam()));
  }
  const auto bytes = *OpenRocksKeyValues(dir_ / "store");
  for (std::size_t family = 0; family < kFamilyNames.size(); ++family) {
    if (static_cast<Family>(family) == Family::kMeta) continue;
    std::size_t left = 0;
    ASSERT_TRUE(bytes->Scan(static_cast<Family>(family), "", [&](auto, auto) { return ++left; }));
    EXPECT_EQ(left, 0u) << kFamilyNames[family];
  }
}

INSTANTIATE_TEST_SUITE_P(Ways, HeldTest, testing::Values(HeldAs::kCommit, HeldAs::kTables),
                         [](const auto& how) {
                           return how.param == HeldAs::kCommit ? "commit" : "tables";
                         });

TEST(HeldTablesTest, WhatAKilledImportLeftIsCleared) {
  TempDir dir;
  (void)OpenOrDie(dir / "store");
  fs::create_directories(dir / "store/incoming");
  (void)OpenOrDie(dir / "store", kReadOnly);
  EXPECT_TRUE(fs::exists(dir / "store/incoming")) << "a writer may be at work there";
  (void)OpenOrDie(dir / "store");
  EXPECT_FALSE(fs::exists(dir / "store/incoming"));
}

// Reads of what is held over what is not, against one map that has both.
TEST(HeldWritesTest, ReadsAsIfItWereDone) {
  std::mt19937 random(7);
  const auto key = [&] { return std::string(1 + random() % 2, static_cast<char>(random() % 6)); };
  for (int round = 0; round < 200; ++round) {
    std::map<std::string, std::string> model;
    const auto store = NewHeldWrites(NewMemoryKeyValues());
    const auto write = [&] {
      Write w{Family::kNames, key(), std::nullopt};
      if (random() % 3 != 0) w.value = std::to_string(random() % 10);
      if (w.value) model[w.key] = *w.value;
      if (!w.value) model.erase(w.key);
      ASSERT_TRUE(store->Commit({w}));
    };
    for (int i = 0; i < 8; ++i) write();
    store->Hold();
    for (int i = 0; i < 8; ++i) write();
    const std::string prefix = random() % 2 ? key().substr(0, 1) : "";
    const std::string from = key();
    std::vector<std::string> expected;
    for (const auto& [k, v] : model) {
      if (k.starts_with(prefix) && k >= from) expected.push_back(k + "=" + v);
    }
    const std::size_t limit = random() % 9;
    if (expected.size() > limit + 1) expected.resize(limit + 1);
    std::vector<std::string> seen;
    ASSERT_TRUE(store->Scan(
        Family::kNames, prefix,
        [&](std::string_view k, std::string_view v) {
          seen.push_back(std::string(k) + "=" + std::string(v));
          return seen.size() <= limit;
        },
        from));
    ASSERT_EQ(seen, expected) << "round " << round;
    const std::string one = key();
    const auto got = store->Get(Family::kNames, one);
    ASSERT_TRUE(got);
    EXPECT_EQ(got->value_or("none"), model.contains(one) ? model[one] : "none");
  }
}

}  // namespace
}  // namespace claimgraph
