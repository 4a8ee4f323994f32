// The vocabulary of a store: one for all of its documents, kept in it.
//
// Whatever reads text for a store reads with it, so that `doctor`, which reads all
// again, gets the same: docs/decisions/0019-one-vocabulary-a-store.md.
#ifndef CLAIMGRAPH_CLAIMGRAPH_STORE_VOCABULARY_H_
#define CLAIMGRAPH_CLAIMGRAPH_STORE_VOCABULARY_H_

#include <string>

#include "claimgraph/vocabulary_file.h"
#include "core/graph_reader.h"
#include "core/status.h"
#include "core/store/graph_store.h"

namespace claimgraph {

// What the documents of a store are read with.
[[nodiscard]] Result<ConceptSetPtr> VocabularyOf(const GraphReader& store);

// From now on the store has the vocabulary in the file `path` (an empty file: none of
// its own).  Where that is another one, every article in the store is read again, in one
// commit, from what is stored; reviewers' decisions stay.  Fails, and changes nothing,
// if the file is wrong, or the store holds abstracts: what a record of PubMed says is
// read as it comes in, and cannot be told apart from its words afterwards.
[[nodiscard]] Status TakeVocabulary(const std::string& path, GraphStore* store);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_STORE_VOCABULARY_H_
