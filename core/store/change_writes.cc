// A change as keys: every removal, then every put.
//
// Removing and putting walk the same nouns the same way, so that what one
// writes the other finds.  A document's packed edges (kHasClaim, ...) are
// removed as one list and written as one list, hence the order.

#include <map>
#include <utility>

#include "core/store/key_value_graph.h"
#include "core/store/keys.h"
#include "core/store/values.h"

namespace claimgraph {
namespace {

class Writer {
 public:
  void Remove(const Nouns& nouns) {
    for (const Edge& e : EdgesOf(nouns)) {
      Delete(Family::kOut, keys::Out(e.from, e.kind));
      Delete(Family::kIn, keys::In(e.to, e.kind, e.from.id));
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
  }

  void RemoveDocument(DocumentId id, const std::string& source) {
    Delete(Family::kNodes, keys::Node(Node(id)));
    Delete(Family::kTexts, keys::Text(id));
    Delete(Family::kTexts, keys::Layout(id));
    Delete(Family::kNames, SourceName(source));
  }

  void PutNouns(const Nouns& nouns) {
    PutEdges(EdgesOf(nouns));
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

  std::vector<Write> Take() { return std::move(writes_); }

 private:
  void PutEdges(const std::vector<Edge>& edges) {
    std::map<std::pair<NodeRef, EdgeKind>, std::vector<std::uint64_t>> packed;
    for (const Edge& e : edges) {
      packed[{e.from, e.kind}].push_back(e.to.id);
      Put(Family::kIn, keys::In(e.to, e.kind, e.from.id), {});
    }
    for (const auto& [start, targets] : packed) {
      Put(Family::kOut, keys::Out(start.first, start.second), keys::EncodeIds(targets));
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

  std::vector<Write> writes_{};
};

}  // namespace

std::vector<Write> WritesOf(const GraphChange& change) {
  Writer writer;
  writer.Remove(change.removed);
  if (change.put_document) {
    writer.PutDocument(change.document, *change.put_document);
    writer.PutNouns(change.put);
    writer.PutLastIds(change.last_ids);
  } else {
    writer.RemoveDocument(change.document, change.source);
  }
  return writer.Take();
}

}  // namespace claimgraph
