// Writes Document::text, its map, blocks, links and marks, front to back.
//
// A reader of some format walks its source once and says what it meets; the
// builder keeps the promises of core/document.h: blocks do not overlap and are
// separated by "\n", white space is trimmed at their ends, marks and links
// cover words and not the space around them, and the map ascends.
//
// Everything that the reader hands over is a range of the source; ranges must
// ascend, and what lies before the last one written is ignored.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_DOCUMENT_BUILDER_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_DOCUMENT_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"

namespace claimgraph {

class DocumentBuilder {
 public:
  // `source` is valid UTF-8 and outlives the builder.  The ranges of `hidden`
  // (ascending, apart) never reach the text: comments, shortcodes, attributes.
  explicit DocumentBuilder(std::string_view source, std::vector<Span> hidden = {});

  std::string_view source() const { return source_; }

  // Ends the open block, if any.  The new one, like `block` but for its span,
  // comes to be with its first text; without any, it never was.
  void OpenBlock(const Block& block);
  void CloseBlock();
  bool is_open() const { return open_; }
  bool has_text() const { return has_text_; }  // in the open block
  Block& block() { return block_; }
  std::string_view block_text() const;  // of the open block

  // Source bytes [begin, end) as they are.  Opens a paragraph if need be.
  void Text(std::uint32_t begin, std::uint32_t end);
  // `text` for the source bytes `from`, which are one unit: an entity.
  void Decoded(std::string_view text, Span from);
  // One space, or one line break, if the block has text before and after it.
  void Space(Span from);
  void Break(Span from);

  // Marks of a kind may nest; a close without an open is ignored.
  void OpenMark(MarkKind kind);
  void CloseMark(MarkKind kind);
  bool HasOpenMark(MarkKind kind) const;

  // A link inside a link ends the first.  A link that crosses blocks becomes one
  // Link for each.  `source_end` is the end of the whole construct.
  // Its address is given when it opens or, where that stands last, when it closes.
  void OpenLink(std::uint32_t source_begin, std::string target = {}, Span target_source = {});
  void CloseLink(std::uint32_t source_end);
  void CloseLink(std::uint32_t source_end, std::string target, Span target_source);
  bool link_open() const { return link_open_; }

  // A mark over whatever text came from `source`; for constructs that the
  // reader found before it read the text.
  void MarkSource(MarkKind kind, Span source);

  std::size_t block_count() const { return document_.blocks.size(); }
  const std::vector<Block>& blocks() const { return document_.blocks; }
  const std::string& text() const { return document_.text; }

  // Ends everything and moves text, map, blocks, links and marks to `document`.
  void Finish(Document* document);

 private:
  struct OpenMarkState {
    MarkKind kind = MarkKind::kEmphasis;
    std::uint32_t begin = 0;  // kNotYet until there is text
  };
  struct SourceMark {
    MarkKind kind = MarkKind::kEmphasis;
    Span source{};
  };

  void BeginText(std::uint32_t source_begin);
  void AppendVisible(std::uint32_t begin, std::uint32_t end);
  void EndLinkPart();
  void EndMark(OpenMarkState* mark);
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }

  std::string_view source_;
  std::vector<Span> hidden_;
  std::size_t next_hidden_ = 0;
  Document document_;
  std::uint32_t reached_ = 0;  // source bytes before this are written or skipped

  bool open_ = false;
  bool has_text_ = false;
  Block block_;
  std::uint32_t visible_end_ = 0;  // end of the block's last text that is not space

  char pending_ = 0;  // ' ' or '\n', waiting for text
  Span pending_from_;

  std::vector<OpenMarkState> marks_;
  std::size_t ignored_marks_ = 0;  // opened past the limit on nesting
  std::vector<SourceMark> source_marks_;

  bool link_open_ = false;
  Link link_;
  std::uint32_t link_begin_ = 0;  // kNotYet until there is text
  std::size_t first_part_ = 0;    // index of the link's first part
};

// Ascending by begin, the longer first.
void SortMarks(std::vector<Mark>* marks);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_DOCUMENT_BUILDER_H_
