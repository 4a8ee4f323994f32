// Searching the texts of studies: every store gives the hits that counting by hand
// gives, whatever its history.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/store/graph_store.h"
#include "core/store/key_value_graph.h"
#include "core/store/keys.h"
#include "core/store/text_entries.h"
#include "core/store/text_index.h"
#include "core/text/search_terms.h"
#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

DocumentGraph Study(const std::string& source, const std::string& title,
                    const std::string& abstract = "") {
  DocumentGraph g;
  g.document = {.source = source, .title = title, .hash = title + abstract};
  g.document.format = Format::kRecord;
  if (!abstract.empty()) g.document.text = title + "\n\n" + abstract;
  g.works = {{.names = {"doi:10.5555/" + source}, .title = title}};
  g.records = {{.work = WorkId{1}, .title = title}};
  return g;
}

TextQuery QueryOf(std::string_view words) {
  TextQuery query;
  for (std::string& term : SearchTerms(words)) query.push_back({std::move(term)});
  return query;
}

std::vector<std::string> Sources(const GraphReader& graph, std::string_view words,
                                 std::size_t limit = 10) {
  const Result<std::vector<TextHit>> hits = graph.SearchTexts(QueryOf(words), limit);
  if (!hits) return {hits.error().message};
  std::vector<std::string> sources;
  for (const TextHit& hit : *hits)
    sources.push_back(graph.FindDocumentHeader(hit.document)->source);
  return sources;
}

// Every hit with its score, by source: what two stores of the same texts share.
std::map<std::string, double> Scores(const GraphReader& graph, std::string_view words,
                                     std::size_t limit) {
  std::map<std::string, double> scores;
  const Result<std::vector<TextHit>> hits = graph.SearchTexts(QueryOf(words), limit);
  EXPECT_TRUE(hits.has_value());
  for (const TextHit& hit : *hits) {
    scores[graph.FindDocumentHeader(hit.document)->source] = hit.score;
  }
  return scores;
}

// The same by the formula alone.
std::map<std::string, double> CountedByHand(const std::vector<DocumentGraph>& graphs,
                                            std::string_view words) {
  std::map<std::string, TextEntry> entries;
  double length = 0;
  for (const DocumentGraph& g : graphs) {
    const std::optional<TextEntry> entry = EntryOf(g.document, g.records, g.results);
    if (!entry) continue;
    entries[g.document.source] = *entry;
    length += static_cast<double>(entry->length);
  }
  const auto texts = static_cast<double>(entries.size());
  const auto count_in = [](const TextEntry& entry, const std::string& term) {
    for (const auto& [word, count] : entry.terms) {
      if (word == term) return static_cast<double>(count);
    }
    return 0.0;
  };
  std::map<std::string, double> scores;
  for (const std::string& term : SearchTerms(words)) {
    double with = 0;
    for (const auto& [source, entry] : entries) with += count_in(entry, term) > 0;
    for (const auto& [source, entry] : entries) {
      const double count = count_in(entry, term);
      if (count == 0) continue;
      const auto long_as = static_cast<double>(DecodeLength(EncodeLength(entry.length)));
      scores[source] += std::log(1 + (texts - with + 0.5) / (with + 0.5)) * 2.2 * count /
                        (count + 1.2 * (0.25 + 0.75 * long_as / (length / texts)));
    }
  }
  return scores;
}

void ExpectSame(const std::map<std::string, double>& got,
                const std::map<std::string, double>& want) {
  ASSERT_EQ(got.size(), want.size());
  for (const auto& [source, score] : want) {
    ASSERT_TRUE(got.contains(source)) << source;
    EXPECT_NEAR(got.at(source), score, 1e-9) << source;
  }
}

// A store to test, with whatever it stands on.
struct Bench {
  std::unique_ptr<TempDir> dir{};
  std::unique_ptr<GraphStore> base{};
  std::unique_ptr<GraphStore> store{};
};

struct Backend {
  const char* name;
  Bench (*make)();
};

void PrintTo(const Backend& b, std::ostream* os) { *os << b.name; }

class TextIndexTest : public testing::TestWithParam<Backend> {
 protected:
  void Put(const DocumentGraph& graph) {
    const Result<claimgraph::Put> put = store().PutDocument(graph);
    ASSERT_TRUE(put.has_value()) << put.error().message;
  }
  GraphStore& store() { return *bench_.store; }

 private:
  Bench bench_ = GetParam().make();
};

INSTANTIATE_TEST_SUITE_P(
    Stores, TextIndexTest,
    testing::Values(Backend{"Memory", [] { return Bench{.store = NewMemoryStore()}; }},
                    Backend{"Rocks",
                            [] {
                              Bench b{.dir = std::make_unique<TempDir>()};
                              b.store = OpenOrDie(*b.dir / "store", {.sync = false});
                              return b;
                            }},
                    Backend{"Overlay",
                            [] {
                              Bench b{.base = NewMemoryStore()};
                              (void)b.base->PutDocument(Study("a", "Zebras and old bones"));
                              (void)b.base->PutDocument(Study("gone", "Massage for zebras"));
                              b.store = NewOverlayStore(*b.base);
                              (void)b.store->RemoveDocument("a");
                              (void)b.store->RemoveDocument("gone");
                              return b;
                            }}),
    [](const auto& info) { return info.param.name; });

TEST_P(TextIndexTest, RanksTitlesBeforeTextsAndRareWordsBeforeCommonOnes) {
  Put(Study("a", "Massage for low back pain", "Eighty adults with pain had six sessions."));
  Put(Study("b", "Walking and mood", "Adults walked daily. Pain was asked for once."));
  Put(Study("c", "Bees", "Hives were counted."));
  EXPECT_THAT(Sources(store(), "pains"), ElementsAre("a", "b"));
  EXPECT_THAT(Sources(store(), "the hive's adults"), ElementsAre("c", "b", "a"));
  EXPECT_THAT(Sources(store(), "pain", 1), ElementsAre("a"));
  EXPECT_THAT(Sources(store(), "pain", 0), IsEmpty());
  EXPECT_THAT(Sources(store(), "zebra"), IsEmpty());
  EXPECT_THAT(Sources(store(), "the of"), IsEmpty());
}

TEST_P(TextIndexTest, OnlyRecordsAndCardsAreSearched) {
  Put(TinyGraph("post.md", "h", {"doi:10.5555/walk"}));
  DocumentGraph card = Study("card", "Card of a walk");
  card.document.format = Format::kStudyCard;
  card.records[0].headings = {"Gait"};
  card.records[0].facts = {{.kind = FactKind::kOutcome, .value = "balance"}};
  Put(card);
  EXPECT_THAT(Sources(store(), "walks help"), ElementsAre("card"));
  EXPECT_THAT(Sources(store(), "gait"), ElementsAre("card"));
  EXPECT_THAT(Sources(store(), "balance"), ElementsAre("card"));
}

TEST_P(TextIndexTest, ReplacingAndRemovingTakesTheOldWordsOut) {
  Put(Study("a", "Massage and sleep"));
  Put(Study("b", "Massage and pain"));
  Put(Study("a", "Walking and sleep"));
  EXPECT_THAT(Sources(store(), "massage"), ElementsAre("b"));
  EXPECT_THAT(Sources(store(), "walking"), ElementsAre("a"));
  ASSERT_TRUE(store().RemoveDocument("b").has_value());
  EXPECT_THAT(Sources(store(), "massage"), IsEmpty());
  Put(Study("b", "Massage again"));
  ExpectSame(Scores(store(), "massage sleep", 10),
             CountedByHand({Study("a", "Walking and sleep"), Study("b", "Massage again")},
                           "massage sleep"));
}

TEST_P(TextIndexTest, AMissIsTheSameAsNoText) {
  EXPECT_THAT(Sources(store(), "anything"), IsEmpty());
  const Result<std::unique_ptr<TextMatches>> matches = store().MatchTexts(QueryOf("massage"));
  ASSERT_TRUE(matches.has_value());
  EXPECT_EQ((*matches)->counts(), (TextCounts{.with_term = {0}}));
}

// Words of uneven rarity, so that some are in most texts of a segment.
std::string RandomWords(std::mt19937* random, int count) {
  std::string words;
  for (int i = 0; i < count; ++i) {
    const unsigned most = 1 + (*random)() % 200;
    words += "w" + std::to_string((*random)() % most) + " ";
  }
  return words;
}

class RandomHistory {
 public:
  explicit RandomHistory(unsigned seed) : random_(seed) {}

  void Step(GraphStore* store) {
    const std::string source = "s" + std::to_string(random_() % 3000);
    if (random_() % 5 == 0) {
      (void)store->RemoveDocument(source);
      now_.erase(source);
      return;
    }
    const int words = 1 + static_cast<int>(random_() % 30);
    const DocumentGraph graph =
        Study(source, RandomWords(&random_, 3), RandomWords(&random_, words));
    ASSERT_EQ(Message(store->PutDocument(graph)), "");
    now_[source] = graph;
  }

  std::vector<DocumentGraph> Now() const {
    std::vector<DocumentGraph> graphs;
    for (const auto& [source, graph] : now_) graphs.push_back(graph);
    return graphs;
  }

 private:
  std::mt19937 random_;
  std::map<std::string, DocumentGraph> now_{};
};

constexpr int kSteps = 7000;  // some 2,400 texts, and two segments made on the way
constexpr const char* kQueries[] = {"w0", "w150 w3", "w1 w1 w7 w199", "w0 w1 w2 w3 w4 w5 w90"};

TEST_P(TextIndexTest, AnyHistoryGivesWhatCountingGives) {
  RandomHistory history(7);
  for (int i = 0; i < kSteps; ++i) history.Step(&store());
  ASSERT_THAT(history.Now(), SizeIs(testing::Gt(2000u)));
  for (const char* query : kQueries) {
    const std::map<std::string, double> want = CountedByHand(history.Now(), query);
    ExpectSame(Scores(store(), query, 100000), want);
    // The best of few are the first of all: nothing is skipped wrongly.
    std::vector<double> best;
    for (const auto& [source, score] : want) best.push_back(score);
    std::ranges::sort(best, std::greater());
    const Result<std::vector<TextHit>> hits = store().SearchTexts(QueryOf(query), 7);
    ASSERT_THAT(*hits, SizeIs(7));
    for (std::size_t i = 0; i < 7; ++i) EXPECT_NEAR((*hits)[i].score, best[i], 1e-9) << query;
  }
}

TEST(TextIndex, EqualScoresAreInTheOrderOfIds) {
  const auto store = NewMemoryStore();
  for (int i = 0; i < 3000; ++i) {
    (void)store->PutDocument(Study("s" + std::to_string(i), "Massage and sleep"));
  }
  EXPECT_THAT(Sources(*store, "massage", 3), ElementsAre("s0", "s1", "s2"));
}

// A base with most of a history, and an overlay with the rest, is one store.
TEST(TextIndex, AnOverlaySearchesBothAsOne) {
  const auto whole = NewMemoryStore();
  const auto base = NewMemoryStore();
  RandomHistory one(3);
  RandomHistory other(3);
  for (int i = 0; i < 5000; ++i) one.Step(whole.get());
  for (int i = 0; i < 4500; ++i) other.Step(base.get());
  const auto overlay = NewOverlayStore(*base);
  for (int i = 4500; i < 5000; ++i) other.Step(overlay.get());
  for (const char* query : kQueries) {
    for (const std::size_t limit : {5u, 50u}) {
      const auto a = whole->SearchTexts(QueryOf(query), limit);
      const auto b = overlay->SearchTexts(QueryOf(query), limit);
      ASSERT_TRUE(a && b);
      ASSERT_EQ(a->size(), b->size());
      for (std::size_t i = 0; i < a->size(); ++i) {
        EXPECT_EQ((*a)[i].score, (*b)[i].score) << query << " " << i;
      }
    }
    EXPECT_EQ(Scores(*whole, query, 100000), Scores(*overlay, query, 100000));
  }
}

class TextIndexOnDisk : public testing::TestWithParam<HeldAs> {};

INSTANTIATE_TEST_SUITE_P(Ways, TextIndexOnDisk, testing::Values(HeldAs::kCommit, HeldAs::kTables));

TEST_P(TextIndexOnDisk, WhatIsHeldIsFoundAndStaysFoundAfterReopening) {
  const TempDir dir;
  RandomHistory history(11);
  std::map<std::string, double> held;
  {
    const auto store = OpenOrDie(dir / "store", {.sync = false});
    for (int i = 0; i < 3; ++i) {
      store->Hold();
      for (int j = 0; j < 1500; ++j) history.Step(store.get());
      held = Scores(*store, kQueries[3], 100000);
      ASSERT_TRUE(store->Release(GetParam()).has_value());
    }
    EXPECT_EQ(Scores(*store, kQueries[3], 100000), held);
  }
  const auto store = OpenOrDie(dir / "store", {.read_only = true});
  EXPECT_EQ(Scores(*store, kQueries[3], 100000), held);
  ExpectSame(held, CountedByHand(history.Now(), kQueries[3]));
}

// A store as format 2 left it: no index, and its number.
void MakeFormat2(const std::string& dir, bool with_leftovers) {
  const auto bytes = *OpenRocksKeyValues(dir, {.sync = false});
  std::vector<Write> writes = {{Family::kMeta, keys::Format(), keys::EncodeVersion(2)}};
  for (const std::string& prefix : keys::AllOfTextIndex()) {
    (void)bytes->Scan(Family::kDerived, prefix, [&](std::string_view key, auto) {
      // An interrupted try has some of it.
      if (!with_leftovers || writes.size() % 2 == 0) {
        writes.push_back({Family::kDerived, std::string(key), std::nullopt});
      }
      return true;
    });
  }
  ASSERT_TRUE(bytes->Commit(std::move(writes)).has_value());
}

TEST(TextIndex, AStoreOfFormat2GetsItsIndexWhenItIsOpenedForWriting) {
  for (const bool leftovers : {false, true}) {
    const TempDir dir;
    std::map<std::string, double> want;
    {
      RandomHistory history(5);
      const auto store = OpenOrDie(dir / "store", {.sync = false});
      for (int i = 0; i < 3500; ++i) history.Step(store.get());
      (void)store->PutDocument(FullGraph("walks.md"));
      want = Scores(*store, kQueries[2], 100000);
    }
    MakeFormat2(dir / "store", leftovers);
    if (!leftovers) {
      const auto reader = OpenOrDie(dir / "store", {.read_only = true});
      EXPECT_THAT(Sources(*reader, kQueries[2]), IsEmpty());
    }
    (void)OpenOrDie(dir / "store", {.sync = false});
    const auto reader = OpenOrDie(dir / "store", {.read_only = true});
    ExpectSame(Scores(*reader, kQueries[2], 100000), want);
    const auto bytes = *OpenRocksKeyValues(dir / "store", {.read_only = true});
    EXPECT_EQ(keys::DecodeVersion(**bytes->Get(Family::kMeta, keys::Format())), kFormatVersion);
  }
}

TEST(TextIndex, DamageIsSaidAndDoesNoHarm) {
  const TempDir dir;
  {
    const auto store = OpenOrDie(dir / "store", {.sync = false});
    for (int i = 0; i < static_cast<int>(kTextsInSegment) + 2; ++i) {
      (void)store->PutDocument(Study("s" + std::to_string(i), "Massage and sleep"));
    }
  }
  const std::string kinds[] = {keys::TextTotals(), keys::TextPostings("massag", 1),
                               keys::TextTable(1), keys::WaitingText(0)};
  for (const std::string& key : kinds) {
    for (const std::string& value : {std::string(), std::string("\xff\xff\xff\xff\xff\xff", 6)}) {
      std::string before;
      {
        const auto bytes = *OpenRocksKeyValues(dir / "store", {.sync = false});
        before = **bytes->Get(Family::kDerived, key);
        ASSERT_TRUE(bytes->Commit({{Family::kDerived, key, value}}).has_value());
      }
      {
        const auto store = OpenOrDie(dir / "store", {.sync = false});
        const auto hits = store->SearchTexts(QueryOf("massage"), 5);
        ASSERT_FALSE(hits.has_value());
        EXPECT_EQ(hits.error().code, ErrorCode::kCorrupt);
      }
      const auto bytes = *OpenRocksKeyValues(dir / "store", {.sync = false});
      ASSERT_TRUE(bytes->Commit({{Family::kDerived, key, before}}).has_value());
    }
  }
}

TEST(TextEntries, BytesAndBack) {
  const TextEntry entry{.length = 300, .terms = {{"massag", 2}, {"sleep", 255}}};
  const std::string bytes = Encode(entry);
  EXPECT_EQ(DecodeTextEntry(bytes), entry);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(DecodeTextEntry(std::string_view(bytes).substr(0, size)), std::nullopt) << size;
  }
  EXPECT_EQ(DecodeTextEntry(bytes + "x"), std::nullopt);
}

TEST(TextEntries, LengthsAreExactWhenShortAndNearWhenLong) {
  for (std::uint64_t length = 0; length < 100000; ++length) {
    const auto back = static_cast<double>(DecodeLength(EncodeLength(length)));
    ASSERT_LE(back, static_cast<double>(length));
    ASSERT_GE(back * 17, static_cast<double>(length) * 16) << length;
    if (length > 0) {
      ASSERT_GE(EncodeLength(length), EncodeLength(length - 1));
    }
  }
  EXPECT_EQ(EncodeLength(~std::uint64_t{0}), 255);
}

TEST(SearchTerms, FoldsSplitsAndStems) {
  EXPECT_THAT(SearchTerms("The 5-HT2A receptor’s rôles in ADULTS."),
              ElementsAre("5", "ht2a", "receptor", "role", "adult"));
  EXPECT_THAT(SearchTerms("TGF-β ≥ 10 µg/l"), ElementsAre("tgf", "β", "10", "μg", "l"));
  EXPECT_THAT(SearchTerms("'quoted' and don't"), ElementsAre("quot", "don"));
  EXPECT_THAT(SearchTerms(std::string(65, 'a') + " b"), ElementsAre("b"));
  EXPECT_THAT(SearchTerms("\xff\xfe bro\xffken \xe2\x82"), testing::Contains("broken"));
  EXPECT_THAT(SearchTerms(""), IsEmpty());
}

}  // namespace
}  // namespace claimgraph
