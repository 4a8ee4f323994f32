// The few kinds of character that citation markers are made of.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_CHARS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_CHARS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimgraph {

// One character of valid UTF-8; size 0 at the end of the text.
struct Char {
  char32_t code = 0;
  std::uint32_t size = 0;
};

Char CharAt(std::string_view text, std::size_t at);
// The character that ends at `at`.
Char CharBefore(std::string_view text, std::size_t at);

bool IsSpace(char32_t c);  // no-break and thin spaces too
bool IsLetter(char32_t c);
bool IsUpper(char32_t c);
bool IsHyphen(char32_t c);  // inside a name: "-", U+2010, U+2011
bool IsDash(char32_t c);    // in a range: hyphens, U+2012 to U+2014, minus
bool IsApostrophe(char32_t c);
inline bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

// The value of a superscript digit such as U+00B2; -1 for anything else.
int SuperscriptDigit(char32_t c);

std::size_t SkipSpaces(std::string_view text, std::size_t at);
std::size_t SkipSpacesBack(std::string_view text, std::size_t at);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_CHARS_H_
