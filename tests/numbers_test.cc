// Numbers as printed, and number words.

#include "core/text/numbers.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace claimgraph {
namespace {

struct Case {
  std::string_view text;
  double value;
  std::size_t length;
};

TEST(NumbersTest, ReadsFigures) {
  constexpr Case kCases[] = {
      {"34", 34, 2},
      {"0.38 points", 0.38, 4},
      {".05", 0.05, 3},
      {"0·5", 0.5, 4},
      {"1,025 people", 1025, 5},
      {"12,345,678", 12345678, 10},
      {"1\u00A0025", 1025, 6},
      {"+2.5", 2.5, 4},
      // Minus in all its shapes
      {"-0.57", -0.57, 5},
      {"–0.57", -0.57, 7},
      {"−2", -2, 4},
      {"‑2", -2, 4},
      // What is not part of the number
      {"12. Then", 12, 2},
      {"12, 13", 12, 2},
      {"0,125", 0, 1},
      {"1,02", 1, 1},
      {"1,0255", 1, 1},
      {"2010,125", 2010, 4},
      {"1.2.3", 1.2, 3},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    const std::optional<ParsedNumber> n = ParseNumber(c.text);
    ASSERT_TRUE(n.has_value());
    EXPECT_DOUBLE_EQ(n->value, c.value);
    EXPECT_EQ(n->length, c.length);
  }
}

TEST(NumbersTest, RefusesWhatIsNoFigure) {
  for (std::string_view text : {"", "-", "–", ".", "·", "a1", "- 5", ",5", "+"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(ParseNumber(text).has_value());
  }
}

TEST(NumbersTest, SaysWhetherADecimalPointWasPrinted) {
  EXPECT_TRUE(ParseNumber("5")->is_integer);
  EXPECT_FALSE(ParseNumber("5.0")->is_integer);
}

TEST(NumbersTest, LongDigitsStayFinite) {
  const std::string digits(5000, '9');
  EXPECT_EQ(ParseNumber(digits)->length, digits.size());
  EXPECT_NEAR(ParseNumber("0." + digits)->value, 1, 1e-9);
}

TEST(NumbersTest, ReadsWords) {
  constexpr Case kCases[] = {
      {"eight RCTs", 8, 5},    {"Twenty-four nurses", 24, 11}, {"twenty four", 24, 11},
      {"sixty people", 60, 5}, {"a hundred women", 100, 9},    {"two hundred", 200, 11},
      {"hundred", 100, 7},     {"ninety-nine", 99, 11},        {"thirty studies", 30, 6},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    const std::optional<ParsedNumber> n = ParseNumberWord(c.text);
    ASSERT_TRUE(n.has_value());
    EXPECT_EQ(n->value, c.value);
    EXPECT_EQ(n->length, c.length);
  }
}

TEST(NumbersTest, RefusesOtherWords) {
  for (std::string_view text : {"", "often", "onerous", "a", "a few", "tensions", "eighth"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(ParseNumberWord(text).has_value());
  }
}

}  // namespace
}  // namespace claimgraph
