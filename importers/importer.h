// From bytes to everything a document puts into the graph.
//
// importer.cc is the only place that knows the order of the steps.  It opens no
// files, sees no store and keeps no state: the same bytes give the same
// DocumentGraph, on any thread.
#ifndef CLAIMGRAPH_IMPORTERS_IMPORTER_H_
#define CLAIMGRAPH_IMPORTERS_IMPORTER_H_

#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "importers/formats/bibtex.h"

namespace claimgraph {

// Reads, extracts, links and appraises one article.  `bibliographies` are the
// .bib files that stand beside it.  Findings are left to queries/rules.
DocumentGraph ImportDocument(std::string_view bytes, std::string_view source,
                             const std::vector<BibFile>& bibliographies = {});

// The same from a Document that has been read before, and the references that are
// not in its text (IsMarkedUp): what was stored can be judged again without its file.
DocumentGraph ExtractDocument(Document document, std::vector<Reference> bibliography);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_IMPORTER_H_
