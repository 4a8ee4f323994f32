// The parts that values share: strings, ranges, lists, checked enumerations.
// For values.cc and document_values.cc alone.
#ifndef CLAIMGRAPH_CORE_STORE_VALUE_PARTS_H_
#define CLAIMGRAPH_CORE_STORE_VALUE_PARTS_H_

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "core/store/values_generated.h"

namespace claimgraph {

using Builder = flatbuffers::FlatBufferBuilder;

inline constexpr std::size_t kSmallValue = 512;  // bytes that a builder begins with

// The root table, or null when the bytes are not a whole and sane Table.
template <typename Table>
const Table* Root(const std::string& bytes) {
  constexpr flatbuffers::uoffset_t kMaxDepth = 16;
  // Every table has an offset to its vtable and at least one offset to it, so
  // this many is never too few and keeps the check linear.
  const auto max_tables = static_cast<flatbuffers::uoffset_t>(bytes.size() / 8 + 1);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  flatbuffers::Verifier verifier(data, bytes.size(), kMaxDepth, max_tables);
  return verifier.VerifyBuffer<Table>(nullptr) ? flatbuffers::GetRoot<Table>(data) : nullptr;
}

inline std::string Bytes(const Builder& b) {
  return {reinterpret_cast<const char*>(b.GetBufferPointer()), b.GetSize()};
}

// An empty string or list is left out: it costs nothing and reads back empty.
inline flatbuffers::Offset<flatbuffers::String> Put(Builder* b, std::string_view s) {
  return s.empty() ? 0 : b->CreateString(s.data(), s.size());
}

inline flatbuffers::Offset<flatbuffers::Vector<flatbuffers::Offset<flatbuffers::String>>> Put(
    Builder* b, const std::vector<std::string>& list) {
  return list.empty() ? 0 : b->CreateVectorOfStrings(list);
}

// A list of tables, each made from one element by `put`.
template <typename Noun, typename PutOne>
auto PutAll(Builder* b, const std::vector<Noun>& list, PutOne put) {
  std::vector<decltype(put(b, list.front()))> offsets;
  offsets.reserve(list.size());
  for (const Noun& noun : list) offsets.push_back(put(b, noun));
  using Offset = decltype(b->CreateVector(offsets));
  return offsets.empty() ? Offset(0) : b->CreateVector(offsets);
}

// A list of structs.
template <typename Struct, typename Noun, typename MakeOne>
auto PutStructs(Builder* b, const std::vector<Noun>& list, MakeOne make) {
  std::vector<Struct> structs;
  structs.reserve(list.size());
  for (const Noun& noun : list) structs.push_back(make(noun));
  using Offset = decltype(b->CreateVectorOfStructs(structs));
  return structs.empty() ? Offset(0) : b->CreateVectorOfStructs(structs);
}

template <typename Id>
auto PutIds(Builder* b, const std::vector<Id>& ids) {
  std::vector<std::uint64_t> raw;
  raw.reserve(ids.size());
  for (const Id id : ids) raw.push_back(static_cast<std::uint64_t>(id));
  using Offset = decltype(b->CreateVector(raw));
  return raw.empty() ? Offset(0) : b->CreateVector(raw);
}

template <typename S>
stored::Range ToRange(S span) {
  return {span.begin, span.end};
}

inline std::string Get(const flatbuffers::String* s) { return s ? s->str() : std::string(); }

template <typename S>
S Get(const stored::Range* range) {
  return range ? S{range->begin(), range->end()} : S{};
}

inline std::vector<std::string> Get(
    const flatbuffers::Vector<flatbuffers::Offset<flatbuffers::String>>* list) {
  std::vector<std::string> strings;
  if (!list) return strings;
  strings.reserve(list->size());
  for (const flatbuffers::String* s : *list) strings.push_back(s->str());
  return strings;
}

template <typename Noun, typename List, typename GetOne>
std::vector<Noun> GetAll(const List* list, GetOne get) {
  std::vector<Noun> nouns;
  if (!list) return nouns;
  nouns.reserve(list->size());
  for (const auto* item : *list) nouns.push_back(get(*item));
  return nouns;
}

// Copies before it reads: the verifier does not see to it that eight-byte
// elements are aligned, and in damaged bytes they may not be.
template <typename Id>
std::vector<Id> GetIds(const flatbuffers::Vector<std::uint64_t>* list) {
  std::vector<Id> ids;
  if (!list) return ids;
  std::vector<std::uint64_t> raw(list->size());
  if (!raw.empty()) std::memcpy(raw.data(), list->Data(), raw.size() * sizeof(raw[0]));
  ids.reserve(raw.size());
  for (const std::uint64_t id : raw) ids.push_back(Id{flatbuffers::EndianScalar(id)});
  return ids;
}

// Reads enumerators and remembers whether one was beyond the last that we know.
class EnumReader {
 public:
  template <typename Enum>
  Enum Get(std::uint8_t raw, Enum last) {
    ok_ = ok_ && raw <= static_cast<std::uint8_t>(last);
    return static_cast<Enum>(raw);
  }
  bool ok() const { return ok_; }

 private:
  bool ok_ = true;
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_VALUE_PARTS_H_
