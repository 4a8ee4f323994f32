// Citation -> reference: which entries of the list a marker means.
//
// By number, key or address where the marker has one; by family names and year
// where it is author-year (a year that is off by one or two, or authors that
// are incomplete, still resolve, with a lower score and a Reason that rules
// report); by content where the marker says nothing ("PubMed", "A 2023 paper"):
// design, population, intervention, outcome and numbers of the words before it
// against the entries' titles, in list order.
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_CITATION_LINKER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_CITATION_LINKER_H_

#include <vector>

#include "core/citation.h"
#include "core/document.h"
#include "core/reference.h"

namespace claimgraph {

// Fills references (local ids: 1-based positions in `references`), score and
// reasons of each citation.  Named sources that no reference answers to are
// removed: "a 2013 review" without a match is attribution, not citation.
void LinkCitations(const Document& document, const std::vector<Reference>& references,
                   std::vector<Citation>* citations);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_CITATION_LINKER_H_
