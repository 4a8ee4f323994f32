// Common given names: what tells "Laura Moreno. Title" from "Sleep Apnoea. Title".
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_GIVEN_NAMES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_GIVEN_NAMES_H_

#include <string_view>

namespace claimgraph {

// True for the most frequent given names of English and of its neighbours, in
// any case and without accents.  Names that are also words ("Grace", "Mark" as
// in a mark, "May") are left out unless they open far more names than titles.
bool IsGivenName(std::string_view word);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_GIVEN_NAMES_H_
