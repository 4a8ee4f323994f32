// Folding, comparing titles and names, and reading identifiers.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/text/identifiers.h"
#include "core/text/normalize.h"
#include "core/text/similarity.h"

namespace claimgraph {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

TEST(NormalizeTest, Fold) {
  constexpr Case kCases[] = {
      {"Müller’s 1–2 mg", "muller's 1-2 mg"},
      {"“Quiet” rooms…", "\"quiet\" rooms..."},
      {"A\u00A0B\u2009C", "a b c"},
      {"Øystein Łuka Straße Æ ﬁne", "oystein luka strasse ae fine"},
      {"soft\u00ADhyphen\u200B", "softhyphen"},
      {"\u2212\u20110.5", "--0.5"},
      {"睡眠", "睡眠"},
      {"bad \xFF\xC3 bytes", "bad  bytes"},
      {"", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(Fold(c.text), c.expected);
}

TEST(NormalizeTest, PlainKeepsLettersAndUnaccentedKeepsCase) {
  EXPECT_EQ(Plain("Müller’s 1–2"), "Müller's 1-2");
  EXPECT_EQ(Unaccented("Müller’s Ørsted"), "Muller's Orsted");
}

// Every stretch of the folded text leads back to whole characters.
TEST(NormalizeTest, OffsetsLeadBack) {
  const std::string text = "Sœur – “É”…";
  const NormalizedText folded = FoldWithOffsets(text);
  EXPECT_EQ(folded.text, "soeur - \"e\"...");
  ASSERT_EQ(folded.offsets.size(), folded.text.size() + 1);
  const auto original = [&](const std::string& words) {
    const std::size_t at = folded.text.find(words);
    return std::string(Slice(text, folded.Original(at, at + words.size())));
  };
  EXPECT_EQ(original("soeur"), "Sœur");
  EXPECT_EQ(original("e\""), "É”");
  EXPECT_EQ(original("oe"), "œ");
  EXPECT_EQ(original("o"), "œ");  // never half a character
  EXPECT_EQ(original(".."), "…");
  EXPECT_EQ(folded.Original(3, 3).size(), 0u);
}

TEST(NormalizeTest, TitleKey) {
  constexpr Case kCases[] = {
      {"Sleep & Pain: A Review.", "sleep and pain a review"},
      {"Sleep and pain – a review", "sleep and pain a review"},
      {"What’s new?", "whats new"},
      {" ... ", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(TitleKey(c.text), c.expected);
}

TEST(NormalizeTest, Tidy) { EXPECT_EQ(Tidy(" a\u00A0 b\r\n\tc "), "a b c"); }

TEST(SimilarityTest, EditDistance) {
  EXPECT_EQ(EditDistance("", "", 0), 0);
  EXPECT_EQ(EditDistance("kitten", "sitting", 5), 3);
  EXPECT_EQ(EditDistance("kitten", "sitting", 3), 3);
  EXPECT_EQ(EditDistance("kitten", "sitting", 2), 3);  // above the limit: limit + 1
  EXPECT_EQ(EditDistance("abc", "abcdef", 2), 3);
  EXPECT_EQ(EditDistance("ab", "ba", 2), 2);
}

// The band must give what the whole table gives.
TEST(SimilarityTest, EditDistanceAgreesWithTheObviousOne) {
  const auto obvious = [](const std::string& a, const std::string& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
      for (std::size_t j = 0; j <= b.size(); ++j) {
        if (i == 0 || j == 0) {
          d[i][j] = static_cast<int>(i + j);
        } else {
          const int swap = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
          d[i][j] = std::min({swap, d[i - 1][j] + 1, d[i][j - 1] + 1});
        }
      }
    }
    return d[a.size()][b.size()];
  };
  std::uint32_t seed = 7;
  const auto next = [&seed](std::uint32_t n) {
    return (seed = seed * 1664525u + 1013904223u) >> 16 & 0xFFFF % n;
  };
  for (int round = 0; round < 2000; ++round) {
    std::string a, b;
    for (std::uint32_t n = next(9); n-- > 0;) a.push_back(static_cast<char>('a' + next(3)));
    for (std::uint32_t n = next(9); n-- > 0;) b.push_back(static_cast<char>('a' + next(3)));
    for (int limit = 0; limit < 6; ++limit) {
      EXPECT_EQ(EditDistance(a, b, limit), std::min(obvious(a, b), limit + 1))
          << a << " " << b << " " << limit;
    }
  }
}

TEST(SimilarityTest, Titles) {
  EXPECT_EQ(TitleSimilarity("Sleep & Pain: A Review.", "Sleep and pain – a review"), 1);
  EXPECT_GT(TitleSimilarity("Naps in night nurses", "Naps in night nurse"), 0.9);
  EXPECT_EQ(TitleSimilarity("Naps in night nurses", "Cold hands of fishers"), 0);
  EXPECT_EQ(TitleSimilarity("", ""), 0);
}

TEST(SimilarityTest, Names) {
  EXPECT_TRUE(SameName("Müller-Lind", "Muller Lind"));
  EXPECT_TRUE(SameName("Lindqvist", "Lindkvist"));
  EXPECT_FALSE(SameName("Lind", "Lund"));  // too short to forgive a letter
  EXPECT_FALSE(SameName("Moreno", "Loreno"));
  EXPECT_FALSE(SameName("", ""));
}

std::string DumpIdentifiers(std::string_view text) {
  constexpr const char* kNames[] = {"doi", "pmid", "pmcid", "arxiv", "trial", "isbn", "url"};
  std::string out;
  for (const Identifier& found : FindIdentifiers(text)) {
    if (!out.empty()) out += " ";
    out.append(kNames[static_cast<int>(found.kind)]).append("=").append(found.value);
  }
  return out;
}

TEST(IdentifiersTest, FindsThemInText) {
  constexpr Case kCases[] = {
      {"doi: 10.1234/ABC.5. PMID: 12345678; PMCID: PMC123456",
       "doi=10.1234/abc.5 pmid=12345678 pmcid=PMC123456"},
      {"(see https://doi.org/10.1234/a(b)c).", "doi=10.1234/a(b)c"},
      {"DOI: https://dx.doi.org/10.1234/x", "doi=10.1234/x"},
      {"https://doi.org/ 10.1234/x", "doi=10.1234/x"},
      {"10.1234/x.PMID:23456789", "doi=10.1234/x pmid=23456789"},
      {"https://pubmed.ncbi.nlm.nih.gov/14700001/", "pmid=14700001"},
      {"https://www.ncbi.nlm.nih.gov/pubmed/14700001", "pmid=14700001"},
      {"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", "pmcid=PMC123456"},
      {"45.➤ https://example.org/naps,", "url=https://example.org/naps"},
      {"www.example.org/a_b", "url=www.example.org/a_b"},
      {"arXiv:2101.00001v2 and arXiv:hep-th/9901001", "arxiv=2101.00001 arxiv=hep-th/9901001"},
      {"NCT01234567, ISBN 978-0-12-345678-9", "trial=NCT01234567 isbn=9780123456789"},
      {"https://a.org/xhttps://b.org/y", "url=https://a.org/x url=https://b.org/y"},
      // Not identifiers
      {"10.5 mg, 10.1/x, PMIDs, nct012, doi of it, isbn 12", ""},
      {"PMID: 012345 PMID: 123456789", ""},
      {"http://", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(DumpIdentifiers(c.text), c.expected);
  }
}

TEST(IdentifiersTest, SpansHoldTheWordsThatNameThem) {
  const std::string text = "Care. doi: 10.1234/x. PMID: 12345678.";
  const std::vector<Identifier> found = FindIdentifiers(text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(Slice(text, found[0].span), "doi: 10.1234/x");
  EXPECT_EQ(Slice(text, found[1].span), "PMID: 12345678");
}

TEST(IdentifiersTest, ReadAddress) {
  const struct {
    const char* url;
    AddressIds expected;
  } kCases[] = {
      {"https://www.nejm.org/doi/full/10.1056/NEJMoa2100001", {.doi = "10.1056/nejmoa2100001"}},
      {"https://onlinelibrary.wiley.com/doi/10.1002/rra.3643/abstract?x=1",
       {.doi = "10.1002/rra.3643"}},
      {"https://doi.org/10.1016%2Fj.x.2011.01.001", {.doi = "10.1016/j.x.2011.01.001"}},
      {"https://europepmc.org/article/MED/12345678", {.pmid = "12345678"}},
      {"https://arxiv.org/pdf/2101.00001.pdf", {.arxiv = "2101.00001"}},
      {"https://example.org/naps", {}},
      {"not an address", {}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.url);
    EXPECT_EQ(ReadAddress(c.url), c.expected);
  }
}

TEST(IdentifiersTest, AddressKey) {
  constexpr Case kCases[] = {
      {"HTTPS://WWW.Example.org/a/?utm_source=x#top", "example.org/a"},
      {"http://example.org/a", "example.org/a"},
      {"https://example.org/a?id=1&utm_medium=y&b=2", "example.org/a?id=1&b=2"},
      {"https://example.org/", "example.org"},
  };
  for (const Case& c : kCases) EXPECT_EQ(AddressKey(c.text), c.expected);
}

TEST(IdentifiersTest, CanonicalDoi) {
  constexpr Case kCases[] = {
      {"https://doi.org/10.1234/ABC", "10.1234/abc"},
      {"doi:10.1234/ABC.", "10.1234/abc"},
      {" 10.1234/x ", "10.1234/x"},
      {"10.12/x", ""},
      {"PMC123", ""},
      {"10.5555/(SICI)1(1997)1:1<1::AID-X>3.0.CO;2-#",
       "10.5555/(sici)1(1997)1:1<1::aid-x>3.0.co;2-#"},
      {"https://doi.org/10.5555/(SICI)1:1%3C1::AID-X%3E3.0.CO;2-%23?a=b",
       "10.5555/(sici)1:1<1::aid-x>3.0.co;2-#"},
      {"https://example.org/doi/10.5555/(SICI)1:1%3C1::AID-X%3E3.0.CO;2-%23/full",
       "10.5555/(sici)1:1<1::aid-x>3.0.co;2-#"},
      {"dx.doi.org/10.5555/a&lt;b", "10.5555/a<b"},
      {"10.5555/a&amp;lt;b", "10.5555/a<b"},
      {"10.5555/a%20b%20", "10.5555/a%20b"},
      {"(10.5555/x)", ""},
      {"10.5555/x)].", "10.5555/x"},
      {"10.5555/x|10.5555/y", "10.5555/x"},
      {"10.5555/x.PMID:123456", "10.5555/x"},
      {"<https://doi.org/10.5555/x>", "10.5555/x"},
      {"10.5555/\u00FC\u2013x\u00A0y", "10.5555/\u00FC-x"},
      {"", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(CanonicalDoi(c.text), c.expected);
}

TEST(IdentifiersTest, RunningTextHoldsAnSiciWhole) {
  constexpr std::string_view kSici = "10.5555/(sici)1(1997)1:1<99::aid-x2>3.0.co;2-b";
  constexpr Case kCases[] = {
      {"A. doi:10.5555/(SICI)1(1997)1:1<99::AID-X2>3.0.CO;2-B. B", ""},
      {"A. https://doi.org/10.5555/(SICI)1(1997)1:1<99::AID-X2>3.0.CO;2-B.", ""},
      {"A. https://doi.org/10.5555/(SICI)1(1997)1:1%3C99::AID-X2%3E3.0.CO;2-B, B", ""},
      {"A. doi:10.5555/0(1996)077<0437:TNYRP>2.0.CO;2.", "10.5555/0(1996)077<0437:tnyrp>2.0.co;2"},
      {"<p>doi:10.5555/x<br>3.0.CO;2</p>", "10.5555/x"},
      {"doi:10.5555/x<1 2>3.0.CO;2-A", "10.5555/x"},
      {"[doi:10.5555/x]", "10.5555/x"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    const std::vector<Identifier> found = FindIdentifiers(c.text);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].value, c.expected[0] == 0 ? kSici : c.expected);
  }
}

TEST(IdentifiersTest, FaultsPointAtWhatWasMeant) {
  constexpr Case kCases[] = {
      {"Care. doi: 10.12/x", "doi: 10.12/x"},
      {"https://doi.org/10.1234", "doi.org/10.1234"},
      {"doi: 1010.1016/j.x", "doi: 1010.1016/j.x"},
      {"PMID: 3257721x", "PMID: 3257721x"},
      {"PMID: 1234567890.", "PMID: 1234567890"},
      // Sound ones, and words about them
      {"doi: 10.1234/x, https://doi.org/10.1234/x, PMID: 12345678, PMID: PMC12345", ""},
      {"doi: https://doi.org/10.1234/x", ""},
      {"The DOI of a paper; PMIDs grow.", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    std::string out;
    for (const IdentifierFault& fault : FindIdentifierFaults(c.text))
      out += Slice(c.text, fault.span);
    EXPECT_EQ(out, c.expected);
  }
}

TEST(PmidYearsTest, BoundsTheYear) {
  const struct {
    const char* pmid;
    YearRange expected;
  } kCases[] = {
      {"17138297", {2006, 2007}},  // indexed late in 2006
      {"24586677", {2013, 2015}},  // early in 2014
      {"37092426", {2022, 2024}},  // April 2023
      {"40881725", {2025, 2026}},  // September 2025
      {"50000000", {2030, 2032}},  // not yet given out
      {"1234567", {}},             // given out in no order
      {"123456789", {}},
      {"12x", {}},
      {"", {}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.pmid);
    EXPECT_EQ(PmidYears(c.pmid), c.expected);
  }
}

}  // namespace
}  // namespace claimgraph
