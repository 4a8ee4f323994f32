// One imported text: article, draft, page or paper.
//
// A Document is what importers/formats makes of a file's bytes.  `text` is what
// a person would read: markup gone, entities decoded, navigation, scripts,
// code, captions' image syntax and front matter left out.  Blocks, links and
// marks are ranges of `text`; `map` leads back to the source bytes.
//
// A Document owns everything it holds and may be copied.
#ifndef CLAIMGRAPH_CORE_DOCUMENT_H_
#define CLAIMGRAPH_CORE_DOCUMENT_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/ids.h"
#include "core/offset_map.h"
#include "core/span.h"

namespace claimgraph {

// NEVER renumber: the numbers are stored.
enum class Format : std::uint8_t {
  kPlainText = 0,
  kMarkdown = 1,
  kHtml = 2,
  kBibtex = 3,
  kJats = 4,
  kDocx = 5,       // spans index the extracted text
  kPdf = 6,        // the same
  kRecord = 7,     // one research record; its text is its title and abstract
  kStudyCard = 8,  // what a reviewer read in a study
  kClaimList = 9,  // claims made elsewhere, each a block of its own
  kDecision = 10,  // a reviewer's decision
};

enum class BlockKind : std::uint8_t {
  kParagraph,
  kHeading,     // level 1 to 6
  kListItem,    // one item's own text, without that of lists inside it
  kTableHead,   // one cell of a table's head row
  kTableCell,   // one cell of a table's body
  kQuote,       // a paragraph inside a block quotation
  kCaption,     // of an image, figure or table
  kFootnote,    // the text of a footnote's definition; label in Block::label
  kMetadata,    // a front-matter value meant for readers: title, description
};

// A run of text that stands alone on the page.  Blocks do not overlap, are in
// reading order, and are separated in Document::text by at least one "\n".
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  TextSpan span{};
  std::uint8_t level = 0;    // heading level, or nesting depth of a list item
  bool ordered = false;      // a numbered list's item
  std::uint32_t number = 0;  // its number, from 1
  std::string label{};       // footnote label, front-matter key; in a list of claims: its id, source
  bool operator==(const Block&) const = default;
};

// A hyperlink.  `source` covers the whole construct in the source file, e.g.
// `[here](https://...)` or `<a href="...">here</a>`; `target_source` covers the
// address alone (equal to `source` for a bare address).
struct Link {
  TextSpan span{};           // the words that are linked
  std::string target{};      // address, entities and escapes decoded
  Span source{};
  Span target_source{};
  bool operator==(const Link&) const = default;
};

enum class MarkKind : std::uint8_t {
  kSuperscript,   // <sup>, ^x^
  kSubscript,
  kEmphasis,
  kStrong,
  kCite,          // <cite>, <q>: words quoted from elsewhere
  kFootnoteRef,   // [^label], or a link to a note; see Document::NoteLabel
};

struct Mark {
  MarkKind kind = MarkKind::kEmphasis;
  TextSpan span{};
  bool operator==(const Mark&) const = default;
};

// One sentence; found by core/text/sentences.  Never crosses a block.
struct Sentence {
  TextSpan span{};
  std::uint32_t block = 0;  // index into Document::blocks
  bool operator==(const Sentence&) const = default;
};

// `<!-- claimgraph-ignore RULE: reason -->`: the findings of `rule` (or of all,
// for "all") that start in the block at `at`, or else in the next, are not
// reported.  Without a rule or a reason it silences nothing.
struct IgnoreComment {
  Span source{};
  std::uint32_t at = 0;  // offset into Document::text, in the block that it stands in, if any
  std::string rule{};
  std::string reason{};
  bool operator==(const IgnoreComment&) const = default;
};

struct Document {
  DocumentId id{};
  std::string source{};      // the path as given; "-" for standard input
  std::string title{};       // front matter, <title>, first heading or first line; may be empty
  std::string hash{};        // 32 hex digits of XXH3-128 of the source bytes
  std::string identifier{};  // the document's own DOI or canonical address; may be empty
  Format format = Format::kPlainText;
  std::uint64_t size = 0;    // bytes of source
  std::string text{};        // UTF-8, valid
  OffsetMap map{};           // text -> source
  std::vector<Block> blocks{};
  std::vector<Sentence> sentences{};
  std::vector<Link> links{};  // ascending by span.begin
  std::vector<Mark> marks{};  // ascending by span.begin
  std::vector<IgnoreComment> ignores{};
  std::vector<std::string> bibliographies{};  // paths that its front matter names
  std::vector<Diagnostic> diagnostics{};
  bool operator==(const Document&) const = default;

  // Nothing of the file was read, and a diagnostic says why.
  bool IsUnread() const {
    constexpr std::array<std::string_view, 6> kUnread = {"not-text", "bad-pdf",   "no-text",
                                                         "bad-zip",  "too-large", "no-claims"};
    return text.empty() && std::ranges::any_of(diagnostics, [&](const Diagnostic& d) {
      return std::ranges::find(kUnread, d.code) != kUnread.end();
    });
  }

  std::string_view Words(TextSpan s) const { return Slice(text, s); }
  Span Source(TextSpan s) const { return map.Source(s); }
  // The Block::label of the note that a kFootnoteRef mark leads to: the words
  // under it, without the brackets and the "^".
  std::string_view NoteLabel(const Mark& mark) const {
    constexpr std::string_view kAround = "[]()^ ";
    std::string_view words = Words(mark.span);
    words.remove_prefix(std::min(words.find_first_not_of(kAround), words.size()));
    return words.substr(0, words.find_last_not_of(kAround) + 1);
  }
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_DOCUMENT_H_
