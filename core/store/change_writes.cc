// A change as keys: every removal, then every put.
//
// Removing and putting walk the same nouns the same way, so that what one
// writes the other finds.  An edge is written at both of its ends.  Claims and
// the other nouns of a document come and go with all their edges, so each has
// one record of them, written once; works and propositions outlive documents,
// and the edges that lead to them are lists that grow (shared_edges).

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/store/key_value_graph.h"
#include "core/store/keys.h"
#include "core/store/shared_edges.h"
#include "core/store/values.h"

namespace claimgraph {
namespace {

// One end of an edge: what `node` has, and in which of its lists.
struct End {
  NodeRef node{};
  EdgeKind kind = EdgeKind::kHasClaim;
  Way way = Way::kOut;
  std::uint64_t other = 0;
  auto operator<=>(const End&) const = default;
};

// The ends that stand in records, in the order in which records hold them.
std::vector<End> RecordedEnds(const std::vector<Edge>& edges) {
  std::vector<End> ends;
  ends.reserve(2 * edges.size());
  for (const Edge& e : edges) {
    ends.push_back({e.from, e.kind, Way::kOut, e.to.id});
    if (!IsShared(e.to.kind)) ends.push_back({e.to, e.kind, Way::kIn, e.from.id});
  }
  std::ranges::sort(ends);
  return ends;
}

class Writer {
 public:
  Writer(const KeyValues& store, std::string_view place) : shared_(store, place) {}

  Status Remove(DocumentId document, const Nouns& nouns) {
    const std::vector<Edge> edges = EdgesOf(document, nouns);
    NodeRef last;
    for (const End& end : RecordedEnds(edges)) {
      if (end.node != last) Delete(Family::kEdges, keys::Edges(end.node));
      last = end.node;
    }
    for (const Edge& e : edges) {
      if (!IsShared(e.to.kind)) continue;
      if (const Status removed = shared_.Remove(e); !removed) return removed;
    }
    RemoveNodes(nouns.claims);
    RemoveNodes(nouns.citations);
    RemoveNodes(nouns.references);
    RemoveNodes(nouns.evidence_lines);
    RemoveNodes(nouns.findings);
    RemoveNodes(nouns.works);
    RemoveNodes(nouns.propositions);
    for (const Finding& f : nouns.findings) {
      Delete(Family::kDerived, keys::FindingByRule(f));
      Delete(Family::kDerived, keys::FindingByDocument(f));
    }
    for (const Work& w : nouns.works) {
      for (const std::string& name : w.names) Delete(Family::kNames, name);
    }
    for (const Proposition& p : nouns.propositions) Delete(Family::kNames, PropositionName(p));
    return {};
  }

  void RemoveDocument(DocumentId id, const std::string& source) {
    Delete(Family::kNodes, keys::Node(Node(id)));
    Delete(Family::kTexts, keys::Text(id));
    Delete(Family::kTexts, keys::Layout(id));
    Delete(Family::kNames, SourceName(source));
  }

  Status PutNouns(const GraphChange& change) {
    const Nouns& nouns = change.put;
    const std::vector<Edge> edges = EdgesOf(change.document, nouns);
    PutRecords(RecordedEnds(edges));
    for (const Edge& e : edges) {
      if (!IsShared(e.to.kind)) continue;
      if (const Status added = shared_.Add(e, change.IsNew(e.to)); !added) return added;
    }
    PutNodes(nouns.claims);
    PutNodes(nouns.citations);
    PutNodes(nouns.references);
    PutNodes(nouns.evidence_lines);
    PutNodes(nouns.findings);
    PutNodes(nouns.works);
    PutNodes(nouns.propositions);
    for (const Finding& f : nouns.findings) {
      Put(Family::kDerived, keys::FindingByRule(f), {});
      Put(Family::kDerived, keys::FindingByDocument(f), {});
    }
    for (const Work& w : nouns.works) {
      for (const std::string& name : w.names) PutName(name, Node(w.id));
    }
    for (const Proposition& p : nouns.propositions) PutName(PropositionName(p), Node(p.id));
    return {};
  }

  void PutDocument(DocumentId id, const Document& document) {
    Put(Family::kNodes, keys::Node(Node(id)), EncodeHeader(document));
    Put(Family::kTexts, keys::Text(id), document.text);
    Put(Family::kTexts, keys::Layout(id), EncodeLayout(document));
    PutName(SourceName(document.source), Node(id));
  }

  void PutLastIds(const LastIds& last_ids) {
    for (std::size_t kind = 0; kind < last_ids.size(); ++kind) {
      if (last_ids[kind] == 0) continue;
      Put(Family::kMeta, keys::LastId(static_cast<NodeKind>(kind)), keys::EncodeId(last_ids[kind]));
    }
  }

  std::vector<Write> Take() && {
    std::move(shared_).AppendTo(&writes_);
    return std::move(writes_);
  }

 private:
  void PutRecords(const std::vector<End>& ends) {
    Ids ids;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const End& end = ends[i];
      if (i == 0 || ends[i - 1].node != end.node) {
        Put(Family::kEdges, keys::Edges(end.node), {});
      }
      ids.push_back(end.other);
      const auto list = [](const End& e) { return std::tuple(e.node, e.kind, e.way); };
      if (i + 1 < ends.size() && list(ends[i + 1]) == list(end)) continue;
      AppendList(end.kind, end.way, ids, &*writes_.back().value);
      ids.clear();
    }
  }

  template <typename Noun>
  void PutNodes(const std::vector<Noun>& nouns) {
    for (const Noun& n : nouns) Put(Family::kNodes, keys::Node(Node(n.id)), Encode(n));
  }

  template <typename Noun>
  void RemoveNodes(const std::vector<Noun>& nouns) {
    for (const Noun& n : nouns) Delete(Family::kNodes, keys::Node(Node(n.id)));
  }

  void PutName(const std::string& name, NodeRef node) {
    Put(Family::kNames, name, keys::EncodeNodeRef(node));
  }

  void Put(Family family, std::string key, std::string value) {
    writes_.push_back({family, std::move(key), std::move(value)});
  }

  void Delete(Family family, std::string key) {
    writes_.push_back({family, std::move(key), std::nullopt});
  }

  SharedEdges shared_;
  std::vector<Write> writes_{};
};

}  // namespace

Result<std::vector<Write>> WritesOf(const GraphChange& change, const KeyValues& store,
                                    std::string_view place) {
  Writer writer(store, place);
  Status done = writer.Remove(change.document, change.removed);
  if (!done) return tl::unexpected(done.error());
  if (change.put_document) {
    writer.PutDocument(change.document, *change.put_document);
    done = writer.PutNouns(change);
    if (!done) return tl::unexpected(done.error());
    writer.PutLastIds(change.last_ids);
  } else {
    writer.RemoveDocument(change.document, change.source);
  }
  return std::move(writer).Take();
}

}  // namespace claimgraph
