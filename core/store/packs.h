// Nouns of one document and one kind that stand together under one key.
//
//   key     := kind:u8 last:be64                       `last` is the last id in it
//   nouns   := ff ff ff ff count:le32 buffer           a FlatBuffer of `count` nouns (values.fbs)
//   records := 00 count:varint (size:varint) * count record * count   (edge_lists.h)
//
// Ids in a pack are consecutive, so noun `id` is the one that stands last - id
// before the last.  A document of twenty claims has one key where it would have
// twenty; the first key from (kind, id) on is the one that holds `id`, if any does.
//
// In format 1 each noun stood alone: its value does not begin like a pack, and
// reads as a pack of one.
#ifndef CLAIMGRAPH_CORE_STORE_PACKS_H_
#define CLAIMGRAPH_CORE_STORE_PACKS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"

namespace claimgraph {

// More would save keys and make finding one noun dearer: a pack of claims is a few
// kilobytes, about a block of the store.
inline constexpr std::size_t kMostInPack = 32;

// Claims and the other nouns that belong to one document.  Documents stand alone;
// works, studies and propositions are shared and change one by one.
bool IsPacked(NodeKind kind);

// Of nouns.
inline constexpr std::size_t kPackHeader = 8;
void AppendPackHeader(std::size_t count, std::string* bytes);
bool IsPack(std::string_view value);
std::size_t CountInPack(std::string_view value);

// Of records of edges.
std::string PackRecords(const std::vector<std::string>& records);
// How many; nothing if the bytes are not ours.
std::optional<std::size_t> CountRecords(std::string_view value);
// Nothing if there is none or the bytes are not ours.
std::optional<std::string_view> RecordAt(std::string_view value, std::size_t index);
// Shows each, until `visit` returns false, which is returned.  `sound` becomes
// false if the bytes are not ours.
bool ForEachRecord(std::string_view value, bool* sound,
                   const std::function<bool(std::size_t index, std::string_view record)>& visit);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_PACKS_H_
