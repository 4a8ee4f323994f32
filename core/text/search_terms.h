// The words by which texts are searched: folded, stop words left out, stems.
//
// "The 5-HT2A receptor's role in adults" -> 5, ht2a, receptor, role, adult.  A hyphen
// separates; what follows an apostrophe is dropped.  Words of more than kLongestTerm
// bytes are left out: addresses and sequences, which nobody asks for.
//
// Changing what this gives changes what stores hold: docs/decisions/0017-text-index.md.
#ifndef CLAIMGRAPH_CORE_TEXT_SEARCH_TERMS_H_
#define CLAIMGRAPH_CORE_TEXT_SEARCH_TERMS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

inline constexpr std::size_t kLongestTerm = 64;

// In reading order; repeats stay.  Any bytes will do.  Linear; safe on any thread.
std::vector<std::string> SearchTerms(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_SEARCH_TERMS_H_
