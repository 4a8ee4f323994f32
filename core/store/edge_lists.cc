// Reading is in the inner loop of every walk: no copies, and lists that are not
// asked for are passed over by their size.

#include "core/store/edge_lists.h"

#include <algorithm>
#include <cassert>

#include "core/store/varint.h"

namespace claimgraph {
namespace {

void AppendIds(const Ids& ids, std::string* bytes) {
  std::uint64_t last = 0;
  for (const std::uint64_t id : ids) {
    assert(id > last);
    AppendVarint(id - last, bytes);
    last = id;
  }
}

char Tag(EdgeKind kind, Way way) {
  return static_cast<char>(2 * static_cast<unsigned>(kind) + (way == Way::kIn ? 1 : 0));
}

}  // namespace

std::string EncodeIds(const Ids& ids) {
  std::string bytes;
  AppendIds(ids, &bytes);
  return bytes;
}

std::optional<Ids> DecodeIds(std::string_view bytes, std::size_t limit) {
  Ids ids;
  ids.reserve(std::min(bytes.size(), limit));
  std::uint64_t id = 0;
  while (!bytes.empty() && ids.size() < limit) {
    std::uint64_t delta = 0;
    if (!TakeVarint(&bytes, &delta) || delta == 0 || id + delta < id) return std::nullopt;
    ids.push_back(id += delta);
  }
  return ids;
}

void AppendList(EdgeKind kind, Way way, const Ids& ids, std::string* record) {
  const std::string bytes = EncodeIds(ids);
  record->push_back(Tag(kind, way));
  AppendVarint(bytes.size(), record);
  *record += bytes;
}

std::optional<Ids> FindList(std::string_view record, EdgeKind kind, Way way, std::size_t limit) {
  while (!record.empty()) {
    const char tag = record.front();
    record.remove_prefix(1);
    std::uint64_t size = 0;
    if (!TakeVarint(&record, &size) || size > record.size()) return std::nullopt;
    if (tag == Tag(kind, way)) return DecodeIds(record.substr(0, size), limit);
    record.remove_prefix(size);
  }
  return Ids{};
}

std::string EncodeNewest(const Newest& newest) {
  std::string bytes;
  AppendVarint(newest.sealed, &bytes);
  AppendIds(newest.ids, &bytes);
  return bytes;
}

std::optional<Newest> DecodeNewest(std::string_view bytes) {
  Newest newest;
  if (!TakeVarint(&bytes, &newest.sealed)) return std::nullopt;
  std::optional<Ids> ids = DecodeIds(bytes);
  if (!ids) return std::nullopt;
  newest.ids = *std::move(ids);
  return newest;
}

}  // namespace claimgraph
