// A graph as keys and values: what memory and RocksDB stores have in common.
#ifndef CLAIMGRAPH_CORE_STORE_KEY_VALUE_GRAPH_H_
#define CLAIMGRAPH_CORE_STORE_KEY_VALUE_GRAPH_H_

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/edge_lists.h"
#include "core/store/graph_change.h"
#include "core/store/graph_store.h"
#include "core/store/key_values.h"
#include "core/store/text_index.h"

namespace claimgraph {

// Reads may come from many threads at once if those of `store` may.  Writes may
// not overlap one another.
class KeyValueGraph final : public GraphStore {
 public:
  // `place` says where the graph is, for messages: "store articles/graph".
  KeyValueGraph(std::unique_ptr<KeyValues> store, std::string place)
      : store_(std::move(store)), place_(std::move(place)) {}

  [[nodiscard]] Result<Document> FindDocument(DocumentId id) const override;
  [[nodiscard]] Result<Document> FindDocumentHeader(DocumentId id) const override;
  [[nodiscard]] Result<Claim> FindClaim(ClaimId id) const override;
  [[nodiscard]] Result<Citation> FindCitation(CitationId id) const override;
  [[nodiscard]] Result<Reference> FindReference(ReferenceId id) const override;
  [[nodiscard]] Result<Work> FindWork(WorkId id) const override;
  [[nodiscard]] Result<Proposition> FindProposition(PropositionId id) const override;
  [[nodiscard]] Result<EvidenceLine> FindEvidenceLine(EvidenceLineId id) const override;
  [[nodiscard]] Result<Finding> FindFinding(FindingId id) const override;
  [[nodiscard]] Result<Record> FindRecord(RecordId id) const override;
  [[nodiscard]] Result<StudyResult> FindResult(ResultId id) const override;
  [[nodiscard]] Result<Study> FindStudy(StudyId id) const override;
  [[nodiscard]] Result<Decision> FindDecision(DecisionId id) const override;
  [[nodiscard]] std::vector<std::uint64_t> All(NodeKind kind) const override;
  [[nodiscard]] std::vector<std::uint64_t> IdsAfter(NodeKind kind, std::uint64_t after,
                                                    std::size_t limit) const override;
  [[nodiscard]] std::uint64_t LastId(NodeKind kind) const override;
  [[nodiscard]] std::vector<NodeRef> Neighbours(NodeRef node, EdgeKind kind,
                                                Way way) const override;
  [[nodiscard]] std::vector<NodeRef> FirstNeighbours(NodeRef node, EdgeKind kind, Way way,
                                                     std::size_t limit) const override;
  void SweepEdges(NodeKind from, EdgeKind kind, const VisitEdges& visit) const override;
  [[nodiscard]] Status SweepDocuments(const VisitBriefs<DocumentBrief>& visit) const override;
  [[nodiscard]] Status SweepClaims(const VisitBriefs<ClaimBrief>& visit) const override;
  [[nodiscard]] Status SweepCitations(const VisitBriefs<CitationBrief>& visit) const override;
  [[nodiscard]] Status SweepReferences(const VisitBriefs<ReferenceBrief>& visit) const override;
  [[nodiscard]] Status SweepWorks(const VisitBriefs<WorkBrief>& visit) const override;
  [[nodiscard]] Status SweepPropositions(const VisitBriefs<PropositionBrief>& visit) const override;
  [[nodiscard]] Status SweepEvidenceLines(
      const VisitBriefs<EvidenceLineBrief>& visit) const override;
  [[nodiscard]] Status SweepFindings(const VisitBriefs<FindingBrief>& visit) const override;
  [[nodiscard]] NodeRef Named(std::string_view name) const override;
  [[nodiscard]] std::vector<FindingId> Findings(std::string_view rule,
                                                std::size_t limit = kNoLimit) const override;
  [[nodiscard]] std::size_t CountFindings(std::string_view rule) const override;
  [[nodiscard]] std::uint64_t State() const override { return store_->State(); }
  [[nodiscard]] Result<std::unique_ptr<TextMatches>> MatchTexts(
      const TextQuery& query) const override;
  [[nodiscard]] Result<std::string> Vocabulary() const override;
  [[nodiscard]] Status Health() const override;

  [[nodiscard]] Result<Put> PutDocument(const DocumentGraph& graph) override;
  [[nodiscard]] Status RemoveDocument(std::string_view source) override;
  [[nodiscard]] Status SetVocabulary(std::string_view text) override;
  void Hold() override { store_->Hold(); }
  std::size_t held() const override { return store_->held(); }
  [[nodiscard]] Status Release(HeldAs how) override {
    ForgetPacks();
    return store_->Release(how);
  }

  // Makes the index of texts anew from what is stored: for stores that have none.
  [[nodiscard]] Status IndexTexts();

  // For an overlay, which plans over more than this graph.
  [[nodiscard]] Status Apply(const GraphChange& change);
  bool Has(NodeRef node) const;

 private:
  template <typename Noun, typename Id>
  Result<Noun> Find(Id id) const;
  template <typename Noun, typename Id>
  Result<Noun> FindPacked(Id id) const;
  // The pack that holds `node`, and where in it; nothing if there is none.
  struct Pack {
    std::uint64_t last = 0;
    std::size_t count = 0;
    std::string value{};
  };
  struct Slot {
    std::shared_ptr<const Pack> pack{};
    std::size_t index = 0;
    const std::string& value() const { return pack->value; }
  };
  [[nodiscard]] Result<std::optional<Slot>> FindSlot(Family family, NodeRef node) const;
  template <typename Brief>
  Status Sweep(NodeKind kind, const VisitBriefs<Brief>& visit) const;
  Result<std::shared_ptr<const WaitingTexts>> Waiting() const;
  Status IndexText(DocumentId id);
  Result<std::string> GetNode(NodeRef node) const;
  Result<std::string> GetPart(std::string_view key, DocumentId id) const;
  tl::unexpected<Error> Malformed(const std::string& what) const;

  // Nothing where there is no such key or the read failed; Health tells which.
  std::optional<std::string> TryGet(Family family, std::string_view key) const;
  std::vector<std::uint64_t> LastParts(Family family, std::string_view prefix,
                                       std::size_t limit) const;
  Ids OwnIds(NodeRef node, EdgeKind kind, Way way, std::size_t limit) const;
  Ids SharedIds(NodeRef node, EdgeKind kind, std::size_t limit) const;
  void Remember(const Status& status) const;

  std::unique_ptr<KeyValues> store_;
  std::string place_;
  // The last pack read of each family and kind: who asks for one noun of a document
  // mostly asks for the next one then.
  std::shared_ptr<const Pack>& Recent(Family family, NodeKind kind) const {
    return recent_[family == Family::kNodes ? 0 : 1][static_cast<std::size_t>(kind)];
  }
  void ForgetPacks();

  mutable std::mutex mutex_{};  // guards what follows
  mutable Status health_{};
  using Packs =
      std::array<std::shared_ptr<const Pack>, static_cast<std::size_t>(kLastNodeKind) + 1>;
  mutable std::array<Packs, 2> recent_{};                  // by NodeKind
  mutable std::shared_ptr<const WaitingTexts> waiting_{};  // null: not read yet
  std::uint64_t changes_ = 0;                              // made through this object
};

// The writes that make a change in `store`, removals first.  `place` as above.
[[nodiscard]] Result<std::vector<Write>> WritesOf(const GraphChange& change, const KeyValues& store,
                                                  std::string_view place);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_KEY_VALUE_GRAPH_H_
