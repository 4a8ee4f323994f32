// How a work finds its place:
//   1. the hint, if that work is still there and shares a name (or neither has
//      any, and they are the same otherwise);
//   2. else its names, in order, first among those this document has just
//      added, then in the graph;
//   3. else it is new.
// A DOI, PMID or PMCID that agrees settles it.  A title or address settles it
// only where no identifier disagrees: two works may share a title, and what
// disagrees is kept apart for the identifier-conflict rule to show.
// A name leads to one work for ever, so a name that is taken is not taken over.

#include "core/store/shared_nodes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/store/edges.h"

namespace claimgraph {
namespace {

// Real works have five or six; the most met is ten.
constexpr std::size_t kMostNames = 32;

constexpr std::array<std::string_view, 3> kIdentifiers = {"doi:", "pmid:", "pmcid:"};

bool IsIdentifier(std::string_view name) {
  return std::ranges::any_of(kIdentifiers, [&](std::string_view p) { return name.starts_with(p); });
}

bool Has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// Both have identifiers of one sort, and none of them is the same.
bool Disagree(const Work& a, const Work& b) {
  return std::ranges::any_of(kIdentifiers, [&](std::string_view sort) {
    const auto of_sort = [&](const std::string& name) { return name.starts_with(sort); };
    return std::ranges::any_of(a.names, of_sort) && std::ranges::any_of(b.names, of_sort) &&
           std::ranges::none_of(a.names, [&](const std::string& name) {
             return of_sort(name) && Has(b.names, name);
           });
  });
}

// Whether a hint that leads from `work` to `stored` can be believed.
bool Recognises(const Work& stored, const Work& work) {
  if (stored.names.empty() && work.names.empty()) {
    Work same = work;
    same.id = stored.id;
    return same == stored;
  }
  return std::ranges::any_of(work.names,
                             [&](const std::string& name) { return Has(stored.names, name); });
}

void Fill(const std::string& from, std::string* to) {
  if (to->empty()) *to = from;
}

// Which of the document's works, propositions and studies anything refers to.
struct Used {
  std::vector<bool> works;
  std::vector<bool> propositions;
  std::vector<bool> studies;
};

template <typename Id>
void Mark(Id id, std::vector<bool>* used) {
  if (IsSet(id)) used->at(Raw(id) - 1) = true;
}

Used FindUsed(const DocumentGraph& graph) {
  Used used{std::vector<bool>(graph.works.size()), std::vector<bool>(graph.propositions.size()),
            std::vector<bool>(graph.studies.size())};
  for (const Reference& r : graph.references) Mark(r.work, &used.works);
  for (const Claim& c : graph.claims) {
    for (const PropositionId id : c.propositions) Mark(id, &used.propositions);
  }
  for (const EvidenceLine& line : graph.evidence_lines) {
    Mark(line.work, &used.works);
    Mark(line.proposition, &used.propositions);
  }
  for (const Record& r : graph.records) {
    Mark(r.work, &used.works);
    Mark(r.study, &used.studies);
    for (const WorkId work : r.includes) Mark(work, &used.works);
  }
  for (const StudyResult& r : graph.results) Mark(r.study, &used.studies);
  Mark(graph.presents, &used.works);
  for (const WorkId work : graph.lists) Mark(work, &used.works);
  return used;
}

// The importer's hints; for a work without names, what the old version's
// reference in the same place describes.
std::vector<WorkId> Hints(const DocumentGraph& graph, const std::vector<Reference>& stored) {
  std::vector<WorkId> hints = graph.known_works;
  hints.resize(graph.works.size());
  for (std::size_t i = 0; i < std::min(stored.size(), graph.references.size()); ++i) {
    const WorkId local = graph.references[i].work;
    if (!IsSet(local) || !graph.works[Raw(local) - 1].names.empty()) continue;
    hints[Raw(local) - 1] = stored[i].work;
  }
  return hints;
}

class WorkSharer {
 public:
  WorkSharer(const GraphReader& old, IdSource* ids) : old_(old), ids_(ids) {}

  Result<WorkId> Share(const Work& work, WorkId hint) {
    Result<Work> place = FindPlace(work, hint);
    if (!place) return tl::unexpected(place.error());
    Work merged = *place;
    FillFrom(work, &merged);
    TakeFreeNames(work, &merged);
    if (!IsSet(merged.id)) merged.id = WorkId{ids_->Next(NodeKind::kWork)};
    for (const std::string& name : merged.names) by_name_[name] = merged.id;
    if (merged != *place) touched_[merged.id] = merged;
    return merged.id;
  }

  std::vector<Work> TakeTouched() {
    std::vector<Work> works;
    for (auto& [id, work] : touched_) works.push_back(std::move(work));
    return works;
  }

 private:
  // The work that `work` is, or an empty one.
  Result<Work> FindPlace(const Work& work, WorkId hint) const {
    if (IsSet(hint)) {
      const Result<Work> hinted = Find(hint);
      if (hinted && Recognises(*hinted, work)) return hinted;
    }
    for (const std::string& name : work.names) {
      const WorkId id = Named(name);
      if (!IsSet(id)) continue;
      Result<Work> found = Find(id);
      if (!found || IsIdentifier(name) || !Disagree(work, *found)) return found;
    }
    return Work{};
  }

  // A PMID that thousands print with a title of their own must not make a work that
  // every one of them has to read whole: beyond kMostNames, identifiers alone are taken.
  void TakeFreeNames(const Work& from, Work* to) const {
    for (const std::string& name : from.names) {
      if (to->names.size() >= kMostNames && !IsIdentifier(name)) continue;
      if (!IsSet(Named(name)) && !Has(to->names, name)) to->names.push_back(name);
    }
  }

  WorkId Named(const std::string& name) const {
    const auto [known, is_new] = by_name_.try_emplace(name);
    if (is_new) {
      const NodeRef node = old_.Named(name);
      if (node.kind == NodeKind::kWork) known->second = WorkId{node.id};
    }
    return known->second;
  }

  Result<Work> Find(WorkId id) const {
    const auto touched = touched_.find(id);
    return touched != touched_.end() ? Result<Work>(touched->second) : old_.FindWork(id);
  }

  const GraphReader& old_;
  IdSource* ids_;
  // What names lead to, once they were asked for or given; zero: to nothing.
  mutable std::unordered_map<std::string, WorkId> by_name_{};
  std::map<WorkId, Work> touched_{};
};

// What its key alone tells apart: a proposition or a study.  The id of the one that is
// there, or of a new one, which is added to `fresh`.
template <typename Noun, typename Id>
Id ShareByName(const GraphReader& old, const Noun& noun, const std::string& name, NodeKind kind,
               IdSource* ids, std::map<std::string, Id>* added, std::vector<Noun>* fresh) {
  if (const Id known{old.Named(name).id}; IsSet(known)) return known;
  Id& pending = (*added)[name];
  if (!IsSet(pending)) {
    pending = Id{ids->Next(kind)};
    fresh->push_back(noun);
    fresh->back().id = pending;
  }
  return pending;
}

}  // namespace

Result<SharedNodes> ShareNodes(const GraphReader& old, const DocumentGraph& graph,
                               const std::vector<Reference>& stored, IdSource* ids) {
  const Used used = FindUsed(graph);
  const std::vector<WorkId> hints = Hints(graph, stored);
  SharedNodes shared;
  WorkSharer works(old, ids);
  for (std::size_t i = 0; i < graph.works.size(); ++i) {
    if (!used.works[i]) {
      shared.work_ids.push_back(WorkId{});
      continue;
    }
    const Result<WorkId> id = works.Share(graph.works[i], hints[i]);
    if (!id) return tl::unexpected(id.error());
    shared.work_ids.push_back(*id);
  }
  shared.works = works.TakeTouched();

  std::map<std::string, PropositionId> added;
  for (std::size_t i = 0; i < graph.propositions.size(); ++i) {
    const Proposition& p = graph.propositions[i];
    shared.proposition_ids.push_back(
        used.propositions[i] ? ShareByName(old, p, PropositionName(p), NodeKind::kProposition, ids,
                                           &added, &shared.propositions)
                             : PropositionId{});
  }
  std::map<std::string, StudyId> added_studies;
  for (std::size_t i = 0; i < graph.studies.size(); ++i) {
    const Study& s = graph.studies[i];
    shared.study_ids.push_back(used.studies[i]
                                   ? ShareByName(old, s, StudyName(s), NodeKind::kStudy, ids,
                                                 &added_studies, &shared.studies)
                                   : StudyId{});
  }
  return shared;
}

void FillFrom(const Work& other, Work* work) {
  Fill(other.title, &work->title);
  if (work->authors.empty()) work->authors = other.authors;
  if (work->year == 0) work->year = other.year;
  Fill(other.container, &work->container);
  Fill(other.doi, &work->doi);
  Fill(other.pmid, &work->pmid);
  Fill(other.pmcid, &work->pmcid);
  Fill(other.url, &work->url);
  if (work->design == StudyDesign::kUnknown) work->design = other.design;
  if (work->standing == Standing::kCurrent) work->standing = other.standing;
}

}  // namespace claimgraph
