// The small steps of reading identifiers, shared by identifiers.cc and
// addresses.cc.  All offsets are bytes of `text`.
#ifndef CLAIMGRAPH_CORE_TEXT_IDENTIFIER_SCAN_H_
#define CLAIMGRAPH_CORE_TEXT_IDENTIFIER_SCAN_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace claimgraph {

// True if `text` has the lower-case `word` at `at`, in any case.
bool StartsAt(std::string_view text, std::size_t at, std::string_view word);

std::size_t SkipDigits(std::string_view text, std::size_t at);

// Past spaces, no-break spaces, and at most one ":" or "=" among them.
std::size_t SkipLabelEnd(std::string_view text, std::size_t at);

// True for characters that end an address or a DOI in running text, unless an SICI begins
// there.
bool EndsAddress(std::string_view text, std::size_t at);

// Behind the "<1::AID-CNCR1>3.0.CO;2-A" that begins at `at`, or `at` if none does.  An SICI
// is how publishers named an article within its issue in DOIs up to about 2005.
std::size_t SiciEnd(std::string_view text, std::size_t at);

// Takes sentence punctuation off the end: "(see https://a.org/x)." ends at "x".
std::size_t TrimTail(std::string_view text, std::size_t begin, std::size_t end);

// The end of the DOI that begins at `at` of a running text, or `at` if none does.
std::size_t DoiEnd(std::string_view text, std::size_t at);

// The DOI that a field begins with and holds up to its white space, canonical: a DOI may
// have any printable character in it, those that end one in running text too.  Escapes
// ("%3C", "&lt;") are read.  Empty if it begins with none.
std::string WholeDoi(std::string_view field);

// "10.1000%2Fx" as "10.1000/x".  White space stays encoded: it would end what it is part of.
std::string PercentDecoded(std::string_view text);

// The arXiv number at text[at], old form or new; empty if there is none.
std::string_view ArxivNumber(std::string_view text, std::size_t at);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_IDENTIFIER_SCAN_H_
