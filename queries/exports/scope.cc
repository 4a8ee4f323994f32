#include "queries/exports/scope.h"

#include <algorithm>
#include <ostream>
#include <string>

#include "core/decision.h"
#include "core/json.h"
#include "core/text/decision_words.h"

namespace claimgraph {
namespace {

constexpr std::size_t kPage = 4096;
constexpr std::uint64_t kTellEvery = 16384;  // nouns

constexpr std::array<NodeKind, static_cast<std::size_t>(kLastNodeKind)> kKinds = {
    NodeKind::kDocument, NodeKind::kClaim,  NodeKind::kCitation,    NodeKind::kReference,
    NodeKind::kWork,     NodeKind::kStudy,  NodeKind::kProposition, NodeKind::kEvidenceLine,
    NodeKind::kFinding,  NodeKind::kRecord, NodeKind::kResult,      NodeKind::kDecision};

class Reach {
 public:
  explicit Reach(const GraphReader& reader) : reader_(reader) {}

  void AddClaim(ClaimId id) {
    const std::optional<Claim> claim = Find<Claim>(Raw(id));
    if (!claim || !set_.Add(Node(id))) return;
    set_.Add(Node(claim->document));
    for (const PropositionId proposition : claim->propositions) set_.Add(Node(proposition));
    for (const CitationId citation : claim->citations) AddCitation(citation);
    for (const NodeRef line : reader_.Neighbours(Node(id), EdgeKind::kJudges, Way::kIn)) {
      AddLine(EvidenceLineId{line.id});
    }
  }

  // Those about a claim that is there, and, of a document that is there, those about
  // citations and references that are.
  void AddFindings() {
    for (const std::uint64_t document : reader_.All(NodeKind::kDocument)) {
      const NodeRef node{NodeKind::kDocument, document};
      if (!set_.Has(node)) continue;
      for (const NodeRef found : reader_.Neighbours(node, EdgeKind::kFoundIn, Way::kIn)) {
        const std::optional<Finding> finding = Find<Finding>(found.id);
        if (finding && IsAbout(*finding)) set_.Add(found);
      }
    }
  }

  // Those about words that are there; what undoes one of them comes after it.
  void AddDecisions() {
    for (const std::uint64_t id : reader_.All(NodeKind::kDecision)) {
      const std::optional<Decision> decision = Find<Decision>(id);
      if (!decision || !IsAbout(*decision)) continue;
      set_.Add(Node(decision->id));
      set_.Add(Node(decision->document));
    }
  }

  Result<NodeSet> Take() {
    if (!status_) return tl::unexpected(status_.error());
    if (const Status health = reader_.Health(); !health) return tl::unexpected(health.error());
    return std::move(set_);
  }

 private:
  // Nothing where there is no such noun, or it cannot be read, which Take tells.
  template <typename Noun>
  std::optional<Noun> Find(std::uint64_t id) {
    Result<Noun> noun = NounOf<Noun>::Find(reader_, id);
    if (noun) return *std::move(noun);
    if (status_ && noun.error().code != ErrorCode::kNotFound) {
      status_ = tl::unexpected(noun.error());
    }
    return std::nullopt;
  }

  bool IsAbout(const Finding& finding) const {
    if (IsSet(finding.claim)) return set_.Has(Node(finding.claim));
    return std::ranges::any_of(finding.citations,
                               [&](CitationId id) { return set_.Has(Node(id)); }) ||
           std::ranges::any_of(finding.references,
                               [&](ReferenceId id) { return set_.Has(Node(id)); });
  }

  bool IsAbout(const Decision& decision) const {
    if (decision.kind == DecisionKind::kUndo) {
      const std::optional<NodeRef> undone = ParseId(decision.value);
      return undone && undone->kind == NodeKind::kDecision && set_.Has(*undone);
    }
    const NodeRef document = reader_.Named("source:" + decision.source);
    if (document.id == 0 || !set_.Has(document)) return false;
    return HasWords<Claim>(document, EdgeKind::kHasClaim, decision) ||
           HasWords<Citation>(document, EdgeKind::kHasCitation, decision) ||
           HasWords<Reference>(document, EdgeKind::kHasReference, decision);
  }

  // Whether one of the document's nouns that are there has its words.
  template <typename Noun>
  bool HasWords(NodeRef document, EdgeKind kind, const Decision& decision) const {
    return std::ranges::any_of(reader_.Neighbours(document, kind, Way::kOut), [&](NodeRef node) {
      if (!set_.Has(node)) return false;
      const Result<Noun> noun = NounOf<Noun>::Find(reader_, node.id);
      return noun && FitQuote(decision, {noun->text}).has_value();
    });
  }

  void AddCitation(CitationId id) {
    const std::optional<Citation> citation = Find<Citation>(Raw(id));
    if (!citation || !set_.Add(Node(id))) return;
    for (const ReferenceId reference : citation->references) AddReference(reference);
  }

  void AddReference(ReferenceId id) {
    const std::optional<Reference> reference = Find<Reference>(Raw(id));
    if (!reference || !set_.Add(Node(id))) return;
    AddWork(reference->work);
  }

  void AddLine(EvidenceLineId id) {
    const std::optional<EvidenceLine> line = Find<EvidenceLine>(Raw(id));
    if (!line || !set_.Add(Node(id))) return;
    if (IsSet(line->proposition)) set_.Add(Node(line->proposition));
    if (IsSet(line->citation)) AddCitation(line->citation);
    if (IsSet(line->reference)) AddReference(line->reference);
    AddWork(line->work);
  }

  void AddWork(WorkId id) {
    if (!IsSet(id) || !set_.Add(Node(id))) return;
    for (const NodeRef record : reader_.Neighbours(Node(id), EdgeKind::kRecords, Way::kIn)) {
      AddRecord(RecordId{record.id});
    }
  }

  void AddRecord(RecordId id) {
    const std::optional<Record> record = Find<Record>(Raw(id));
    if (!record || !set_.Add(Node(id))) return;
    set_.Add(Node(record->document));
    for (const WorkId included : record->includes) AddWork(included);
    if (!IsSet(record->study) || !set_.Add(Node(record->study))) return;
    for (const NodeRef result :
         reader_.Neighbours(Node(record->study), EdgeKind::kResultOf, Way::kIn)) {
      const std::optional<StudyResult> found = Find<StudyResult>(result.id);
      if (found && set_.Add(result)) set_.Add(Node(found->document));
    }
  }

  const GraphReader& reader_;
  NodeSet set_;
  Status status_;
};

}  // namespace

bool NodeSet::Add(NodeRef node) {
  std::vector<bool>& bits = of_kind_[static_cast<std::size_t>(node.kind)];
  if (node.id >= bits.size()) bits.resize(node.id + 1);
  const bool is_new = !bits[node.id];
  bits[node.id] = true;
  return is_new;
}

Result<NodeSet> ReachOf(const GraphReader& reader, std::span<const ClaimId> claims) {
  Reach reach(reader);
  for (const ClaimId claim : claims) reach.AddClaim(claim);
  reach.AddFindings();
  reach.AddDecisions();
  return reach.Take();
}

ExportScope::ExportScope(const GraphReader& reader, std::optional<NodeSet> chosen,
                         Progress progress)
    : reader_(reader), chosen_(std::move(chosen)), progress_(std::move(progress)) {
  for (const NodeKind kind : kKinds) most_ += reader.LastId(kind);
}

Status ExportScope::EachHeader(const std::function<Status(const Document&)>& visit) const {
  return Walk(NodeKind::kDocument, [&](std::uint64_t id) {
    return Show(reader_.FindDocumentHeader(DocumentId{id}), visit);
  });
}

// Ids are dense but for what was removed; such a gap is passed over at once.
Status ExportScope::Walk(NodeKind kind,
                         const std::function<Result<bool>(std::uint64_t id)>& visit) const {
  for (std::uint64_t id = 1;; ++id) {
    if (Status goes = MayGoOn(); !goes) return goes;
    if (chosen_) {
      while (id < chosen_->End(kind) && !chosen_->Has({kind, id})) ++id;
      if (id >= chosen_->End(kind)) return reader_.Health();
    }
    const Result<bool> visited = visit(id);
    if (!visited) return tl::unexpected(visited.error());
    if (*visited) {
      Tell();
      continue;
    }
    const std::vector<std::uint64_t> next = reader_.IdsAfter(kind, id, 1);
    if (next.empty()) return reader_.Health();
    id = next.front() - 1;
  }
}

Status ExportScope::EachId(NodeKind kind,
                           const std::function<Status(std::uint64_t id)>& visit) const {
  std::uint64_t last = 0;
  while (true) {
    const std::vector<std::uint64_t> ids = reader_.IdsAfter(kind, last, kPage);
    if (ids.empty()) return reader_.Health();
    last = ids.back();
    for (const std::uint64_t id : ids) {
      if (Status goes = MayGoOn(); !goes) return goes;
      if (Has({kind, id})) {
        if (Status visited = visit(id); !visited) return visited;
      }
      Tell();
    }
  }
}

Status ExportScope::MayGoOn() const {
  if (out_ == nullptr || *out_) return {};
  return Fail(ErrorCode::kIo, "the export cannot be written");
}

void ExportScope::Tell() const {
  if (++done_ % kTellEvery != 0 || !progress_) return;
  progress_(std::min(done_, most_), most_);
}

}  // namespace claimgraph
