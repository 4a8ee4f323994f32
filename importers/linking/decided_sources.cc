#include "importers/linking/decided_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/numbered_name.h"
#include "core/text/decision_words.h"
#include "core/text/work_names.h"

namespace claimgraph {
namespace {

// The names of a work, the one decided on and those that the store knows beside it.
std::set<std::string, std::less<>> NamesOf(const GraphReader& store, const std::string& value) {
  std::set<std::string, std::less<>> names = {std::string(UnnumberedName(value))};
  const NodeRef node = store.Named(value);
  if (node.kind != NodeKind::kWork || node.id == 0) return names;
  const Result<Work> work = store.FindWork(WorkId{node.id});
  if (!work) return names;
  for (const std::string& name : work->names) names.emplace(UnnumberedName(name));
  return names;
}

std::vector<ReferenceId> EntriesOf(const std::set<std::string, std::less<>>& names,
                                   const std::vector<Reference>& references) {
  std::vector<ReferenceId> entries;
  for (const Reference& reference : references) {
    const std::vector<std::string> printed = WorkNames(reference);
    if (std::ranges::any_of(printed, [&](const std::string& n) { return names.contains(n); })) {
      entries.push_back(reference.id);
    }
  }
  return entries;
}

Reference StandIn(const Work& work) {
  return {.origin = ReferenceOrigin::kBibFile,
          .authors = work.authors,
          .year = work.year,
          .title = work.title,
          .container = work.container,
          .doi = work.doi,
          .pmid = work.pmid,
          .pmcid = work.pmcid,
          .url = work.url,
          .design = work.design};
}

// The entries of the work that a claim is to be tied to, with one that is added where
// the article has none.
std::vector<ReferenceId> EntriesToTie(const std::string& value, const GraphReader& store,
                                      DocumentGraph* graph) {
  std::vector<ReferenceId> entries = EntriesOf(NamesOf(store, value), graph->references);
  if (!entries.empty()) return {entries.front()};
  const NodeRef node = store.Named(value);
  if (node.kind != NodeKind::kWork || node.id == 0) return {};
  const Result<Work> work = store.FindWork(WorkId{node.id});
  if (!work) return {};
  graph->references.push_back(StandIn(*work));
  graph->references.back().id = ReferenceId{graph->references.size()};
  return {graph->references.back().id};
}

bool Holds(const std::vector<DecidedSources::Tie>& ties, ClaimId claim, ReferenceId reference) {
  return std::ranges::any_of(ties, [&](const DecidedSources::Tie& tie) {
    return tie.claim == claim &&
           std::ranges::find(tie.references, reference) != tie.references.end();
  });
}

std::optional<Verdict> VerdictNamed(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Verdict::kUnverifiable); ++i) {
    if (Name(static_cast<Verdict>(i)) == name) return static_cast<Verdict>(i);
  }
  return std::nullopt;
}

bool IsAbout(const std::vector<DecidedSources::Tie>& ties, ClaimId claim) {
  return std::ranges::any_of(ties, [&](const auto& tie) { return tie.claim == claim; });
}

// What was decided before on this claim and work.
void Forget(ClaimId claim, const std::string& value, std::vector<DecidedSources::Tie>* ties) {
  std::erase_if(*ties, [&](const DecidedSources::Tie& tie) {
    return tie.claim == claim && tie.decision->value == value;
  });
}

std::vector<std::string_view> WordsOf(const std::vector<Claim>& claims) {
  std::vector<std::string_view> words;
  for (const Claim& claim : claims) words.emplace_back(claim.text);
  return words;
}

Reason ReasonOf(const Decision& decision, std::string_view does) {
  return {"decision", std::string(Name(decision.kind)), 0,
          fmt::format("{} {}; {}", decision.value, does, Signature(decision))};
}

// Where only a stand-in leads to the work, it is as the store has it.
void KeepAsStored(const DecidedSources::Tie& tie, std::size_t own_references,
                  const GraphReader& store, DocumentGraph* graph) {
  if (Raw(tie.references.front()) <= own_references) return;
  const WorkId local = graph->references[Raw(tie.references.front()) - 1].work;
  const Result<Work> work = store.FindWork(WorkId{store.Named(tie.decision->value).id});
  if (!work || !IsSet(local)) return;
  const bool shared = std::ranges::any_of(graph->references, [&](const Reference& r) {
    return r.work == local && Raw(r.id) <= own_references;
  });
  if (shared) return;
  graph->works[Raw(local) - 1] = *work;
  graph->works[Raw(local) - 1].id = local;
}

}  // namespace

std::string Signature(const Decision& decision) {
  return fmt::format("n{} by {} on {}: {}", Raw(decision.id), decision.who,
                     decision.when.substr(0, decision.when.find('T')), decision.why);
}

bool DecidedSources::Rejects(ClaimId claim, ReferenceId reference) const {
  return Holds(rejected, claim, reference);
}

bool DecidedSources::HasLink(ClaimId claim) const { return IsAbout(linked, claim); }

bool DecidedSources::HasRejection(ClaimId claim) const { return IsAbout(rejected, claim); }

DecidedSources FindDecidedSources(const std::vector<Decision>& decisions, const GraphReader& store,
                                  DocumentGraph* graph) {
  DecidedSources decided{.own_references = graph->references.size()};
  const std::vector<std::string_view> words = WordsOf(graph->claims);
  for (const Decision& decision : decisions) {
    const bool link = decision.kind == DecisionKind::kLink;
    if (!link && decision.kind != DecisionKind::kReject) continue;
    const std::optional<std::size_t> at = FitQuote(decision, words);
    if (!at) continue;
    const ClaimId claim = graph->claims[*at].id;
    Forget(claim, decision.value, &decided.linked);
    Forget(claim, decision.value, &decided.rejected);
    std::vector<ReferenceId> entries =
        link ? EntriesToTie(decision.value, store, graph)
             : EntriesOf(NamesOf(store, decision.value), graph->references);
    if (entries.empty()) continue;
    (link ? decided.linked : decided.rejected).push_back({claim, std::move(entries), &decision});
  }
  return decided;
}

void FinishDecidedSources(const DecidedSources& decided, const GraphReader& store,
                          DocumentGraph* graph) {
  for (const DecidedSources::Tie& tie : decided.linked) {
    const Reason reason = ReasonOf(*tie.decision, "bears on this claim");
    std::vector<Reason>& reasons = graph->claims[Raw(tie.claim) - 1].reasons;
    reasons.insert(reasons.begin(), reason);
    for (EvidenceLine& line : graph->evidence_lines) {
      if (line.claim == tie.claim && line.reference == tie.references.front()) {
        line.reasons.insert(line.reasons.begin(), reason);
      }
    }
    KeepAsStored(tie, decided.own_references, store, graph);
  }
  for (const DecidedSources::Tie& tie : decided.rejected) {
    std::vector<Reason>& reasons = graph->claims[Raw(tie.claim) - 1].reasons;
    reasons.insert(reasons.begin(), ReasonOf(*tie.decision, "does not bear on this claim"));
  }
  for (EvidenceLine& line : graph->evidence_lines) {
    if (Raw(line.reference) > decided.own_references) line.reference = {};
  }
  if (graph->references.size() > decided.own_references) {
    graph->references.resize(decided.own_references);
  }
}

void DecideVerdicts(const std::vector<Decision>& decisions, DocumentGraph* graph) {
  const std::vector<std::string_view> words = WordsOf(graph->claims);
  std::vector<const Decision*> last(graph->claims.size(), nullptr);
  for (const Decision& decision : decisions) {
    if (decision.kind != DecisionKind::kVerdict) continue;
    if (const auto at = FitQuote(decision, words)) last[*at] = &decision;
  }
  for (std::size_t i = 0; i < last.size(); ++i) {
    if (last[i] == nullptr) continue;
    const std::optional<Verdict> verdict = VerdictNamed(last[i]->value);
    if (!verdict) continue;
    Claim& claim = graph->claims[i];
    claim.reasons.push_back(
        {"decision", "verdict", 0,
         fmt::format("computed: {}; {}", Name(claim.verdict), Signature(*last[i]))});
    claim.verdict = *verdict;
    const bool stands = *verdict == Verdict::kSupported || *verdict == Verdict::kWeaklySupported;
    if (stands) claim.allowed_wording.clear();
  }
}

}  // namespace claimgraph
