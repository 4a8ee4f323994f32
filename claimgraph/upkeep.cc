// How identifiers are kept:
//   1. before a change, the anchors of each identifier that the old version or the
//      new one prints are noted, as they were when the step began;
//   2. a document that is at odds with them is touched at once, and most identifiers
//      are done with that: they had two anchors, and new entries come after those;
//   3. at the end of the step the anchors of the others are looked up again; where
//      they are not the same, every entry that prints the identifier is looked at.
// Circles: those through the document before it changes are touched, and at the end
// of the step those through any document that changed.

#include "claimgraph/upkeep.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "claimgraph/recompute.h"
#include "core/json.h"
#include "core/numbered_name.h"
#include "core/text/work_names.h"
#include "importers/importer.h"
#include "queries/graph_view.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

// Which work an entry leads to is nothing that a finding says.
bool IsSame(const std::optional<Reference>& a, const std::optional<Reference>& b) {
  if (!a || !b) return !a && !b;
  if (a->id != b->id) return false;
  Reference same_work = *b;
  same_work.work = a->work;
  return same_work == *a;
}

bool IsAtOdds(const Reference& entry, DocumentId document, const Anchors& anchors) {
  const Reference* other = anchors.Against(document);
  return other && AreAtOdds(entry, *other);
}

// Others find a document under these (OwnWorks in queries/graph_view.h).
bool CanNameADocument(std::string_view name) {
  return name.starts_with("doi:") || name.starts_with("url:");
}

// A document that refers to `work`, by an entry or without one.
DocumentId AnyDocumentOf(const GraphReader& store, WorkId work) {
  for (const NodeRef entry : store.FirstNeighbours(Node(work), EdgeKind::kDescribes, Way::kIn, 1)) {
    const Result<Reference> reference = store.FindReference(ReferenceId{entry.id});
    if (reference) return reference->document;
  }
  for (const EdgeKind kind : {EdgeKind::kPresents, EdgeKind::kLists}) {
    const std::vector<NodeRef> documents = store.FirstNeighbours(Node(work), kind, Way::kIn, 1);
    if (!documents.empty()) return DocumentId{documents.front().id};
  }
  // Tied to a claim by a reviewer.
  for (const NodeRef line : store.FirstNeighbours(Node(work), EdgeKind::kRestsOn, Way::kIn, 1)) {
    const Result<EvidenceLine> tie = store.FindEvidenceLine(EvidenceLineId{line.id});
    if (tie) return tie->document;
  }
  return {};
}

}  // namespace

Result<Put> Upkeep::Put(const DocumentGraph& graph) {
  const DocumentId old{store_.Named("source:" + graph.document.source).id};
  if (IsSet(old)) NoteGoing(old);
  const bool at_odds = NoteComing(graph, old);
  NoteContested(graph);
  const std::set<WorkId> learned = LearnedNames(graph);
  for (const Record& record : graph.records) {
    if (IsSet(record.work)) NoteRecord(graph.works[Raw(record.work) - 1]);
  }
  Result<claimgraph::Put> put = store_.PutDocument(graph);
  if (!put) return put;
  changed_.insert(put->document);
  if (!graph.decisions.empty()) {
    NoteDecisions(graph.decisions);
  } else if (Book().Knows(graph.document.source)) {
    touched_.insert(put->document);
  }
  for (const Work& work : graph.works) NoteDecided(work);
  for (const WorkId work : learned) NoteCiting(work);
  // Where a text has records, its verdicts and findings are the store's to give.
  if (at_odds || HasRecordsFor(store_, graph)) touched_.insert(put->document);
  return CloseGaps().map([&] { return *put; });
}

Status Upkeep::Remove(std::string_view source) {
  const DocumentId old{store_.Named("source:" + std::string(source)).id};
  if (IsSet(old)) NoteGoing(old);
  return store_.RemoveDocument(source).and_then([&] { return CloseGaps(); });
}

Result<Put> Upkeep::Adopt(const DocumentGraph& graph) {
  NoteContested(graph);
  return store_.PutDocument(graph);
}

Upkeep::Noted& Upkeep::Note(std::string_view name) {
  const auto [at, is_new] = noted_.try_emplace(std::string(name));
  if (is_new) {
    Anchors anchors = FindAnchors(store_, name);
    if (anchors.first) at->second.before = std::make_unique<const Anchors>(std::move(anchors));
  }
  return at->second;
}

// Also the identifiers of the works that it refers to and does not print: its entries
// stand among the first of that work, or not any more (kEntriesRead).
void Upkeep::NoteGoing(DocumentId document) {
  std::set<std::string, std::less<>> names;
  const auto add_names_of = [&](WorkId id) {
    const Result<Work> work = store_.FindWork(id);
    if (!work) return;
    NoteDecided(*work);
    for (const std::string& name : work->names) {
      if (IsIdentifierName(name)) names.emplace(UnnumberedName(name));
    }
  };
  for (const NodeRef node : store_.Neighbours(Node(document), EdgeKind::kHasReference, Way::kOut)) {
    const Result<Reference> entry = store_.FindReference(ReferenceId{node.id});
    if (!entry) continue;
    for (PrintedIdentifier& printed : PrintedIdentifiers(*entry)) {
      names.insert(std::move(printed.name));
    }
    if (IsSet(entry->work)) add_names_of(entry->work);
  }
  for (const EdgeKind kind : {EdgeKind::kPresents, EdgeKind::kLists}) {
    for (const NodeRef work : store_.Neighbours(Node(document), kind, Way::kOut)) {
      add_names_of(WorkId{work.id});
    }
  }
  for (const std::string& name : names) {
    Note(name).moves = true;
    if (store_.Named(NumberedName(name, 2)).id != 0) contested_.insert(name);
  }
  NoteCircles({document});
  for (const NodeRef node : store_.Neighbours(Node(document), EdgeKind::kHasRecord, Way::kOut)) {
    for (const NodeRef work : store_.Neighbours(node, EdgeKind::kRecords, Way::kOut)) {
      const Result<Work> described = store_.FindWork(WorkId{work.id});
      if (described) NoteRecord(*described);
    }
  }
  std::vector<Decision> decisions;
  for (const NodeRef node : store_.Neighbours(Node(document), EdgeKind::kHasDecision, Way::kOut)) {
    if (Result<Decision> decision = store_.FindDecision(DecisionId{node.id})) {
      decisions.push_back(std::move(*decision));
    }
  }
  if (!decisions.empty()) NoteDecisions(decisions);
}

const DecisionBook& Upkeep::Book() {
  if (!book_) book_.emplace(store_);
  return *book_;
}

void Upkeep::TouchSource(const std::string& source) {
  const DocumentId document{store_.Named("source:" + source).id};
  if (IsSet(document)) touched_.insert(document);
}

// `decisions` come or go.  Their documents are found one by one, without the book:
// a merge of two stores brings thousands.
void Upkeep::NoteDecisions(const std::vector<Decision>& decisions) {
  for (const Decision& decision : decisions) TouchSource(SourceOf(decision));
  book_.reset();
}

// Of the document that a decision is about; that of the undone one for an undoing.  A
// decision undoes only what came before it.
std::string Upkeep::SourceOf(Decision decision) const {
  std::uint64_t below = std::numeric_limits<std::uint64_t>::max();
  while (decision.kind == DecisionKind::kUndo) {
    const std::optional<NodeRef> undone = ParseId(decision.value);
    if (!undone || undone->kind != NodeKind::kDecision || undone->id >= below) return {};
    below = undone->id;
    Result<Decision> found = store_.FindDecision(DecisionId{below});
    if (!found) return {};
    decision = *std::move(found);
  }
  return decision.source;
}

// A work that decisions name comes, goes or is told more of.
void Upkeep::NoteDecided(const Work& work) {
  if (Book().empty()) return;
  for (const std::string& name : work.names) {
    for (const std::string& source : Book().Naming(name)) TouchSource(source);
  }
}

// Everything that prints a name of what a record describes may be judged otherwise now.
void Upkeep::NoteRecord(const Work& described) {
  if (store_.LastId(NodeKind::kReference) == 0 && Book().empty()) return;
  std::set<std::string> names;
  for (const std::string& name : described.names) names.emplace(UnnumberedName(name));
  AddTitlesNear(described.title, described.year, &names);
  for (const std::string& name : names) {
    for (const NodeRef work : WorksNamed(store_, name)) {
      for (const NodeRef entry : store_.Neighbours(work, EdgeKind::kDescribes, Way::kIn)) {
        const Result<Reference> reference = store_.FindReference(ReferenceId{entry.id});
        if (reference) touched_.insert(reference->document);
      }
      if (!Book().empty()) NoteTied(WorkId{work.id});
    }
  }
}

// Claims that a reviewer tied to a work rest on it without an entry.
void Upkeep::NoteTied(WorkId work) {
  for (const NodeRef node : store_.Neighbours(Node(work), EdgeKind::kRestsOn, Way::kIn)) {
    const Result<EvidenceLine> line = store_.FindEvidenceLine(EvidenceLineId{node.id});
    if (line) touched_.insert(line->document);
  }
}

// A number may be free as soon as the old version of its document goes.
void Upkeep::NoteContested(const DocumentGraph& graph) {
  for (const Work& work : graph.works) {
    for (const std::string& name : work.names) {
      const std::string_view unnumbered = UnnumberedName(name);
      if (unnumbered != name) contested_.emplace(unnumbered);
    }
  }
}

// Whether the document is at odds with itself, or with what was there before the step.
bool Upkeep::NoteComing(const DocumentGraph& graph, DocumentId old) {
  ++changes_;
  bool at_odds = false;
  std::unordered_map<std::string, const Reference*> first;
  for (const Reference& entry : graph.references) {
    for (const PrintedIdentifier& printed : PrintedIdentifiers(entry)) {
      const auto [at, is_new] = first.try_emplace(printed.name, &entry);
      at_odds |= !is_new && AreAtOdds(entry, *at->second);
      Noted& noted = Note(printed.name);
      at_odds |= noted.before && IsAtOdds(entry, old, *noted.before);
      const bool is_second = noted.printed_by != 0 && noted.printed_by != changes_;
      noted.printed_by = changes_;
      noted.moves |= noted.before ? !noted.before->second : is_second;
      // An entry that keeps its id may come before the anchors.
      noted.moves |= IsSet(old);
    }
    if (!IsSet(old) || !IsSet(entry.work)) continue;
    for (const std::string& name : graph.works[Raw(entry.work) - 1].names) {
      if (IsIdentifierName(name)) Note(UnnumberedName(name)).moves = true;
    }
  }
  return at_odds;
}

// Works of the store that get a name by which documents may be cited.
std::set<WorkId> Upkeep::LearnedNames(const DocumentGraph& graph) const {
  std::set<WorkId> learned;
  for (std::size_t i = 0; i < graph.known_works.size(); ++i) {
    if (!IsSet(graph.known_works[i])) continue;
    const Result<Work> stored = store_.FindWork(graph.known_works[i]);
    if (!stored) continue;
    const bool learns = std::ranges::any_of(graph.works[i].names, [&](const std::string& name) {
      return CanNameADocument(name) &&
             std::ranges::find(stored->names, name) == stored->names.end();
    });
    if (learns) learned.insert(stored->id);
  }
  return learned;
}

// Documents that lead to whatever documents `work` is the name of now.
void Upkeep::NoteCiting(WorkId work) {
  for (const NodeRef entry :
       store_.FirstNeighbours(Node(work), EdgeKind::kDescribes, Way::kIn, kCitingSeen)) {
    const Result<Reference> reference = store_.FindReference(ReferenceId{entry.id});
    if (reference) changed_.insert(reference->document);
  }
  for (const NodeRef document :
       store_.FirstNeighbours(Node(work), EdgeKind::kLists, Way::kIn, kCitingSeen)) {
    changed_.insert(DocumentId{document.id});
  }
}

void Upkeep::NoteCircles(const std::set<DocumentId>& through) {
  if (through.empty()) return;
  const std::vector<DocumentId> from(through.begin(), through.end());
  for (const std::vector<DocumentId>& circle :
       CitationCircles(store_, from, kCircleLimit + from.size())) {
    const bool passes =
        std::ranges::any_of(circle, [&](DocumentId d) { return through.contains(d); });
    if (passes) touched_.insert(circle.begin(), circle.end());
  }
}

Status Upkeep::CloseGaps() {
  for (const std::string& name : std::exchange(contested_, {})) {
    for (const std::size_t number : {1, 2}) {
      if (const Status taken = TakeOver(name, number); !taken) return taken;
    }
  }
  return {};
}

// Gives the first or second number of an identifier, if it is free, to a work that has
// a higher one (core/numbered_name.h).
Status Upkeep::TakeOver(const std::string& name, std::size_t number) {
  const std::string form = NumberedName(name, number);
  if (store_.Named(form).id != 0) return {};
  const NodeRef first = store_.Named(name);
  for (std::size_t higher = number + 1; higher <= kMostNumbered; ++higher) {
    const NodeRef work = store_.Named(NumberedName(name, higher));
    if (work.id != 0 && work != first) return GiveName(WorkId{work.id}, form);
  }
  return {};
}

// Names come with documents: one that refers to the work is put again.
Status Upkeep::GiveName(WorkId work, const std::string& name) {
  Result<DocumentGraph> graph = LoadDocumentGraph(store_, AnyDocumentOf(store_, work));
  if (!graph) return tl::unexpected(graph.error());
  MakeLocal(&*graph);
  const auto at = std::ranges::find(graph->known_works, work);
  if (at == graph->known_works.end()) return {};
  graph->works[at - graph->known_works.begin()].names.push_back(name);
  return store_.PutDocument(*graph).map([&](const claimgraph::Put&) { NoteCiting(work); });
}

Status Upkeep::Judge() {
  if (Status closed = CloseGaps(); !closed) return closed;
  NoteCircles(std::exchange(changed_, {}));
  for (const auto& [name, noted] : std::exchange(noted_, {})) {
    if (!noted.moves) continue;
    const Anchors before = noted.before ? *noted.before : Anchors{};
    NoteAtOdds(name, before, FindAnchors(store_, name));
  }
  Status done;
  for (const DocumentId document : std::exchange(touched_, {})) {
    const Result<Document> header = store_.FindDocumentHeader(document);
    if (!header && header.error().code == ErrorCode::kNotFound) continue;  // it was removed
    const Status judged = header ? JudgeAgain(document) : Status(tl::unexpected(header.error()));
    if (done && !judged) done = judged;  // the others are judged nevertheless
  }
  return done ? store_.Health() : done;
}

// What findings across documents rest on (identifiers, citations) is in no vocabulary, so
// that no document touches another.
Status Upkeep::ReadAgain() {
  for (const std::uint64_t id : store_.All(NodeKind::kDocument)) {
    const Result<DocumentGraph> graph = LoadDocumentGraph(store_, DocumentId{id});
    if (!graph) return tl::unexpected(graph.error());
    if (IsRecorded(*graph)) continue;
    const Result<claimgraph::Put> put =
        store_.PutDocument(Recompute(store_, *nothing_, *graph, Book()));
    if (!put) return tl::unexpected(put.error());
  }
  return store_.Health();
}

// The documents with an entry that was at odds with what it was held against, or is.
void Upkeep::NoteAtOdds(const std::string& name, const Anchors& before, const Anchors& after) {
  if (!before.second && !after.second) return;
  if (IsSame(before.first, after.first) && IsSame(before.second, after.second)) return;
  for (const NodeRef work : WorksNamed(store_, name)) {
    for (const NodeRef entry : store_.Neighbours(work, EdgeKind::kDescribes, Way::kIn)) {
      const Result<Reference> reference = store_.FindReference(ReferenceId{entry.id});
      if (!reference || !Prints(*reference, name)) continue;
      const DocumentId document = reference->document;
      if (IsAtOdds(*reference, document, before) || IsAtOdds(*reference, document, after)) {
        touched_.insert(document);
      }
    }
  }
}

Status Upkeep::JudgeAgain(DocumentId document) {
  Result<DocumentGraph> graph = LoadDocumentGraph(store_, document);
  if (!graph) return tl::unexpected(graph.error());
  if (IsRecorded(*graph)) return {};
  // Records and decisions can have come or gone; a store that has none at all had none.
  if (store_.LastId(NodeKind::kRecord) != 0 || store_.LastId(NodeKind::kDecision) != 0) {
    const DocumentGraph fresh = Recompute(store_, *nothing_, *graph, Book());
    return store_.PutDocument(fresh).map([](const claimgraph::Put&) {});
  }
  FindAgain(store_, &*graph);
  MakeLocal(&*graph);
  return store_.PutDocument(*graph).map([](const claimgraph::Put&) {});
}

}  // namespace claimgraph
