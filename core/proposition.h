// What claims of many documents have in common.
//
// "Massage lowers cortisol" and "cortisol falls after massage" are one
// Proposition.  Its parts are normalised concept labels (lower case, singular,
// canonical synonym), so equal keys mean the same statement.
#ifndef CLAIMGRAPH_CORE_PROPOSITION_H_
#define CLAIMGRAPH_CORE_PROPOSITION_H_

#include <string>

#include "core/claim.h"
#include "core/ids.h"

namespace claimgraph {

struct Proposition {
  PropositionId id{};
  std::string intervention{};  // or exposure; empty where the claim names none
  Direction direction = Direction::kUnstated;
  std::string outcome{};
  std::string population{};    // empty: unstated
  std::string comparator{};
  bool operator==(const Proposition&) const = default;
};

// "massage|decrease|cortisol||": what two documents must share to meet.  Two
// propositions with one key are one node of the graph.
std::string Key(const Proposition& p);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_PROPOSITION_H_
