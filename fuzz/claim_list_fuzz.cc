#include <cstddef>
#include <cstdint>

#include "fuzz/promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  claimgraph::CheckPromises({reinterpret_cast<const char*>(data), size}, "claims.jsonl");
  return 0;
}
