// Numbers as people print them: "1,025", "-0.38" with any minus, "0·5", ".05",
// "twenty-four".  English conventions only: a comma groups thousands and never
// opens a fraction.  The locale plays no part.
#ifndef CLAIMGRAPH_CORE_TEXT_NUMBERS_H_
#define CLAIMGRAPH_CORE_TEXT_NUMBERS_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace claimgraph {

struct ParsedNumber {
  double value = 0;
  std::size_t length = 0;  // bytes read
  bool is_integer = true;  // printed without a decimal point
};

// The number that `text` begins with, sign included: '-', '+', U+2010 to U+2013
// or U+2212.  Accepts a decimal point, a middle dot (U+00B7), a leading point
// (".05"), and thousands separated by commas, thin or no-break spaces.  A point
// or comma that no digit follows is not part of the number.  None if `text` does
// not begin with a number.
std::optional<ParsedNumber> ParseNumber(std::string_view text);

// The number word or compound that `text` begins with, in any case: "one" to
// "ninety-nine", "a hundred", "two hundred".  Whole words only ("often" is no
// ten).
std::optional<ParsedNumber> ParseNumberWord(std::string_view text);

// The length of the minus sign that `text` begins with; 0 if none.
std::size_t MinusLength(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_NUMBERS_H_
