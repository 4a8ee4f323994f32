// Kinds are read in an order in which each finds the indices that it needs:
// documents and works before references, references before citations,
// citations before claims, claims and propositions before evidence lines.

#include "queries/graph/read_csr.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <unordered_map>

#include "queries/graph_view.h"

namespace claimgraph {
namespace {

using Ids = std::vector<std::uint64_t>;

class Reader {
 public:
  explicit Reader(const GraphReader& reader) : reader_(reader) {}

  Result<EvidenceArrays> Read() {
    for (const auto step : {&Reader::ReadIds, &Reader::ReadWorks, &Reader::ReadDocuments,
                            &Reader::ReadPropositions, &Reader::ReadReferences,
                            &Reader::ReadCitations, &Reader::ReadClaims, &Reader::ReadLines}) {
      if (const Status read = (this->*step)(); !read) return tl::unexpected(read.error());
    }
    if (const Status health = reader_.Health(); !health) return tl::unexpected(health.error());
    return EvidenceArrays::Assemble(std::move(lists_));
  }

 private:
  Status ReadIds() {
    lists_.documents = reader_.All(NodeKind::kDocument);
    lists_.claims = reader_.All(NodeKind::kClaim);
    lists_.works = reader_.All(NodeKind::kWork);
    lists_.propositions = reader_.All(NodeKind::kProposition);
    lists_.lines = reader_.All(NodeKind::kEvidenceLine);
    references_ = reader_.All(NodeKind::kReference);
    citations_ = reader_.All(NodeKind::kCitation);
    for (const Ids* ids : {&lists_.documents, &lists_.claims, &lists_.works, &lists_.propositions,
                           &lists_.lines, &references_, &citations_}) {
      if (ids->size() >= kNoIndex) {
        return Fail(ErrorCode::kInvalidArgument,
                    "the store has too many nodes for questions about the whole graph");
      }
    }
    return {};
  }

  Status ReadWorks() {
    for (const std::uint64_t id : lists_.works) {
      const Result<Work> work = reader_.FindWork(WorkId{id});
      if (!work) return tl::unexpected(work.error());
      lists_.work_design.push_back(work->design);
      lists_.work_standing.push_back(work->standing);
      lists_.work_year.push_back(static_cast<std::int16_t>(work->year));
    }
    return {};
  }

  Status ReadDocuments() {
    std::uint32_t index = 0;
    for (const std::uint64_t id : lists_.documents) {
      const Result<Document> document = reader_.FindDocumentHeader(DocumentId{id});
      if (!document) return tl::unexpected(document.error());
      for (const NodeRef work : OwnWorks(reader_, *document)) {
        Add(index, EvidenceCsr::IndexOf(lists_.works, work.id), &lists_.text_works);
      }
      ++index;
    }
    return {};
  }

  Status ReadPropositions() {
    std::map<std::pair<std::string, std::string>, std::uint32_t> subjects;
    std::unordered_map<std::string, std::uint32_t> populations = {{"", 0}};
    for (const std::uint64_t id : lists_.propositions) {
      Result<Proposition> p = reader_.FindProposition(PropositionId{id});
      if (!p) return tl::unexpected(p.error());
      const auto subject = subjects.emplace(
          std::pair(std::move(p->intervention), std::move(p->outcome)), subjects.size());
      const auto people = populations.emplace(std::move(p->population), populations.size());
      lists_.proposition_subject.push_back(subject.first->second);
      lists_.proposition_population.push_back(people.first->second);
      lists_.proposition_direction.push_back(p->direction);
    }
    return {};
  }

  Status ReadReferences() {
    work_of_reference_.reserve(references_.size());
    for (const std::uint64_t id : references_) {
      const Result<Reference> reference = reader_.FindReference(ReferenceId{id});
      if (!reference) return tl::unexpected(reference.error());
      const std::uint32_t work = EvidenceCsr::IndexOf(lists_.works, Raw(reference->work));
      work_of_reference_.push_back(work);
      Add(EvidenceCsr::IndexOf(lists_.documents, Raw(reference->document)), work,
          &lists_.document_works);
    }
    return {};
  }

  Status ReadCitations() {
    for (const std::uint64_t id : citations_) {
      const Result<Citation> citation = reader_.FindCitation(CitationId{id});
      if (!citation) return tl::unexpected(citation.error());
      first_work_of_citation_.push_back(static_cast<std::uint32_t>(cited_works_.size()));
      for (const ReferenceId reference : citation->references) {
        const std::uint32_t index = EvidenceCsr::IndexOf(references_, Raw(reference));
        if (index != kNoIndex) cited_works_.push_back(work_of_reference_[index]);
      }
    }
    first_work_of_citation_.push_back(static_cast<std::uint32_t>(cited_works_.size()));
    return {};
  }

  Status ReadClaims() {
    for (std::uint32_t index = 0; index < lists_.claims.size(); ++index) {
      const Result<Claim> claim = reader_.FindClaim(ClaimId{lists_.claims[index]});
      if (!claim) return tl::unexpected(claim.error());
      const std::uint32_t document = EvidenceCsr::IndexOf(lists_.documents, Raw(claim->document));
      if (document == kNoIndex) {
        return Fail(ErrorCode::kCorrupt,
                    fmt::format("claim {} belongs to no document", lists_.claims[index]));
      }
      lists_.claim_document.push_back(document);
      lists_.claim_kind.push_back(claim->kind);
      lists_.claim_strength.push_back(claim->strength);
      lists_.claim_certainty.push_back(claim->certainty);
      lists_.claim_status.push_back(claim->citation_status);
      lists_.claim_verdict.push_back(claim->verdict);
      lists_.claim_flags.push_back(FlagsOf(*claim));
      for (const PropositionId p : claim->propositions) {
        Add(index, EvidenceCsr::IndexOf(lists_.propositions, Raw(p)), &lists_.claim_propositions);
      }
      for (const CitationId c : claim->citations) AddCited(index, c);
    }
    return {};
  }

  static std::uint8_t FlagsOf(const Claim& claim) {
    const bool year = claim.attribution.find_first_of("0123456789") != std::string::npos;
    return static_cast<std::uint8_t>((claim.negated ? kNegatedClaim : 0) |
                                     (claim.attributed ? kAttributedClaim : 0) |
                                     (claim.attributed && year ? kNamesOneSource : 0) |
                                     (claim.magnitudes.empty() ? 0 : kHasMagnitude) |
                                     (claim.effects.empty() ? 0 : kHasEffectSize));
  }

  void AddCited(std::uint32_t claim, CitationId citation) {
    const std::uint32_t index = EvidenceCsr::IndexOf(citations_, Raw(citation));
    if (index == kNoIndex) return;
    for (std::uint32_t i = first_work_of_citation_[index]; i < first_work_of_citation_[index + 1];
         ++i) {
      Add(claim, cited_works_[i], &lists_.claim_cites);
    }
  }

  Status ReadLines() {
    for (const std::uint64_t id : lists_.lines) {
      const Result<EvidenceLine> line = reader_.FindEvidenceLine(EvidenceLineId{id});
      if (!line) return tl::unexpected(line.error());
      const std::uint32_t claim = EvidenceCsr::IndexOf(lists_.claims, Raw(line->claim));
      if (claim == kNoIndex) {
        return Fail(ErrorCode::kCorrupt, fmt::format("evidence line {} judges no claim", id));
      }
      lists_.line_claim.push_back(claim);
      lists_.line_proposition.push_back(
          EvidenceCsr::IndexOf(lists_.propositions, Raw(line->proposition)));
      lists_.line_work.push_back(EvidenceCsr::IndexOf(lists_.works, Raw(line->work)));
      lists_.line_reference.push_back(EvidenceCsr::IndexOf(references_, Raw(line->reference)));
      lists_.line_stance.push_back(line->stance);
      lists_.line_design.push_back(line->design);
      lists_.line_directness.push_back(PackDirectness(*line));
    }
    return {};
  }

  static void Add(std::uint32_t from, std::uint32_t to, std::vector<Join>* joins) {
    if (from != kNoIndex && to != kNoIndex) joins->emplace_back(from, to);
  }

  const GraphReader& reader_;
  EvidenceLists lists_;
  Ids references_;
  Ids citations_;
  std::vector<std::uint32_t> work_of_reference_;
  std::vector<std::uint32_t>
      first_work_of_citation_;  // index into cited_works_; one more at the end
  std::vector<std::uint32_t> cited_works_;
};

}  // namespace

Result<EvidenceArrays> ReadEvidenceCsr(const GraphReader& reader) { return Reader(reader).Read(); }

}  // namespace claimgraph
