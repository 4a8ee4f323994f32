// Three examinations: each document by itself, then the edges and the names that
// all of them together must give, no more and no fewer.

#include "claimgraph/doctor.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "claimgraph/recompute.h"
#include "claimgraph/store_vocabulary.h"
#include "core/store/edges.h"
#include "core/store/graph_store.h"
#include "importers/extraction/concept_set.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

class Doctor {
 public:
  explicit Doctor(const GraphReader& store)
      : store_(store), nothing_(NewMemoryStore()), book_(store) {}

  Result<Examination> Run(const DoctorProgress& progress) {
    const std::vector<std::uint64_t> documents = store_.All(NodeKind::kDocument);
    for (const std::uint64_t id : documents) {
      const Result<DocumentGraph> stored = LoadDocumentGraph(store_, DocumentId{id});
      if (!stored) return tl::unexpected(stored.error());
      ExamineDocument(*stored);
      Expect(*stored);
      ++out_.documents;
      if (progress) progress(out_.documents, documents.size());
    }
    AppendOrphans(book_, store_, &out_.misfits);
    std::ranges::sort(out_.misfits, {}, [](const Misfit& m) { return m.decision.id; });
    ExamineEdges();
    ExamineNames();
    ExamineFindings();
    if (const Status health = store_.Health(); !health) return tl::unexpected(health.error());
    return std::move(out_);
  }

 private:
  void Tell(std::string place, std::string what) {
    out_.differences.push_back({std::move(place), std::move(what)});
  }

  void ExamineDocument(const DocumentGraph& stored) {
    if (IsRecorded(stored)) return;  // what it says is given, not computed
    DocumentGraph fresh = Recompute(store_, *nothing_, stored, book_, &out_.misfits);
    const std::unique_ptr<GraphStore> overlay = NewOverlayStore(store_);
    const Result<Put> put = overlay->PutDocument(fresh);
    const std::string& place = stored.document.source;
    if (!put) {
      Tell(place, "cannot be stored again: " + put.error().message);
    } else if (put->outcome != PutOutcome::kUnchanged) {
      const std::size_t before = out_.differences.size();
      CompareClaims(stored, fresh);
      CompareFindings(stored, fresh);
      if (out_.differences.size() == before) {
        Tell(place, "its links, works or reasons are not those that its text gives");
      }
    }
  }

  void CompareClaims(const DocumentGraph& stored, const DocumentGraph& fresh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, const Claim*> by_span;
    for (const Claim& claim : fresh.claims) by_span[{claim.span.begin, claim.span.end}] = &claim;
    for (const Claim& claim : stored.claims) {
      const auto found = by_span.find({claim.span.begin, claim.span.end});
      const std::string place = fmt::format("{} (c{})", stored.document.source, Raw(claim.id));
      if (found == by_span.end()) {
        Tell(place, fmt::format("stored as a claim, recomputed as none: {}", claim.text));
        continue;
      }
      if (found->second->verdict != claim.verdict) {
        Tell(place, fmt::format("stored: {}, recomputed: {}: {}", Name(claim.verdict),
                                Name(found->second->verdict), claim.text));
      }
      by_span.erase(found);
    }
    for (const auto& [span, claim] : by_span) {
      Tell(stored.document.source, fmt::format("a claim that is not stored: {}", claim->text));
    }
  }

  void CompareFindings(const DocumentGraph& stored, const DocumentGraph& fresh) {
    const auto marks = [](const DocumentGraph& graph) {
      std::multiset<std::string> found;
      for (const Finding& f : graph.findings) {
        found.insert(fmt::format("{} at bytes {} to {}{}", f.rule, f.span.begin, f.span.end,
                                 f.file.empty() ? "" : " of " + f.file));
      }
      return found;
    };
    const auto without = [](const std::multiset<std::string>& a,
                            const std::multiset<std::string>& b) {
      std::vector<std::string> left;
      std::ranges::set_difference(a, b, std::back_inserter(left));
      return left;
    };
    const std::multiset<std::string> had = marks(stored);
    const std::multiset<std::string> has = marks(fresh);
    for (const std::string& f : without(had, has)) {
      Tell(stored.document.source, "stored, but not found again: " + f);
    }
    for (const std::string& f : without(has, had)) {
      Tell(stored.document.source, "found, but not stored: " + f);
    }
  }

  // What the nouns of one document say that edges, names and lists must hold.
  void Expect(const DocumentGraph& graph) {
    std::vector<Edge> edges;
    for (const Claim& c : graph.claims) AppendEdges(c, &edges);
    for (const Citation& c : graph.citations) AppendEdges(c, &edges);
    for (const Reference& r : graph.references) AppendEdges(r, &edges);
    for (const EvidenceLine& l : graph.evidence_lines) AppendEdges(l, &edges);
    for (const Record& r : graph.records) AppendEdges(r, &edges);
    for (const StudyResult& r : graph.results) AppendEdges(r, &edges);
    for (const Decision& d : graph.decisions) AppendEdges(d, &edges);
    const NodeRef document = Node(graph.document.id);
    if (IsSet(graph.presents)) {
      edges.push_back({document, EdgeKind::kPresents, Node(graph.presents)});
    }
    for (const WorkId work : graph.lists) edges.push_back({document, EdgeKind::kLists, Node(work)});
    for (const Finding& f : graph.findings) {
      AppendEdges(f, &edges);
      findings_[f.rule].push_back(Raw(f.id));
    }
    for (const Edge& edge : edges) {
      out_edges_[{edge.from, edge.kind}].push_back(edge.to);
      in_edges_[{edge.to, edge.kind}].push_back(edge.from);
    }
    names_.emplace_back(SourceName(graph.document.source), Node(graph.document.id));
    out_.claims += graph.claims.size();
    out_.findings += graph.findings.size();
    out_.edges += edges.size();
  }

  using Ends = std::map<std::pair<NodeRef, EdgeKind>, std::vector<NodeRef>>;

  void ExamineEdges() {
    ExamineWay(&out_edges_, Way::kOut);
    ExamineWay(&in_edges_, Way::kIn);
  }

  void ExamineWay(Ends* expected, Way way) {
    for (auto& [node, ends] : *expected) {
      std::ranges::sort(ends);
      ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
      const std::vector<NodeRef> held = store_.Neighbours(node.first, node.second, way);
      if (held == ends) continue;
      Tell(Describe(node.first),
           fmt::format("{} edges of kind {} stored, {} expected from the nouns", held.size(),
                       static_cast<int>(node.second), ends.size()));
    }
  }

  void ExamineNames() {
    for (const std::uint64_t id : store_.All(NodeKind::kWork)) {
      const Result<Work> work = store_.FindWork(WorkId{id});
      if (!work) {
        Tell(fmt::format("work {}", id), work.error().message);
        continue;
      }
      for (const std::string& name : work->names) names_.emplace_back(name, Node(WorkId{id}));
      const NodeRef node = Node(WorkId{id});
      const auto leads_here = [&](EdgeKind kind) { return in_edges_.contains({node, kind}); };
      if (!leads_here(EdgeKind::kDescribes) && !leads_here(EdgeKind::kRestsOn) &&
          !leads_here(EdgeKind::kPresents) && !leads_here(EdgeKind::kLists) &&
          !leads_here(EdgeKind::kRecords) && !leads_here(EdgeKind::kIncludes)) {
        Tell(Describe(node), "nothing refers to it any more");
      }
    }
    for (const std::uint64_t id : store_.All(NodeKind::kProposition)) {
      const Result<Proposition> proposition = store_.FindProposition(PropositionId{id});
      if (!proposition) {
        Tell(fmt::format("proposition {}", id), proposition.error().message);
        continue;
      }
      names_.emplace_back(PropositionName(*proposition), Node(PropositionId{id}));
    }
    for (const std::uint64_t id : store_.All(NodeKind::kStudy)) {
      const Result<Study> study = store_.FindStudy(StudyId{id});
      if (!study) {
        Tell(fmt::format("study {}", id), study.error().message);
        continue;
      }
      names_.emplace_back(StudyName(*study), Node(StudyId{id}));
    }
    for (const auto& [name, node] : names_) {
      const NodeRef held = store_.Named(name);
      if (held == node) continue;
      Tell(Describe(node),
           fmt::format("its name {} leads to {}", name, held.id == 0 ? "nothing" : Describe(held)));
    }
  }

  void ExamineFindings() {
    for (auto& [rule, expected] : findings_) {
      std::vector<std::uint64_t> held;
      for (const FindingId id : store_.Findings(rule)) held.push_back(Raw(id));
      std::ranges::sort(held);
      std::ranges::sort(expected);
      if (held != expected) {
        Tell(rule, fmt::format("{} findings listed, {} stored", held.size(), expected.size()));
      }
    }
    if (const std::size_t listed = store_.Findings("").size(); listed != out_.findings) {
      Tell("findings", fmt::format("{} listed by document, {} stored", listed, out_.findings));
    }
  }

  const GraphReader& store_;
  std::unique_ptr<GraphStore> nothing_;  // what document rules see of other documents
  const DecisionBook book_;
  Examination out_{};
  Ends out_edges_{};
  Ends in_edges_{};
  std::vector<std::pair<std::string, NodeRef>> names_{};
  std::map<std::string, std::vector<std::uint64_t>> findings_{};
};

}  // namespace

Result<Examination> Examine(const GraphReader& store, const DoctorProgress& progress) {
  Result<ConceptSetPtr> concepts = VocabularyOf(store);
  if (!concepts) return tl::unexpected(concepts.error());
  const VocabularyInUse in_use(*std::move(concepts));
  return Doctor(store).Run(progress);
}

}  // namespace claimgraph
