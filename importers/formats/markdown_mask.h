// A copy of a Markdown text that a CommonMark parser cannot misread.
//
// CommonMark knows no footnotes, citations, shortcodes, attributes, math or
// superscripts.  The mask has the same length as the text, so every offset
// holds in both, but where the text has such a construct the mask has letters
// or spaces.  The parser sees the mask; readers copy from the text.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_MASK_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_MASK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"

namespace claimgraph {

struct MarkdownMask {
  struct Marked {
    MarkKind kind = MarkKind::kSuperscript;
    Span source{};  // the words, without ^ or ~; a footnote's reference with its brackets
  };
  struct Definition {
    Span source{};  // `[^label]:`; in the mask the bullet of a list item
    std::string label{};
  };

  std::string text{};                     // the mask
  std::vector<Span> hidden{};             // ascending, apart: never part of the text
  std::vector<Marked> marks{};            // ascending
  std::vector<Definition> definitions{};  // ascending; each is hidden too
  Span cut{};                             // a fence or comment that never closes: where it opens
  bool mostly_html = false;               // lines of tags are common: indented lines are no code
};

// Masks text[begin..); what is before is blanked (front matter).  Linear.
MarkdownMask MaskMarkdown(std::string_view text, std::uint32_t begin);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_MARKDOWN_MASK_H_
