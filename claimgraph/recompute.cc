#include "claimgraph/recompute.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>

#include "core/numbered_name.h"
#include "core/store/graph_store.h"
#include "importers/importer.h"
#include "importers/linking/work_resolver.h"
#include "queries/rules/rules.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

bool IsOfGraphRule(const Finding& finding) {
  const Rule* rule = FindRule(finding.rule);
  return rule && rule->scope == RuleScope::kGraph;
}

void SortFindings(std::vector<Finding>* findings) {
  std::ranges::stable_sort(*findings, {},
                           [](const Finding& f) { return std::tie(f.file, f.span, f.rule); });
}

class Recomputer {
 public:
  Recomputer(const GraphReader& store, const GraphReader& nothing)
      : store_(store), nothing_(nothing) {}

  DocumentGraph Run(const DocumentGraph& stored, const std::vector<Decision>& decisions,
                    std::vector<Misfit>* misfits) const {
    const bool with_store = !decisions.empty() || HasRecordsFor(store_, stored);
    DocumentGraph fresh = ExtractAgain(stored, with_store ? &store_ : nullptr, decisions);
    fresh.findings = RunRules({fresh, nothing_}, RuleScope::kDocument);
    ResolveAsStored(stored, &fresh);
    AddWider(&fresh);
    if (misfits != nullptr) FindMisfits(decisions, store_, fresh, misfits);
    Dismiss(decisions, &fresh, misfits);
    return fresh;
  }

 private:
  // Which of several works an entry was led to, where it could be any, depends on those
  // that were there then.  So it is held only to lead to one that has its names; but
  // all works that print an identifier must be found by it.
  void ResolveAsStored(const DocumentGraph& stored, DocumentGraph* fresh) const {
    if (fresh->references.size() != stored.references.size()) return ResolveAgainst(store_, fresh);
    fresh->known_works.assign(fresh->works.size(), WorkId{});
    for (std::size_t i = 0; i < stored.references.size(); ++i) {
      const Work* held = FindById(stored.works, stored.references[i].work);
      if (!held || !IsSet(fresh->references[i].work)) continue;
      const std::size_t at = Raw(fresh->references[i].work) - 1;
      if (IsSet(fresh->known_works[at])) continue;
      fresh->known_works[at] = held->id;
      fresh->works[at].names = NamesAsHeld(*held, fresh->works[at].names);
    }
  }

  std::vector<std::string> NamesAsHeld(const Work& held,
                                       const std::vector<std::string>& names) const {
    std::vector<std::string> all;
    for (const std::string& name : names) {
      const std::string_view unnumbered = UnnumberedName(name);
      const std::size_t before = all.size();
      std::ranges::copy_if(held.names, std::back_inserter(all), [&](const std::string& form) {
        return UnnumberedName(form) == unnumbered;
      });
      if (all.size() == before && IsIdentifierName(name)) AddFreeForm(unnumbered, &all);
    }
    return all;
  }

  void AddFreeForm(std::string_view name, std::vector<std::string>* names) const {
    for (std::size_t number = 1; number <= kMostNumbered; ++number) {
      std::string form = NumberedName(name, number);
      if (store_.Named(form).id != 0) continue;
      names->push_back(std::move(form));
      return;
    }
  }

  // Graph rules look at the document where it stands, among the others: laid over
  // the store as it will be.
  void AddWider(DocumentGraph* fresh) const {
    const std::unique_ptr<GraphStore> overlay = NewOverlayStore(store_);
    const Result<Put> put = overlay->PutDocument(*fresh);
    if (!put) return;  // putting it fails again where it is asked for
    Result<DocumentGraph> wider = LoadDocumentGraph(*overlay, put->document);
    if (!wider) return;
    wider->findings.clear();
    FindAgain(*overlay, &*wider);
    if (wider->findings.empty()) return;
    MakeLocal(&*wider);
    std::ranges::move(wider->findings, std::back_inserter(fresh->findings));
    SortFindings(&fresh->findings);
  }

  const GraphReader& store_;
  const GraphReader& nothing_;
};

}  // namespace

bool IsRecorded(const DocumentGraph& graph) {
  switch (graph.document.format) {
    case Format::kRecord:
    case Format::kStudyCard:
    case Format::kDecision:
      return true;
    default:
      return false;
  }
}

DocumentGraph Recompute(const GraphReader& store, const GraphReader& nothing,
                        const DocumentGraph& stored, const DecisionBook& book,
                        std::vector<Misfit>* misfits) {
  return Recomputer(store, nothing).Run(stored, book.About(stored.document.source), misfits);
}

void FindAgain(const GraphReader& store, DocumentGraph* graph) {
  std::erase_if(graph->findings, IsOfGraphRule);
  std::ranges::move(RunRules({*graph, store}, RuleScope::kGraph),
                    std::back_inserter(graph->findings));
  SortFindings(&graph->findings);
}

}  // namespace claimgraph
