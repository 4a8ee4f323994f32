#include "queries/graph/conflicts.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace claimgraph {
namespace {

bool AreOpposite(Direction a, Direction b) {
  if (a == Direction::kUnstated || b == Direction::kUnstated || a == b) return false;
  if (a == Direction::kNoEffect || b == Direction::kNoEffect) return true;
  const auto pair = std::minmax(a, b);
  return pair == std::minmax(Direction::kIncrease, Direction::kDecrease) ||
         pair == std::minmax(Direction::kImprove, Direction::kWorsen);
}

// "Does not reduce" agrees with "has no effect" and opposes "reduces".
bool AreOpposite(Direction a, bool a_denied, Direction b, bool b_denied) {
  if (a_denied && b_denied) return false;
  if (!a_denied && !b_denied) return AreOpposite(a, b);
  return a == b && a != Direction::kUnstated;
}

bool MayMeet(std::uint32_t population, std::uint32_t other) {
  return population == other || population == 0 || other == 0;
}

class Finder {
 public:
  explicit Finder(const EvidenceCsr& graph) : graph_(graph) {}

  std::vector<Conflict> Run() {
    for (std::uint32_t p = 0; p < graph_.propositions.size(); ++p) FindEvidence(p);
    FindStatements();
    std::ranges::sort(conflicts_, {}, [](const Conflict& c) {
      return std::tuple(~c.documents, c.one.proposition, c.other.proposition, c.kind, c.one.denied);
    });
    return std::move(conflicts_);
  }

 private:
  void FindEvidence(std::uint32_t proposition) {
    ConflictSide supported{.proposition = proposition};
    ConflictSide disputed{.proposition = proposition, .denied = true};
    for (const std::uint32_t line : graph_.proposition_lines[proposition]) {
      const Stance stance = graph_.line_stance[line];
      if (stance == Stance::kSupports) supported.claims.push_back(graph_.line_claim[line]);
      if (stance == Stance::kDisputes) disputed.claims.push_back(graph_.line_claim[line]);
    }
    Put(ConflictKind::kEvidence, std::move(supported), std::move(disputed));
  }

  // Propositions by subject; each is one side as stated and one as denied.
  void FindStatements() {
    std::vector<std::uint32_t> order(graph_.propositions.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {},
                             [&](std::uint32_t p) { return graph_.proposition_subject[p]; });
    for (auto begin = order.begin(); begin != order.end();) {
      const std::uint32_t subject = graph_.proposition_subject[*begin];
      const auto end = std::find_if(begin, order.end(), [&](std::uint32_t p) {
        return graph_.proposition_subject[p] != subject;
      });
      FindAmong({begin, end});
      begin = end;
    }
  }

  void FindAmong(std::span<const std::uint32_t> propositions) {
    std::vector<ConflictSide> sides;
    for (const std::uint32_t p : propositions) {
      if (graph_.proposition_direction[p] == Direction::kUnstated) continue;
      for (const bool denied : {false, true}) {
        ConflictSide side{.proposition = p, .denied = denied};
        for (const std::uint32_t claim : graph_.proposition_claims[p]) {
          if (((graph_.claim_flags[claim] & kNegatedClaim) != 0) == denied) {
            side.claims.push_back(claim);
          }
        }
        if (!side.claims.empty()) sides.push_back(std::move(side));
      }
    }
    for (std::size_t i = 0; i < sides.size(); ++i) {
      for (std::size_t j = i + 1; j < sides.size(); ++j) {
        const std::uint32_t a = sides[i].proposition;
        const std::uint32_t b = sides[j].proposition;
        if (MayMeet(graph_.proposition_population[a], graph_.proposition_population[b]) &&
            AreOpposite(graph_.proposition_direction[a], sides[i].denied,
                        graph_.proposition_direction[b], sides[j].denied)) {
          Put(ConflictKind::kStatements, sides[i], sides[j]);
        }
      }
    }
  }

  void Put(ConflictKind kind, ConflictSide one, ConflictSide other) {
    if (one.claims.empty() || other.claims.empty()) return;
    std::set<std::uint32_t> documents;
    for (ConflictSide* side : {&one, &other}) {
      std::ranges::sort(side->claims);
      side->claims.erase(std::unique(side->claims.begin(), side->claims.end()), side->claims.end());
      for (const std::uint32_t claim : side->claims) {
        documents.insert(graph_.claim_document[claim]);
      }
    }
    if (documents.size() < 2) return;
    conflicts_.push_back({kind, std::move(one), std::move(other), documents.size()});
  }

  const EvidenceCsr& graph_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

std::string_view Name(ConflictKind kind) {
  return kind == ConflictKind::kEvidence ? "evidence" : "statements";
}

std::vector<Conflict> FindConflicts(const EvidenceCsr& graph) { return Finder(graph).Run(); }

ExplainedSide ExplainSide(const EvidenceCsr& graph, const GraphReader& reader, ConflictKind kind,
                          const ConflictSide& side, std::size_t limit) {
  ExplainedSide explained{.proposition = Step(reader, "", graph.PropositionNode(side.proposition)),
                          .stands = kind == ConflictKind::kEvidence
                                        ? (side.denied ? "disputed by" : "supported by")
                                        : (side.denied ? "denied by" : "stated by"),
                          .count = side.claims.size()};
  for (const std::uint32_t claim : side.claims) {
    if (explained.claims.size() == limit) break;
    explained.claims.push_back(
        {Step(reader, explained.stands, graph.ClaimNode(claim)),
         Step(reader, "is made in", graph.DocumentNode(graph.claim_document[claim]))});
  }
  return explained;
}

}  // namespace claimgraph
