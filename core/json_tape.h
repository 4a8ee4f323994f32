// A parsed JSON text as one flat list of tokens, for reading with a known shape.
//
// A tree of a line of 100 MB takes gigabytes; a tape takes 16 bytes for a value and the
// bytes of its string.  Containers know where they end, so that what is of no interest is
// passed over in one step.
//
//   {"a": [1, "x"]}   ->   object(end 5)  key a  array(end 5)  number 1  string x
//
// The text is checked whole: syntax, UTF-8, numbers that a double cannot hold.
#ifndef CLAIMGRAPH_CORE_JSON_TAPE_H_
#define CLAIMGRAPH_CORE_JSON_TAPE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace claimgraph {

class JsonTape {
 public:
  // Of a container inside containers; deeper texts are refused.
  static constexpr std::size_t kDeepest = 16;
  static constexpr std::size_t kMostTokens = std::size_t{128} << 20;  // 2 GiB of them

  enum class Kind : std::uint8_t {
    kNull,
    kFalse,
    kTrue,
    kInteger,   // below 0
    kUnsigned,  // a whole number from 0
    kDouble,
    kString,
    kKey,
    kArray,
    kObject,
  };

  struct Token {
    std::uint64_t bits = 0;  // the number; of a string: where it begins
    std::uint32_t size = 0;  // of a string: bytes; of a container: the position after its end
    Kind kind = Kind::kNull;
  };

  // InvalidArgument, with what is wrong and at which byte.
  [[nodiscard]] static Result<JsonTape> Parse(std::string_view text);

  const Token& at(std::size_t i) const { return tokens_[i]; }
  // The position after the value at `i`.
  std::size_t After(std::size_t i) const {
    const Token& token = tokens_[i];
    return token.kind == Kind::kArray || token.kind == Kind::kObject ? token.size : i + 1;
  }
  std::string_view Text(const Token& token) const {
    return std::string_view(texts_).substr(token.bits, token.size);
  }

 private:
  class Handler;

  std::vector<Token> tokens_{};
  std::string texts_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_JSON_TAPE_H_
