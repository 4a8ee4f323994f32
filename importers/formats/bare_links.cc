// An address runs to the next white space, quote or angle bracket; punctuation
// that ends the sentence, and a bracket that it did not open, are not part of it.

#include "importers/formats/bare_links.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongest = 2048;

bool IsWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// General punctuation, arrows, private use: never inside an address in prose.
bool EndsAddress(char32_t c) {
  if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '`' || c == '{' || c == '}' || c == '|')
    return true;
  return c == 0xA0 || c == 0xAB || c == 0xBB || (c >= 0x2000 && c < 0x2C00) ||
         (c >= 0x3000 && c < 0x3020);
}

std::size_t AddressEnd(std::string_view text, std::size_t i) {
  const std::size_t stop = std::min(text.size(), i + kLongest);
  std::size_t end = i;
  int round = 0;
  int square = 0;
  while (end < stop) {
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(text, end, &c);
    if (EndsAddress(c)) break;
    if (c == ')' && --round < 0) break;
    if (c == ']' && --square < 0) break;
    round += c == '(';
    square += c == '[';
    end += size;
  }
  constexpr std::string_view kTrailing = ".,;:!?'*_([";
  while (end > i && kTrailing.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

bool IsAsciiWord(char c) { return IsWord(c) && static_cast<unsigned char>(c) < 0x80; }

// Finds addresses front to back; each mark of one is searched for by itself,
// which is much faster than looking for all at every byte.
class AddressFinder {
 public:
  explicit AddressFinder(std::string_view text) : text_(text) {}

  // The begin of the next address at or after `i`, or npos; `*scheme` is the
  // size of its "https://", 0 without.
  std::size_t Next(std::size_t i, std::size_t* scheme) {
    while (true) {
      std::size_t first = 0;
      for (std::size_t m = 0; m < kMarks.size(); ++m) {
        if (found_[m] != std::string_view::npos && (!asked_ || found_[m] < i))
          found_[m] = text_.find(kMarks[m], i);
        if (found_[m] < found_[first]) first = m;
      }
      asked_ = true;
      const std::size_t at = found_[first];
      if (at == std::string_view::npos) return at;
      *scheme = first == 0 ? SchemeBefore(at) : 0;
      const std::size_t begin = at - *scheme;
      const bool fits = first == 0 ? *scheme > 0 : true;
      if (fits && begin >= i && !GluedToWord(begin, first)) {
        *scheme += first == 0 ? 3 : 0;
        return begin;
      }
      i = at + 1;
    }
  }

 private:
  static constexpr std::array<std::string_view, 3> kMarks = {"://", "www.", "doi.org/10."};

  std::size_t SchemeBefore(std::size_t at) const {
    if (at >= 5 && text_.substr(at - 5, 5) == "https") return 5;
    return at >= 4 && text_.substr(at - 4, 4) == "http" ? 4 : 0;
  }

  bool GluedToWord(std::size_t begin, std::size_t mark) const {
    if (begin == 0) return false;
    const char before = text_[begin - 1];
    if (IsAsciiWord(before)) return true;
    return mark != 0 && (before == '/' || before == '.' || before == '@' || before == '-');
  }

  std::string_view text_;
  std::array<std::size_t, 3> found_{};
  bool asked_ = false;
};

}  // namespace

void AddBareLinks(Document* document) {
  const std::string_view text = document->text;
  std::vector<Link> found;
  std::size_t linked = 0;  // the next written link
  std::size_t scheme = 0;
  AddressFinder finder(text);
  for (std::size_t i = 0; (i = finder.Next(i, &scheme)) != std::string_view::npos;) {
    const std::size_t end = AddressEnd(text, i);
    if (end < i + scheme + 4) {
      i += scheme + 1;
      continue;
    }
    const TextSpan span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
    while (linked < document->links.size() && document->links[linked].span.end <= span.begin)
      ++linked;
    if (linked == document->links.size() || document->links[linked].span.begin >= span.end) {
      const Span source = document->map.Source(span);
      std::string target(text.substr(i, end - i));
      if (scheme == 0) target.insert(0, "https://");
      found.push_back({span, std::move(target), source, source});
    }
    i = end;
  }
  const auto middle = static_cast<std::ptrdiff_t>(document->links.size());
  document->links.insert(document->links.end(), found.begin(), found.end());
  std::inplace_merge(document->links.begin(), document->links.begin() + middle,
                     document->links.end(),
                     [](const Link& a, const Link& b) { return a.span.begin < b.span.begin; });
}

}  // namespace claimgraph
