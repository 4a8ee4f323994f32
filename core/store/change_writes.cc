// A change as keys: every removal, then every put.
//
// Removing and putting walk the same nouns the same way, so that what one
// writes the other finds.  An edge is written at both of its ends.  Claims and
// the other nouns of a document come and go with all their edges, so each has
// one record of them, written once; works, studies and propositions outlive
// documents,
// and the edges that lead to them are lists that grow (shared_edges).

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "core/store/key_value_graph.h"
#include "core/store/keys.h"
#include "core/store/packs.h"
#include "core/store/shared_edges.h"
#include "core/store/text_index.h"
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
  Writer(const KeyValues& store, std::string_view place)
      : store_(store), place_(place), shared_(store, place) {}

  Status Remove(DocumentId document, const Nouns& nouns) {
    const std::vector<Edge> edges = EdgesOf(document, nouns);
    Delete(Family::kEdges, keys::Edges(Node(document)));
    for (const Edge& e : edges) {
      if (!IsShared(e.to.kind)) continue;
      if (const Status removed = shared_.Remove(e); !removed) return removed;
    }
    Status removed = RemovePacks(nouns.claims);
    if (removed) removed = RemovePacks(nouns.citations);
    if (removed) removed = RemovePacks(nouns.references);
    if (removed) removed = RemovePacks(nouns.evidence_lines);
    if (removed) removed = RemovePacks(nouns.findings);
    if (removed) removed = RemovePacks(nouns.records);
    if (removed) removed = RemovePacks(nouns.results);
    if (removed) removed = RemovePacks(nouns.decisions);
    if (!removed) return removed;
    RemoveNodes(nouns.works);
    RemoveNodes(nouns.propositions);
    RemoveNodes(nouns.studies);
    for (const Finding& f : nouns.findings) {
      Delete(Family::kDerived, keys::FindingByRule(f));
      Delete(Family::kDerived, keys::FindingByDocument(f));
      --counts_[f.rule];
    }
    for (const Work& w : nouns.works) {
      for (const std::string& name : w.names) Delete(Family::kNames, name);
    }
    for (const Proposition& p : nouns.propositions) Delete(Family::kNames, PropositionName(p));
    for (const Study& s : nouns.studies) Delete(Family::kNames, StudyName(s));
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
    PutPacks(nouns.claims);
    PutPacks(nouns.citations);
    PutPacks(nouns.references);
    PutPacks(nouns.evidence_lines);
    PutPacks(nouns.findings);
    PutPacks(nouns.records);
    PutPacks(nouns.results);
    PutPacks(nouns.decisions);
    PutNodes(nouns.works);
    PutNodes(nouns.propositions);
    PutNodes(nouns.studies);
    for (const Finding& f : nouns.findings) {
      Put(Family::kDerived, keys::FindingByRule(f), {});
      Put(Family::kDerived, keys::FindingByDocument(f), {});
      ++counts_[f.rule];
    }
    for (const Work& w : nouns.works) {
      for (const std::string& name : w.names) PutName(name, Node(w.id));
    }
    for (const Proposition& p : nouns.propositions) PutName(PropositionName(p), Node(p.id));
    for (const Study& s : nouns.studies) PutName(StudyName(s), Node(s.id));
    return {};
  }

  void PutDocument(DocumentId id, const Document& document) {
    Put(Family::kNodes, keys::Node(Node(id)), EncodeHeader(document));
    if (IsTextless(document)) {
      Delete(Family::kTexts, keys::Text(id));
      Delete(Family::kTexts, keys::Layout(id));
    } else {
      Put(Family::kTexts, keys::Text(id), document.text);
      Put(Family::kTexts, keys::Layout(id), EncodeLayout(document));
    }
    PutName(SourceName(document.source), Node(id));
  }

  void PutLastIds(const LastIds& last_ids) {
    for (std::size_t kind = 0; kind < last_ids.size(); ++kind) {
      if (last_ids[kind] == 0) continue;
      Put(Family::kMeta, keys::LastId(static_cast<NodeKind>(kind)), keys::EncodeId(last_ids[kind]));
    }
  }

  // How many findings each rule has now.
  Status PutCounts() {
    std::int64_t all = 0;
    for (const auto& [rule, change] : counts_) all += change;
    counts_[""] = all;
    for (const auto& [rule, change] : counts_) {
      if (change == 0) continue;
      Result<std::uint64_t> count = CountOf(rule);
      if (!count) return tl::unexpected(count.error());
      // Findings that an overlay hides are not among its own.
      const auto fewer = static_cast<std::uint64_t>(change < 0 ? -change : 0);
      *count = change < 0 ? *count - std::min(*count, fewer)
                          : *count + static_cast<std::uint64_t>(change);
      if (*count == 0) {
        Delete(Family::kDerived, keys::FindingCount(rule));
      } else {
        Put(Family::kDerived, keys::FindingCount(rule), keys::EncodeId(*count));
      }
    }
    return {};
  }

  std::vector<Write> Take() && {
    std::move(shared_).AppendTo(&writes_);
    return std::move(writes_);
  }

 private:
  // As the store says; counted where it does not, as one of format 1 does not.
  Result<std::uint64_t> CountOf(const std::string& rule) const {
    const Result<std::optional<std::string>> bytes =
        store_.Get(Family::kDerived, keys::FindingCount(rule));
    if (!bytes) return tl::unexpected(bytes.error());
    if (*bytes) {
      const std::optional<std::uint64_t> count = keys::DecodeId(**bytes);
      if (!count) return Malformed(place_, "a count of findings");
      return *count;
    }
    std::uint64_t count = 0;
    const auto add = [&](std::string_view, std::string_view) { return ++count > 0; };
    return store_.Scan(Family::kDerived, keys::AllFindings(rule), add).map([&] { return count; });
  }

  // Ends of one node after another's, so each record is whole before the next.
  void PutRecords(const std::vector<End>& ends) {
    std::vector<std::string> records;  // of consecutive nodes
    Ids ids;
    std::string record;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const End& end = ends[i];
      const End* next = i + 1 < ends.size() ? &ends[i + 1] : nullptr;
      const auto list = [](const End& e) { return std::tuple(e.node, e.kind, e.way); };
      ids.push_back(end.other);
      if (next && list(*next) == list(end)) continue;
      AppendList(end.kind, end.way, ids, &record);
      ids.clear();
      if (next && next->node == end.node) continue;
      records.push_back(std::exchange(record, {}));
      const bool goes_on = next && next->node == NodeRef{end.node.kind, end.node.id + 1};
      if (goes_on && IsPacked(end.node.kind) && records.size() < kMostInPack) continue;
      Put(Family::kEdges, keys::Edges(end.node),
          IsPacked(end.node.kind) ? PackRecords(records) : std::move(records.front()));
      records.clear();
    }
  }

  template <typename Noun>
  void PutPacks(const std::vector<Noun>& nouns) {
    for (std::size_t i = 0; i < nouns.size(); i += kMostInPack) {
      const auto pack = std::span(nouns).subspan(i, std::min(kMostInPack, nouns.size() - i));
      Put(Family::kNodes, keys::Node(Node(pack.back().id)), Encode(pack));
    }
  }

  // Whatever packs the nouns are in, which a document's fill.
  template <typename Noun>
  Status RemovePacks(const std::vector<Noun>& nouns) {
    if (nouns.empty()) return {};
    const NodeRef first = Node(nouns.front().id);
    const std::uint64_t last = Raw(nouns.back().id);
    for (const Family family : {Family::kNodes, Family::kEdges}) {
      const auto remove = [&](std::string_view key, std::string_view) {
        if (key.size() != 1 + sizeof(last) || keys::LastPart(key) > last) return false;
        Delete(family, std::string(key));
        return true;
      };
      const Status done =
          store_.Scan(family, keys::AllNodes(first.kind), remove, keys::Node(first));
      if (!done) return done;
    }
    return {};
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

  const KeyValues& store_;
  std::string_view place_;
  SharedEdges shared_;
  std::map<std::string, std::int64_t, std::less<>>
      counts_{};  // of findings, by rule: more or fewer
  std::vector<Write> writes_{};
};

// Its text, as it was and as it is.
Status WriteText(const GraphChange& change, TextWrites* texts) {
  if (change.removed_text) {
    const Status removed = texts->Remove(change.document, *change.removed_text);
    if (!removed) return removed;
  }
  if (!change.put_document) return {};
  const std::optional<TextEntry> text =
      EntryOf(*change.put_document, change.put.records, change.put.results);
  return text ? texts->Put(change.document, *text) : Status();
}

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
  done = writer.PutCounts();
  if (!done) return tl::unexpected(done.error());
  TextWrites texts(store, place);
  done = WriteText(change, &texts);
  if (!done) return tl::unexpected(done.error());
  std::vector<Write> writes = std::move(writer).Take();
  std::move(texts).AppendTo(&writes);
  return writes;
}

}  // namespace claimgraph
