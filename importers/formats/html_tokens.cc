// A tag begins at '<' before a letter, or at "</" before a letter; "<!", "<?" and
// other "</" begin comments; any other '<' is text.  A tag ends at the first '>'
// outside of quotes that open after '='.

#include "importers/formats/html_tokens.h"

#include <algorithm>

namespace claimgraph {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// True for '<' that begins a tag, an end tag, a comment or a declaration.
bool BeginsMarkup(std::string_view s, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end) return false;
  const char c = s[i + 1];
  if (IsLetter(c) || c == '!' || c == '?') return true;
  return c == '/' && i + 2 < end;
}

}  // namespace

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return Lower(x) == Lower(y); });
}

HtmlTokenizer::HtmlTokenizer(std::string_view source, Span range)
    : source_(source.substr(0, range.end)), at_(range.begin), end_(range.end) {}

HtmlToken HtmlTokenizer::Next() {
  if (at_ >= end_) return {HtmlTokenKind::kEnd, {end_, end_}, {}, {}, false};
  if (source_[at_] != '<' || !BeginsMarkup(source_, at_, end_)) return Text(at_);
  const char c = source_[at_ + 1];
  const bool tag = IsLetter(c) || (c == '/' && IsLetter(source_[at_ + 2]));
  return tag ? Tag(at_) : Comment(at_);
}

HtmlToken HtmlTokenizer::Text(std::uint32_t begin) {
  std::uint32_t i = begin;
  do {
    i = static_cast<std::uint32_t>(std::min<std::size_t>(source_.find('<', i + 1), end_));
  } while (i < end_ && !BeginsMarkup(source_, i, end_));
  at_ = i;
  return {HtmlTokenKind::kText, {begin, i}, {}, {}, false};
}

HtmlToken HtmlTokenizer::Comment(std::uint32_t begin) {
  HtmlToken token{HtmlTokenKind::kComment, {begin, end_}, {}, {}, false};
  if (source_.substr(begin, 4) == "<!--") {
    // <!--> and <!---> are whole comments.
    const std::size_t close = source_.find("-->", begin + 2);
    token.cut = close == std::string_view::npos;
    if (!token.cut) token.source.end = static_cast<std::uint32_t>(close) + 3;
  } else {
    const std::size_t close = source_.find('>', begin);
    token.cut = close == std::string_view::npos;
    if (!token.cut) token.source.end = static_cast<std::uint32_t>(close) + 1;
  }
  at_ = token.source.end;
  return token;
}

std::uint32_t HtmlTokenizer::FindQuote(char quote, std::uint32_t i) {
  std::uint32_t& known = next_quote_[quote == '"' ? 0 : 1];
  if (known < i)
    known = static_cast<std::uint32_t>(std::min<std::size_t>(source_.find(quote, i), end_));
  return known;
}

// Offset of the '>' that ends the tag whose attributes begin at `i`, or end_.
std::uint32_t HtmlTokenizer::FindTagEnd(std::uint32_t i) {
  bool after_equals = false;
  for (; i < end_; ++i) {
    const char c = source_[i];
    if (c == '>') return i;
    if (after_equals && (c == '"' || c == '\'')) {
      const std::uint32_t close = FindQuote(c, i + 1);
      if (close < end_) i = close;
      after_equals = false;
    } else if (c == '=') {
      after_equals = true;
    } else if (!IsSpace(c)) {
      after_equals = false;
    }
  }
  return end_;
}

HtmlToken HtmlTokenizer::Tag(std::uint32_t begin) {
  const bool close = source_[begin + 1] == '/';
  const std::uint32_t name = begin + (close ? 2 : 1);
  std::uint32_t i = name;
  while (i < end_ && !IsSpace(source_[i]) && source_[i] != '>' && source_[i] != '/') ++i;
  const std::uint32_t tag_end = FindTagEnd(i);
  at_ = std::min(tag_end + 1, end_);
  return {close ? HtmlTokenKind::kCloseTag : HtmlTokenKind::kOpenTag,
          {begin, at_},
          {i, tag_end},
          source_.substr(name, i - name),
          tag_end == end_};
}

Span HtmlTokenizer::SkipRawText(std::string_view name) {
  const std::uint32_t begin = at_;
  std::size_t i = begin;
  while ((i = source_.find("</", i)) != std::string_view::npos) {
    if (EqualsIgnoringCase(source_.substr(i + 2, name.size()), name)) {
      at_ = static_cast<std::uint32_t>(i);
      return {begin, at_};
    }
    i += 2;
  }
  at_ = end_;
  return {begin, end_};
}

bool ReadAttribute(std::string_view source, Span* rest, HtmlAttribute* attribute) {
  std::uint32_t i = rest->begin;
  const std::uint32_t end = rest->end;
  while (i < end && (IsSpace(source[i]) || source[i] == '/')) ++i;
  if (i >= end) return false;
  const std::uint32_t name = i;
  if (source[i] == '=') ++i;
  while (i < end && !IsSpace(source[i]) && source[i] != '=' && source[i] != '/') ++i;
  attribute->name = source.substr(name, i - name);
  attribute->value = {i, i};
  std::uint32_t k = i;
  while (k < end && IsSpace(source[k])) ++k;
  if (k < end && source[k] == '=') {
    ++k;
    while (k < end && IsSpace(source[k])) ++k;
    const char quote = k < end ? source[k] : '\0';
    if (quote == '"' || quote == '\'') {
      const std::size_t close =
          std::min<std::size_t>(source.substr(0, end).find(quote, k + 1), end);
      attribute->value = {k + 1, static_cast<std::uint32_t>(close)};
      i = std::min(static_cast<std::uint32_t>(close) + 1, end);
    } else {
      i = k;
      while (i < end && !IsSpace(source[i])) ++i;
      attribute->value = {k, i};
    }
  }
  rest->begin = i;
  return true;
}

}  // namespace claimgraph
