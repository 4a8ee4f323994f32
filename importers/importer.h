// From bytes to everything a document puts into the graph.
//
// importer.cc is the only place that knows the order of the steps.  It opens no
// files and keeps no state: the same bytes and the same records give the same
// DocumentGraph, on any thread.
#ifndef CLAIMGRAPH_IMPORTERS_IMPORTER_H_
#define CLAIMGRAPH_IMPORTERS_IMPORTER_H_

#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "importers/formats/bibtex.h"

namespace claimgraph {

// Reads, extracts, links and appraises one article.  `bibliographies` are the
// .bib files that stand beside it.  Findings are left to queries/rules.
DocumentGraph ImportDocument(std::string_view bytes, std::string_view source,
                             const std::vector<BibFile>& bibliographies = {});

// The same from a Document that has been read before, and the references that are
// not in its text (IsMarkedUp): what was stored can be judged again without its file.
// Where `store` has records of what the document cites, they tell what was found
// (linking/record_evidence.h); null: titles alone.  `decisions` are reviewers', about
// this document, ascending, those that count (linking/decided_sources.h); they need a store.
DocumentGraph ExtractDocument(Document document, std::vector<Reference> bibliography,
                              const GraphReader* store = nullptr,
                              const std::vector<Decision>& decisions = {});

// A graph's document, extracted again; the record that a full text brought with it
// (its front matter is not in its text) stays as it is.
DocumentGraph ExtractAgain(const DocumentGraph& graph, const GraphReader* store,
                           const std::vector<Decision>& decisions = {});

// Whether `store` has a record of anything that the document refers to: then it is
// to be extracted with it.
bool HasRecordsFor(const GraphReader& store, const DocumentGraph& graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_IMPORTER_H_
