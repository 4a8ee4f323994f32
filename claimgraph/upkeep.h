// Keeps what is stored about documents true while other documents come and go.
//
// Most findings follow from one document alone.  Those of graph rules
// (RuleScope::kGraph) also depend on others: a new document may print an
// identifier otherwise than an old one, or close a circle of citations.  Upkeep
// works out which documents a change can touch and judges just those again, in
// the same commit, so that a question reads its answer instead of searching.
//
//   upkeep.Before(source);     // old version, if there is one
//   store->PutDocument(...);   // or RemoveDocument(source)
//   upkeep.After(source);
//   ...                        // more of them
//   upkeep.Judge();            // before what is held is released
//
// What a change touches: where the document holds an anchor of an identifier
// (queries/rules/printed_identifiers.h), the documents that are at odds with it;
// and the circle that it stands in.  So a change costs what the document holds, but
// for the removal of an identifier's earliest entry, which costs a look at each
// entry of that work.
//
// Not seen: an entry that prints an identifier of a work but, since another of its
// identifiers disagrees, leads to another work, where it begins to be at odds only
// because an anchor went.  `doctor` tells of it.
#ifndef CLAIMGRAPH_CLAIMGRAPH_UPKEEP_H_
#define CLAIMGRAPH_CLAIMGRAPH_UPKEEP_H_

#include <set>
#include <string>
#include <vector>

#include "core/document_graph.h"
#include "core/status.h"
#include "core/store/graph_store.h"

namespace claimgraph {

class Upkeep {
 public:
  explicit Upkeep(GraphStore* store) : store_(*store) {}

  void Before(const std::string& source) { Note(source, true); }
  void After(const std::string& source);

  // The first error of the store; what was noted is forgotten either way.
  [[nodiscard]] Status Judge();

 private:
  void Note(const std::string& source, bool goes);
  void NoteIdentifiers(DocumentId document, bool goes);
  void NoteAtOdds(const std::string& name);
  void NoteCircle(DocumentId document);
  Status JudgeAgain(DocumentId document);

  GraphStore& store_;
  std::set<DocumentId> touched_{};
  std::set<std::string> went_{};  // identifiers that the old version anchored
};

// Replaces what graph rules found in a stored document by what they find now, and
// puts all findings in the order of their places.
void FindAgain(const GraphReader& store, DocumentGraph* graph);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_UPKEEP_H_
