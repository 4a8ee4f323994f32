// ASCII is answered from its code; ICU is asked about the rest.

#include "importers/extraction/citations_chars.h"

#include <unicode/uchar.h>

#include "core/text/utf8.h"

namespace claimgraph {

Char CharAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1};
  Char c;
  c.size = static_cast<std::uint32_t>(DecodeUtf8At(text, at, &c.code));
  return c;
}

Char CharBefore(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  return CharAt(text.substr(0, at), PreviousCharacter(text, at));
}

bool IsSpace(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x2060 ||
         c == 0x3000 || c == 0xFEFF;
}

bool IsLetter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c));
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool IsHyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool IsDash(char32_t c) { return IsHyphen(c) || (c >= 0x2012 && c <= 0x2015) || c == 0x2212; }

bool IsApostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`';
}

int SuperscriptDigit(char32_t c) {
  switch (c) {
    case 0xB9:
      return 1;
    case 0xB2:
      return 2;
    case 0xB3:
      return 3;
    case 0x2070:
      return 0;
    default:
      return c >= 0x2074 && c <= 0x2079 ? static_cast<int>(c - 0x2070) : -1;
  }
}

std::size_t SkipSpaces(std::string_view text, std::size_t at) {
  for (Char c = CharAt(text, at); c.size > 0 && IsSpace(c.code); c = CharAt(text, at)) at += c.size;
  return at;
}

std::size_t SkipSpacesBack(std::string_view text, std::size_t at) {
  for (Char c = CharBefore(text, at); c.size > 0 && IsSpace(c.code); c = CharBefore(text, at))
    at -= c.size;
  return at;
}

}  // namespace claimgraph
