// In-text citations of every style in docs/glossary.md.
//
// Each marker becomes one Citation; a bracket that holds several author-year
// citations becomes several, a numeric bracket one with several numbers.
// Markers inside the reference list are not citations.  In a list of claims each work
// that a line cites is one, whose text is the work's entry and not the line's words;
// markers in the words lead to a list that is not there, and are none.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_H_

#include <vector>

#include "core/citation.h"
#include "core/document.h"
#include "importers/extraction/references.h"

namespace claimgraph {

// `list` decides what cannot be told from the marker: whether "(3)" or "word3"
// can be a citation, and which names can be narrative authors.
std::vector<Citation> ExtractCitations(const Document& document, const ReferenceList& list,
                                       const std::vector<Reference>& bibliography);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_CITATIONS_H_
