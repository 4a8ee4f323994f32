// Every noun is seen once, in sweeps; those that need each other's indices wait
// for one another, the others run side by side:
//
//   works, propositions          | documents
//   references, then citations   | claims, and which citations they have
//   evidence lines               | from claims through citations to works
//
// Documents point to works by name and by two kinds of edges; all else points by id.

#include "queries/graph/read_csr.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <array>
#include <string>
#include <unordered_map>

#include "queries/graph/run_all.h"
#include "queries/graph_view.h"

namespace claimgraph {
namespace {

using Ids = std::vector<std::uint64_t>;

// Numbers texts in the order in which they are first met.
class Numbering {
 public:
  std::uint32_t Of(std::string_view one, std::string_view other = {}) {
    const std::size_t size = one.size();
    bytes_.assign(reinterpret_cast<const char*>(&size), sizeof(size)).append(one).append(other);
    const XXH128_hash_t hash = XXH3_128bits(bytes_.data(), bytes_.size());
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    return numbers_.emplace(Key{hash.low64, hash.high64}, next).first->second;
  }

 private:
  using Key = std::array<std::uint64_t, 2>;
  struct Low {
    std::size_t operator()(const Key& key) const { return key[0]; }
  };
  std::unordered_map<Key, std::uint32_t, Low> numbers_;
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(const GraphReader& reader) : reader_(reader) {}

  Result<EvidenceArrays> Read() {
    using Steps = std::vector<Status (Reader::*)()>;
    const std::array<std::array<Steps, 2>, 3> side_by_side = {{
        {Steps{&Reader::ReadDocuments}, Steps{&Reader::ReadWorks, &Reader::ReadPropositions}},
        {Steps{&Reader::ReadClaims}, Steps{&Reader::ReadReferences, &Reader::ReadCitations}},
        {Steps{&Reader::ReadLines}, Steps{&Reader::FollowCitations}},
    }};
    for (const auto& sides : side_by_side) {
      std::array<Status, 2> done;
      const auto run = [&](std::size_t side) {
        for (const auto step : sides.at(side)) {
          if (done.at(side)) done.at(side) = (this->*step)();
        }
      };
      RunAll({[&] { run(0); }, [&] { run(1); }});
      for (const Status& status : done) {
        if (!status) return tl::unexpected(status.error());
      }
    }
    if (const Status health = reader_.Health(); !health) return tl::unexpected(health.error());
    return EvidenceArrays::Assemble(std::move(lists_));
  }

 private:
  // Takes the id of the next node of a kind.
  static Status Push(std::uint64_t id, Ids* ids) {
    if (ids->size() + 1 >= kNoIndex) {
      return Fail(ErrorCode::kInvalidArgument,
                  "the store has too many nodes for questions about the whole graph");
    }
    ids->push_back(id);
    return {};
  }

  template <typename Id>
  static std::uint32_t IndexIn(const Ids& ids, Id id) {
    return EvidenceCsr::IndexOf(ids, Raw(id));
  }

  Status ReadWorks() {
    return reader_.SweepWorks([&](const WorkBrief& work) {
      lists_.work_design.push_back(work.design);
      lists_.work_standing.push_back(work.standing);
      lists_.work_year.push_back(static_cast<std::int16_t>(work.year));
      return Push(Raw(work.id), &lists_.works);
    });
  }

  Status ReadPropositions() {
    Numbering subjects;
    Numbering populations;
    populations.Of("");  // 0
    return reader_.SweepPropositions([&](const PropositionBrief& p) {
      lists_.proposition_subject.push_back(subjects.Of(p.intervention, p.outcome));
      lists_.proposition_population.push_back(populations.Of(p.population));
      lists_.proposition_direction.push_back(p.direction);
      return Push(Raw(p.id), &lists_.propositions);
    });
  }

  // What they are and list is kept as ids: works are read meanwhile.
  Status ReadDocuments() {
    const Status read = reader_.SweepDocuments([&](const DocumentBrief& document) {
      const auto index = static_cast<std::uint32_t>(lists_.documents.size());
      for (const std::string& name : OwnNames(document.source, document.identifier)) {
        const NodeRef node = reader_.Named(name);
        if (node.kind == NodeKind::kWork) texts_.emplace_back(index, node.id);
      }
      return Push(Raw(document.id), &lists_.documents);
    });
    if (!read) return read;
    SweepWorks(EdgeKind::kPresents, &texts_);
    SweepWorks(EdgeKind::kLists, &listed_);
    return {};
  }

  using ToId = std::pair<std::uint32_t, std::uint64_t>;  // from an index

  void SweepWorks(EdgeKind kind, std::vector<ToId>* joins) const {
    reader_.SweepEdges(NodeKind::kDocument, kind,
                       [&](std::uint64_t document, const std::vector<std::uint64_t>& works) {
                         const auto index = EvidenceCsr::IndexOf(lists_.documents, document);
                         for (const std::uint64_t work : works) joins->emplace_back(index, work);
                         return true;
                       });
  }

  Status ReadReferences() {
    for (const auto& [document, work] : texts_) {
      Add(document, EvidenceCsr::IndexOf(lists_.works, work), &lists_.text_works);
    }
    for (const auto& [document, work] : listed_) {
      Add(document, EvidenceCsr::IndexOf(lists_.works, work), &lists_.document_works);
    }
    return reader_.SweepReferences([&](const ReferenceBrief& reference) {
      const std::uint32_t document = IndexIn(lists_.documents, reference.document);
      const std::uint32_t work = IndexIn(lists_.works, reference.work);
      lists_.reference_document.push_back(document);
      lists_.reference_work.push_back(work);
      Add(document, work, &lists_.document_works);
      return Push(Raw(reference.id), &lists_.references);
    });
  }

  Status ReadCitations() {
    const Status read = reader_.SweepCitations([&](const CitationBrief& citation) {
      first_of_citation_.push_back(static_cast<std::uint32_t>(cited_.size()));
      for (const ReferenceId reference : citation.references) {
        const std::uint32_t index = IndexIn(lists_.references, reference);
        if (index != kNoIndex) cited_.push_back(index);
      }
      return Push(Raw(citation.id), &citations_);
    });
    first_of_citation_.push_back(static_cast<std::uint32_t>(cited_.size()));
    return read;
  }

  Status ReadClaims() {
    return reader_.SweepClaims([&](const ClaimBrief& claim) -> Status {
      const auto index = static_cast<std::uint32_t>(lists_.claims.size());
      const std::uint32_t document = IndexIn(lists_.documents, claim.document);
      if (document == kNoIndex) {
        return Fail(ErrorCode::kCorrupt,
                    fmt::format("claim {} belongs to no document", Raw(claim.id)));
      }
      lists_.claim_document.push_back(document);
      lists_.claim_kind.push_back(claim.kind);
      lists_.claim_strength.push_back(claim.strength);
      lists_.claim_certainty.push_back(claim.certainty);
      lists_.claim_status.push_back(claim.citation_status);
      lists_.claim_verdict.push_back(claim.verdict);
      lists_.claim_flags.push_back(FlagsOf(claim));
      for (const PropositionId p : claim.propositions) {
        Add(index, IndexIn(lists_.propositions, p), &lists_.claim_propositions);
      }
      for (const CitationId c : claim.citations) citations_of_claims_.emplace_back(index, Raw(c));
      return Push(Raw(claim.id), &lists_.claims);
    });
  }

  static std::uint8_t FlagsOf(const ClaimBrief& claim) {
    const bool year = claim.attribution.find_first_of("0123456789") != std::string::npos;
    return static_cast<std::uint8_t>(
        (claim.negated ? kNegatedClaim : 0) | (claim.attributed ? kAttributedClaim : 0) |
        (claim.attributed && year ? kNamesOneSource : 0) |
        (claim.has_magnitudes ? kHasMagnitude : 0) | (claim.has_effects ? kHasEffectSize : 0));
  }

  Status FollowCitations() {
    for (const auto& [claim, citation] : citations_of_claims_) {
      const std::uint32_t index = EvidenceCsr::IndexOf(citations_, citation);
      if (index == kNoIndex) continue;
      for (std::uint32_t i = first_of_citation_[index]; i < first_of_citation_[index + 1]; ++i) {
        lists_.claim_references.emplace_back(claim, cited_[i]);
        Add(claim, lists_.reference_work[cited_[i]], &lists_.claim_cites);
      }
    }
    return {};
  }

  Status ReadLines() {
    return reader_.SweepEvidenceLines([&](const EvidenceLineBrief& line) -> Status {
      const std::uint32_t claim = IndexIn(lists_.claims, line.claim);
      if (claim == kNoIndex) {
        return Fail(ErrorCode::kCorrupt,
                    fmt::format("evidence line {} judges no claim", Raw(line.id)));
      }
      lists_.line_claim.push_back(claim);
      lists_.line_proposition.push_back(IndexIn(lists_.propositions, line.proposition));
      lists_.line_work.push_back(IndexIn(lists_.works, line.work));
      lists_.line_reference.push_back(IndexIn(lists_.references, line.reference));
      lists_.line_stance.push_back(line.stance);
      lists_.line_design.push_back(line.design);
      lists_.line_directness.push_back(PackDirectness({.population = line.population,
                                                       .intervention = line.intervention,
                                                       .comparator = line.comparator,
                                                       .outcome = line.outcome}));
      return Push(Raw(line.id), &lists_.lines);
    });
  }

  static void Add(std::uint32_t from, std::uint32_t to, std::vector<Join>* joins) {
    if (from != kNoIndex && to != kNoIndex) joins->emplace_back(from, to);
  }

  const GraphReader& reader_;
  EvidenceLists lists_;
  std::vector<ToId> texts_;   // document, the work that it is
  std::vector<ToId> listed_;  // document, work
  Ids citations_;
  std::vector<std::uint32_t> first_of_citation_;  // in cited_; one more at the end
  std::vector<std::uint32_t> cited_;              // references
  std::vector<ToId> citations_of_claims_;
};

}  // namespace

Result<EvidenceArrays> ReadEvidenceCsr(const GraphReader& reader) { return Reader(reader).Read(); }

}  // namespace claimgraph
