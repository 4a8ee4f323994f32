#include "queries/reports/html_writer.h"

#include <cassert>
#include <cstddef>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::string_view kNoCharacter = "\xEF\xBF\xBD";

// Controls, and what makes words read in another order than they are written.
bool IsHarmful(char32_t c) {
  if (c == '\n' || c == '\t') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0xFFFD ||
         (c & 0xFFFE) == 0xFFFE;
}

std::string_view ReferenceFor(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

void HtmlWriter::Open(std::string_view tag, HtmlAttributes attributes) {
  Start(tag, attributes);
  out_ << '>';
  open_.push_back(tag);
}

void HtmlWriter::Close() {
  assert(!open_.empty());
  out_ << "</" << open_.back() << '>';
  open_.pop_back();
}

void HtmlWriter::Text(std::string_view text) { Escape(text); }

void HtmlWriter::Element(std::string_view tag, std::string_view text, HtmlAttributes attributes) {
  Open(tag, attributes);
  Text(text);
  Close();
}

void HtmlWriter::Void(std::string_view tag, HtmlAttributes attributes) {
  Start(tag, attributes);
  out_ << "/>";
}

void HtmlWriter::Start(std::string_view tag, HtmlAttributes attributes) {
  out_ << '<' << tag;
  for (const auto& [name, value] : attributes) {
    const std::string_view shown = name == "href" ? SafeAddress(value) : value;
    if (shown.empty()) continue;
    out_ << ' ' << name << "=\"";
    Escape(shown);
    out_ << '"';
  }
}

// Runs of harmless bytes are written at once.
void HtmlWriter::Escape(std::string_view text) {
  std::size_t begin = 0;
  const auto put = [&](std::size_t at, std::size_t size, std::string_view instead) {
    out_ << text.substr(begin, at - begin) << instead;
    begin = at + size;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char byte = text[i];
    if (!ascii::IsWide(byte) && byte >= 0x20 && byte != 0x7F) {
      if (const std::string_view reference = ReferenceFor(byte); !reference.empty()) {
        put(i, 1, reference);
      }
      ++i;
      continue;
    }
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(text, i, &c);
    if (IsHarmful(c)) put(i, size, kNoCharacter);
    i += size;
  }
  out_ << text.substr(begin);
}

std::string_view SafeAddress(std::string_view address) {
  constexpr std::size_t kLongestScheme = 8;
  const std::string start = ascii::Lowered(address.substr(0, kLongestScheme));
  const bool safe =
      start.starts_with("https://") || start.starts_with("http://") || start.starts_with("#");
  return safe ? address : std::string_view();
}

std::string DoiAddress(std::string_view doi) {
  constexpr std::string_view kPlain = "-._~/:;()";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string address = "https://doi.org/";
  for (const char c : doi) {
    if (!ascii::IsWide(c) && (ascii::IsWord(c) || ascii::IsIn(c, kPlain))) {
      address.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    address += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
  }
  return address;
}

}  // namespace claimgraph
