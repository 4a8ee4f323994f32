// Lists of neighbours as the bytes of one value.
//
//   ids     := delta:varint ...              ascending; the first counts from 0
//   list    := tag:u8 size:varint ids        tag = 2 * edge + way; size in bytes
//   record  := list ...                      ascending by tag
//   newest  := sealed:varint ids             sealed: how many segments went before
//
// Neighbours lie close together, since a document's nouns get their ids
// at once: most deltas are a varint of one byte, where an id has eight.
//
// Readers give nothing when the bytes are not what the writers write.
#ifndef CLAIMGRAPH_CORE_STORE_EDGE_LISTS_H_
#define CLAIMGRAPH_CORE_STORE_EDGE_LISTS_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph_reader.h"

namespace claimgraph {

using Ids = std::vector<std::uint64_t>;
inline constexpr std::size_t kAllIds = std::numeric_limits<std::size_t>::max();

// Requires: ascending, none twice, none zero.
std::string EncodeIds(const Ids& ids);
// The first `limit` of them.
std::optional<Ids> DecodeIds(std::string_view bytes, std::size_t limit = kAllIds);

// Requires: lists are appended in the order of (kind, way), each once.
void AppendList(EdgeKind kind, Way way, const Ids& ids, std::string* record);
// Empty where the record has no such list.
std::optional<Ids> FindList(std::string_view record, EdgeKind kind, Way way,
                            std::size_t limit = kAllIds);

// The end of a list that grows: what has not been sealed yet.
struct Newest {
  std::uint64_t sealed = 0;
  Ids ids{};
  bool operator==(const Newest&) const = default;
};

std::string EncodeNewest(const Newest& newest);
std::optional<Newest> DecodeNewest(std::string_view bytes);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_EDGE_LISTS_H_
