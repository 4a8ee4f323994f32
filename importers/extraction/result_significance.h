// Whether a result is significant: by its p value, else by the words of its clause.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_SIGNIFICANCE_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_SIGNIFICANCE_H_

#include "core/result.h"
#include "importers/extraction/result_grammar.h"

namespace claimgraph {

Significance SignificanceOf(const ResultGrammar& grammar, const Change& change, TokenRange clause);

// What the p values of the clause say: the smallest decides, at .05.
Significance PValueIn(const ResultGrammar& grammar, TokenRange clause);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_RESULT_SIGNIFICANCE_H_
