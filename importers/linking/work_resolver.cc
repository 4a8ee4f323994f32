// How references become works:
//   each reference looks for a work under its names, strongest first, and joins
//   the first one that it does not contradict; else it starts a work.
// Contradiction keeps things apart: two DOIs, two PMIDs, or one identifier under
// two quite different titles.  The work that came first keeps a contested name; the
// next ones get it with a number (core/numbered_name.h), so that the
// identifier-conflict rule finds all of them.
#include "importers/linking/work_resolver.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/numbered_name.h"
#include "core/text/normalize.h"
#include "core/text/similarity.h"
#include "core/text/work_names.h"

namespace claimgraph {
namespace {

// Below this many words, equal titles must also agree on the first author.
constexpr int kTellingWords = 6;
// Titles less alike than this are not two printings of one.
constexpr double kSameTitle = 0.6;

bool Differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

bool TitlesDiffer(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || TitleSimilarity(a, b) >= kSameTitle) return false;
  // A subtitle left out is no difference.
  const std::string left = TitleKey(a);
  const std::string right = TitleKey(b);
  return !left.starts_with(right) && !right.starts_with(left);
}

bool FirstAuthorsDiffer(const Work& a, const Work& b) {
  if (a.authors.empty() || b.authors.empty()) return false;
  return !SameName(a.authors.front().family, b.authors.front().family);
}

bool Contradict(const Work& a, const Work& b) {
  if (Differ(a.doi, b.doi) || Differ(a.pmid, b.pmid) || Differ(a.pmcid, b.pmcid)) return true;
  if (TitlesDiffer(a.title, b.title)) return true;
  const std::string key = TitleKey(a.title);
  return std::count(key.begin(), key.end(), ' ') + 1 < kTellingWords && FirstAuthorsDiffer(a, b);
}

// `work` learns what only `other` knows.
void Learn(const Work& other, Work* work) {
  const auto fill = [](const std::string& from, std::string* to) {
    if (to->empty()) *to = from;
  };
  fill(other.title, &work->title);
  fill(other.container, &work->container);
  fill(other.doi, &work->doi);
  fill(other.pmid, &work->pmid);
  fill(other.pmcid, &work->pmcid);
  fill(other.url, &work->url);
  if (work->authors.size() < other.authors.size()) work->authors = other.authors;
  if (work->year == 0) work->year = other.year;
  if (work->design == StudyDesign::kUnknown) work->design = other.design;
  if (work->standing == Standing::kCurrent) work->standing = other.standing;
}

Work FromReference(const Reference& r) {
  Work work{.title = r.title,
            .authors = r.authors,
            .year = r.year,
            .container = r.container,
            .doi = r.doi,
            .pmid = r.pmid,
            .pmcid = r.pmcid,
            .url = r.url,
            .design = r.design};
  // The words of an inline link are the writer's, not the publication's.
  if (r.origin == ReferenceOrigin::kLink) work.title.clear();
  return work;
}

void AddName(const std::string& name, Work* work) {
  if (std::find(work->names.begin(), work->names.end(), name) == work->names.end()) {
    work->names.push_back(name);
  }
}

// Makes `work` what is stored at `node` with what `work` adds to it, and gives
// the stored id; if the two contradict each other, leaves it alone and gives 0.
WorkId Adopt(const GraphReader& reader, NodeRef node, Work* work) {
  Result<Work> stored = reader.FindWork(WorkId{node.id});
  if (node.kind != NodeKind::kWork || !stored || Contradict(*stored, *work)) return WorkId{};
  Learn(*work, &*stored);
  for (const std::string& name : work->names) AddName(name, &*stored);
  stored->id = work->id;
  *work = *std::move(stored);
  return WorkId{node.id};
}

// The first form of `name` that is nobody's, "" if there is none.  `holder` says whose
// a form is, `is_it` whether that is the work to be named: then it needs none.
template <typename Holder, typename IsIt>
std::string FreeForm(const std::string& name, const Holder& holder, const IsIt& is_it) {
  const std::size_t most = IsIdentifierName(name) ? kMostNumbered : 1;
  std::string free;
  for (std::size_t number = 1; number <= most; ++number) {
    std::string form = NumberedName(name, number);
    const auto whose = holder(form);
    if (whose && is_it(*whose)) return {};
    if (whose) continue;
    if (free.empty()) free = std::move(form);
    if (number <= 2) break;  // no more of them
  }
  return free;
}

// Whose a name is: a work of the reader, or one of the document that has just got it.
struct Holder {
  NodeRef stored{};
  std::size_t at = 0;  // position in DocumentGraph::works; only if `stored` is none
};

// Names of works that one document brings, and their places in the reader.
class Resolver {
 public:
  Resolver(const GraphReader& reader, DocumentGraph* graph) : reader_(reader), graph_(*graph) {}

  void Resolve(std::size_t at) {
    Work& work = graph_.works[at];
    std::vector<std::string> names;
    for (const std::string& name : std::exchange(work.names, {})) {
      std::string unnumbered(UnnumberedName(name));
      if (std::ranges::find(names, unnumbered) == names.end()) names.push_back(unnumbered);
    }
    for (const std::string& name : names) {
      std::string form = FreeForm(
          name, [&](const std::string& f) { return HolderOf(f); },
          [&](const Holder& holder) { return IsOrBecomes(holder, at); });
      if (form.empty()) continue;
      given_[form] = at;
      AddName(form, &work);
    }
  }

 private:
  std::optional<Holder> HolderOf(const std::string& form) const {
    if (const NodeRef node = reader_.Named(form); node.id != 0) return Holder{.stored = node};
    const auto given = given_.find(form);
    if (given == given_.end()) return std::nullopt;
    return Holder{.at = given->second};
  }

  // Whether the work at `at` is the holder of a name, or is now recognised as it.
  bool IsOrBecomes(const Holder& holder, std::size_t at) {
    if (holder.stored.id == 0) return holder.at == at;
    WorkId& known = graph_.known_works[at];
    if (IsSet(known)) return Node(known) == holder.stored;
    if (taken_.contains(holder.stored.id)) return false;
    known = Adopt(reader_, holder.stored, &graph_.works[at]);
    if (IsSet(known)) taken_.insert(Raw(known));
    return IsSet(known);
  }

  const GraphReader& reader_;
  DocumentGraph& graph_;
  std::unordered_set<std::uint64_t> taken_;  // two works of one document stay two
  std::unordered_map<std::string, std::size_t> given_;
};

}  // namespace

void ResolveWorks(DocumentGraph* graph) {
  graph->works.clear();
  std::unordered_map<std::string, std::size_t> named;  // name -> position in works
  const auto holder = [&](const std::string& form) -> std::optional<std::size_t> {
    const auto found = named.find(form);
    return found == named.end() ? std::nullopt : std::optional(found->second);
  };
  for (Reference& reference : graph->references) {
    const std::vector<std::string> names = WorkNames(reference);
    const Work printed = FromReference(reference);
    const std::size_t none = graph->works.size();
    std::size_t at = none;
    for (const std::string& name : names) {
      FreeForm(name, holder, [&](std::size_t other) {
        if (!Contradict(graph->works[other], printed)) at = other;
        return at != none;
      });
      if (at != none) break;
    }
    if (at == none) graph->works.push_back({.id = WorkId{at + 1}});
    Work& work = graph->works[at];
    Learn(printed, &work);
    for (const std::string& name : names) {
      const std::string form =
          FreeForm(name, holder, [&](std::size_t other) { return other == at; });
      if (form.empty()) continue;
      named[form] = at;
      AddName(form, &work);
    }
    reference.work = work.id;
  }
  graph->known_works.assign(graph->works.size(), WorkId{});
}

void ResolveAgainst(const GraphReader& reader, DocumentGraph* graph) {
  graph->known_works.assign(graph->works.size(), WorkId{});
  Resolver resolver(reader, graph);
  for (std::size_t i = 0; i < graph->works.size(); ++i) resolver.Resolve(i);
  graph->known_propositions.assign(graph->propositions.size(), PropositionId{});
  for (std::size_t i = 0; i < graph->propositions.size(); ++i) {
    const NodeRef node = reader.Named("proposition:" + Key(graph->propositions[i]));
    if (node.kind == NodeKind::kProposition) {
      graph->known_propositions[i] = PropositionId{node.id};
    }
  }
}

}  // namespace claimgraph
