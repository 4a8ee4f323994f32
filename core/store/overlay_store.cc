// Writes in memory over a graph that stays as it is.
//
// A node of the overlay stands for the base's node of the same id; a node that
// a write removed is hidden.  An edge belongs to the node it starts at: the
// base's edge counts while that node is neither replaced nor hidden.  So
// reading is the union of the two graphs under these two rules, and writing is
// the same plan as any store's (graph_change), made over that union.
//
// The base must not change meanwhile: new ids begin after its last ones.

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/store/key_value_graph.h"

namespace claimgraph {
namespace {

using HiddenTexts = std::unordered_map<std::uint64_t, TextEntry>;  // by DocumentId

// The base's texts but the hidden ones, and our own.
class OverlayMatches final : public TextMatches {
 public:
  OverlayMatches(std::unique_ptr<TextMatches> base, std::unique_ptr<TextMatches> own,
                 const HiddenTexts& hidden, const TextQuery& query)
      : base_(std::move(base)), own_(std::move(own)), hidden_(hidden), counts_(base_->counts()) {
    for (const auto& [id, entry] : hidden_) {
      --counts_.texts;
      counts_.length -= entry.length;
      for (std::size_t i = 0; i < query.size(); ++i) {
        if (Has(entry, query[i].term)) --counts_.with_term[i];
      }
    }
    counts_.texts += own_->counts().texts;
    counts_.length += own_->counts().length;
    for (std::size_t i = 0; i < query.size(); ++i) {
      counts_.with_term[i] += own_->counts().with_term[i];
    }
  }

  const TextCounts& counts() const override { return counts_; }

  Result<std::vector<TextHit>> Best(const TextCounts& all, std::size_t limit) const override {
    constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
    const std::size_t enough = limit > kAll - hidden_.size() ? kAll : limit + hidden_.size();
    Result<std::vector<TextHit>> hits = base_->Best(all, enough);
    if (!hits) return hits;
    const Result<std::vector<TextHit>> own = own_->Best(all, limit);
    if (!own) return own;
    std::erase_if(*hits, [&](const TextHit& hit) { return hidden_.contains(Raw(hit.document)); });
    hits->insert(hits->end(), own->begin(), own->end());
    std::ranges::sort(*hits, [](const TextHit& a, const TextHit& b) {
      return a.score != b.score ? a.score > b.score : a.document < b.document;
    });
    if (hits->size() > limit) hits->resize(limit);
    return hits;
  }

 private:
  static bool Has(const TextEntry& entry, const std::string& term) {
    return std::ranges::find(entry.terms, term, &std::pair<std::string, std::uint8_t>::first) !=
           entry.terms.end();
  }

  std::unique_ptr<TextMatches> base_;
  std::unique_ptr<TextMatches> own_;
  const HiddenTexts& hidden_;
  TextCounts counts_;
};

class OverlayStore final : public GraphStore {
 public:
  explicit OverlayStore(const GraphReader& base)
      : base_(base), own_(NewMemoryKeyValues(), "the graph in memory") {}

  Result<Document> FindDocument(DocumentId id) const override {
    return Find(&GraphReader::FindDocument, id);
  }
  Result<Document> FindDocumentHeader(DocumentId id) const override {
    return Find(&GraphReader::FindDocumentHeader, id);
  }
  Result<Claim> FindClaim(ClaimId id) const override { return Find(&GraphReader::FindClaim, id); }
  Result<Citation> FindCitation(CitationId id) const override {
    return Find(&GraphReader::FindCitation, id);
  }
  Result<Reference> FindReference(ReferenceId id) const override {
    return Find(&GraphReader::FindReference, id);
  }
  Result<Work> FindWork(WorkId id) const override { return Find(&GraphReader::FindWork, id); }
  Result<Proposition> FindProposition(PropositionId id) const override {
    return Find(&GraphReader::FindProposition, id);
  }
  Result<EvidenceLine> FindEvidenceLine(EvidenceLineId id) const override {
    return Find(&GraphReader::FindEvidenceLine, id);
  }
  Result<Finding> FindFinding(FindingId id) const override {
    return Find(&GraphReader::FindFinding, id);
  }
  Result<Record> FindRecord(RecordId id) const override {
    return Find(&GraphReader::FindRecord, id);
  }
  Result<StudyResult> FindResult(ResultId id) const override {
    return Find(&GraphReader::FindResult, id);
  }
  Result<Study> FindStudy(StudyId id) const override { return Find(&GraphReader::FindStudy, id); }
  Result<Decision> FindDecision(DecisionId id) const override {
    return Find(&GraphReader::FindDecision, id);
  }

  std::vector<std::uint64_t> All(NodeKind kind) const override {
    std::vector<std::uint64_t> ids = base_.All(kind);
    std::erase_if(ids, [&](std::uint64_t id) { return IsHidden({kind, id}); });
    return Union(std::move(ids), own_.All(kind));
  }

  std::vector<std::uint64_t> IdsAfter(NodeKind kind, std::uint64_t after,
                                      std::size_t limit) const override {
    std::vector<std::uint64_t> ids = own_.IdsAfter(kind, after, limit);
    std::size_t shown = 0;
    for (std::uint64_t at = after; shown < limit;) {
      const std::vector<std::uint64_t> base = base_.IdsAfter(kind, at, limit - shown);
      if (base.empty()) break;
      at = base.back();
      std::vector<std::uint64_t> seen = base;
      std::erase_if(seen, [&](std::uint64_t id) { return IsHidden({kind, id}); });
      shown += seen.size();
      ids = Union(std::move(ids), seen);
    }
    if (ids.size() > limit) ids.resize(limit);
    return ids;
  }

  std::uint64_t LastId(NodeKind kind) const override {
    return std::max(base_.LastId(kind), own_.LastId(kind));
  }

  std::vector<NodeRef> Neighbours(NodeRef node, EdgeKind kind, Way way) const override {
    return FirstNeighbours(node, kind, way, std::numeric_limits<std::size_t>::max());
  }

  std::vector<NodeRef> FirstNeighbours(NodeRef node, EdgeKind kind, Way way,
                                       std::size_t limit) const override;

  NodeRef Named(std::string_view name) const override {
    const NodeRef own = own_.Named(name);
    if (own.id != 0) return own;
    const NodeRef base = base_.Named(name);
    return IsHidden(base) ? NodeRef{} : base;
  }

  std::vector<FindingId> Findings(std::string_view rule,
                                  std::size_t limit = kNoLimit) const override;

  Result<std::unique_ptr<TextMatches>> MatchTexts(const TextQuery& query) const override {
    Result<std::unique_ptr<TextMatches>> base = base_.MatchTexts(query);
    if (!base) return base;
    Result<std::unique_ptr<TextMatches>> own = own_.MatchTexts(query);
    if (!own) return own;
    return std::make_unique<OverlayMatches>(std::move(*base), std::move(*own), hidden_texts_,
                                            query);
  }

  Result<std::string> Vocabulary() const override {
    return vocabulary_ ? Result<std::string>(*vocabulary_) : base_.Vocabulary();
  }

  Status Health() const override {
    return own_.Health().and_then([&] { return base_.Health(); });
  }

  Result<Put> PutDocument(const DocumentGraph& graph) override {
    const Result<PlannedPut> plan = PlanPut(*this, graph);
    if (!plan) return tl::unexpected(plan.error());
    if (plan->put.outcome == PutOutcome::kUnchanged) return plan->put;
    return Apply(plan->change).map([&] { return plan->put; });
  }

  Status RemoveDocument(std::string_view source) override {
    return PlanRemove(*this, source).and_then([&](const GraphChange& c) { return Apply(c); });
  }

  Status SetVocabulary(std::string_view text) override {
    vocabulary_ = text;
    return {};
  }

 private:
  template <typename Noun, typename Id>
  Result<Noun> Find(Result<Noun> (GraphReader::*find)(Id) const, Id id) const {
    Result<Noun> own = (own_.*find)(id);
    if (own || own.error().code != ErrorCode::kNotFound || IsHidden(Node(id))) return own;
    return (base_.*find)(id);
  }

  Status Apply(const GraphChange& change);

  bool IsHidden(NodeRef node) const { return hidden_.contains(node); }
  bool IsOwn(NodeRef node) const { return own_.Has(node); }

  template <typename T>
  static std::vector<T> Union(std::vector<T> a, const std::vector<T>& b) {
    std::vector<T> all;
    all.reserve(a.size() + b.size());
    std::ranges::set_union(a, b, std::back_inserter(all));
    return all;
  }

  template <typename Noun>
  void Hide(const std::vector<Noun>& nouns) {
    for (const Noun& n : nouns) hidden_.insert(Node(n.id));
  }

  const GraphReader& base_;
  KeyValueGraph own_;
  std::unordered_set<NodeRef> hidden_{};
  HiddenTexts hidden_texts_{};               // of the base
  std::optional<std::string> vocabulary_{};  // none: the base's
};

std::vector<NodeRef> OverlayStore::FirstNeighbours(NodeRef node, EdgeKind kind, Way way,
                                                   std::size_t limit) const {
  if (IsHidden(node) || (way == Way::kOut && IsOwn(node))) {
    return own_.FirstNeighbours(node, kind, way, limit);
  }
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  // No more than the hidden ones can drop out of what the base answers.
  const std::size_t enough = limit > kAll - hidden_.size() ? kAll : limit + hidden_.size();
  std::vector<NodeRef> base = base_.FirstNeighbours(node, kind, way, enough);
  if (way == Way::kIn) {
    std::erase_if(base, [&](NodeRef from) { return IsHidden(from) || IsOwn(from); });
  }
  std::vector<NodeRef> all = Union(std::move(base), own_.FirstNeighbours(node, kind, way, limit));
  if (all.size() > limit) all.resize(limit);
  return all;
}

// All findings of a document are on one side, since replacing it hides the
// base's; so each run of ours goes in whole, before the next document of the base.
std::vector<FindingId> OverlayStore::Findings(std::string_view rule, std::size_t limit) const {
  const auto document_of = [&](FindingId id) {
    const Result<Finding> finding = FindFinding(id);
    return finding ? finding->document : DocumentId{};
  };
  std::vector<FindingId> all = base_.Findings(rule);
  std::erase_if(all, [&](FindingId id) { return IsHidden(Node(id)); });
  for (const FindingId id : own_.Findings(rule)) {
    all.insert(std::ranges::upper_bound(all, document_of(id), {}, document_of), id);
  }
  if (all.size() > limit) all.resize(limit);
  return all;
}

Status OverlayStore::Apply(const GraphChange& change) {
  Hide(change.removed.claims);
  Hide(change.removed.citations);
  Hide(change.removed.references);
  Hide(change.removed.evidence_lines);
  Hide(change.removed.findings);
  Hide(change.removed.works);
  Hide(change.removed.propositions);
  Hide(change.removed.records);
  Hide(change.removed.results);
  Hide(change.removed.decisions);
  Hide(change.removed.studies);
  // Where the old version is ours, the base's is hidden already, if there is one.
  if (change.removed_text && !IsOwn(Node(change.document))) {
    hidden_texts_.emplace(Raw(change.document), *change.removed_text);
  }
  if (!change.put_document) hidden_.insert(Node(change.document));
  return own_.Apply(change);
}

}  // namespace

std::unique_ptr<GraphStore> NewOverlayStore(const GraphReader& base) {
  return std::make_unique<OverlayStore>(base);
}

}  // namespace claimgraph
