// Numbers are decoded here.  The 2,231 names are Gumbo's: it is shown the
// reference alone, and the answer is remembered, since a text uses few of them.

#include "importers/formats/html_entities.h"

#include <gumbo.h>

#include <array>
#include <cstdint>
#include <unordered_map>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongestName = 33;  // &CounterClockwiseContourIntegral;
constexpr std::size_t kMaxRemembered = 4096;

// HTML reads &#128;..&#159; as Windows-1252, because that is what authors meant.
constexpr std::array<char16_t, 32> kControls = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool IsAlnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int Digit(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  if (!hex) return -1;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t ReadNumber(std::string_view text, std::size_t i, std::string* decoded) {
  std::size_t k = i + 2;
  const bool hex = k < text.size() && (text[k] == 'x' || text[k] == 'X');
  if (hex) ++k;
  const std::size_t first = k;
  std::uint32_t value = 0;
  for (int d = 0; k < text.size() && (d = Digit(text[k], hex)) >= 0; ++k) {
    if (value < 0x110000) value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(d);
  }
  if (k == first) return 0;
  if (k < text.size() && text[k] == ';') ++k;
  if (value >= 0x80 && value < 0xA0) value = kControls[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
  decoded->clear();
  AppendUtf8(value, decoded);
  return k - i;
}

const GumboNode* FirstText(const GumboNode* node) {
  while (node != nullptr && node->type == GUMBO_NODE_ELEMENT) {
    const GumboVector& children = node->v.element.children;
    node = children.length == 0 ? nullptr
                                : static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  return node;
}

// What an HTML parser makes of `reference`; the reference itself if it is none.
std::string AskGumbo(const std::string& reference) {
  GumboOutput* output =
      gumbo_parse_with_options(&kGumboDefaultOptions, reference.data(), reference.size());
  const GumboNode* node = FirstText(output->root);
  std::string text;
  if (node != nullptr && (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)) {
    text = node->v.text.text;
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return text.empty() ? reference : text;
}

// Empty for a name that means nothing.
const std::string& Named(std::string_view reference) {
  thread_local std::unordered_map<std::string, std::string> remembered;
  std::string key(reference);
  if (const auto found = remembered.find(key); found != remembered.end()) return found->second;
  if (remembered.size() >= kMaxRemembered) remembered.clear();
  std::string text = AskGumbo(key);
  // "&notit;" begins with a name that may go without its semicolon; leave it.
  if (text.back() == ';' && key != "&semi;") text.clear();
  return remembered.emplace(std::move(key), std::move(text)).first->second;
}

}  // namespace

std::size_t ReadEntity(std::string_view text, std::size_t i, std::string* decoded) {
  if (i + 2 >= text.size()) return 0;
  if (text[i + 1] == '#') return ReadNumber(text, i, decoded);
  std::size_t k = i + 1;
  while (k < text.size() && k - i < kLongestName && IsAlnum(text[k])) ++k;
  if (k == i + 1 || k == text.size() || text[k] != ';') return 0;
  const std::string& named = Named(text.substr(i, k + 1 - i));
  if (named.empty()) return 0;
  *decoded = named;
  return k + 1 - i;
}

std::string DecodeEntities(std::string_view text) {
  std::string out;
  std::string decoded;
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t amp = std::min(text.find('&', i), text.size());
    out.append(text, i, amp - i);
    i = amp;
    if (i == text.size()) break;
    const std::size_t size = ReadEntity(text, i, &decoded);
    if (size == 0) {
      out.push_back('&');
      ++i;
    } else {
      out.append(decoded);
      i += size;
    }
  }
  return out;
}

}  // namespace claimgraph
