// Where a Markdown link or image begins and ends in its source.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_LINKS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_LINKS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/span.h"

namespace claimgraph {

// What follows a link's words: `](address "title")`, `][label]` or `]`.
struct LinkTail {
  std::uint32_t end = 0;   // after the whole construct
  bool is_inline = false;  // the address stands here
  Span target{};           // the address, without <> and title
};

// The tail whose ']' is the first at or after `at`.
LinkTail FindLinkTail(std::string_view text, std::uint32_t at);

// The '[' that opens the link whose first words are at `at`.
std::uint32_t FindLinkBegin(std::string_view text, std::uint32_t at);

// Entities and backslash escapes decoded.
std::string DecodeLinkTarget(std::string_view raw);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_LINKS_H_
