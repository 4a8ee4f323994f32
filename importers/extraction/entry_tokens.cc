#include "importers/extraction/entry_tokens.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {

EntryCharKind EntryCharKindOf(char32_t c) {
  if (c < 0x80) {
    const char byte = static_cast<char>(c);
    if (ascii::IsUpper(byte) || ascii::IsLower(byte)) return EntryCharKind::kLetter;
    if (ascii::IsDigit(byte)) return EntryCharKind::kDigit;
    return ascii::IsSpace(byte) ? EntryCharKind::kSpace : EntryCharKind::kSign;
  }
  const auto code = static_cast<UChar32>(c);
  if (c == 0xAD || u_isalpha(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0) {
    return EntryCharKind::kLetter;
  }
  if (u_isdigit(code)) return EntryCharKind::kDigit;
  return u_isUWhiteSpace(code) ? EntryCharKind::kSpace : EntryCharKind::kSign;
}

EntryChar EntryCharAt(std::string_view text, std::size_t i) {
  EntryChar c;
  c.size = DecodeUtf8At(text, i, &c.code);
  c.kind = EntryCharKindOf(c.code);
  return c;
}

namespace {

// Behind the characters of this kind from `i` on.
std::size_t SkipKind(std::string_view text, std::size_t i, EntryCharKind kind) {
  while (i < text.size()) {
    const EntryChar c = EntryCharAt(text, i);
    if (c.kind != kind) break;
    i += c.size;
  }
  return i;
}

std::size_t SkipOneSpace(std::string_view text, std::size_t i) {
  if (i >= text.size()) return i;
  const EntryChar c = EntryCharAt(text, i);
  return c.kind == EntryCharKind::kSpace ? i + c.size : i;
}

std::size_t SkipPrinted(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const EntryChar c = EntryCharAt(text, i);
    if (c.kind == EntryCharKind::kSpace) break;
    i += c.size;
  }
  return i;
}

bool BeginsWith(std::string_view text, std::size_t i, std::string_view lower) {
  if (text.size() - i < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(i),
                    [](char a, char b) { return a == ascii::Lower(b); });
}

// Behind an address from `i` on, with at most one space behind each of "http", ":" and
// "//"; `i` where there is none.
std::size_t AddressEnd(std::string_view text, std::size_t i) {
  std::size_t at = i;
  if (BeginsWith(text, i, "www.")) {
    at = i + 4;
  } else {
    if (BeginsWith(text, i, "https")) {
      at = i + 5;
    } else if (BeginsWith(text, i, "http")) {
      at = i + 4;
    } else if (BeginsWith(text, i, "ftp")) {
      at = i + 3;
    } else {
      return i;
    }
    at = SkipOneSpace(text, at);
    if (!text.substr(at).starts_with(':')) return i;
    at = SkipOneSpace(text, at + 1);
    if (!text.substr(at).starts_with("//")) return i;
    at = SkipOneSpace(text, at + 2);
  }
  const std::size_t end = SkipPrinted(text, at);
  return end > at ? end : i;
}

std::size_t DoiEnd(std::string_view text, std::size_t i) {
  if (!BeginsWith(text, i, "10.")) return i;
  std::size_t at = i + 3;
  while (at < text.size() && ascii::IsDigit(text[at])) ++at;
  const std::size_t digits = at - i - 3;
  if (digits < 4 || digits > 9 || at >= text.size() || text[at] != '/') return i;
  const std::size_t end = SkipPrinted(text, at + 1);
  return end > at + 1 ? end : i;
}

// An address's end without signs that belong to the sentence around it.
std::size_t WithoutTail(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view kTail = U".,;)]>\"'\u201D\u2019\u00BB}";
  const bool opens = text.substr(begin, end - begin).find('(') != std::string_view::npos;
  while (end > begin + 1) {
    const std::size_t last = PreviousCharacter(text, end);
    const char32_t c = EntryCharAt(text, last).code;
    if (kTail.find(c) == std::u32string_view::npos || (c == ')' && opens) || last <= begin) break;
    end = last;
  }
  return end;
}

}  // namespace

std::vector<EntryToken> EntryTokens(std::string_view entry) {
  std::vector<EntryToken> tokens;
  EntryCharKind before = EntryCharKind::kSpace;
  for (std::size_t i = 0; i < entry.size();) {
    const EntryChar c = EntryCharAt(entry, i);
    if (c.kind == EntryCharKind::kSpace) {
      i += c.size;
      before = c.kind;
      continue;
    }
    EntryTokenKind kind = EntryTokenKind::kSign;
    std::size_t end = i;
    if (c.kind == EntryCharKind::kLetter && before != EntryCharKind::kLetter) {
      end = WithoutTail(entry, i, AddressEnd(entry, i));
      kind = EntryTokenKind::kAddress;
    } else if (c.kind == EntryCharKind::kDigit && before != EntryCharKind::kDigit) {
      end = WithoutTail(entry, i, DoiEnd(entry, i));
      kind = EntryTokenKind::kDoi;
    }
    if (end == i) {
      if (c.kind == EntryCharKind::kLetter) {
        end = SkipKind(entry, i, EntryCharKind::kLetter);
        kind = EntryTokenKind::kWord;
      } else if (c.kind == EntryCharKind::kDigit) {
        end = SkipKind(entry, SkipKind(entry, i, EntryCharKind::kDigit), EntryCharKind::kLetter);
        kind = EntryTokenKind::kNumber;
      } else {
        end = i + c.size;
        kind = EntryTokenKind::kSign;
      }
    }
    tokens.push_back({{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)}, kind});
    before = EntryCharAt(entry, PreviousCharacter(entry, end)).kind;
    i = end;
  }
  return tokens;
}

}  // namespace claimgraph
