// The encoding is decided once for the whole input:
//   1. a byte order mark says it;
//   2. zero bytes on one side of most pairs mean UTF-16;
//   3. bytes that fail as UTF-8 everywhere but are all letters and quotes of
//      Windows-1252 mean that;
//   4. else UTF-8, and what fails is replaced.
// Then one pass writes the text and its map; long runs of ASCII go through in
// one copy.

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace claimgraph {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kLargeFile = 16u << 20;
constexpr std::size_t kSniffed = 4096;  // bytes that decide between UTF-8 and UTF-16

// 0x80..0x9F of Windows-1252; 0 where it defines nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char Byte(std::string_view s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

// Bytes of the well-formed character at `i`, or 0.
std::size_t WellFormed(std::string_view s, std::size_t i) {
  const unsigned char a = Byte(s, i);
  if (a < 0x80) return 1;
  const std::size_t size = a >= 0xF0 ? 4 : a >= 0xE0 ? 3 : 2;
  if (a < 0xC2 || a > 0xF4 || i + size > s.size()) return 0;
  const unsigned char b = Byte(s, i + 1);
  const unsigned char low = a == 0xE0 ? 0xA0 : a == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = a == 0xED ? 0x9F : a == 0xF4 ? 0x8F : 0xBF;
  if (b < low || b > high) return 0;
  for (std::size_t k = 2; k < size; ++k) {
    if ((Byte(s, i + k) & 0xC0) != 0x80) return 0;
  }
  return size;
}

// First byte at or after `i` that is not ASCII, or is NUL.
std::size_t SkipPlain(std::string_view s, std::size_t i) {
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  while (i + 8 <= s.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, s.data() + i, 8);
    if (((word | (word - kOnes)) & kHigh) != 0) break;
    i += 8;
  }
  while (i < s.size() && Byte(s, i) < 0x80 && s[i] != 0) ++i;
  return i;
}

// Reports the first few of a kind one by one, then how many there were.
class Tally {
 public:
  Tally(const char* code, const char* message) : code_(code), message_(message) {}

  void Add(std::size_t at, std::size_t size, std::vector<Diagnostic>* out) {
    if (++count_ > kShown) return;
    const auto begin = static_cast<std::uint32_t>(at);
    out->push_back({code_, {begin, begin + static_cast<std::uint32_t>(size)}, message_});
  }
  void Finish(std::vector<Diagnostic>* out) const {
    if (count_ <= kShown) return;
    out->push_back({code_, {}, std::to_string(count_) + " in all: " + message_});
  }

 private:
  static constexpr std::size_t kShown = 3;
  const char* code_;
  const char* message_;
  std::size_t count_ = 0;
};

bool LooksLikeUtf16(std::string_view bytes, std::size_t zero_side) {
  const std::size_t pairs = std::min(bytes.size(), kSniffed) / 2;
  if (pairs < 2) return false;
  std::size_t zeros = 0;
  std::size_t others = 0;
  for (std::size_t p = 0; p < pairs; ++p) {
    zeros += bytes[2 * p + zero_side] == 0;
    others += bytes[2 * p + 1 - zero_side] == 0;
  }
  return zeros * 10 >= pairs * 6 && others * 20 <= pairs;
}

bool LooksLikeWindows1252(std::string_view bytes) {
  std::size_t bad = 0;
  std::size_t good = 0;
  std::size_t undefined = 0;
  for (std::size_t i = SkipPlain(bytes, 0); i < bytes.size();) {
    const unsigned char c = Byte(bytes, i);
    const std::size_t size = WellFormed(bytes, i);
    good += size > 1;
    bad += size == 0;
    undefined += (size == 0 && c >= 0x80 && c < 0xA0 && kWindows1252[c - 0x80] == 0) ||
                 (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
    i = SkipPlain(bytes, i + std::max<std::size_t>(size, 1));
  }
  return bad > 0 && undefined == 0 && good * 4 < bad && bad * 4 < bytes.size();
}

SniffedEncoding SniffEncoding(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return {Encoding::kUtf8, 3};
  if (const auto utf16 = SniffUtf16(bytes)) return *utf16;
  if (LooksLikeWindows1252(bytes)) return {Encoding::kWindows1252, 0};
  return {};
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) { out_.text.reserve(bytes.size()); }

  DecodedText Run() {
    const SniffedEncoding sniffed = SniffEncoding(bytes_);
    out_.encoding = sniffed.encoding;
    Introduce(sniffed);
    if (sniffed.encoding == Encoding::kUtf8) {
      Utf8(sniffed.mark);
    } else if (sniffed.encoding == Encoding::kWindows1252) {
      Windows1252();
    } else {
      Utf16(sniffed.mark, sniffed.encoding == Encoding::kUtf16Be);
    }
    invalid_.Finish(&out_.diagnostics);
    nul_.Finish(&out_.diagnostics);
    ReportLineEnds();
    return std::move(out_);
  }

 private:
  void Say(const char* code, std::size_t begin, std::size_t end, const char* message) {
    out_.diagnostics.push_back(
        {code, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, message});
  }

  void Introduce(const SniffedEncoding& sniffed) {
    if (bytes_.size() == sniffed.mark) Say("empty-file", 0, 0, "The file is empty.");
    if (bytes_.size() > kLargeFile) {
      Say("large-file", 0, 0, "The file is larger than 16 MiB; it was read whole.");
    }
    switch (sniffed.encoding) {
      case Encoding::kUtf8:
        if (sniffed.mark > 0) Say("byte-order-mark", 0, 3, "A UTF-8 byte order mark was skipped.");
        break;
      case Encoding::kUtf16Le:
      case Encoding::kUtf16Be:
        Say("utf16-input", 0, sniffed.mark, "The file is UTF-16; spans count its own bytes.");
        break;
      case Encoding::kWindows1252:
        Say("windows-1252-input", 0, 0, "The file is not UTF-8; it was read as Windows-1252.");
        break;
    }
  }

  void ReportLineEnds() {
    const std::size_t at = out_.text.find("\r\n");
    if (at == std::string::npos) return;
    const Span where =
        out_.map.Source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 2)});
    Say("crlf", where.begin, where.end, "Lines end in CR LF; spans count both bytes.");
  }

  void Copy(std::size_t begin, std::size_t end) {
    out_.text.append(bytes_.substr(begin, end - begin));
    out_.map.Append(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin));
  }

  // Writes `c` for the `size` source bytes at `at`.
  void Put(char32_t c, std::size_t at, std::size_t size) {
    const std::size_t before = out_.text.size();
    AppendUtf8(c, &out_.text);
    const auto unit = static_cast<std::uint32_t>(out_.text.size() - before);
    out_.map.Append(static_cast<std::uint32_t>(at), unit, unit, static_cast<std::uint32_t>(size));
  }

  void Utf8(std::size_t i) {
    while (i < bytes_.size()) {
      std::size_t end = SkipPlain(bytes_, i);
      std::size_t size = 0;
      while (end < bytes_.size() && bytes_[end] != 0 && (size = WellFormed(bytes_, end)) > 0) {
        end = SkipPlain(bytes_, end + size);
      }
      Copy(i, end);
      i = end;
      if (i == bytes_.size()) break;
      if (bytes_[i] == 0) {
        nul_.Add(i, 1, &out_.diagnostics);
      } else {
        Invalid(i);
      }
      ++i;
    }
  }

  void Invalid(std::size_t i) {
    const unsigned char c = Byte(bytes_, i);
    const std::size_t size = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (c >= 0xC2 && c <= 0xF4 && i + size > bytes_.size() && AllContinue(i + 1)) {
      Say("truncated-input", i, bytes_.size(), "The file ends inside a character.");
    }
    invalid_.Add(i, 1, &out_.diagnostics);
    Put(kReplacement, i, 1);
  }

  bool AllContinue(std::size_t i) const {
    for (; i < bytes_.size(); ++i) {
      if ((Byte(bytes_, i) & 0xC0) != 0x80) return false;
    }
    return true;
  }

  void Windows1252() {
    for (std::size_t i = 0; i < bytes_.size();) {
      const std::size_t end = SkipPlain(bytes_, i);
      Copy(i, end);
      if (end == bytes_.size()) break;
      const unsigned char c = Byte(bytes_, end);
      if (c == 0) {
        nul_.Add(end, 1, &out_.diagnostics);
      } else if (const std::size_t size = WellFormed(bytes_, end); size > 1) {
        Copy(end, end + size);  // the odd UTF-8 character, pasted in
        i = end + size;
        continue;
      } else {
        Put(c < 0xA0 ? kWindows1252[c - 0x80] : c, end, 1);
      }
      i = end + 1;
    }
  }

  std::uint16_t Unit(std::size_t i, bool big) const {
    const unsigned low = Byte(bytes_, i + (big ? 1 : 0));
    const unsigned high = Byte(bytes_, i + (big ? 0 : 1));
    return static_cast<std::uint16_t>(high << 8 | low);
  }

  void Utf16(std::size_t i, bool big) {
    for (; i + 2 <= bytes_.size(); i += 2) {
      const std::uint16_t a = Unit(i, big);
      if (a == 0) {
        nul_.Add(i, 2, &out_.diagnostics);
      } else if (a >= 0xD800 && a < 0xE000) {
        const std::uint16_t b = i + 4 <= bytes_.size() ? Unit(i + 2, big) : 0;
        if (a < 0xDC00 && b >= 0xDC00 && b < 0xE000) {
          Put(0x10000 + ((a - 0xD800u) << 10) + (b - 0xDC00u), i, 4);
          i += 2;
        } else {
          invalid_utf16_.Add(i, 2, &out_.diagnostics);
          Put(kReplacement, i, 2);
        }
      } else {
        Put(a, i, 2);
      }
    }
    invalid_utf16_.Finish(&out_.diagnostics);
    if (i < bytes_.size()) {
      Say("truncated-input", i, bytes_.size(), "The file ends inside a UTF-16 character.");
    }
  }

  std::string_view bytes_;
  DecodedText out_;
  Tally invalid_{"invalid-utf8",
                 "A byte is not part of any UTF-8 character; it was read as U+FFFD."};
  Tally invalid_utf16_{"invalid-utf16", "A surrogate stands alone; it was read as U+FFFD."};
  Tally nul_{"nul-bytes", "A NUL byte was left out."};
};

}  // namespace

std::optional<SniffedEncoding> SniffUtf16(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return std::nullopt;
  if (bytes.substr(0, 2) == "\xFF\xFE") return SniffedEncoding{Encoding::kUtf16Le, 2};
  if (bytes.substr(0, 2) == "\xFE\xFF") return SniffedEncoding{Encoding::kUtf16Be, 2};
  if (LooksLikeUtf16(bytes, 1)) return SniffedEncoding{Encoding::kUtf16Le, 0};
  if (LooksLikeUtf16(bytes, 0)) return SniffedEncoding{Encoding::kUtf16Be, 0};
  return std::nullopt;
}

DecodedText DecodeText(std::string_view bytes) { return Decoder(bytes).Run(); }

std::size_t DecodeUtf8At(std::string_view text, std::size_t i, char32_t* c) {
  const std::size_t size = WellFormed(text, i);
  const unsigned char a = Byte(text, i);
  switch (size) {
    case 0:
      *c = kReplacement;
      return 1;
    case 1:
      *c = a;
      return 1;
    case 2:
      *c = a & 0x1Fu;
      break;
    case 3:
      *c = a & 0x0Fu;
      break;
    default:
      *c = a & 0x07u;
      break;
  }
  for (std::size_t k = 1; k < size; ++k) *c = *c << 6 | (Byte(text, i + k) & 0x3Fu);
  return size;
}

std::size_t PreviousCharacter(std::string_view text, std::size_t i) {
  const std::size_t stop = i >= 4 ? i - 4 : 0;
  --i;
  while (i > stop && (Byte(text, i) & 0xC0) == 0x80) --i;
  return i;
}

void AppendUtf8(char32_t c, std::string* out) {
  const auto put = [out](char32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

char32_t FromWindows1252(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xA0) return byte;
  const char16_t c = kWindows1252[byte - 0x80];
  return c == 0 ? kReplacement : c;
}

}  // namespace claimgraph
