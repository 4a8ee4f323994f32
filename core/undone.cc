#include "core/undone.h"

#include <optional>

#include "core/json.h"

namespace claimgraph {

DecisionId UndoneBy(const Decision& undoing) {
  if (undoing.kind != DecisionKind::kUndo) return {};
  const std::optional<NodeRef> node = ParseId(undoing.value);
  return node && node->kind == NodeKind::kDecision ? DecisionId{node->id} : DecisionId{};
}

// An undoing counts unless a later one undoes it, so the latest come first.
std::set<DecisionId> UndoneAmong(const std::vector<Decision>& decisions) {
  std::set<DecisionId> undone;
  for (auto at = decisions.rbegin(); at != decisions.rend(); ++at) {
    if (undone.contains(at->id)) continue;
    if (const DecisionId target = UndoneBy(*at); IsSet(target)) undone.insert(target);
  }
  return undone;
}

}  // namespace claimgraph
