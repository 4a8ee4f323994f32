#include "queries/graph/neighbours.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace claimgraph {
namespace {

std::vector<std::uint32_t> Copied(std::span<const std::uint32_t> row) {
  return {row.begin(), row.end()};
}

}  // namespace

Neighbours NeighboursOf(const EvidenceCsr& graph, std::uint32_t claim) {
  const std::uint32_t document = graph.claim_document[claim];
  Neighbours found{.document = document,
                   .propositions = Copied(graph.claim_propositions[claim]),
                   .references = Copied(graph.document_references[document]),
                   .works = Copied(graph.claim_works[claim]),
                   .claims = Copied(graph.document_claims[document])};
  for (const std::uint32_t proposition : found.propositions) {
    const auto others = graph.proposition_claims[proposition];
    found.claims.insert(found.claims.end(), others.begin(), others.end());
  }
  std::ranges::sort(found.claims);
  found.claims.erase(std::unique(found.claims.begin(), found.claims.end()), found.claims.end());
  std::erase(found.claims, claim);
  return found;
}

NeighbourList ListNeighbours(const EvidenceCsr& graph, const GraphReader& reader, ClaimId claim,
                             std::size_t limit) {
  const std::uint32_t index = graph.ClaimIndex(Raw(claim));
  const Neighbours found = NeighboursOf(graph, index);
  NeighbourList list{.claim = Step(reader, "", Node(claim)), .count = found.size()};
  const auto add = [&](std::span<const std::uint32_t> nodes, const auto& step) {
    NeighbourList::Kind& kind = list.kinds.emplace_back();
    kind.count = nodes.size();
    for (const std::uint32_t node : nodes.first(std::min(limit, nodes.size()))) {
      kind.nodes.push_back(step(node));
    }
  };
  add({&found.document, 1},
      [&](std::uint32_t d) { return Step(reader, "is made in", graph.DocumentNode(d)); });
  add(found.propositions,
      [&](std::uint32_t p) { return Step(reader, "states", graph.PropositionNode(p)); });
  add(found.references, [&](std::uint32_t r) {
    const bool own = std::ranges::binary_search(graph.claim_references[index], r);
    return Step(reader, own ? "cites" : "stands beside", graph.ReferenceNode(r));
  });
  add(found.works, [&](std::uint32_t w) { return Step(reader, "leads to", graph.WorkNode(w)); });
  add(found.claims, [&](std::uint32_t c) {
    const bool beside = graph.claim_document[c] == found.document;
    return Step(reader, beside ? "is made beside" : "states what is stated by", graph.ClaimNode(c));
  });
  return list;
}

}  // namespace claimgraph
