// Splits HTML into tags, comments and text, without a tree.
//
// Reads what browsers read: attributes without quotes, end tags with
// attributes, bogus comments, raw text in <script> and <style>.  It differs in
// one thing: a quote that never closes ends at the tag's '>', so that one
// forgotten quote does not eat the article.
//
// Linear, and holds nothing but its position: a megabyte of "<div>" is a
// megabyte of tokens.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_HTML_TOKENS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_HTML_TOKENS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/span.h"

namespace claimgraph {

enum class HtmlTokenKind : std::uint8_t { kText, kOpenTag, kCloseTag, kComment, kEnd };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::kEnd;
  Span source{};            // the whole token
  Span attributes{};        // between the tag's name and its '>'
  std::string_view name{};  // of a tag, as written
  bool cut = false;         // the input ended inside it
};

struct HtmlAttribute {
  std::string_view name{};  // as written
  Span value{};             // without quotes; empty if there is none
};

class HtmlTokenizer {
 public:
  // Reads source[range]; offsets in tokens index `source`.
  HtmlTokenizer(std::string_view source, Span range);

  HtmlToken Next();

  // Skips to the end tag of a raw text element (<script>, <style>, <title>)
  // whose open tag was the last token; returns the text in between.
  Span SkipRawText(std::string_view name);

 private:
  HtmlToken Text(std::uint32_t begin);
  HtmlToken Comment(std::uint32_t begin);
  HtmlToken Tag(std::uint32_t begin);
  std::uint32_t FindTagEnd(std::uint32_t i);
  std::uint32_t FindQuote(char quote, std::uint32_t i);

  std::string_view source_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::uint32_t next_quote_[2] = {0, 0};  // the first " and ' at or after what was asked last
};

// Walks the attributes of an open tag: while (ReadAttribute(...)) { ... }.
// `*rest` is what is left to read and begins as HtmlToken::attributes.
bool ReadAttribute(std::string_view source, Span* rest, HtmlAttribute* attribute);

// ASCII letters compare without case.
bool EqualsIgnoringCase(std::string_view a, std::string_view b);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_HTML_TOKENS_H_
