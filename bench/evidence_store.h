// The workload's questions, walked through GraphReader as rules and commands walk.
//
// Straight from the store: nothing is cached or precomputed here.  Q1 and Q2 are
// the store's findings; the others are edges, node by node.
#ifndef CLAIMGRAPH_BENCH_EVIDENCE_STORE_H_
#define CLAIMGRAPH_BENCH_EVIDENCE_STORE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/evidence_answers.h"
#include "bench/evidence_workload.h"
#include "core/graph_reader.h"
#include "core/store/graph_store.h"

namespace claimgraph {

class EvidenceInStore : public EvidenceAnswers {
 public:
  // Requires: `reader` holds the workload, put as ForEachDocument puts it, and
  // outlives this.
  explicit EvidenceInStore(const GraphReader& reader) : reader_(reader) {}

  FoundClaims Uncited() const override { return FindingsOf("uncited-claim"); }
  FoundClaims StrongerThanStudies() const override { return FindingsOf("certainty-inflation"); }
  std::size_t RestOnAlone(std::uint32_t study) const override;
  std::size_t WithinTwoSteps(std::uint32_t claim) const override;
  std::size_t IndependentLines(std::uint32_t claim) const override;
  std::size_t RestOnThroughStudies(std::uint32_t study) const override;

 private:
  using Nodes = std::vector<NodeRef>;
  FoundClaims FindingsOf(std::string_view rule) const;
  Nodes Out(NodeRef node, EdgeKind kind) const { return reader_.Neighbours(node, kind, Way::kOut); }
  Nodes In(NodeRef node, EdgeKind kind) const { return reader_.Neighbours(node, kind, Way::kIn); }
  bool CitesOnly(NodeRef claim, NodeRef work) const;
  Nodes WorksOf(NodeRef claim) const;
  Nodes WorksOfPopulation(NodeRef proposition) const;
  Nodes CitedWorks(NodeRef work) const;
  Nodes CitingWorks(NodeRef work) const;
  void AppendClaimsOn(NodeRef work, Nodes* claims) const;

  const GraphReader& reader_;
};

// Puts the whole workload, a step of 128 MiB at a time, as `import --bulk` does.
Status LoadEvidence(const Workload& workload, GraphStore* store);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_BENCH_EVIDENCE_STORE_H_
