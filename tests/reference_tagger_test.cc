// The model behind the reference parser: its file, its tokens, and what it may overrule.
#include "importers/extraction/reference_tagger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/model/sequence_model.h"
#include "importers/extraction/references.h"
#include "models/shipped_models.h"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Two states.  "in" speaks for the second, "out" for the first, and to change costs 3.
TrainedSequenceModel Doors() {
  TrainedSequenceModel model{.name = "doors",
                             .features = 7,
                             .bits = 8,
                             .states = {"outside", "inside"},
                             .transitions = {0, -3, -3, 0, 0, 0},
                             .weights = std::vector<float>(512)};
  const auto bucket = [](const char* word) { return std::size_t{HashWord(word) >> 56}; };
  model.weights[bucket("in") * 2 + 1] = 4;
  model.weights[bucket("out") * 2] = 4;
  model.weights[bucket("out") * 2 + 1] = 0.03f;
  return model;
}

SequenceScores Score(const SequenceModel& model, const std::vector<const char*>& words) {
  SequenceFeatures features;
  for (const char* word : words) {
    features.Add(HashWord(word));
    features.EndToken();
  }
  SequenceScores scores;
  model.Score(features, &scores);
  return scores;
}

TEST(SequenceModelTest, ReadsTheBestStatesOfAll) {
  const std::string bytes = EncodeSequenceModel(Doors(), 0.01f);
  const auto model = SequenceModel::Parse(bytes);
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->name(), "doors");
  EXPECT_EQ(model->features(), 7u);
  EXPECT_THAT(model->states(), ElementsAre("outside", "inside"));
  EXPECT_THAT(model->Read(Score(*model, {"out", "hall", "in", "hall"})).states,
              ElementsAre(0, 0, 1, 1));
  // One word against two does not pay for two changes.
  const SequenceScores scores = Score(*model, {"in", "out", "in"});
  const SequenceReading best = model->Read(scores);
  EXPECT_THAT(best.states, ElementsAre(1, 1, 1));
  EXPECT_NEAR(best.score, 8, 0.1);
  const SequenceReading other = model->Read(scores, {3, 1, 3});
  EXPECT_THAT(other.states, ElementsAre(1, 0, 1));
  EXPECT_NEAR(other.score, 6, 0.1);
  EXPECT_THAT(model->Read({}).states, IsEmpty());
}

TEST(SequenceModelTest, SmallWeightsAreLeftOut) {
  EXPECT_GT(EncodeSequenceModel(Doors(), 0).size(), EncodeSequenceModel(Doors(), 0.01f).size());
}

TEST(SequenceModelTest, DamageIsToldNotRead) {
  const std::string bytes = EncodeSequenceModel(Doors(), 0);
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_FALSE(SequenceModel::Parse(std::string_view(bytes).substr(0, size))) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); at += 5) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const auto model = SequenceModel::Parse(damaged);
    ASSERT_FALSE(model) << at;
    EXPECT_THAT(model.error().message, HasSubstr("build claimgraph again"));
  }
}

std::vector<std::string> Words(const std::string& entry) {
  std::vector<std::string> words;
  for (const EntryToken& token : EntryTokens(entry)) {
    words.emplace_back(Slice(entry, token.span));
  }
  return words;
}

TEST(EntryTokensTest, LettersNumbersAddressesAndSigns) {
  EXPECT_THAT(Words("Lindström, Å. 2004a;D64(3)"),
              ElementsAre("Lindström", ",", "Å", ".", "2004a", ";", "D", "64", "(", "3", ")"));
  EXPECT_THAT(Words("(https://example.org/a_(b).) www.example.org, http: // example.org/x"),
              ElementsAre("(", "https://example.org/a_(b).)", "www.example.org", ",",
                          "http: // example.org/x"));
  EXPECT_THAT(Words("doi:10.1234/ward.5. 10.5 ftp"),
              ElementsAre("doi", ":", "10.1234/ward.5", ".", "10", ".", "5", "ftp"));
  EXPECT_THAT(Words("21st “ward”"), ElementsAre("21st", "“", "ward", "”"));
  EXPECT_THAT(Words(" \n"), IsEmpty());
  EXPECT_THAT(Words("http://"), ElementsAre("http", ":", "/", "/"));
}

TEST(EntryTokensTest, StrayBytesAreSigns) {
  const std::string entry = "Lind\xff\xc3 C";
  EXPECT_EQ(EntryTokens(entry).back().span.end, entry.size());
}

TEST(EntryStatesTest, EveryLabelHasTwoStatesButNone) {
  for (std::size_t state = 0; state < kEntryStates; ++state) {
    EXPECT_EQ(StateOf(LabelOf(state), state >= kEntryLabels), state);
  }
  EXPECT_EQ(StateOf(EntryLabel::kNone, true), 0);
}

// Words of the fields that the model has from its training are not asked for here: only
// that every token has features, and the same ones each time.
TEST(EntryFeaturesTest, EachTokenHasSomeAndAlwaysTheSame) {
  for (const std::string entry :
       {"Lind C. Warm rooms (2nd ed.). Ward Med 2004;12(3):45-9.", ".", "\"", "2004", "(((,,,"}) {
    const std::vector<EntryToken> tokens = EntryTokens(entry);
    SequenceFeatures once;
    SequenceFeatures again;
    EntryFeatures(entry, tokens, ReadByRules(entry), &once);
    EntryFeatures(entry, tokens, ReadByRules(entry), &again);
    ASSERT_EQ(once.size(), tokens.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
      EXPECT_GT(once.Of(i).size(), 40u);
      EXPECT_TRUE(std::ranges::equal(once.Of(i), again.Of(i)));
    }
  }
}

class TaggedEntryTest : public testing::Test {
 protected:
  void SetUp() override {
    if (ShippedSequenceModel("references", kReferenceFeatures) == nullptr) {
      GTEST_SKIP() << "built without the model";
    }
  }
};

// Styles of other disciplines, which rules for health literature read wrong.
TEST_F(TaggedEntryTest, ReadsWhatRulesDoNot) {
  // No sign between title and journal
  const Reference glued = ParseReference(
      "Lind C, Osei K. Warm rooms for the old: benefits and hazards Exp Ward Rev. "
      "2017;12(11):135–155.");
  EXPECT_EQ(glued.title, "Warm rooms for the old: benefits and hazards");
  EXPECT_EQ(glued.container, "Exp Ward Rev");
  // No title
  const Reference physics =
      ParseReference("A. Moreno, C. Lind, and K. Osei, Phys. Rev. B 61, 4567 (2001).");
  EXPECT_EQ(physics.title, "");
  EXPECT_EQ(physics.container, "Phys. Rev. B");
  EXPECT_EQ(physics.volume, "61");
  EXPECT_EQ(physics.pages, "4567");
  ASSERT_EQ(physics.authors.size(), 3u);
  EXPECT_EQ(physics.authors[2].family, "Osei");
}

TEST_F(TaggedEntryTest, BooksHaveTitlesNotContainers) {
  const Reference book =
      ParseReference("C. Lind, Rivers and tides. Oxford University Press, 1987.");
  EXPECT_EQ(book.title, "Rivers and tides");
  EXPECT_EQ(book.container, "");
  EXPECT_EQ(book.publisher, "Oxford University Press");
}

TEST_F(TaggedEntryTest, AnOrganisationThatPublishesStaysAuthor) {
  const Reference r = ParseReference("Brookside Ward Institute (2022). Warm feet and sleep.");
  ASSERT_EQ(r.authors.size(), 1u);
  EXPECT_EQ(r.authors[0].family, "Brookside Ward Institute");
}

TEST_F(TaggedEntryTest, LongEntriesAreLeftToTheRules) {
  const std::string entry =
      "Lind C. " + std::string(kLongestTaggedEntry, 'a') + ". Ward Med. 2004;12(3):45-9.";
  EXPECT_EQ(TakeApart(entry).title, ReadByRules(entry).title);
  EXPECT_EQ(TakeApart(entry).volume, ReadByRules(entry).volume);
}

TEST_F(TaggedEntryTest, SpansAreInsideTheEntryWhateverItIs) {
  std::string entry =
      "Lind C, “Warm rooms” [in: Ström, Å. (ed.)], Ward 12 (2004), 3–4. http://x.org/a";
  for (std::size_t cut = 0; cut <= entry.size(); ++cut) {
    const std::string part = entry.substr(cut);
    const EntryParts parts = TakeApart(part);
    for (const TextSpan s : {parts.authors, parts.title, parts.container, parts.year, parts.volume,
                             parts.issue, parts.pages, parts.publisher, parts.address}) {
      EXPECT_LE(s.begin, s.end) << part;
      EXPECT_LE(s.end, part.size()) << part;
    }
  }
}

// What a reader of the first version found: each was read worse than by rules alone.
TEST_F(TaggedEntryTest, KeepsWhatRulesReadWhereItLosesIt) {
  const auto title = [](std::string_view entry) {
    return std::string(Slice(entry, TakeApart(entry).title));
  };
  EXPECT_EQ(title("Marsh PL. Vitamin Q. In: Marsh PL, Tarn OB, editors. Handbook of meadow diets. "
                  "2nd ed. Ambleford: Brook Press; 2012. p. 20-31."),
            "Vitamin Q");
  EXPECT_EQ(title("Meadow Heart Society. Sugars at lunch. 2021."), "Sugars at lunch");
  EXPECT_EQ(TakeApart("Marsh, P. (n.d.). Is meadow tea healthy? Retrieved June 1, 2020, from "
                      "https://www.example.org/tea")
                .year_value,
            0);
  EXPECT_EQ(TakeApart("Meadow Clinic. Meadow diet. Accessed 3 April 2022.").year_value, 0);
}

}  // namespace
}  // namespace claimgraph
