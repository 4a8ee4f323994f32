// The parser has already found that there is a link; this only finds its ends,
// so what does not look like a tail is taken for a link by label.

#include "importers/formats/markdown_links.h"

#include <algorithm>

#include "importers/formats/html_entities.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxMarkup = 256;  // **, `, <b> between a link's words and its bracket
constexpr std::size_t kMaxAddress = 8192;

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool IsPunctuation(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u > ' ' && u < '0') || (u > '9' && u < 'A') || (u > 'Z' && u < 'a') ||
         (u > 'z' && u < 0x7F);
}

class TailReader {
 public:
  TailReader(std::string_view text, std::uint32_t at)
      : text_(text.substr(0, std::min<std::size_t>(text.size(), at + kMaxAddress))), at_(at) {}

  // `(address "title")` at `at_`.
  bool Inline(LinkTail* tail) {
    ++at_;
    Blanks();
    if (!Address(&tail->target)) return false;
    Blanks();
    Title();
    Blanks();
    if (at_ >= text_.size() || text_[at_] != ')') return false;
    tail->end = at_ + 1;
    tail->is_inline = true;
    return true;
  }

 private:
  void Blanks() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }

  bool Address(Span* target) {
    if (at_ < text_.size() && text_[at_] == '<') {
      const std::size_t close = text_.find('>', at_);
      if (close == std::string_view::npos) return false;
      *target = {at_ + 1, static_cast<std::uint32_t>(close)};
      at_ = static_cast<std::uint32_t>(close) + 1;
      return true;
    }
    target->begin = at_;
    int depth = 0;
    for (; at_ < text_.size() && !IsSpace(text_[at_]); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '(') {
        ++depth;
      } else if (text_[at_] == ')' && depth-- == 0) {
        break;
      }
    }
    at_ = std::min(at_, static_cast<std::uint32_t>(text_.size()));
    target->end = at_;
    return true;
  }

  void Title() {
    if (at_ >= text_.size()) return;
    const char open = text_[at_];
    if (open != '"' && open != '\'' && open != '(') return;
    const char close = open == '(' ? ')' : open;
    for (++at_; at_ < text_.size() && text_[at_] != close; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, static_cast<std::uint32_t>(text_.size()));
  }

  std::string_view text_;
  std::uint32_t at_;
};

}  // namespace

LinkTail FindLinkTail(std::string_view text, std::uint32_t at) {
  const std::size_t limit = std::min(text.size(), at + kMaxMarkup);
  const std::size_t bracket = text.substr(0, limit).find(']', at);
  if (bracket == std::string_view::npos) return {at, false, {at, at}};
  LinkTail tail;
  tail.end = static_cast<std::uint32_t>(bracket) + 1;
  tail.target = {tail.end, tail.end};
  if (tail.end >= text.size()) return tail;
  if (text[tail.end] == '(') {
    LinkTail found;
    if (TailReader(text, tail.end).Inline(&found)) return found;
  } else if (text[tail.end] == '[') {
    const std::size_t close =
        text.substr(0, std::min(text.size(), tail.end + std::size_t{1024})).find(']', tail.end);
    if (close != std::string_view::npos) tail.end = static_cast<std::uint32_t>(close) + 1;
  }
  return tail;
}

std::uint32_t FindLinkBegin(std::string_view text, std::uint32_t at) {
  const std::uint32_t stop = at > kMaxMarkup ? at - static_cast<std::uint32_t>(kMaxMarkup) : 0;
  for (std::uint32_t i = at; i > stop; --i) {
    const bool image = i >= 2 && text[i - 2] == '!';
    if (text[i - 1] == '[' && !image) return i - 1;
  }
  return at;
}

std::string DecodeLinkTarget(std::string_view raw) {
  std::string plain;
  plain.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\\' && i + 1 < raw.size() && IsPunctuation(raw[i + 1])) ++i;
    plain.push_back(raw[i]);
  }
  return DecodeEntities(plain);
}

}  // namespace claimgraph
