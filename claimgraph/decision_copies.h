// Reviewers' decisions that come from another store.
//
// A store knows a decision by its number, and others have other decisions under it.  So a
// decision that comes is looked for by all that it says; if it is new here, it gets the next
// number.  One that undoes another names it by its number, and is told the new one.
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

  // Makes a document of the file's numbers one of the store's; other documents stay as they
  // are.  Requires: the graph is sound (core/graph_faults.h).  InvalidArgument if it undoes a
  // decision that did not come before it.
  [[nodiscard]] Status Renumber(DocumentGraph* graph);

  static bool AreSame(const std::vector<Decision>& a, const std::vector<Decision>& b);

 private:
  using Words = std::vector<std::string>;

  void ReadStored();

  const GraphReader& store_;
  bool read_ = false;
  std::map<Words, std::vector<std::uint64_t>> stored_{};  // those that no copy was found to be yet
  std::map<std::uint64_t, std::uint64_t> number_{};       // of the file: in the store
  std::uint64_t last_ = 0;                                // given out
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_DECISION_COPIES_H_
