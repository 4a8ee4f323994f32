// All decisions of a store, by the document that they are about.
//
// Reviewers decide hundreds of times, not millions: the book is read whole, and is as
// the store was then.  Nothing is read where there are none.
#ifndef CLAIMGRAPH_CLAIMGRAPH_DECISION_BOOK_H_
#define CLAIMGRAPH_CLAIMGRAPH_DECISION_BOOK_H_

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/decision.h"
#include "core/document_graph.h"
#include "core/graph_reader.h"

namespace claimgraph {

// A decision that changes nothing any more, and why.  It is kept: the words may come back.
struct Misfit {
  Decision decision{};
  std::string why{};  // "no claim of draft.md reads so"
};

class DecisionBook {
 public:
  explicit DecisionBook(const GraphReader& reader);

  bool empty() const { return all_.empty(); }
  // Every decision, ascending, those that were undone included.
  const std::vector<Decision>& all() const { return all_; }
  bool Counts(DecisionId id) const { return !undone_.contains(id); }
  // Those about one document that count, ascending; without undoings.
  const std::vector<Decision>& About(std::string_view source) const;
  // Of documents that decisions are about, whether they count or not.
  bool Knows(std::string_view source) const { return sources_.contains(source); }
  const std::map<std::string, std::vector<Decision>, std::less<>>& by_source() const {
    return by_source_;
  }
  // Sources of documents in which a claim is tied to a work of this name, or untied.
  const std::set<std::string>& Naming(std::string_view name) const;
  // The document that a decision is about; that of the undone one for an undoing.
  std::string SourceOf(const Decision& decision) const;

 private:
  const Decision* Find(std::string_view id) const;

  std::vector<Decision> all_{};
  std::set<DecisionId> undone_{};
  std::set<std::string, std::less<>> sources_{};
  std::map<std::string, std::vector<Decision>, std::less<>> by_source_{};
  std::map<std::string, std::set<std::string>, std::less<>> by_work_{};
};

// The words that a finding points at: those of its claim, marker or entry, or else
// of the text at its span.  Requires: ids ascend in each vector of `graph`.
std::string WordsAt(const Finding& finding, const DocumentGraph& graph);

// Takes dismissed findings out.  Dismissals that fit none are told to `misfits`, which
// may be null.
void Dismiss(const std::vector<Decision>& decisions, DocumentGraph* graph,
             std::vector<Misfit>* misfits);

// Those that tie, untie or judge a claim and find no claim or no work.
void FindMisfits(const std::vector<Decision>& decisions, const GraphReader& store,
                 const DocumentGraph& graph, std::vector<Misfit>* misfits);

// Those about documents that are not in the store.
void AppendOrphans(const DecisionBook& book, const GraphReader& store,
                   std::vector<Misfit>* misfits);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_DECISION_BOOK_H_
