#include "claimgraph/upkeep.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "importers/linking/work_resolver.h"
#include "queries/graph_view.h"
#include "queries/rules/printed_identifiers.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

constexpr std::string_view kConflictRule = "identifier-conflict";

bool IsOfGraphRule(const Finding& finding) {
  const Rule* rule = FindRule(finding.rule);
  return rule && rule->scope == RuleScope::kGraph;
}

std::vector<Reference> ReferencesOf(const GraphReader& store, DocumentId document) {
  std::vector<Reference> references;
  for (const NodeRef node : store.Neighbours(Node(document), EdgeKind::kHasReference, Way::kOut)) {
    if (auto reference = store.FindReference(ReferenceId{node.id})) {
      references.push_back(*std::move(reference));
    }
  }
  return references;
}

// A name that was another work's, and is free since that work went.
void TakeFreeNames(DocumentGraph* graph) {
  for (const Reference& reference : graph->references) {
    if (!IsSet(reference.work)) continue;
    std::vector<std::string>& names = graph->works[Raw(reference.work) - 1].names;
    for (std::string& name : WorkNames(reference)) {
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
}

}  // namespace

void FindAgain(const GraphReader& store, DocumentGraph* graph) {
  std::erase_if(graph->findings, IsOfGraphRule);
  std::ranges::move(RunRules({*graph, store}, RuleScope::kGraph),
                    std::back_inserter(graph->findings));
  std::ranges::stable_sort(graph->findings, {},
                           [](const Finding& f) { return std::tie(f.file, f.span, f.rule); });
}

void Upkeep::After(const std::string& source) {
  // Where an anchor went, others are held against another entry now.
  for (const std::string& name : std::exchange(went_, {})) NoteAtOdds(name);
  Note(source, false);
}

void Upkeep::Note(const std::string& source, bool goes) {
  const NodeRef node = store_.Named("source:" + source);
  if (node.id == 0) return;
  NoteIdentifiers(DocumentId{node.id}, goes);
  NoteCircle(DocumentId{node.id});
}

void Upkeep::NoteIdentifiers(DocumentId document, bool goes) {
  std::set<std::string> anchored;
  for (const Reference& reference : ReferencesOf(store_, document)) {
    for (const PrintedIdentifier& printed : PrintedIdentifiers(reference)) {
      if (anchored.contains(printed.name)) continue;
      const Anchors anchors = FindAnchors(store_, printed.name);
      const Reference* other = anchors.Against(document);
      if (other && AreAtOdds(reference, *other)) touched_.insert(document);
      if (anchors.Has(document)) {
        NoteAtOdds(printed.name);
        anchored.insert(printed.name);
      }
    }
  }
  // Two entries of this document may be at odds with each other.
  if (!anchored.empty() && !goes) touched_.insert(document);
  if (!goes || anchored.empty()) return;
  went_.insert(anchored.begin(), anchored.end());
  // Entries that print the identifier but lead to another work.
  for (const FindingId id : store_.Findings(kConflictRule)) {
    const Result<Finding> finding = store_.FindFinding(id);
    if (!finding || touched_.contains(finding->document)) continue;
    for (const ReferenceId of : finding->references) {
      const Result<Reference> reference = store_.FindReference(of);
      const bool prints = reference && std::ranges::any_of(anchored, [&](const std::string& name) {
                            return Prints(*reference, name);
                          });
      if (prints) touched_.insert(finding->document);
    }
  }
}

// The documents with an entry that is at odds with the one it is held against.
void Upkeep::NoteAtOdds(const std::string& name) {
  const Anchors anchors = FindAnchors(store_, name);
  if (!anchors.second) return;
  for (const NodeRef entry :
       store_.Neighbours(store_.Named(name), EdgeKind::kDescribes, Way::kIn)) {
    const Result<Reference> reference = store_.FindReference(ReferenceId{entry.id});
    if (!reference || !Prints(*reference, name)) continue;
    const Reference* other = anchors.Against(reference->document);
    if (other && AreAtOdds(*reference, *other)) touched_.insert(reference->document);
  }
}

void Upkeep::NoteCircle(DocumentId document) {
  for (const std::vector<DocumentId>& circle : CitationCircles(store_, {document})) {
    if (std::ranges::binary_search(circle, document)) touched_.insert(circle.begin(), circle.end());
  }
}

Status Upkeep::Judge() {
  for (const DocumentId document : std::exchange(touched_, {})) {
    if (!store_.FindDocumentHeader(document)) continue;  // it was removed
    if (const Status judged = JudgeAgain(document); !judged) return judged;
  }
  return store_.Health();
}

Status Upkeep::JudgeAgain(DocumentId document) {
  Result<DocumentGraph> graph = LoadDocumentGraph(store_, document);
  if (!graph) return tl::unexpected(graph.error());
  FindAgain(store_, &*graph);
  MakeLocal(&*graph);
  TakeFreeNames(&*graph);
  return store_.PutDocument(*graph).map([](const Put&) {});
}

}  // namespace claimgraph
