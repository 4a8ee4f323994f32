// Reads are one Get or one Scan each; writes are a plan (graph_change), its
// keys (change_writes) and one Commit.  A value or key that is not what we
// write is kCorrupt: returned where there is a Result, else kept for Health.

#include "core/store/key_value_graph.h"

#include <utility>

#include "core/store/brief_values.h"
#include "core/store/packs.h"
#include "core/store/shared_edges.h"
#include "core/store/values.h"

namespace claimgraph {

tl::unexpected<Error> Malformed(std::string_view place, const std::string& what) {
  return Fail(ErrorCode::kCorrupt,
              std::string(place) + ": the stored bytes of " + what +
                  " are damaged; restore the store from a copy, or import its documents into a "
                  "new one");
}

// Kept for Health as well: those who look at many nouns pass over one that is missing.
tl::unexpected<Error> KeyValueGraph::Malformed(const std::string& what) const {
  tl::unexpected<Error> error = claimgraph::Malformed(place_, what);
  Remember(error);
  return error;
}

void KeyValueGraph::Remember(const Status& status) const {
  if (status) return;
  const std::lock_guard lock(mutex_);
  if (health_) health_ = status;
}

Status KeyValueGraph::Health() const {
  const std::lock_guard lock(mutex_);
  return health_;
}

Result<std::string> KeyValueGraph::Vocabulary() const {
  return store_->Get(Family::kMeta, keys::Vocabulary()).map([](std::optional<std::string> text) {
    return std::move(text).value_or(std::string());
  });
}

std::optional<std::string> KeyValueGraph::TryGet(Family family, std::string_view key) const {
  Result<std::optional<std::string>> value = store_->Get(family, key);
  if (value) return std::move(*value);
  Remember(tl::unexpected(value.error()));
  return std::nullopt;
}

Result<std::string> KeyValueGraph::GetNode(NodeRef node) const {
  Result<std::optional<std::string>> value = store_->Get(Family::kNodes, keys::Node(node));
  if (!value) return tl::unexpected(value.error());
  if (!*value) return Fail(ErrorCode::kNotFound, place_ + " has no " + Describe(node));
  return std::move(**value);
}

template <typename Noun, typename Id>
Result<Noun> KeyValueGraph::Find(Id id) const {
  const Result<std::string> bytes = GetNode(Node(id));
  if (!bytes) return tl::unexpected(bytes.error());
  Noun noun;
  noun.id = id;
  if (!Decode(*bytes, &noun)) return Malformed(Describe(Node(id)));
  return noun;
}

Result<std::optional<KeyValueGraph::Slot>> KeyValueGraph::FindSlot(Family family,
                                                                   NodeRef node) const {
  const auto slot_in = [&](const std::shared_ptr<const Pack>& pack) {
    // The last id is not before the one that is asked for.
    const std::uint64_t after = pack->last - node.id;
    return after < pack->count ? std::optional<Slot>({pack, pack->count - 1 - after})
                               : std::nullopt;
  };
  std::uint64_t changes = 0;
  {
    const std::lock_guard lock(mutex_);
    changes = changes_;
    const std::shared_ptr<const Pack>& recent = Recent(family, node.kind);
    if (recent && node.id <= recent->last) {
      if (std::optional<Slot> slot = slot_in(recent)) return slot;
    }
  }
  std::shared_ptr<const Pack> pack;
  bool sound = true;
  const auto take = [&](std::string_view key, std::string_view value) {
    const std::optional<std::size_t> count =
        family == Family::kNodes ? CountInPack(value) : CountRecords(value);
    sound =
        count && *count > 0 && key.size() == 1 + sizeof(node.id) && *count <= keys::LastPart(key);
    if (sound) pack = std::make_shared<Pack>(Pack{keys::LastPart(key), *count, std::string(value)});
    return false;
  };
  const Status read = store_->Scan(family, keys::AllNodes(node.kind), take, keys::Node(node));
  if (!read) return tl::unexpected(read.error());
  if (!sound) return Malformed(Describe(node));
  if (!pack) return std::nullopt;
  const std::lock_guard lock(mutex_);
  if (changes == changes_) Recent(family, node.kind) = pack;
  return slot_in(pack);
}

void KeyValueGraph::ForgetPacks() {
  const std::lock_guard lock(mutex_);
  ++changes_;
  recent_ = {};
  waiting_.reset();
}

template <typename Noun, typename Id>
Result<Noun> KeyValueGraph::FindPacked(Id id) const {
  const Result<std::optional<Slot>> slot = FindSlot(Family::kNodes, Node(id));
  if (!slot) return tl::unexpected(slot.error());
  if (!*slot) return Fail(ErrorCode::kNotFound, place_ + " has no " + Describe(Node(id)));
  Noun noun;
  noun.id = id;
  if (!Decode((*slot)->value(), (*slot)->index, &noun)) return Malformed(Describe(Node(id)));
  return noun;
}

Result<Document> KeyValueGraph::FindDocumentHeader(DocumentId id) const {
  const Result<std::string> bytes = GetNode(Node(id));
  if (!bytes) return tl::unexpected(bytes.error());
  Document document;
  document.id = id;
  if (!DecodeHeader(*bytes, &document)) return Malformed(Describe(Node(id)));
  return document;
}

Result<std::string> KeyValueGraph::GetPart(std::string_view key, DocumentId id) const {
  Result<std::optional<std::string>> value = store_->Get(Family::kTexts, key);
  if (!value) return tl::unexpected(value.error());
  if (!*value) return Malformed("the text of " + Describe(Node(id)));
  return std::move(**value);
}

Result<Document> KeyValueGraph::FindDocument(DocumentId id) const {
  const Result<std::string> bytes = GetNode(Node(id));
  if (!bytes) return tl::unexpected(bytes.error());
  Document read;
  read.id = id;
  bool textless = false;
  if (!DecodeHeader(*bytes, &read, &textless)) return Malformed(Describe(Node(id)));
  if (textless) return read;
  Result<Document> document = std::move(read);
  Result<std::string> text = GetPart(keys::Text(id), id);
  if (!text) return tl::unexpected(text.error());
  const Result<std::string> layout = GetPart(keys::Layout(id), id);
  if (!layout) return tl::unexpected(layout.error());
  document->text = std::move(*text);
  if (!DecodeLayout(*layout, &*document)) return Malformed("the layout of " + Describe(Node(id)));
  return document;
}

Result<Claim> KeyValueGraph::FindClaim(ClaimId id) const { return FindPacked<Claim>(id); }

Result<Citation> KeyValueGraph::FindCitation(CitationId id) const {
  return FindPacked<Citation>(id);
}

Result<Reference> KeyValueGraph::FindReference(ReferenceId id) const {
  return FindPacked<Reference>(id);
}

Result<Work> KeyValueGraph::FindWork(WorkId id) const { return Find<Work>(id); }

Result<Proposition> KeyValueGraph::FindProposition(PropositionId id) const {
  return Find<Proposition>(id);
}

Result<EvidenceLine> KeyValueGraph::FindEvidenceLine(EvidenceLineId id) const {
  return FindPacked<EvidenceLine>(id);
}

Result<Finding> KeyValueGraph::FindFinding(FindingId id) const { return FindPacked<Finding>(id); }

Result<Record> KeyValueGraph::FindRecord(RecordId id) const { return FindPacked<Record>(id); }

Result<StudyResult> KeyValueGraph::FindResult(ResultId id) const {
  return FindPacked<StudyResult>(id);
}

Result<Study> KeyValueGraph::FindStudy(StudyId id) const { return Find<Study>(id); }

Result<Decision> KeyValueGraph::FindDecision(DecisionId id) const {
  return FindPacked<Decision>(id);
}

std::vector<std::uint64_t> KeyValueGraph::LastParts(Family family, std::string_view prefix,
                                                    std::size_t limit) const {
  std::vector<std::uint64_t> ids;
  bool sound = true;
  const Status scanned = store_->Scan(family, prefix, [&](std::string_view key, auto) {
    if (ids.size() == limit) return false;
    sound = key.size() >= prefix.size() + sizeof(std::uint64_t);
    if (sound) ids.push_back(keys::LastPart(key));
    return sound;
  });
  Remember(scanned);
  if (!sound) Remember(Malformed("a key"));
  return ids;
}

std::vector<std::uint64_t> KeyValueGraph::All(NodeKind kind) const {
  return IdsAfter(kind, 0, kAllIds);
}

// A key names the last id of its pack; a noun that stands alone is a pack of one.
std::vector<std::uint64_t> KeyValueGraph::IdsAfter(NodeKind kind, std::uint64_t after,
                                                   std::size_t limit) const {
  if (limit == 0 || after == std::numeric_limits<std::uint64_t>::max()) return {};
  std::vector<std::uint64_t> ids;
  bool sound = true;
  const auto add = [&](std::string_view key, std::string_view value) {
    const std::size_t count = IsPacked(kind) ? CountInPack(value) : 1;
    sound = key.size() == 1 + sizeof(std::uint64_t) && count > 0 && count <= keys::LastPart(key);
    if (!sound) return false;
    const std::uint64_t last = keys::LastPart(key);
    for (std::uint64_t id = std::max(last - count, after) + 1; id <= last && ids.size() < limit;
         ++id)
      ids.push_back(id);
    return ids.size() < limit;
  };
  Remember(store_->Scan(Family::kNodes, keys::AllNodes(kind), add, keys::Node({kind, after + 1})));
  if (!sound) Remember(Malformed("a key"));
  return ids;
}

std::uint64_t KeyValueGraph::LastId(NodeKind kind) const {
  const std::optional<std::string> bytes = TryGet(Family::kMeta, keys::LastId(kind));
  if (!bytes) return 0;
  const std::optional<std::uint64_t> id = keys::DecodeId(*bytes);
  if (!id) Remember(Malformed("a counter"));
  return id.value_or(0);
}

Ids KeyValueGraph::OwnIds(NodeRef node, EdgeKind kind, Way way, std::size_t limit) const {
  std::optional<Ids> ids = Ids{};
  if (IsPacked(node.kind)) {
    const Result<std::optional<Slot>> slot = FindSlot(Family::kEdges, node);
    if (!slot) Remember(tl::unexpected(slot.error()));
    if (!slot || !*slot) return {};
    const std::optional<std::string_view> record = RecordAt((*slot)->value(), (*slot)->index);
    ids = record ? FindList(*record, kind, way, limit) : std::nullopt;
  } else {
    const std::optional<std::string> record = TryGet(Family::kEdges, keys::Edges(node));
    if (record) ids = FindList(*record, kind, way, limit);
  }
  if (!ids) Remember(Malformed("the edges of " + Describe(node)));
  return std::move(ids).value_or(Ids{});
}

Ids KeyValueGraph::SharedIds(NodeRef node, EdgeKind kind, std::size_t limit) const {
  Result<Ids> ids = ReadSharedEdges(*store_, place_, node, kind, limit);
  if (!ids) Remember(tl::unexpected(ids.error()));
  return std::move(ids).value_or(Ids{});
}

std::vector<NodeRef> KeyValueGraph::Neighbours(NodeRef node, EdgeKind kind, Way way) const {
  return FirstNeighbours(node, kind, way, kAllIds);
}

std::vector<NodeRef> KeyValueGraph::FirstNeighbours(NodeRef node, EdgeKind kind, Way way,
                                                    std::size_t limit) const {
  const Ids ids = way == Way::kIn && IsShared(node.kind) ? SharedIds(node, kind, limit)
                                                         : OwnIds(node, kind, way, limit);
  const NodeKind other = way == Way::kOut ? ToKind(kind) : FromKind(kind);
  std::vector<NodeRef> nodes;
  nodes.reserve(ids.size());
  for (const std::uint64_t id : ids) nodes.push_back({other, id});
  return nodes;
}

void KeyValueGraph::SweepEdges(NodeKind from, EdgeKind kind, const VisitEdges& visit) const {
  bool sound = true;
  const std::string prefix = keys::AllNodes(from);
  const auto read = [&](std::string_view key, std::string_view value) {
    const std::optional<std::size_t> count = IsPacked(from) ? CountRecords(value) : 1;
    sound = count && key.size() == prefix.size() + sizeof(std::uint64_t);
    if (!sound) return false;
    const std::uint64_t last = keys::LastPart(key);
    return ForEachRecord(value, &sound, [&](std::size_t i, std::string_view record) {
      const std::optional<Ids> to = FindList(record, kind, Way::kOut);
      sound = to.has_value();
      return sound && (to->empty() || visit(last - (*count - 1 - i), *to));
    });
  };
  Remember(store_->Scan(Family::kEdges, prefix, read));
  if (!sound) Remember(Malformed("a record of edges"));
}

// Values are copied to where buffers may be read: a block's are not aligned.
template <typename Brief>
Status KeyValueGraph::Sweep(NodeKind kind, const VisitBriefs<Brief>& visit) const {
  const std::string prefix = keys::AllNodes(kind);
  std::string bytes;
  bool sound = true;
  Status visited;
  const auto show = [&](std::string_view key, std::string_view value) {
    bytes.assign(value);
    sound = key.size() == prefix.size() + sizeof(std::uint64_t);
    if (sound) visited = ShowBriefs(bytes, keys::LastPart(key), visit, &sound);
    return sound && visited.has_value();
  };
  if (Status scanned = store_->Scan(Family::kNodes, prefix, show); !scanned) return scanned;
  if (!sound) return Malformed("a pack of nouns");
  return visited;
}

Status KeyValueGraph::SweepDocuments(const VisitBriefs<DocumentBrief>& visit) const {
  return Sweep(NodeKind::kDocument, visit);
}

Status KeyValueGraph::SweepClaims(const VisitBriefs<ClaimBrief>& visit) const {
  return Sweep(NodeKind::kClaim, visit);
}

Status KeyValueGraph::SweepCitations(const VisitBriefs<CitationBrief>& visit) const {
  return Sweep(NodeKind::kCitation, visit);
}

Status KeyValueGraph::SweepReferences(const VisitBriefs<ReferenceBrief>& visit) const {
  return Sweep(NodeKind::kReference, visit);
}

Status KeyValueGraph::SweepWorks(const VisitBriefs<WorkBrief>& visit) const {
  return Sweep(NodeKind::kWork, visit);
}

Status KeyValueGraph::SweepPropositions(const VisitBriefs<PropositionBrief>& visit) const {
  return Sweep(NodeKind::kProposition, visit);
}

Status KeyValueGraph::SweepEvidenceLines(const VisitBriefs<EvidenceLineBrief>& visit) const {
  return Sweep(NodeKind::kEvidenceLine, visit);
}

Status KeyValueGraph::SweepFindings(const VisitBriefs<FindingBrief>& visit) const {
  return Sweep(NodeKind::kFinding, visit);
}

NodeRef KeyValueGraph::Named(std::string_view name) const {
  const std::optional<std::string> bytes = TryGet(Family::kNames, name);
  if (!bytes) return {};
  const std::optional<NodeRef> node = keys::DecodeNodeRef(*bytes);
  if (!node) Remember(Malformed("the name " + std::string(name)));
  return node.value_or(NodeRef{});
}

std::vector<FindingId> KeyValueGraph::Findings(std::string_view rule, std::size_t limit) const {
  std::vector<FindingId> findings;
  for (const std::uint64_t id : LastParts(Family::kDerived, keys::AllFindings(rule), limit)) {
    findings.push_back(FindingId{id});
  }
  return findings;
}

std::size_t KeyValueGraph::CountFindings(std::string_view rule) const {
  const std::optional<std::string> bytes = TryGet(Family::kDerived, keys::FindingCount(rule));
  if (!bytes) return Findings(rule).size();  // none, or a store of format 1
  const std::optional<std::uint64_t> count = keys::DecodeId(*bytes);
  if (!count) Remember(Malformed("a count of findings"));
  return count.value_or(0);
}

Result<Put> KeyValueGraph::PutDocument(const DocumentGraph& graph) {
  const Result<PlannedPut> plan = PlanPut(*this, graph);
  if (!plan) return tl::unexpected(plan.error());
  if (plan->put.outcome == PutOutcome::kUnchanged) return plan->put;
  return Apply(plan->change).map([&] { return plan->put; });
}

Status KeyValueGraph::RemoveDocument(std::string_view source) {
  return PlanRemove(*this, source).and_then([&](const GraphChange& c) { return Apply(c); });
}

// Removed where it is empty: a store without a vocabulary of its own has no such key.
Status KeyValueGraph::SetVocabulary(std::string_view text) {
  Write write{Family::kMeta, keys::Vocabulary(), std::nullopt};
  if (!text.empty()) write.value = text;
  std::vector<Write> writes;
  writes.push_back(std::move(write));
  return store_->Commit(std::move(writes));
}

Status KeyValueGraph::Apply(const GraphChange& change) {
  return WritesOf(change, *store_, place_).and_then([&](std::vector<Write> writes) {
    const Status committed = store_->Commit(std::move(writes));
    ForgetPacks();
    return committed;
  });
}

bool KeyValueGraph::Has(NodeRef node) const {
  if (!IsPacked(node.kind)) return TryGet(Family::kNodes, keys::Node(node)).has_value();
  const Result<std::optional<Slot>> slot = FindSlot(Family::kNodes, node);
  if (!slot) Remember(tl::unexpected(slot.error()));
  return slot && slot->has_value();
}

Result<std::shared_ptr<const WaitingTexts>> KeyValueGraph::Waiting() const {
  std::uint64_t changes = 0;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_) return waiting_;
    changes = changes_;
  }
  Result<std::shared_ptr<const WaitingTexts>> read = ReadWaitingTexts(*store_, place_);
  const std::lock_guard lock(mutex_);
  if (read && changes == changes_) waiting_ = *read;
  return read;
}

Result<std::unique_ptr<TextMatches>> KeyValueGraph::MatchTexts(const TextQuery& query) const {
  Result<std::shared_ptr<const WaitingTexts>> waiting = Waiting();
  if (!waiting) return tl::unexpected(waiting.error());
  return MatchStoredTexts(*store_, place_, std::move(*waiting), query);
}

Status KeyValueGraph::IndexText(DocumentId id) {
  const Result<Document> header = FindDocumentHeader(id);
  if (!header) return tl::unexpected(header.error());
  if (!IsSearched(*header)) return {};
  const Result<Document> document = FindDocument(id);
  if (!document) return tl::unexpected(document.error());
  std::vector<Record> records;
  for (const NodeRef node : Neighbours(Node(id), EdgeKind::kHasRecord, Way::kOut)) {
    Result<Record> record = FindRecord(RecordId{node.id});
    if (!record) return tl::unexpected(record.error());
    records.push_back(std::move(*record));
  }
  std::vector<StudyResult> results;
  for (const NodeRef node : Neighbours(Node(id), EdgeKind::kHasResult, Way::kOut)) {
    Result<StudyResult> result = FindResult(ResultId{node.id});
    if (!result) return tl::unexpected(result.error());
    results.push_back(std::move(*result));
  }
  const std::optional<TextEntry> text = EntryOf(*document, records, results);
  if (!text) return {};
  TextWrites texts(*store_, place_);
  if (const Status put = texts.Put(id, *text); !put) return put;
  std::vector<Write> writes;
  std::move(texts).AppendTo(&writes);
  return store_->Commit(std::move(writes));
}

// What is there already is of a try that was interrupted.
Status KeyValueGraph::IndexTexts() {
  std::vector<Write> old;
  for (const std::string& prefix : keys::AllOfTextIndex()) {
    const auto remove = [&](std::string_view key, std::string_view) {
      old.push_back({Family::kDerived, std::string(key), std::nullopt});
      return true;
    };
    if (const Status read = store_->Scan(Family::kDerived, prefix, remove); !read) return read;
  }
  Status done = old.empty() ? Status() : store_->Commit(std::move(old));
  const std::vector<std::uint64_t> documents = All(NodeKind::kDocument);
  for (std::size_t i = 0; done && i < documents.size(); ++i) {
    if (i % kTextsInSegment == 0) store_->Hold();
    done = IndexText(DocumentId{documents[i]});
    const bool last = i + 1 == documents.size() || (i + 1) % kTextsInSegment == 0;
    if (done && last) done = store_->Release(HeldAs::kCommit);
  }
  ForgetPacks();
  return done ? Health() : done;
}

}  // namespace claimgraph
