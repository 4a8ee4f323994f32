// Keeps what is stored about documents true while other documents come and go.
//
// Most findings follow from one document alone.  Those of graph rules
// (RuleScope::kGraph) also depend on others: a new document may print an
// identifier otherwise than an old one, or close a circle of citations.  Upkeep
// works out which documents a change can touch and judges just those again, in
// the same commit, so that a question reads its answer instead of searching.
//
//   upkeep.Put(graph);   // instead of the store's own PutDocument
//   ...                  // more of them
//   upkeep.Judge();      // before what is held is released
//
// What a change touches:
//   - an entry's identifier: the document itself; others only where the change adds
//     or takes one of the identifier's two anchors (printed_identifiers.h), and then
//     those that are at odds with an old anchor or a new one;
//   - a citation, or the names of a cited work: the circles that the document stood
//     in before, or stands in afterwards;
//   - a record of a study: every document that refers to its work, under any name;
//   - a decision: the document that it is about; and such a document, whenever it or a
//     work that was decided on comes or goes.
// So a change costs what the document holds, but for the removal of an identifier's
// earliest entry, which costs a look at each entry that prints it, and for documents
// that thousands lead to, which are walked (queries/graph_view.h).  What a step
// holds is looked at once for each identifier, and walked once.
//
// Not seen: a circle that is closed because one entry prints both a DOI and an
// address that were two works' until then, if more than kCitingSeen documents cite
// the work; and the limits of the two pages named.  `doctor` tells of them.
#ifndef CLAIMGRAPH_CLAIMGRAPH_UPKEEP_H_
#define CLAIMGRAPH_CLAIMGRAPH_UPKEEP_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claimgraph/decision_book.h"
#include "core/document_graph.h"
#include "core/status.h"
#include "core/store/graph_store.h"
#include "queries/rules/printed_identifiers.h"

namespace claimgraph {

class Upkeep {
 public:
  static constexpr std::size_t kCitingSeen = 64;

  explicit Upkeep(GraphStore* store) : store_(*store), nothing_(NewMemoryStore()) {}

  // As the store's functions.  `graph` is resolved against the store as it is now.
  [[nodiscard]] Result<claimgraph::Put> Put(const DocumentGraph& graph);
  [[nodiscard]] Status Remove(std::string_view source);

  // For a graph that comes with all that it was judged beside, into a store that holds
  // nothing else: nothing is judged again.  Call Judge once, when all of them are there.
  [[nodiscard]] Result<claimgraph::Put> Adopt(const DocumentGraph& graph);

  // Reads every document again, from what is stored of it: another vocabulary is in use.
  [[nodiscard]] Status ReadAgain();

  // Judges again what was touched.  The first error of the store; what was noted is
  // forgotten either way.
  [[nodiscard]] Status Judge();

 private:
  // An identifier that a document of this step prints, or printed.
  struct Noted {
    std::unique_ptr<const Anchors> before{};  // the step; null: nobody printed it
    bool moves = false;                       // whether its anchors may be others now
    std::uint64_t printed_by = 0;             // the latest change that does
  };

  Noted& Note(std::string_view name);
  void NoteGoing(DocumentId document);
  bool NoteComing(const DocumentGraph& graph, DocumentId old);
  void NoteContested(const DocumentGraph& graph);
  std::set<WorkId> LearnedNames(const DocumentGraph& graph) const;
  void NoteCiting(WorkId work);
  void NoteRecord(const Work& described);
  const DecisionBook& Book();
  void NoteDecisions(const std::vector<Decision>& decisions);
  std::string SourceOf(Decision decision) const;
  void NoteDecided(const Work& work);
  void NoteTied(WorkId work);
  void TouchSource(const std::string& source);
  void NoteCircles(const std::set<DocumentId>& through);
  void NoteAtOdds(const std::string& name, const Anchors& before, const Anchors& after);
  Status CloseGaps();
  Status TakeOver(const std::string& name, std::size_t number);
  Status GiveName(WorkId work, const std::string& name);
  Status JudgeAgain(DocumentId document);

  GraphStore& store_;
  std::unique_ptr<GraphStore> nothing_;  // what document rules see of other documents
  std::optional<DecisionBook> book_{};   // none: to be read again
  std::uint64_t changes_ = 0;
  std::unordered_map<std::string, Noted> noted_{};
  std::set<DocumentId> changed_{};     // circles may have come through them
  std::set<DocumentId> touched_{};     // to be judged again
  std::set<std::string> contested_{};  // of which a numbered name may have gone
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_UPKEEP_H_
