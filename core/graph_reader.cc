// Sweeps for readers that have no faster way: every noun is found, then shown.  And
// searching, for those that keep no index: nothing is there.

#include "core/graph_reader.h"

namespace claimgraph {
namespace {

template <typename Noun, typename Id, typename Brief>
Status Sweep(const GraphReader& reader, NodeKind kind, Result<Noun> (GraphReader::*find)(Id) const,
             const std::function<Status(const Brief&)>& visit) {
  for (const std::uint64_t id : reader.All(kind)) {
    const Result<Noun> noun = (reader.*find)(Id{id});
    if (!noun) return tl::unexpected(noun.error());
    if (Status visited = visit(BriefOf(*noun)); !visited) return visited;
  }
  return reader.Health();
}

class NoTexts final : public TextMatches {
 public:
  explicit NoTexts(std::size_t terms) : counts_{.with_term = std::vector<std::uint64_t>(terms)} {}
  const TextCounts& counts() const override { return counts_; }
  Result<std::vector<TextHit>> Best(const TextCounts&, std::size_t) const override {
    return std::vector<TextHit>();
  }

 private:
  TextCounts counts_;
};

}  // namespace

Status GraphReader::SweepDocuments(const VisitBriefs<DocumentBrief>& visit) const {
  return Sweep(*this, NodeKind::kDocument, &GraphReader::FindDocumentHeader, visit);
}

Status GraphReader::SweepClaims(const VisitBriefs<ClaimBrief>& visit) const {
  return Sweep(*this, NodeKind::kClaim, &GraphReader::FindClaim, visit);
}

Status GraphReader::SweepCitations(const VisitBriefs<CitationBrief>& visit) const {
  return Sweep(*this, NodeKind::kCitation, &GraphReader::FindCitation, visit);
}

Status GraphReader::SweepReferences(const VisitBriefs<ReferenceBrief>& visit) const {
  return Sweep(*this, NodeKind::kReference, &GraphReader::FindReference, visit);
}

Status GraphReader::SweepWorks(const VisitBriefs<WorkBrief>& visit) const {
  return Sweep(*this, NodeKind::kWork, &GraphReader::FindWork, visit);
}

Status GraphReader::SweepPropositions(const VisitBriefs<PropositionBrief>& visit) const {
  return Sweep(*this, NodeKind::kProposition, &GraphReader::FindProposition, visit);
}

Status GraphReader::SweepEvidenceLines(const VisitBriefs<EvidenceLineBrief>& visit) const {
  return Sweep(*this, NodeKind::kEvidenceLine, &GraphReader::FindEvidenceLine, visit);
}

Status GraphReader::SweepFindings(const VisitBriefs<FindingBrief>& visit) const {
  return Sweep(*this, NodeKind::kFinding, &GraphReader::FindFinding, visit);
}

Result<std::unique_ptr<TextMatches>> GraphReader::MatchTexts(const TextQuery& query) const {
  return std::make_unique<NoTexts>(query.size());
}

Result<std::vector<TextHit>> GraphReader::SearchTexts(const TextQuery& query,
                                                      std::size_t limit) const {
  const Result<std::unique_ptr<TextMatches>> matches = MatchTexts(query);
  if (!matches) return tl::unexpected(matches.error());
  return (*matches)->Best((*matches)->counts(), limit);
}

}  // namespace claimgraph
