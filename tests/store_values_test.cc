// Values: damaged bytes are noticed, and every enumerator is known.

#include "core/store/values.h"

#include <gtest/gtest.h>

#include <random>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "tests/store_test_util.h"

namespace claimgraph {
namespace {

// Works and propositions stand alone, other nouns in packs, here of one.
template <typename Noun>
constexpr bool kAlone = std::is_same_v<Noun, Work> || std::is_same_v<Noun, Proposition>;

template <typename Noun>
std::string Encoded(const Noun& noun) {
  if constexpr (kAlone<Noun>) {
    return Encode(noun);
  } else {
    return Encode(std::span(&noun, 1));
  }
}

template <typename Noun>
bool Decoded(const std::string& bytes, Noun* noun) {
  if constexpr (kAlone<Noun>) {
    return Decode(bytes, noun);
  } else {
    return Decode(bytes, 0, noun);
  }
}

template <typename Noun>
void ExpectRoundTrip(const Noun& noun) {
  Noun back;
  ASSERT_TRUE(Decoded(Encoded(noun), &back));
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

TEST(ValuesTest, EachNounOfAPackComesBack) {
  std::vector<Reference> references;
  for (int i = 0; i < 32; ++i) references.push_back({.number = i, .title = std::to_string(i)});
  const std::string pack = Encode(std::span<const Reference>(references));
  for (std::size_t i = 0; i < references.size(); ++i) {
    Reference back;
    ASSERT_TRUE(Decode(pack, i, &back));
    EXPECT_EQ(back, references[i]);
  }
  Reference none;
  EXPECT_FALSE(Decode(pack, references.size(), &none));
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
    ASSERT_TRUE(Decoded(Encoded(noun), &back)) << i;
    EXPECT_EQ(back.*field, noun.*field);
  }
  EXPECT_EQ(Name(static_cast<Enum>(last + 1)), "unknown") << "has a new enumerator";
  Noun noun;
  noun.*field = static_cast<Enum>(last + 1);
  EXPECT_FALSE(Decoded(Encoded(noun), &noun));
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
  const std::string good = Encoded(noun);
  for (std::size_t size = 0; size < good.size(); ++size) {
    Noun back;
    if (Decoded(good.substr(0, size), &back)) (void)Encoded(back);
  }
  for (int i = 0; i < 3000; ++i) {
    std::string bad = good;
    for (unsigned n = 1 + (*random)() % 3; n > 0; --n) {
      bad[(*random)() % bad.size()] = static_cast<char>((*random)());
    }
    Noun back;
    if (Decoded(bad, &back)) (void)Encoded(back);
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
  EXPECT_FALSE(Decoded("", &claim));
  EXPECT_FALSE(Decoded(std::string(64, '\xff'), &claim));
}

}  // namespace
}  // namespace claimgraph
