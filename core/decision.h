// What a reviewer decided about a claim, a source or a finding, with who, when and why.
//
// A Decision outlives what it is about: documents are imported again and their nouns
// get other ids, so it says what it means by the document's source and the words
// themselves, and is matched to them whenever the document is judged.  Nothing is
// ever changed or removed by deciding: a decision is undone by another.
#ifndef CLAIMGRAPH_CORE_DECISION_H_
#define CLAIMGRAPH_CORE_DECISION_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/ids.h"

namespace claimgraph {

// NEVER renumber: the numbers are stored.
enum class DecisionKind : std::uint8_t {
  kLink = 0,     // the work `value` bears on the claim
  kReject = 1,   // the work `value` does not bear on the claim
  kVerdict = 2,  // the claim's verdict is `value`, whatever was computed
  kDismiss = 3,  // the finding of rule `value` at these words is no fault
  kUndo = 4,     // the decision `value` ("n3") counts no longer
};

struct Decision {
  DecisionId id{};
  DocumentId document{};  // the decision's own, whose source is "decision:<number>"
  DecisionKind kind = DecisionKind::kLink;
  std::string source{};   // of the document that it is about; empty for kUndo
  std::string quote{};    // the claim's words, or those that the finding points at
  std::uint32_t nth = 0;  // which of several places with these words, from 0
  std::string value{};    // as said at DecisionKind
  std::string who{};
  std::string when{};  // "2026-03-01T09:30:00Z"
  std::string why{};
  bool operator==(const Decision&) const = default;
};

std::string_view Name(DecisionKind kind);  // "link", "reject", "verdict", "dismiss", "undo"

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_DECISION_H_
