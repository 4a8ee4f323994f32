// The records that tell what a reference's study was and found.
//
// An entry is led to records by what it prints: first those of its own work, then
// those that have its DOI or PMID, then those of its place in print (journal, year,
// volume and first page).  A record under a printed identifier counts even where the
// entry prints another title: the identifier is what a reader follows.  That the two
// do not agree is for the rules to say (queries/rules/metadata_mismatch.cc).
#ifndef CLAIMGRAPH_IMPORTERS_LINKING_RECORD_FINDER_H_
#define CLAIMGRAPH_IMPORTERS_LINKING_RECORD_FINDER_H_

#include <optional>
#include <string>
#include <vector>

#include "core/graph_reader.h"
#include "core/record.h"
#include "core/reference.h"
#include "core/result.h"
#include "core/span.h"

namespace claimgraph {

struct FoundRecord {
  Record record{};
  std::string source{};  // of its document: "pubmed:123"
  bool is_card = false;  // a reviewer read the study
  std::string study{};   // Study::key
  std::vector<StudyResult> results{};
  std::vector<std::string> includes{};  // Study::key of what a review includes, as far as known
  std::string text{};                   // title and abstract; empty for cards
  std::vector<TextSpan> sentences{};    // of text; the first is the title's
};

// Study cards first, then by source; each once.  Empty: none is in the store.
std::vector<FoundRecord> RecordsOf(const GraphReader& store, const Reference& reference);

// One of them; nothing where it cannot be read.
std::optional<FoundRecord> ReadFound(const GraphReader& store, RecordId id);

// As RecordsOf, but asks only whether there is one.
bool HasRecords(const GraphReader& store, const Reference& reference);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_LINKING_RECORD_FINDER_H_
