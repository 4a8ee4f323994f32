// How the files of models are written and read: numbers as they stand in memory, texts
// with their size before them, and a checksum at the end.
//
// Little-endian, as are all machines that the project builds on; an assertion says so.
#ifndef CLAIMGRAPH_CORE_MODEL_MODEL_BYTES_H_
#define CLAIMGRAPH_CORE_MODEL_MODEL_BYTES_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/status.h"

namespace claimgraph::model_bytes {

static_assert(std::endian::native == std::endian::little, "models are little-endian");

inline constexpr float kMostByte = 127;  // of a weight

template <typename T>
void Append(T value, std::string* bytes) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  bytes->append(raw, sizeof(T));
}

void AppendText(std::string_view text, std::string* bytes);

// The checksum of all that `bytes` have so far.
void AppendChecksum(std::string* bytes);
// Takes magic and checksum off both ends; kCorrupt where either is not there or wrong.
Result<std::string_view> Unwrap(std::string_view bytes, std::string_view magic);

// Takes values off the front; after the first that is not there, all are nothing.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T Take() {
    T value{};
    const std::string_view raw = TakeBytes(sizeof(T));
    if (!failed_) std::memcpy(&value, raw.data(), sizeof(T));
    return value;
  }
  std::string_view TakeBytes(std::size_t size);
  std::string TakeText() { return std::string(TakeBytes(Take<std::uint32_t>())); }

  bool failed() const { return failed_; }
  std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

tl::unexpected<Error> Broken(std::string_view what);
tl::unexpected<Error> OtherVersion();

}  // namespace claimgraph::model_bytes

#endif  // CLAIMGRAPH_CORE_MODEL_MODEL_BYTES_H_
