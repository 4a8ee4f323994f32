#include "claimgraph/decide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <utility>

#include "claimgraph/decision_book.h"
#include "claimgraph/explain.h"
#include "claimgraph/files.h"
#include "claimgraph/recompute.h"
#include "claimgraph/store_vocabulary.h"
#include "claimgraph/stored_sources.h"
#include "claimgraph/upkeep.h"
#include "core/json.h"
#include "core/text/decision_words.h"
#include "core/text/normalize.h"
#include "core/text/utc_time.h"
#include "core/text/utf8.h"
#include "importers/extraction/concept_set.h"
#include "importers/linking/decided_sources.h"
#include "queries/graph/nodes.h"
#include "queries/json_writer.h"
#include "queries/query.h"
#include "queries/reports/text.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

std::string Words(const std::string& given) { return Tidy(DecodeText(given).text); }

// A request on its way to a decision.
class Maker {
 public:
  Maker(const DecisionRequest& request, const GraphReader& reader)
      : request_(request), reader_(reader), book_(reader) {}

  Result<Decision> Run() {
    decision_.kind = request_.kind;
    decision_.when = request_.when;
    decision_.who = Words(request_.who);
    decision_.why = Words(request_.why);
    Status status = CheckWhoAndWhy();
    if (status && request_.kind != DecisionKind::kUndo) status = FindTarget();
    if (status) status = SetValue();
    if (!status) return tl::unexpected(status.error());
    return std::move(decision_);
  }

 private:
  static tl::unexpected<Error> Wrong(std::string message) {
    return Fail(ErrorCode::kInvalidArgument, std::move(message));
  }

  Status CheckWhoAndWhy() const {
    if (decision_.who.empty()) return Wrong("who decides? give --who NAME, or set CLAIMGRAPH_WHO");
    if (decision_.why.empty()) return Wrong("a decision needs its reason: --why \"...\"");
    if (!IsUtcTime(decision_.when)) {
      return Wrong(fmt::format("\"{}\" is no time like 2026-03-01T09:30:00Z", decision_.when));
    }
    return {};
  }

  bool WantsFinding() const { return request_.kind == DecisionKind::kDismiss; }

  Status FindTarget() {
    const Result<NodeRef> target = Target();
    if (!target) return tl::unexpected(target.error());
    return target->kind == NodeKind::kFinding ? AtFinding(FindingId{target->id})
                                              : AtClaim(ClaimId{target->id});
  }

  Result<NodeRef> Target() const {
    if (const std::optional<Place> place = ParsePlace(request_.target)) return TargetAt(*place);
    const std::optional<NodeRef> node = ParseId(request_.target);
    const NodeKind wanted = WantsFinding() ? NodeKind::kFinding : NodeKind::kClaim;
    if (node && node->kind == wanted) return *node;
    return Wrong(fmt::format("\"{}\" is no {}, nor a place (draft.md:12)", request_.target,
                             WantsFinding() ? "finding (f3)" : "claim (c12)"));
  }

  // The one claim or finding there, in the file that was imported.
  Result<NodeRef> TargetAt(const Place& place) const {
    const std::string source = DocumentPath(place.path);
    const NodeRef node = reader_.Named("source:" + source);
    if (node.id == 0) return Fail(ErrorCode::kNotFound, source + " is not in the store");
    const Result<DocumentGraph> graph = LoadDocumentGraph(reader_, DocumentId{node.id});
    if (!graph) return tl::unexpected(graph.error());
    StoredSources stored(reader_);
    const Sources& sources = stored.Of(graph->document);
    const auto file = sources.find(source);
    if (file == sources.end()) {
      return Wrong(source + " is not what was imported; import it again, or give an id");
    }
    const Span bytes = BytesOf(file->second, place);
    std::vector<std::string> found;
    for (const Claim& claim : graph->claims) {
      if (!WantsFinding() && Overlaps(claim.span, bytes)) found.push_back(IdText(claim.id));
    }
    for (const Finding& finding : graph->findings) {
      const bool here = finding.file.empty() && Overlaps(finding.span, bytes);
      if (WantsFinding() && here) found.push_back(IdText(finding.id));
    }
    const std::string_view what = WantsFinding() ? "finding" : "claim";
    if (found.empty()) {
      return Fail(ErrorCode::kNotFound,
                  fmt::format("{}:{}: no {} stands here", source, place.line, what));
    }
    if (found.size() > 1) {
      return Wrong(fmt::format("{}:{}: more than one {} stands here; give one of {}", source,
                               place.line, what, fmt::join(found, ", ")));
    }
    return *ParseId(found.front());
  }

  tl::unexpected<Error> NoSuchTarget() const {
    return Fail(ErrorCode::kNotFound, fmt::format("there is no {}", request_.target));
  }

  Status AtClaim(ClaimId id) {
    const Result<Claim> claim = reader_.FindClaim(id);
    if (!claim) return NoSuchTarget();
    const Result<DocumentGraph> graph = LoadDocumentGraph(reader_, claim->document);
    if (!graph) return tl::unexpected(graph.error());
    decision_.source = graph->document.source;
    decision_.quote = claim->text;
    for (const Claim& other : graph->claims) {
      if (other.id == id) break;
      decision_.nth += other.text == claim->text;
    }
    return {};
  }

  Status AtFinding(FindingId id) {
    const Result<Finding> finding = reader_.FindFinding(id);
    if (!finding) return NoSuchTarget();
    const Result<DocumentGraph> graph = LoadDocumentGraph(reader_, finding->document);
    if (!graph) return tl::unexpected(graph.error());
    decision_.source = graph->document.source;
    decision_.value = finding->rule;
    decision_.quote = WordsAt(*finding, *graph);
    for (const Finding& other : graph->findings) {
      if (other.id == id) break;
      decision_.nth += other.rule == finding->rule && WordsAt(other, *graph) == decision_.quote;
    }
    CountDismissed();
    return {};
  }

  // Those like it that were dismissed before are not in the store, but were found.
  void CountDismissed() {
    std::vector<std::uint32_t> dismissed;
    for (const Decision& before : book_.About(decision_.source)) {
      if (before.kind == DecisionKind::kDismiss && before.value == decision_.value &&
          before.quote == decision_.quote) {
        dismissed.push_back(before.nth);
      }
    }
    std::ranges::sort(dismissed);
    for (const std::uint32_t nth : dismissed) decision_.nth += nth <= decision_.nth;
  }

  Status SetValue() {
    switch (request_.kind) {
      case DecisionKind::kLink:
      case DecisionKind::kReject:
        return SetWork();
      case DecisionKind::kVerdict:
        return SetVerdict();
      case DecisionKind::kDismiss:
        return {};
      case DecisionKind::kUndo:
        return SetUndone();
    }
    return {};
  }

  Status SetWork() {
    constexpr std::array kWorks = {NodeKind::kWork};
    NodeRef node = reader_.Named(request_.value);
    if (node.id == 0 || node.kind != NodeKind::kWork) {
      const Result<NodeRef> found = FindNode(reader_, request_.value, kWorks);
      if (!found) return tl::unexpected(found.error());
      node = *found;
    }
    const Result<Work> work = reader_.FindWork(WorkId{node.id});
    if (!work) return tl::unexpected(work.error());
    if (work->names.empty()) return Wrong(IdText(node) + " has no name to remember it by");
    decision_.value = work->names.front();
    // The best known name: others may lead elsewhere one day.
    for (const std::string_view prefix : {"pmid:", "doi:"}) {
      const auto at = std::ranges::find_if(
          work->names, [&](const std::string& name) { return name.starts_with(prefix); });
      if (at != work->names.end()) decision_.value = *at;
    }
    return {};
  }

  Status SetVerdict() {
    const std::optional<Verdict> verdict = ParseVerdict(request_.value);
    if (!verdict) return Wrong(fmt::format("\"{}\" is no verdict", request_.value));
    decision_.value = Name(*verdict);
    return {};
  }

  Status SetUndone() {
    const std::optional<NodeRef> node = ParseId(request_.value);
    if (!node || node->kind != NodeKind::kDecision) {
      return Wrong(fmt::format("\"{}\" is no decision (n3)", request_.value));
    }
    if (!reader_.FindDecision(DecisionId{node->id})) {
      return Fail(ErrorCode::kNotFound, fmt::format("there is no {}", request_.value));
    }
    if (!book_.Counts(DecisionId{node->id})) {
      return Wrong(fmt::format("{} was undone before", request_.value));
    }
    decision_.value = request_.value;
    return {};
  }

  const DecisionRequest& request_;
  const GraphReader& reader_;
  const DecisionBook book_;
  Decision decision_{};
};

std::string State(const ListedDecision& listed) {
  if (IsSet(listed.undone_by)) return "undone by " + IdText(listed.undone_by);
  return listed.misfit.empty() ? std::string() : "no longer fits: " + listed.misfit;
}

std::string Line(const Decision& d, std::string_view document) {
  return fmt::format("{} {} {}: {}: {}{}{}", IdText(d.id), d.when, d.who, document, Name(d.kind),
                     d.value.empty() ? "" : " ", d.value);
}

void AddMisfitsOf(const GraphReader& reader, const DecisionBook& book, const std::string& source,
                  std::map<DecisionId, std::string>* why) {
  const NodeRef node = reader.Named("source:" + source);
  if (node.id == 0) return;
  const Result<DocumentGraph> stored = LoadDocumentGraph(reader, DocumentId{node.id});
  if (!stored) return;
  const std::unique_ptr<GraphStore> nothing = NewMemoryStore();
  std::vector<Misfit> misfits;
  Recompute(reader, *nothing, *stored, book, &misfits);
  for (const Misfit& misfit : misfits) (*why)[misfit.decision.id] = misfit.why;
}

// What undid each decision that was undone: the last to do so.
std::map<DecisionId, DecisionId> Undoings(const DecisionBook& book) {
  std::map<DecisionId, DecisionId> undone_by;
  for (const Decision& decision : book.all()) {
    if (decision.kind != DecisionKind::kUndo || !book.Counts(decision.id)) continue;
    if (const auto target = ParseId(decision.value)) {
      undone_by[DecisionId{target->id}] = decision.id;
    }
  }
  return undone_by;
}

bool IsAbout(const Decision& decision, const DocumentGraph& graph, const Claim* claim,
             const Finding* finding) {
  if (claim != nullptr) {
    std::vector<std::string_view> words;
    for (const Claim& other : graph.claims) words.emplace_back(other.text);
    const auto at = FitQuote(decision, words);
    return at && graph.claims[*at].id == claim->id;
  }
  const std::string words = WordsAt(*finding, graph);
  return decision.value == finding->rule && FitQuote(decision, {words}).has_value();
}

}  // namespace

Result<Decision> Decide(const DecisionRequest& request, GraphStore* store) {
  Result<ConceptSetPtr> concepts = VocabularyOf(*store);
  if (!concepts) return tl::unexpected(concepts.error());
  const VocabularyInUse in_use(*std::move(concepts));
  Result<Decision> decision = Maker(request, *store).Run();
  if (!decision) return decision;
  DocumentGraph graph;
  const std::uint64_t number = store->LastId(NodeKind::kDecision) + 1;
  graph.document.source = fmt::format("decision:{}", number);
  graph.document.format = Format::kDecision;
  graph.decisions.push_back(*decision);
  Upkeep upkeep(store);
  store->Hold();
  const Result<Put> put = upkeep.Put(graph);
  Status judged = put ? upkeep.Judge() : Status(tl::unexpected(put.error()));
  const Status released = store->Release(HeldAs::kCommit);
  if (!judged) return tl::unexpected(judged.error());
  if (!released) return tl::unexpected(released.error());
  decision->id = DecisionId{number};
  decision->document = put->document;
  return decision;
}

Result<std::vector<ListedDecision>> ListDecisions(const GraphReader& reader,
                                                  std::string_view document) {
  Result<ConceptSetPtr> concepts = VocabularyOf(reader);
  if (!concepts) return tl::unexpected(concepts.error());
  const VocabularyInUse in_use(*std::move(concepts));
  const DecisionBook book(reader);
  const std::map<DecisionId, DecisionId> undone_by = Undoings(book);
  std::vector<Misfit> orphans;
  AppendOrphans(book, reader, &orphans);
  std::map<DecisionId, std::string> why;
  for (const Misfit& orphan : orphans) why[orphan.decision.id] = orphan.why;
  for (const auto& [source, decisions] : book.by_source()) {
    if (document.empty() || source == document) AddMisfitsOf(reader, book, source, &why);
  }
  std::vector<ListedDecision> listed;
  for (const Decision& decision : book.all()) {
    ListedDecision one{.decision = decision, .document = book.SourceOf(decision)};
    if (!document.empty() && one.document != document) continue;
    if (const auto at = undone_by.find(decision.id); at != undone_by.end()) {
      one.undone_by = at->second;
    }
    if (const auto at = why.find(decision.id); at != why.end()) one.misfit = at->second;
    listed.push_back(std::move(one));
  }
  if (const Status health = reader.Health(); !health) return tl::unexpected(health.error());
  return listed;
}

void WriteDecisions(const std::vector<ListedDecision>& decisions, std::ostream& out) {
  for (const ListedDecision& listed : decisions) {
    const Decision& d = listed.decision;
    out << Printable(Line(d, listed.document)) << '\n';
    if (!d.quote.empty()) out << "  \"" << Printable(d.quote) << "\"\n";
    out << "  why: " << Printable(d.why) << '\n';
    if (const std::string state = State(listed); !state.empty()) {
      out << "  decision " << IdText(d.id) << (IsSet(listed.undone_by) ? " was " : " ")
          << Printable(state) << '\n';
    }
  }
}

void WriteDecisionsJson(const std::vector<ListedDecision>& decisions, std::ostream& out) {
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("schema", "claimgraph/decisions/1");
  writer.BeginArray("decisions");
  for (const ListedDecision& listed : decisions) {
    Json json = ToJson(listed.decision);
    json["about"] = listed.document;
    json["undone_by"] = IsSet(listed.undone_by) ? Json(IdText(listed.undone_by)) : Json(nullptr);
    json["misfit"] = listed.misfit;
    writer.Element(json);
  }
  writer.EndArray();
  writer.EndObject();
}

std::string DecisionsOn(const GraphReader& reader, const DocumentGraph& graph, NodeRef target) {
  const DecisionBook book(reader);
  if (!book.Knows(graph.document.source)) return {};
  const auto finding =
      std::ranges::find_if(graph.findings, [&](const Finding& f) { return Node(f.id) == target; });
  const bool is_finding = finding != graph.findings.end();
  const NodeRef wanted = is_finding ? Node(finding->claim) : target;
  const auto claim =
      std::ranges::find_if(graph.claims, [&](const Claim& c) { return Node(c.id) == wanted; });
  const Claim* about = claim == graph.claims.end() ? nullptr : &*claim;
  if (about == nullptr && !is_finding) return {};
  const std::map<DecisionId, DecisionId> undone_by = Undoings(book);
  std::string page;
  for (const Decision& decision : book.all()) {
    if (decision.kind == DecisionKind::kUndo || decision.source != graph.document.source) continue;
    if (!IsAbout(decision, graph, about, is_finding ? &*finding : nullptr)) continue;
    const auto undone = undone_by.find(decision.id);
    page += "  " +
            Printable(fmt::format("{} {}{}{}; {}", Name(decision.kind), decision.value,
                                  undone == undone_by.end() ? "" : ", undone by ",
                                  undone == undone_by.end() ? "" : IdText(undone->second),
                                  Signature(decision))) +
            "\n";
  }
  return page.empty() ? page : "\nDecisions\n" + page;
}

}  // namespace claimgraph
