// One document's graph with what a page looks up in it: what belongs to which claim and
// reference, and on which line it stands.
//
// Made once, in one pass and a sort; every question after it is a search.  Positions are
// found in the order of their offsets, so that a source is read once, not once a claim.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_DOCUMENT_INDEX_H_
#define CLAIMGRAPH_QUERIES_REPORTS_DOCUMENT_INDEX_H_

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "queries/reports/source_text.h"
#include "queries/rules/support.h"

namespace claimgraph {

class DocumentIndex {
 public:
  // All three must outlive the index.  `graph` is one of `reader`'s documents.
  DocumentIndex(const DocumentGraph& graph, const GraphReader& reader, const Sources& sources);

  const DocumentGraph& graph() const { return graph_; }
  const GraphReader& reader() const { return reader_; }

  using Lines = std::vector<const EvidenceLine*>;
  using Findings = std::vector<const Finding*>;
  using Claims = std::vector<const Claim*>;
  const Lines& LinesOf(ClaimId claim) const { return Of(lines_, Raw(claim)); }
  const Findings& FindingsOf(ClaimId claim) const { return Of(claim_findings_, Raw(claim)); }
  // Findings about no claim that stand in this entry, of the document or of a file beside it.
  const Findings& FindingsOf(ReferenceId reference) const {
    return Of(reference_findings_, Raw(reference));
  }
  // The others, by where they stand in Document::text.
  const std::vector<std::pair<std::uint32_t, const Finding*>>& LooseFindings() const {
    return loose_;
  }
  // Claims that cite the reference or rest on it, each once.
  const Claims& ClaimsOn(ReferenceId reference) const {
    return Of(reference_claims_, Raw(reference));
  }

  // "line 12" or, where the source is not at hand, "byte 812"; with the file's name if it
  // is not the document's own.
  std::string Place(Span span, const std::string& file = {}) const;

 private:
  template <typename Row>
  static const Row& Of(const std::unordered_map<std::uint64_t, Row>& rows, std::uint64_t id) {
    static const Row kNone;
    const auto found = rows.find(id);
    return found == rows.end() ? kNone : found->second;
  }
  void IndexLines();
  void IndexClaims();
  void IndexFindings();
  void IndexPlaces(const Sources& sources);

  const DocumentGraph& graph_;
  const GraphReader& reader_;
  std::unordered_map<std::uint64_t, Lines> lines_;
  std::unordered_map<std::uint64_t, Findings> claim_findings_;
  std::unordered_map<std::uint64_t, Findings> reference_findings_;
  std::unordered_map<std::uint64_t, Claims> reference_claims_;
  std::vector<std::pair<std::uint32_t, const Finding*>> loose_;
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> line_numbers_;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_DOCUMENT_INDEX_H_
