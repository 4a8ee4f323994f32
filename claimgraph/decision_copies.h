// Reviewers' decisions that come from another store.
//
// A store knows a decision by its number, and others have other decisions under it.  So a
// decision that comes is looked for by all that it says; if it is new here, it gets the next
// number.  One that undoes another names it by its number, and is told the new one; so are
// the reasons of claims that were judged by it ("supported; n5 by B on 2026-03-01: why").
#ifndef CLAIMGRAPH_CLAIMGRAPH_DECISION_COPIES_H_
#define CLAIMGRAPH_CLAIMGRAPH_DECISION_COPIES_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "core/status.h"

namespace claimgraph {

class DecisionCopies {
 public:
  // `store` must outlive it; whatever Renumber is given is put into it next.
  explicit DecisionCopies(const GraphReader& store) : store_(store) {}

  // Makes the file's numbers those of the store, in a document that is a decision, and in
  // the reasons of others, which must come after it.  Requires: the graph is sound
  // (core/graph_faults.h).  InvalidArgument if it undoes a decision that did not come before it.
  [[nodiscard]] Status Renumber(DocumentGraph* graph);

  // What follows has numbers of its own.
  void BeginFile();

  static bool AreSame(const std::vector<Decision>& a, const std::vector<Decision>& b);

 private:
  using Words = std::vector<std::string>;

  void ReadStored();
  [[nodiscard]] Status RenumberDecision(DocumentGraph* graph);
  void RenumberReasons(DocumentGraph* graph) const;

  const GraphReader& store_;
  bool read_ = false;
  std::map<Words, std::vector<std::uint64_t>> stored_{};  // those that no copy was found to be yet
  std::map<std::uint64_t, std::uint64_t> number_{};       // of the file: in the store
  std::uint64_t last_ = 0;                                // given out
  std::map<std::string, std::string> signatures_{};       // of the file's, where the store's differ
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_DECISION_COPIES_H_
