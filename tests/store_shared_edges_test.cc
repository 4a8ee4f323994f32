// Lists of many segments: whatever is added and removed, they hold what a plain
// list would.

#include "core/store/shared_edges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/store/keys.h"

namespace claimgraph {
namespace {

const NodeRef kWork{NodeKind::kWork, 7};
constexpr EdgeKind kKind = EdgeKind::kDescribes;

Edge From(std::uint64_t id) { return {{NodeKind::kReference, id}, kKind, kWork}; }

struct Change {
  Ids remove{};
  Ids add{};
};

void Do(const Change& change, KeyValues* store) {
  SharedEdges edges(*store, "here");
  for (const std::uint64_t id : change.remove) ASSERT_TRUE(edges.Remove(From(id)));
  for (const std::uint64_t id : change.add) ASSERT_TRUE(edges.Add(From(id), false));
  std::vector<Write> writes;
  std::move(edges).AppendTo(&writes);
  ASSERT_TRUE(store->Commit(std::move(writes)));
}

Ids Read(const KeyValues& store, std::size_t limit = kAllIds) {
  return ReadSharedEdges(store, "here", kWork, kKind, limit).value();
}

std::size_t Keys(const KeyValues& store) {
  std::size_t keys = 0;
  EXPECT_TRUE(store.Scan(Family::kIn, "", [&](auto, auto) { return ++keys > 0; }));
  return keys;
}

Ids UpTo(std::uint64_t last) {
  Ids ids;
  for (std::uint64_t id = 1; id <= last; ++id) ids.push_back(id);
  return ids;
}

TEST(SharedEdgesTest, OneMoreTouchesOneSegment) {
  const auto store = NewMemoryKeyValues();
  Do({.add = UpTo(10 * kSegmentIds)}, store.get());
  EXPECT_EQ(Keys(*store), 10u);
  SharedEdges edges(*store, "here");
  ASSERT_TRUE(edges.Add(From(10 * kSegmentIds + 1), false));
  std::vector<Write> writes;
  std::move(edges).AppendTo(&writes);
  EXPECT_EQ(writes.size(), 2u) << "the full one is sealed";
  EXPECT_EQ(Read(*store), UpTo(10 * kSegmentIds));
}

TEST(SharedEdgesTest, AskingForAFewReadsAFew) {
  const auto store = NewMemoryKeyValues();
  Do({.add = UpTo(3 * kSegmentIds + 5)}, store.get());
  for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, kSegmentIds, kSegmentIds + 1,
                                  3 * kSegmentIds, 3 * kSegmentIds + 4}) {
    EXPECT_EQ(Read(*store, limit), UpTo(limit));
  }
}

TEST(SharedEdgesTest, AnEmptiedListLeavesNoKey) {
  const auto store = NewMemoryKeyValues();
  const Ids all = UpTo(3 * kSegmentIds + 5);
  Do({.add = all}, store.get());
  Do({.remove = all}, store.get());
  EXPECT_EQ(Keys(*store), 0u);
}

// The bound of a sealed segment stays when the id that it was made of goes.
TEST(SharedEdgesTest, ASegmentIsFoundWithoutItsLastId) {
  const auto store = NewMemoryKeyValues();
  Do({.add = UpTo(2 * kSegmentIds + 1)}, store.get());
  Do({.remove = {kSegmentIds}}, store.get());
  Do({.remove = {kSegmentIds - 1, kSegmentIds + 1}}, store.get());
  EXPECT_EQ(Read(*store).size(), 2 * kSegmentIds - 2);
}

TEST(SharedEdgesTest, HoldsWhatAPlainListWould) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto store = NewMemoryKeyValues();
    Ids model;
    std::uint64_t last = 0;
    for (int step = 0; step < 40; ++step) {
      Change change;
      // Now and then a whole stretch goes, so that segments empty in one change.
      const std::size_t from = model.empty() ? 0 : random() % model.size();
      const std::size_t to = std::min(model.size(), from + random() % (step % 5 == 4 ? 600 : 20));
      change.remove.assign(model.begin() + static_cast<long>(from),
                           model.begin() + static_cast<long>(to));
      model.erase(model.begin() + static_cast<long>(from), model.begin() + static_cast<long>(to));
      for (std::size_t n = random() % 200; n > 0; --n) {
        change.add.push_back(last += 1 + random() % 300);
      }
      model.insert(model.end(), change.add.begin(), change.add.end());
      change.remove.push_back(last + 1);  // never there
      Do(change, store.get());
      ASSERT_EQ(Read(*store), model) << "after step " << step;
    }
  }
}

}  // namespace
}  // namespace claimgraph
