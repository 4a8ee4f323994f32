// How normalising works:
//   ASCII takes a fast path, since nearly all text is ASCII.  Any other
//   character is first looked up in the table of typographic characters, then
//   (for Fold) decomposed by ICU, rid of its combining marks, and case folded.
//   Letters that Unicode does not decompose but readers do ("ø", "ł", "ß")
//   stand in a table of their own.
// Each step maps one character to a few, so offsets are kept for free.
#include "core/text/normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace claimgraph {
namespace {

enum class Strength { kPlain, kUnaccented, kFold };

constexpr char kKeep[] = "\x01";  // marks "no entry" in the tables below

// Typographic characters and the ASCII that a typist would have used.
const char* Typographic(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC:
    case 0x00B4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return "-";
    case 0x2026:
      return "...";
    case 0x00A0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0x2028:
    case 0x2029:
    case 0x0085:
      return " ";
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
      return "";
    default:
      return c >= 0x2000 && c <= 0x200A ? " " : kKeep;
  }
}

// Letters with a stroke or joined letters, which have no decomposition.
const char* Stroked(UChar32 c) {
  switch (c) {
    case 0x00D8:
    case 0x00F8:
      return "o";
    case 0x0141:
    case 0x0142:
      return "l";
    case 0x0110:
    case 0x0111:
    case 0x00D0:
    case 0x00F0:
      return "d";
    case 0x0126:
    case 0x0127:
      return "h";
    case 0x00C6:
    case 0x00E6:
      return "ae";
    case 0x0152:
    case 0x0153:
      return "oe";
    case 0x00DE:
    case 0x00FE:
      return "th";
    case 0x0131:
      return "i";
    case 0x1E9E:
    case 0x00DF:
      return "ss";
    default:
      return kKeep;
  }
}

void AppendUtf8(UChar32 c, std::string* out) {
  char bytes[U8_MAX_LENGTH];
  int32_t n = 0;
  U8_APPEND_UNSAFE(bytes, n, c);
  out->append(bytes, static_cast<std::size_t>(n));
}

bool IsMark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// One character outside ASCII without its accents, folded if asked.
void AppendBare(UChar32 c, bool fold, std::string* out) {
  static const icu::Normalizer2* const kNfkd = [] {
    UErrorCode error = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKDInstance(error);
  }();
  if (const char* letters = Stroked(c); letters != kKeep) {
    out->append(letters);
    if (!fold && u_isupper(c)) {
      char& first = (*out)[out->size() - std::char_traits<char>::length(letters)];
      first = static_cast<char>(first - 'a' + 'A');
    }
    return;
  }
  icu::UnicodeString parts;
  if (kNfkd == nullptr || !kNfkd->getDecomposition(c, parts)) parts = icu::UnicodeString(c);
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (IsMark(part)) continue;
    AppendUtf8(fold ? u_foldCase(part, U_FOLD_CASE_DEFAULT) : part, out);
  }
}

// Appends what `text` becomes; calls `mark(begin)` before each character with
// the place where it stands in `text`.
template <Strength kStrength, typename Mark>
void Normalize(std::string_view text, std::string* out, Mark mark) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    const int32_t begin = i;
    const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(i)]);
    if (byte < 0x80) {
      ++i;
      mark(begin);
      const bool upper = byte >= 'A' && byte <= 'Z';
      const bool lower = kStrength == Strength::kFold && upper;
      out->push_back(static_cast<char>(lower ? byte + ('a' - 'A') : byte));
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    mark(begin);
    if (c < 0) continue;
    if (const char* ascii = Typographic(c); ascii != kKeep) {
      out->append(ascii);
    } else if (kStrength != Strength::kPlain) {
      AppendBare(c, kStrength == Strength::kFold, out);
    } else {
      out->append(
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
    }
  }
}

template <Strength kStrength>
std::string Normalized(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Normalize<kStrength>(text, &out, [](int32_t) {});
  return out;
}

template <Strength kStrength>
NormalizedText NormalizedWithOffsets(std::string_view text) {
  NormalizedText out;
  out.text.reserve(text.size());
  out.offsets.reserve(text.size() + 1);
  std::uint32_t at = 0;
  const auto settle = [&out, &at] { out.offsets.resize(out.text.size(), at); };
  Normalize<kStrength>(text, &out.text, [&](int32_t begin) {
    settle();
    at = static_cast<std::uint32_t>(begin);
  });
  settle();
  out.offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string Plain(std::string_view text) { return Normalized<Strength::kPlain>(text); }
std::string Unaccented(std::string_view text) { return Normalized<Strength::kUnaccented>(text); }
std::string Fold(std::string_view text) { return Normalized<Strength::kFold>(text); }
NormalizedText PlainWithOffsets(std::string_view text) {
  return NormalizedWithOffsets<Strength::kPlain>(text);
}
NormalizedText UnaccentedWithOffsets(std::string_view text) {
  return NormalizedWithOffsets<Strength::kUnaccented>(text);
}
NormalizedText FoldWithOffsets(std::string_view text) {
  return NormalizedWithOffsets<Strength::kFold>(text);
}

TextSpan NormalizedText::Original(std::size_t begin, std::size_t end) const {
  if (begin >= end || end >= offsets.size()) {
    const std::uint32_t at = offsets[std::min(begin, offsets.size() - 1)];
    return {at, at};
  }
  // A character that became several bytes is never split.
  const std::uint32_t last = offsets[end - 1];
  while (end + 1 < offsets.size() && offsets[end] == last) ++end;
  return {offsets[begin], offsets[end]};
}

std::string TitleKey(std::string_view title) {
  const std::string folded = Fold(title);
  std::string key;
  key.reserve(folded.size());
  const auto space = [&key] {
    if (!key.empty() && key.back() != ' ') key.push_back(' ');
  };
  for (const char c : folded) {
    if (IsWordByte(c)) {
      key.push_back(c);
    } else if (c == '&') {
      space();
      key += "and ";
    } else if (c != '\'') {
      space();
    }
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::string Tidy(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool wide = text.substr(i, 2) == kNoBreak;
    if (wide || text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
      space = !out.empty();
      i += wide ? 1 : 0;
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out.push_back(text[i]);
  }
  return out;
}

}  // namespace claimgraph
