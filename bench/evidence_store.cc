#include "bench/evidence_store.h"

#include <algorithm>

#include "bench/evidence_documents.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMostHeld = std::size_t{128} << 20;

using Nodes = std::vector<NodeRef>;

NodeRef ClaimNode(std::uint32_t claim) { return {NodeKind::kClaim, claim + 1ULL}; }
NodeRef WorkNode(std::uint32_t study) { return {NodeKind::kWork, study + 1ULL}; }

void Append(const Nodes& more, Nodes* nodes) {
  nodes->insert(nodes->end(), more.begin(), more.end());
}

void SortUnique(Nodes* nodes) {
  std::ranges::sort(*nodes);
  nodes->erase(std::unique(nodes->begin(), nodes->end()), nodes->end());
}

}  // namespace

FoundClaims EvidenceInStore::FindingsOf(std::string_view rule) const {
  FoundClaims found{.count = reader_.CountFindings(rule)};
  for (const FindingId id : reader_.Findings(rule, kFirst)) {
    const Result<Finding> finding = reader_.FindFinding(id);
    if (!finding) break;
    found.first.push_back(static_cast<std::uint32_t>(finding->claim) - 1);
  }
  return found;
}

// Each once, ascending.
Nodes EvidenceInStore::WorksOf(NodeRef claim) const {
  Nodes works;
  for (const NodeRef citation : Out(claim, EdgeKind::kCites)) {
    for (const NodeRef reference : Out(citation, EdgeKind::kPointsTo)) {
      Append(Out(reference, EdgeKind::kDescribes), &works);
    }
  }
  SortUnique(&works);
  return works;
}

void EvidenceInStore::AppendClaimsOn(NodeRef work, Nodes* claims) const {
  for (const NodeRef reference : In(work, EdgeKind::kDescribes)) {
    for (const NodeRef citation : In(reference, EdgeKind::kPointsTo)) {
      Append(In(citation, EdgeKind::kCites), claims);
    }
  }
}

// Stops at the first other work, as a search in SQL does.
bool EvidenceInStore::CitesOnly(NodeRef claim, NodeRef work) const {
  for (const NodeRef citation : Out(claim, EdgeKind::kCites)) {
    for (const NodeRef reference : Out(citation, EdgeKind::kPointsTo)) {
      for (const NodeRef other : Out(reference, EdgeKind::kDescribes)) {
        if (other != work) return false;
      }
    }
  }
  return true;
}

std::size_t EvidenceInStore::RestOnAlone(std::uint32_t study) const {
  Nodes claims;
  AppendClaimsOn(WorkNode(study), &claims);
  SortUnique(&claims);
  return std::ranges::count_if(claims,
                               [&](NodeRef claim) { return CitesOnly(claim, WorkNode(study)); });
}

// By the register of a proposition that says who alone.
Nodes EvidenceInStore::WorksOfPopulation(NodeRef node) const {
  const auto proposition = reader_.FindProposition(PropositionId{node.id});
  if (!proposition || proposition->population.empty()) return {};
  return Out(reader_.Named(RegisterName(proposition->population)), EdgeKind::kLists);
}

std::size_t EvidenceInStore::WithinTwoSteps(std::uint32_t number) const {
  const NodeRef claim = ClaimNode(number);
  Nodes nodes;
  for (const NodeRef document : In(claim, EdgeKind::kHasClaim)) {
    nodes.push_back(document);
    Append(Out(document, EdgeKind::kHasClaim), &nodes);
    Append(Out(document, EdgeKind::kHasReference), &nodes);
  }
  for (const NodeRef proposition : Out(claim, EdgeKind::kStates)) {
    nodes.push_back(proposition);
    Append(In(proposition, EdgeKind::kStates), &nodes);
    Append(WorksOfPopulation(proposition), &nodes);
  }
  for (const NodeRef citation : Out(claim, EdgeKind::kCites)) {
    for (const NodeRef reference : Out(citation, EdgeKind::kPointsTo)) {
      nodes.push_back(reference);
      Append(Out(reference, EdgeKind::kDescribes), &nodes);
      for (const NodeRef other : In(reference, EdgeKind::kPointsTo)) {
        Append(In(other, EdgeKind::kCites), &nodes);
      }
    }
  }
  SortUnique(&nodes);
  return nodes.size() - std::ranges::count(nodes, claim);
}

Nodes EvidenceInStore::CitedWorks(NodeRef work) const {
  Nodes works;
  for (const NodeRef record : In(work, EdgeKind::kPresents)) {
    Append(Out(record, EdgeKind::kLists), &works);
  }
  return works;
}

std::size_t EvidenceInStore::IndependentLines(std::uint32_t claim) const {
  const Nodes works = WorksOf(ClaimNode(claim));
  if (works.size() < 2) return works.size();
  std::vector<Nodes> cites;
  for (const NodeRef work : works) {
    cites.push_back(CitedWorks(work));
    cites.back().push_back(work);  // to cite the other is to share it
  }
  return CountGroups(works.size(), [&](std::size_t a, std::size_t b) {
    return std::ranges::find_first_of(cites[a], cites[b]) != cites[a].end();
  });
}

// Registers list works too, but present none.
Nodes EvidenceInStore::CitingWorks(NodeRef work) const {
  Nodes works;
  for (const NodeRef record : In(work, EdgeKind::kLists)) {
    Append(Out(record, EdgeKind::kPresents), &works);
  }
  return works;
}

std::size_t EvidenceInStore::RestOnThroughStudies(std::uint32_t study) const {
  Nodes works = {WorkNode(study)};
  for (std::size_t step = 0, begin = 0; step < 2; ++step) {
    const std::size_t end = works.size();
    for (; begin < end; ++begin) Append(CitingWorks(works[begin]), &works);
  }
  SortUnique(&works);
  Nodes claims;
  for (const NodeRef work : works) AppendClaimsOn(work, &claims);
  SortUnique(&claims);
  return claims.size();
}

Status LoadEvidence(const Workload& workload, GraphStore* store) {
  store->Hold();
  const Status put = ForEachDocument(workload, [&](const DocumentGraph& graph) -> Status {
    if (Result<Put> one = store->PutDocument(graph); !one) return tl::unexpected(one.error());
    if (store->held() < kMostHeld) return {};
    if (Status released = store->Release(HeldAs::kTables); !released) return released;
    store->Hold();
    return {};
  });
  return put ? store->Release(HeldAs::kTables) : put;
}

}  // namespace claimgraph
