#include "importers/linking/proposition_builder.h"

#include <string>
#include <unordered_map>

namespace claimgraph {

void BuildPropositions(const std::vector<ExtractedClaim>& claims, DocumentGraph* graph) {
  std::unordered_map<std::string, PropositionId> known;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (const Proposition& proposition : claims[i].propositions) {
      const auto next = static_cast<PropositionId>(graph->propositions.size() + 1);
      const auto [it, added] = known.try_emplace(Key(proposition), next);
      if (added) {
        graph->propositions.push_back(proposition);
        graph->propositions.back().id = next;
      }
      graph->claims[i].propositions.push_back(it->second);
    }
  }
  graph->known_propositions.assign(graph->propositions.size(), PropositionId{});
}

}  // namespace claimgraph
