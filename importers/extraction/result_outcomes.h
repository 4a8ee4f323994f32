// What a word of change changes: the outcomes of a clause.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_OUTCOMES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_OUTCOMES_H_

#include <string>
#include <vector>

#include "importers/extraction/result_grammar.h"

namespace claimgraph {

// The outcomes that `change` is about; `around` are the tokens of the clause between the
// changes before and behind it.
std::vector<TokenRange> OutcomesOf(const ResultGrammar& grammar, const Change& change,
                                   TokenRange clause, TokenRange around);

// The outcomes listed from token `at` on, and those before the verb of a clause.
std::vector<TokenRange> OutcomesAfter(const ResultGrammar& grammar, std::uint32_t at,
                                      std::uint32_t end);
std::vector<TokenRange> OutcomesBefore(const ResultGrammar& grammar, TokenRange clause,
                                       std::uint32_t verb);

// The label of a known outcome, else the words.
std::string OutcomeName(const StudyText& text, TokenRange range);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_OUTCOMES_H_
