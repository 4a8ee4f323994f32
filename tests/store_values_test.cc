// Values: damaged bytes are noticed, and every enumerator is known.

#include "core/store/values.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

template <typename Noun>
void ExpectRoundTrip(const Noun& noun) {
  Noun back;
  ASSERT_TRUE(Decode(Encode(noun), &back));
  Noun expected = noun;
  expected.id = {};
  EXPECT_EQ(back, expected);
}

TEST(ValuesTest, EveryFieldComesBack) {
  const DocumentGraph g = FullGraph("walks.md");
  ExpectRoundTrip(g.claims[0]);
  ExpectRoundTrip(g.citations[0]);
  ExpectRoundTrip(g.references[0]);
  ExpectRoundTrip(g.works[0]);
  ExpectRoundTrip(g.propositions[0]);
  ExpectRoundTrip(g.evidence_lines[0]);
  ExpectRoundTrip(g.findings[0]);
  Document d;
  ASSERT_TRUE(DecodeHeader(EncodeHeader(g.document), &d));
  d.text = g.document.text;
  ASSERT_TRUE(DecodeLayout(EncodeLayout(g.document), &d));
  EXPECT_EQ(d, g.document);
}

TEST(ValuesTest, EmptyNounsComeBack) {
  ExpectRoundTrip(Claim{});
  ExpectRoundTrip(Citation{});
  ExpectRoundTrip(Reference{});
  ExpectRoundTrip(Work{});
  ExpectRoundTrip(Proposition{});
  ExpectRoundTrip(EvidenceLine{});
  ExpectRoundTrip(Finding{});
  // Lists of empty things are not empty lists.
  ExpectRoundTrip(Work{.names = {"", ""}, .authors = {{}, {}}});
  ExpectRoundTrip(Claim{.hedges = {{}}, .effects = {{}}, .reasons = {{}, {}}});
  Document d;
  EXPECT_TRUE(DecodeHeader(EncodeHeader({}), &d));
  EXPECT_TRUE(DecodeLayout(EncodeLayout({}), &d));
  EXPECT_EQ(d, Document{});
}

// A new enumerator must be let in by values.cc; this fails where it is not.
template <typename Enum, typename Noun>
void ExpectAllKnown(Enum Noun::*field, int last) {
  for (int i = 0; i <= last; ++i) {
    Noun noun;
    noun.*field = static_cast<Enum>(i);
    Noun back;
    ASSERT_TRUE(Decode(Encode(noun), &back)) << i;
    EXPECT_EQ(back.*field, noun.*field);
  }
  EXPECT_EQ(Name(static_cast<Enum>(last + 1)), "unknown") << "has a new enumerator";
  Noun noun;
  noun.*field = static_cast<Enum>(last + 1);
  EXPECT_FALSE(Decode(Encode(noun), &noun));
}

TEST(ValuesTest, EveryEnumeratorIsKnown) {
  ExpectAllKnown(&Claim::kind, 8);
  ExpectAllKnown(&Claim::strength, 3);
  ExpectAllKnown(&Claim::certainty, 2);
  ExpectAllKnown(&Claim::citation_status, 7);
  ExpectAllKnown(&Claim::verdict, 5);
  ExpectAllKnown(&Citation::style, 7);
  ExpectAllKnown(&Reference::origin, 3);
  ExpectAllKnown(&Reference::design, 15);
  ExpectAllKnown(&Work::standing, 5);
  ExpectAllKnown(&Proposition::direction, 5);
  ExpectAllKnown(&EvidenceLine::stance, 4);
  ExpectAllKnown(&EvidenceLine::role, 3);
  ExpectAllKnown(&EvidenceLine::outcome, 3);
  ExpectAllKnown(&Finding::severity, 3);
}

// Nothing that a disk can do to a value makes reading it crash; ASan and UBSan
// watch.  What decodes is then whole: encoding it again succeeds.
template <typename Noun>
void Spoil(const Noun& noun, std::mt19937* random) {
  const std::string good = Encode(noun);
  for (std::size_t size = 0; size < good.size(); ++size) {
    Noun back;
    if (Decode(good.substr(0, size), &back)) (void)Encode(back);
  }
  for (int i = 0; i < 3000; ++i) {
    std::string bad = good;
    for (unsigned n = 1 + (*random)() % 3; n > 0; --n) {
      bad[(*random)() % bad.size()] = static_cast<char>((*random)());
    }
    Noun back;
    if (Decode(bad, &back)) (void)Encode(back);
  }
}

TEST(ValuesTest, SurvivesDamage) {
  std::mt19937 random(1);
  const DocumentGraph g = FullGraph("walks.md");
  Spoil(g.claims[0], &random);
  Spoil(g.citations[0], &random);
  Spoil(g.references[0], &random);
  Spoil(g.works[0], &random);
  Spoil(g.propositions[0], &random);
  Spoil(g.evidence_lines[0], &random);
  Spoil(g.findings[0], &random);
}

TEST(ValuesTest, ADamagedLayoutIsRefusedOrFits) {
  std::mt19937 random(2);
  const Document document = FullGraph("walks.md").document;
  const std::string good = EncodeLayout(document);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string bad = good;
    bad[random() % bad.size()] = static_cast<char>(random());
    Document back{.text = document.text};
    if (!DecodeLayout(bad, &back)) {
      ++refused;
      continue;
    }
    ASSERT_TRUE(LayoutFits(back));
    for (const Sentence& s : back.sentences) (void)back.Source(s.span);
  }
  EXPECT_GT(refused, 1000);
  Document shorter{.text = "Walks"};
  EXPECT_FALSE(DecodeLayout(good, &shorter)) << "the ranges are of a longer text";
}

TEST(ValuesTest, EmptyBytesAreNotAValue) {
  Claim claim;
  EXPECT_FALSE(Decode("", &claim));
  EXPECT_FALSE(Decode(std::string(64, '\xff'), &claim));
}

}  // namespace
}  // namespace claimgraph
