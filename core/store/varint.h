// Whole numbers in as few bytes as they need: seven bits a byte, lowest first; the
// high bit says that more follow.
#ifndef CLAIMGRAPH_CORE_STORE_VARINT_H_
#define CLAIMGRAPH_CORE_STORE_VARINT_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace claimgraph {

inline void AppendVarint(std::uint64_t value, std::string* bytes) {
  constexpr unsigned char kMore = 0x80;
  for (; value >= kMore; value >>= 7) bytes->push_back(static_cast<char>(value | kMore));
  bytes->push_back(static_cast<char>(value));
}

// Takes a varint off the front; false if there is none.
inline bool TakeVarint(std::string_view* bytes, std::uint64_t* value) {
  constexpr unsigned char kMore = 0x80;
  constexpr unsigned kMostShift = 63;
  *value = 0;
  for (unsigned shift = 0; shift <= kMostShift && !bytes->empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes->front());
    bytes->remove_prefix(1);
    *value |= static_cast<std::uint64_t>(byte & (kMore - 1)) << shift;
    if ((byte & kMore) == 0) return true;
  }
  return false;
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_VARINT_H_
