// Which studies do not stand apart: those that cite one another, or a study in
// common.
//
// Known where the text or the record of a study is in the store (work_cites).  To
// cite the same work can mean the same data, the same school, or no more than the
// same questionnaire: so groups by ties are at most as many as lines of evidence that
// owe each other nothing, and may be fewer.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_STUDY_TIES_H_
#define CLAIMGRAPH_QUERIES_GRAPH_STUDY_TIES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "queries/graph/evidence_csr.h"

namespace claimgraph {

struct StudyTie {
  std::uint32_t one = 0;  // places in the list that was asked about
  std::uint32_t other = 0;
  std::uint32_t through = kNoIndex;  // the work that both cite, or that one is and the other cites
  bool operator==(const StudyTie&) const = default;
};

// Keeps its memory from question to question.
class StudyTies {
 public:
  explicit StudyTies(const EvidenceCsr& graph) : graph_(graph) {}

  // Enough ties to hold together what belongs together, by the work that they go
  // through.  Requires: `works` differ.  Valid until the next question.
  std::span<const StudyTie> Between(std::span<const std::uint32_t> works);

  // Into how many groups they fall.
  std::size_t CountGroups(std::span<const std::uint32_t> works);

 private:
  const EvidenceCsr& graph_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> cited_;  // work, place of who cites it
  std::vector<StudyTie> ties_;
  std::vector<std::uint32_t> group_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_STUDY_TIES_H_
