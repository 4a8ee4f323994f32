// Bytes of unknown encoding in, valid UTF-8 out, with the way back.
//
// Reads UTF-8, UTF-16 in either order (with or without a byte order mark) and
// Windows-1252.  A byte that belongs to no character becomes U+FFFD; NUL bytes
// and byte order marks are left out; line ends stay as they are, since
// "\r\n" is two bytes that readers must skip as one.
#ifndef CLAIMGRAPH_CORE_TEXT_UTF8_H_
#define CLAIMGRAPH_CORE_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/offset_map.h"

namespace claimgraph {

enum class Encoding : std::uint8_t { kUtf8, kUtf16Le, kUtf16Be, kWindows1252 };

struct DecodedText {
  std::string text{};  // valid UTF-8, no NUL, no byte order mark
  OffsetMap map{};     // text -> bytes
  Encoding encoding = Encoding::kUtf8;
  // empty-file, byte-order-mark, utf16-input, windows-1252-input, invalid-utf8,
  // nul-bytes, crlf, truncated-input, large-file.  At most a dozen, however
  // many bytes were odd: the first few of a kind, then their number.
  std::vector<Diagnostic> diagnostics{};
};

struct SniffedEncoding {
  Encoding encoding = Encoding::kUtf8;
  std::size_t mark = 0;  // bytes of byte order mark
};

// The kind of UTF-16 that `bytes` are, by their mark or by zero bytes on one
// side of most pairs; nothing if they are not.  Looks at the first 4 KiB.
std::optional<SniffedEncoding> SniffUtf16(std::string_view bytes);

// Linear.  Requires: bytes.size() < 4 GiB.
DecodedText DecodeText(std::string_view bytes);

// The bytes of the character that starts at text[i]; 1 for a stray byte.
// `*c` is the character, U+FFFD for a stray or cut one.  Requires: i < size.
std::size_t DecodeUtf8At(std::string_view text, std::size_t i, char32_t* c);

// The first byte of the character before text[i].  Requires: 0 < i <= size.
std::size_t PreviousCharacter(std::string_view text, std::size_t i);

void AppendUtf8(char32_t c, std::string* out);

// U+FFFD for the five bytes that Windows-1252 leaves undefined.
char32_t FromWindows1252(unsigned char byte);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_TEXT_UTF8_H_
