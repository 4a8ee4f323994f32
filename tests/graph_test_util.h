// Graphs for tests of queries/graph: drawn, stored, or random.
#ifndef CLAIMGRAPH_TESTS_GRAPH_TEST_UTIL_H_
#define CLAIMGRAPH_TESTS_GRAPH_TEST_UTIL_H_

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "core/store/graph_store.h"
#include "queries/graph/evidence_csr.h"
#include "queries/graph/read_csr.h"

namespace claimgraph {

// A store of drawn documents, one a line block:
//
//   doc a                              document a.md, whose own address is https://a.example/
//   c tea>decrease>cold rct1 web1      a claim that states a proposition and rests on works;
//                                      "!" before a work: its line disputes, "+": it supports;
//                                      "not" before the proposition: the claim denies it
//   lists rct2                         a reference that no claim cites
//
// A work is known by its name, and its design by the name's first letters: rct,
// sr (systematic review of trials), cohort, survey (cross-sectional), nr
// (narrative review), web, else unknown.  A work "url:b" is the document b.
// Works have one author each, "Own NAME", unless `authors` follow:
//   by rct1 Okri,B Hill,A              before the work is first cited
class DrawnGraph {
 public:
  explicit DrawnGraph(std::string_view drawing);

  const GraphReader& reader() const { return *store_; }
  GraphStore& store() { return *store_; }
  const EvidenceCsr& csr() const { return csr_; }

  NodeRef Work(const std::string& name) const;
  NodeRef Document(const std::string& name) const;
  NodeRef Claim(std::uint64_t n) const { return {NodeKind::kClaim, n}; }
  NodeRef Proposition(const std::string& name) const;  // "tea>decrease>cold"
  std::string NameOf(NodeRef node) const;              // of a work or document: the drawing's

 private:
  std::unique_ptr<GraphStore> store_ = NewMemoryStore();
  EvidenceArrays arrays_{};
  EvidenceCsr csr_{};
};

StudyDesign DesignNamed(std::string_view work);

// Arrays of a random graph: works are few and popular, some lines have no work.
EvidenceLists RandomLists(std::mt19937* random, std::uint32_t documents, std::uint32_t works);

// Rows from lists of targets, for graphs without meaning.
struct PlainRows {
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> targets{};
  Adjacency view() const { return {offsets, targets}; }
};
PlainRows RandomRows(std::mt19937* random, std::uint32_t vertices, unsigned edges);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_TESTS_GRAPH_TEST_UTIL_H_
