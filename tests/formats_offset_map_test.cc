#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "core/offset_map.h"

namespace claimgraph {
namespace {

// The way of every text byte, kept apart: the slow, obvious map.
class SlowMap {
 public:
  void Append(std::uint32_t source, std::uint32_t text_size, std::uint32_t text_unit,
              std::uint32_t source_unit) {
    for (std::uint32_t t = 0; t < text_size; ++t) {
      const std::uint32_t begin = source + t / text_unit * source_unit;
      ways_.push_back({begin, begin + source_unit});
    }
  }
  Span Source(TextSpan s) const { return {ways_[s.begin].begin, ways_[s.end - 1].end}; }
  std::uint32_t TextAt(std::uint32_t source) const {
    for (std::uint32_t t = 0; t < ways_.size(); ++t) {
      if (ways_[t].end > source && ways_[t].end > ways_[t].begin) return t;
    }
    return size();
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(ways_.size()); }

 private:
  std::vector<Span> ways_;
};

struct Maps {
  OffsetMap fast;
  SlowMap slow;
  std::uint32_t source_size = 0;
};

// Text, entities, two-byte characters, additions and gaps in a random order.
Maps RandomMaps(std::mt19937* random, bool gaps) {
  struct Shape {
    std::uint32_t text_unit, source_unit;
  };
  static constexpr Shape kShapes[] = {{1, 1}, {1, 1}, {3, 7}, {1, 2}, {2, 1}, {1, 0}};
  Maps maps;
  const auto upto = [random](std::uint32_t n) {
    return static_cast<std::uint32_t>((*random)() % (n + 1));
  };
  for (std::uint32_t n = 3 + upto(20); n > 0; --n) {
    if (gaps && upto(2) == 0) maps.source_size += upto(5);
    const Shape shape = kShapes[upto(5)];
    const std::uint32_t units = 1 + upto(4);
    maps.fast.Append(maps.source_size, units * shape.text_unit, shape.text_unit, shape.source_unit);
    maps.slow.Append(maps.source_size, units * shape.text_unit, shape.text_unit, shape.source_unit);
    maps.source_size += units * shape.source_unit;
  }
  return maps;
}

TEST(OffsetMapTest, AnswersAsTheSlowMapDoes) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const Maps maps = RandomMaps(&random, /*gaps=*/true);
    ASSERT_EQ(maps.fast.text_size(), maps.slow.size());
    for (std::uint32_t begin = 0; begin < maps.slow.size(); ++begin) {
      for (std::uint32_t end = begin + 1; end <= maps.slow.size(); ++end) {
        ASSERT_EQ(maps.fast.Source({begin, end}), maps.slow.Source({begin, end}))
            << round << ": " << begin << ".." << end;
      }
    }
    for (std::uint32_t s = 0; s <= maps.source_size; ++s) {
      const std::uint32_t slow = maps.slow.TextAt(s);
      const std::uint32_t fast = maps.fast.TextAt(s);
      // Inside a unit the fast map gives the unit's first byte, as the slow one does.
      ASSERT_EQ(fast, slow) << round << ": source " << s;
    }
  }
}

TEST(OffsetMapTest, ComposesLikeTwoStepsInTurn) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    const Maps inner = RandomMaps(&random, /*gaps=*/false);
    OffsetMap outer;
    std::uint32_t at = 0;
    while (at + 3 <= inner.fast.text_size()) {
      const std::uint32_t size = 1 + random() % 3;
      const bool unit = random() % 3 == 0;
      outer.Append(at, unit ? 2 : size, unit ? 2 : 1, unit ? size : 1);
      at += size + random() % 2;
    }
    const OffsetMap both = OffsetMap::Compose(outer, inner.fast);
    ASSERT_EQ(both.text_size(), outer.text_size());
    for (std::uint32_t t = 0; t < outer.text_size(); ++t) {
      const Span middle = outer.Source({t, t + 1});
      const Span wanted = inner.fast.Source({middle.begin, middle.end});
      const Span got = both.Source({t, t + 1});
      // Bytes that share a unit may be told apart more coarsely, never wrongly.
      EXPECT_LE(got.end, wanted.end) << round << ": byte " << t;
      EXPECT_TRUE(got == wanted || got.begin == got.end || got.begin >= wanted.begin)
          << round << ": byte " << t;
    }
  }
}

TEST(OffsetMapTest, MergesWhatAdjoins) {
  OffsetMap map;
  map.Append(0, 5);
  map.Append(5, 5);
  map.Append(10, 3, 3, 7);
  map.Append(17, 3, 3, 7);
  EXPECT_EQ(map.runs().size(), 2u);
  EXPECT_EQ(OffsetMap::Identity(10).runs().size(), 1u);
}

TEST(OffsetMapTest, AnEntityIsNeverSplit) {
  OffsetMap map;  // "a&#8217;b" -> "a’b"
  map.Append(0, 1);
  map.Append(1, 3, 3, 7);
  map.Append(8, 1);
  EXPECT_EQ(map.Source({2, 3}), (Span{1, 8}));
  EXPECT_EQ(map.Source({0, 5}), (Span{0, 9}));
  EXPECT_EQ(map.Source({4, 4}), (Span{8, 8}));
  EXPECT_EQ(map.TextAt(5), 1u);
}

TEST(OffsetMapTest, AnEmptyMapMapsNothing) {
  EXPECT_EQ(OffsetMap().Source({0, 0}), Span{});
  EXPECT_EQ(OffsetMap().TextAt(9), 0u);
  EXPECT_EQ(OffsetMap::Compose(OffsetMap(), OffsetMap::Identity(4)), OffsetMap());
}

}  // namespace
}  // namespace claimgraph
