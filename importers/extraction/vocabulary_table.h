// The rows of the vocabulary, as written: two tables, read once by concept_set.cc.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_VOCABULARY_TABLE_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_VOCABULARY_TABLE_H_

#include <span>

#include "importers/extraction/vocabulary.h"

namespace claimgraph {

std::span<const VocabularyRow> InterventionRows();
std::span<const VocabularyRow> OutcomeRows();

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_VOCABULARY_TABLE_H_
