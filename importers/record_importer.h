// From one research record to everything that it puts into the graph: a document
// whose text is title and abstract, the work that it describes, the study that the
// work reports, and what was found.
//
// Opens no files, sees no store and keeps no state, as importer.h.
#ifndef CLAIMGRAPH_IMPORTERS_RECORD_IMPORTER_H_
#define CLAIMGRAPH_IMPORTERS_RECORD_IMPORTER_H_

#include <string>
#include <string_view>

#include "core/document_graph.h"
#include "importers/records/record_entry.h"

namespace claimgraph {

// What tells a record from all others, wherever it stands: "pubmed:123".  Records of
// other files are known by their file and an identifier or number: "refs.ris#doi:10.1/x".
// `number` counts the records of the file, from 1.
std::string RecordSource(const RecordEntry& entry, std::string_view file, std::uint64_t number,
                         bool is_pubmed);

// Adds what the entry tells to an article's graph: it is the record of what the
// article is.  The facts' spans are left out, for they are not in the article's text.
void AddRecord(RecordEntry entry, DocumentGraph* graph);

// Adds the records of `from`, whose ids may be a store's, to `to`, whose are local.
void CopyRecords(const DocumentGraph& from, DocumentGraph* to);

// Document::hash is left empty; `format` is kRecord or kStudyCard.
DocumentGraph ImportRecord(RecordEntry entry, std::string source, Format format);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORD_IMPORTER_H_
