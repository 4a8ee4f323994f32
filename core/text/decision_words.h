// Which words of a document a decision is about.
//
// A decision says what it means by words (core/decision.h).  They fit the same words, or
// else the same but for case, accents, quotation marks and spaces; of several such places
// the one that it numbers, or the last.  One that fits nothing is about nothing now.
#ifndef CLAIMGRAPH_CORE_TEXT_DECISION_WORDS_H_
#define CLAIMGRAPH_CORE_TEXT_DECISION_WORDS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/decision.h"

namespace claimgraph {

// Which of `places` (their words, in reading order) the decision is about.
std::optional<std::size_t> FitQuote(const Decision& decision,
                                    const std::vector<std::string_view>& places);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_DECISION_WORDS_H_
