#include "claimgraph/decision_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/json.h"
#include "core/numbered_name.h"
#include "core/text/decision_words.h"
#include "core/undone.h"
#include "queries/rules/support.h"

namespace claimgraph {

DecisionBook::DecisionBook(const GraphReader& reader) {
  if (reader.LastId(NodeKind::kDecision) == 0) return;
  for (const std::uint64_t id : reader.All(NodeKind::kDecision)) {
    Result<Decision> decision = reader.FindDecision(DecisionId{id});
    if (decision) all_.push_back(std::move(*decision));
  }
  undone_ = UndoneAmong(all_);
  for (const Decision& decision : all_) {
    if (decision.kind == DecisionKind::kUndo) continue;
    sources_.insert(decision.source);
    if (undone_.contains(decision.id)) continue;
    by_source_[decision.source].push_back(decision);
    if (decision.kind == DecisionKind::kLink || decision.kind == DecisionKind::kReject) {
      by_work_[std::string(UnnumberedName(decision.value))].insert(decision.source);
    }
  }
}

const Decision* DecisionBook::Find(std::string_view id) const {
  const std::optional<NodeRef> node = ParseId(id);
  if (!node || node->kind != NodeKind::kDecision) return nullptr;
  const auto at = std::ranges::lower_bound(all_, DecisionId{node->id}, {}, &Decision::id);
  return at != all_.end() && Node(at->id) == *node ? &*at : nullptr;
}

const std::vector<Decision>& DecisionBook::About(std::string_view source) const {
  static const std::vector<Decision> kNone;
  const auto at = by_source_.find(source);
  return at == by_source_.end() ? kNone : at->second;
}

const std::set<std::string>& DecisionBook::Naming(std::string_view name) const {
  static const std::set<std::string> kNone;
  const auto at = by_work_.find(UnnumberedName(name));
  return at == by_work_.end() ? kNone : at->second;
}

// Each undoing names a decision before it, so that this ends.  One that is about to be
// put has no id yet.
std::string DecisionBook::SourceOf(const Decision& decision) const {
  const Decision* at = &decision;
  while (at->kind == DecisionKind::kUndo) {
    const Decision* target = Find(at->value);
    const bool is_before = target != nullptr && (!IsSet(at->id) || target->id < at->id);
    if (!is_before) return {};
    at = target;
  }
  return at->source;
}

std::string WordsAt(const Finding& finding, const DocumentGraph& graph) {
  if (const Claim* claim = FindById(graph.claims, finding.claim)) return claim->text;
  if (!finding.citations.empty()) {
    if (const auto* c = FindById(graph.citations, finding.citations.front())) return c->text;
  }
  if (!finding.references.empty()) {
    if (const auto* r = FindById(graph.references, finding.references.front())) return r->text;
  }
  if (!finding.file.empty()) return {};
  const OffsetMap& map = graph.document.map;
  return std::string(
      graph.document.Words({map.TextAt(finding.span.begin), map.TextAt(finding.span.end)}));
}

void Dismiss(const std::vector<Decision>& decisions, DocumentGraph* graph,
             std::vector<Misfit>* misfits) {
  const bool any = std::ranges::any_of(
      decisions, [](const Decision& d) { return d.kind == DecisionKind::kDismiss; });
  if (!any) return;
  std::vector<std::string> words;
  for (const Finding& finding : graph->findings) words.push_back(WordsAt(finding, *graph));
  std::vector<bool> dismissed(graph->findings.size(), false);
  for (const Decision& decision : decisions) {
    if (decision.kind != DecisionKind::kDismiss) continue;
    std::vector<std::string_view> places;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (graph->findings[i].rule != decision.value) continue;
      places.emplace_back(words[i]);
      indices.push_back(i);
    }
    if (const auto at = FitQuote(decision, places)) {
      dismissed[indices[*at]] = true;
    } else if (misfits != nullptr) {
      misfits->push_back({decision, fmt::format("{} finds nothing at these words of {}",
                                                decision.value, decision.source)});
    }
  }
  std::vector<Finding> kept;
  for (std::size_t i = 0; i < dismissed.size(); ++i) {
    if (!dismissed[i]) kept.push_back(std::move(graph->findings[i]));
  }
  graph->findings = std::move(kept);
}

void FindMisfits(const std::vector<Decision>& decisions, const GraphReader& store,
                 const DocumentGraph& graph, std::vector<Misfit>* misfits) {
  std::vector<std::string_view> claims;
  for (const Claim& claim : graph.claims) claims.emplace_back(claim.text);
  for (const Decision& decision : decisions) {
    if (decision.kind == DecisionKind::kDismiss || decision.kind == DecisionKind::kUndo) continue;
    if (!FitQuote(decision, claims)) {
      misfits->push_back({decision, fmt::format("no claim of {} reads so", decision.source)});
    } else if (decision.kind == DecisionKind::kLink && store.Named(decision.value).id == 0) {
      misfits->push_back({decision, fmt::format("the store has no work {} now", decision.value)});
    }
  }
}

void AppendOrphans(const DecisionBook& book, const GraphReader& store,
                   std::vector<Misfit>* misfits) {
  for (const auto& [source, decisions] : book.by_source()) {
    if (store.Named("source:" + source).id != 0) continue;
    for (const Decision& decision : decisions) {
      misfits->push_back({decision, fmt::format("{} is not in the store", source)});
    }
  }
}

}  // namespace claimgraph
