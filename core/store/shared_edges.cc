// A segment's key is the last id that was in it when it was sealed, so the first
// key from an id on is the one that can hold it, whatever was removed since.

#include "core/store/shared_edges.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/store/keys.h"

namespace claimgraph {
namespace {

tl::unexpected<Error> MalformedEdges(std::string_view place, NodeRef node) {
  return Malformed(place, "the edges to " + Describe(node));
}

}  // namespace

bool IsShared(NodeKind kind) {
  return kind == NodeKind::kWork || kind == NodeKind::kProposition || kind == NodeKind::kStudy;
}

// One scan sees one state, the newest segment first; most lists have no other,
// and for them a look at one key is a third of its price.
Result<Ids> ReadSharedEdges(const KeyValues& store, std::string_view place, NodeRef node,
                            EdgeKind kind, std::size_t limit) {
  const std::string key = keys::NewestIn(node, kind);
  const Result<std::optional<std::string>> bytes = store.Get(Family::kIn, key);
  if (!bytes) return tl::unexpected(bytes.error());
  if (!*bytes) return Ids{};
  std::optional<Newest> newest = DecodeNewest(**bytes);
  if (!newest) return MalformedEdges(place, node);
  Ids ids;
  if (newest->sealed > 0) {
    bool sound = true;
    const auto add = [&](std::string_view found, std::string_view value) {
      if (found == key) {
        newest = DecodeNewest(value);
        sound = newest.has_value();
        return sound;
      }
      const std::optional<Ids> segment = DecodeIds(value, limit - ids.size());
      sound = segment.has_value();
      if (sound) ids.insert(ids.end(), segment->begin(), segment->end());
      return sound && ids.size() < limit;
    };
    if (const Status read = store.Scan(Family::kIn, key, add); !read) {
      return tl::unexpected(read.error());
    }
    if (!sound) return MalformedEdges(place, node);
  }
  newest->ids.resize(std::min(limit - ids.size(), newest->ids.size()));
  if (ids.empty()) return std::move(newest->ids);
  ids.insert(ids.end(), newest->ids.begin(), newest->ids.end());
  return ids;
}

Result<SharedEdges::List*> SharedEdges::Find(const Edge& edge, bool to_is_new) {
  std::string key = keys::NewestIn(edge.to, edge.kind);
  const auto known = lists_.find(key);
  if (known != lists_.end()) return &known->second;
  if (to_is_new) return &lists_[std::move(key)];
  const Result<std::optional<std::string>> bytes = store_.Get(Family::kIn, key);
  if (!bytes) return tl::unexpected(bytes.error());
  const std::optional<Newest> newest = *bytes ? DecodeNewest(**bytes) : Newest{};
  if (!newest) return MalformedEdges(place_, edge.to);
  return &lists_.emplace(std::move(key), List{*newest, *newest}).first->second;
}

Status SharedEdges::Remove(const Edge& edge) {
  const Result<List*> found = Find(edge, false);
  if (!found) return tl::unexpected(found.error());
  Newest& newest = (*found)->now;
  const auto at = std::ranges::lower_bound(newest.ids, edge.from.id);
  if (at != newest.ids.end() && *at == edge.from.id) {
    newest.ids.erase(at);
    return {};
  }
  if (newest.sealed == 0) return {};
  return RemoveSealed(edge, keys::NewestIn(edge.to, edge.kind), *found);
}

Result<SharedEdges::Segment> SharedEdges::FindSealed(const Edge& edge, const std::string& newest) {
  Segment segment;
  std::optional<Ids> stored = Ids{};
  const auto take = [&](std::string_view found, std::string_view bytes) {
    const auto changed = sealed_.find(found);
    if (changed != sealed_.end() && changed->second.empty()) return true;  // gone, with all in it
    segment.key = found;
    stored = changed == sealed_.end() ? DecodeIds(bytes) : changed->second;
    return false;
  };
  const std::string from = keys::SealedIn(newest, edge.from.id);
  if (const Status read = store_.Scan(Family::kIn, newest, take, from); !read) {
    return tl::unexpected(read.error());
  }
  if (!stored) return MalformedEdges(place_, edge.to);
  segment.ids = *std::move(stored);
  return segment;
}

Status SharedEdges::RemoveSealed(const Edge& edge, const std::string& newest, List* list) {
  Result<Segment> segment = FindSealed(edge, newest);
  if (!segment) return tl::unexpected(segment.error());
  if (segment->key.empty()) return {};
  std::erase(segment->ids, edge.from.id);
  if (segment->ids.empty()) --list->now.sealed;
  sealed_.insert_or_assign(std::move(segment->key), std::move(segment->ids));
  return {};
}

Status SharedEdges::Add(const Edge& edge, bool to_is_new) {
  const Result<List*> found = Find(edge, to_is_new);
  if (!found) return tl::unexpected(found.error());
  Newest& newest = (*found)->now;
  if (!newest.ids.empty() ? newest.ids.back() >= edge.from.id : newest.sealed > 0) {
    return Insert(edge, *found);
  }
  if (newest.ids.size() >= kSegmentIds) {
    Seal(keys::NewestIn(edge.to, edge.kind), *found);
  }
  newest.ids.push_back(edge.from.id);
  return {};
}

Status SharedEdges::Insert(const Edge& edge, List* list) {
  const auto insert = [id = edge.from.id](Ids* ids) {
    const auto at = std::ranges::lower_bound(*ids, id);
    if (at == ids->end() || *at != id) ids->insert(at, id);
  };
  const std::string newest = keys::NewestIn(edge.to, edge.kind);
  if (list->now.sealed > 0 && (list->now.ids.empty() || edge.from.id < list->now.ids.front())) {
    Result<Segment> segment = FindSealed(edge, newest);
    if (!segment) return tl::unexpected(segment.error());
    if (!segment->key.empty()) {
      insert(&segment->ids);
      sealed_.insert_or_assign(std::move(segment->key), std::move(segment->ids));
      return {};
    }
  }
  insert(&list->now.ids);
  return {};
}

void SharedEdges::Seal(const std::string& newest, List* list) {
  const std::uint64_t last = list->now.ids.back();
  sealed_.insert_or_assign(keys::SealedIn(newest, last), std::move(list->now.ids));
  list->now.ids.clear();
  ++list->now.sealed;
}

void SharedEdges::AppendTo(std::vector<Write>* writes) && {
  const auto put = [writes](std::string key, bool keep, std::string value) {
    writes->push_back({Family::kIn, std::move(key), std::nullopt});
    if (keep) writes->back().value = std::move(value);
  };
  for (const auto& [key, ids] : sealed_) put(key, !ids.empty(), EncodeIds(ids));
  for (const auto& [key, list] : lists_) {
    if (list.now == list.before) continue;
    put(key, list.now.sealed > 0 || !list.now.ids.empty(), EncodeNewest(list.now));
  }
}

}  // namespace claimgraph
