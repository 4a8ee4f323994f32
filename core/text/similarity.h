// How alike two titles or two names are.
#ifndef CLAIMGRAPH_CORE_TEXT_SIMILARITY_H_
#define CLAIMGRAPH_CORE_TEXT_SIMILARITY_H_

#include <string_view>

namespace claimgraph {

// Bytes to insert, delete or replace to turn `a` into `b`; any answer above
// `limit` is limit + 1.  O(limit * size).
int EditDistance(std::string_view a, std::string_view b, int limit);

// 1 for titles that differ in case, accents and punctuation alone; 0 for
// titles that differ in more than two fifths of their letters.  Titles that
// differ in one word ("in women" / "in men") still score above 0.9, so a high
// score alone never says that two works are one.
double TitleSimilarity(std::string_view a, std::string_view b);

// True for two printings of one family name: accents, hyphens, spaces and case
// aside, and with one letter's difference forgiven in names of six or more.
bool SameName(std::string_view a, std::string_view b);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_SIMILARITY_H_
