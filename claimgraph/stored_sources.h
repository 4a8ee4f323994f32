// The files that stored spans point into, if they are still what was imported.
//
// A store keeps what a document says, not its bytes; lines and columns come from
// the file.  One that was moved or changed since is left out, and reports then
// count bytes: a wrong line is worse than none.
#ifndef CLAIMGRAPH_CLAIMGRAPH_STORED_SOURCES_H_
#define CLAIMGRAPH_CLAIMGRAPH_STORED_SOURCES_H_

#include <string>

#include "core/document.h"
#include "core/graph_reader.h"
#include "queries/reports/source_text.h"

namespace claimgraph {

class StoredSources {
 public:
  explicit StoredSources(const GraphReader& reader) : reader_(reader) {}

  // The sources of `document` and its .bib files.  Keeps those of the last
  // document asked for.
  const Sources& Of(const Document& document);

 private:
  void AddArticle(const Document& document);
  void AddBibliographies(const Document& document);

  const GraphReader& reader_;
  DocumentId last_{};
  Sources sources_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_STORED_SOURCES_H_
