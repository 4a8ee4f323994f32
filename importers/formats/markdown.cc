// md4c parses the mask (markdown_mask.h) and hands out pieces of it; a piece's
// address gives its offset, and the words are copied from the text at that
// offset.  md4c says what a link is but not where: its brackets are found from
// the first and last piece inside it.
//
// Raw HTML goes to an HtmlReader that shares the builder, so that <sup>, <a> and
// hidden elements work across both.

#include "importers/formats/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/text/entry_lines.h"
#include "importers/formats/document_builder.h"
#include "importers/formats/front_matter.h"
#include "importers/formats/html.h"
#include "importers/formats/html_entities.h"
#include "importers/formats/markdown_links.h"
#include "importers/formats/markdown_mask.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongestHeading = 200;  // bytes; a longer "heading" is prose over "---"

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, const MarkdownMask& mask, DocumentBuilder* builder)
      : text_(text), mask_(mask), builder_(builder), html_(builder) {}

  void LinkNotes(Document* document) const { html_.LinkNotes(document); }

  bool Run() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    if (mask_.mostly_html) parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE t, void* d, void* u) { return Self(u)->EnterBlock(t, d); };
    parser.leave_block = [](MD_BLOCKTYPE t, void* d, void* u) { return Self(u)->LeaveBlock(t, d); };
    parser.enter_span = [](MD_SPANTYPE t, void* d, void* u) { return Self(u)->EnterSpan(t, d); };
    parser.leave_span = [](MD_SPANTYPE t, void* d, void* u) { return Self(u)->LeaveSpan(t, d); };
    parser.text = [](MD_TEXTTYPE t, const MD_CHAR* p, MD_SIZE n, void* u) {
      return Self(u)->Text(t, p, n);
    };
    const bool ok =
        md_parse(mask_.text.data(), static_cast<MD_SIZE>(mask_.text.size()), &parser, this) == 0;
    html_.Finish();
    return ok;
  }

 private:
  // A list, an item or a quotation that is open.
  struct Container {
    BlockKind kind = BlockKind::kParagraph;  // kListItem for lists and items, kQuote
    bool is_list = false;
    bool ordered = false;
    std::uint32_t number = 0;  // of the item; of a list, its last item's
    std::uint8_t level = 0;
    std::string label{};  // of a footnote's definition
  };

  static MarkdownReader* Self(void* u) { return static_cast<MarkdownReader*>(u); }

  // --- blocks ---

  // What a paragraph here becomes.
  Block Like() const {
    Block block;
    if (containers_.empty()) return block;
    const Container& c = containers_.back();
    block.kind = c.label.empty() ? c.kind : BlockKind::kFootnote;
    block.label = c.label;
    if (block.kind == BlockKind::kListItem) {
      block.level = c.level;
      block.ordered = c.ordered;
      block.number = c.ordered ? c.number : 0;
    }
    return block;
  }

  void Begin(const Block& block) {
    EndParagraph();
    builder_->OpenBlock(block);
    emphasized_ = 0;
    written_ = 0;
    has_image_ = false;
    alt_.clear();
  }

  void EndParagraph() {
    FlushHtml();
    const bool empty = !builder_->has_text();
    if (empty && !alt_.empty()) {
      builder_->OpenBlock({BlockKind::kCaption});
      for (const Span& s : alt_) builder_->Text(s.begin, s.end);
    }
    const bool whole = written_ > 0 && emphasized_ == written_;
    if (!empty && whole && (has_image_ || after_image_) &&
        builder_->block().kind == BlockKind::kParagraph) {
      builder_->block().kind = BlockKind::kCaption;
    }
    if (!empty || has_image_) after_image_ = empty;
    builder_->CloseBlock();
    alt_.clear();
    has_image_ = false;
  }

  int EnterBlock(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        EndParagraph();
        containers_.push_back({BlockKind::kQuote});
        break;
      case MD_BLOCK_UL:
        EnterList(false, 1);
        break;
      case MD_BLOCK_OL:
        EnterList(true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        break;
      case MD_BLOCK_LI:
        EnterItem();
        break;
      case MD_BLOCK_H: {
        Block block{BlockKind::kHeading};
        block.level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        Begin(block);
        break;
      }
      case MD_BLOCK_P:
        Begin(Like());
        break;
      case MD_BLOCK_TH:
        Begin({BlockKind::kTableHead});
        break;
      case MD_BLOCK_TD:
        Begin({BlockKind::kTableCell});
        break;
      case MD_BLOCK_CODE:
        EndParagraph();
        in_code_ = true;
        break;
      case MD_BLOCK_HTML:
        EndParagraph();
        break;
      default:
        break;
    }
    return 0;
  }

  int LeaveBlock(MD_BLOCKTYPE type, void*) {
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
      case MD_BLOCK_LI:
        EndParagraph();
        containers_.pop_back();
        break;
      case MD_BLOCK_H:
        FlushHtml();
        if (builder_->block_text().size() > kLongestHeading)
          builder_->block().kind = BlockKind::kParagraph;
        EndParagraph();
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
      case MD_BLOCK_HTML:
        EndParagraph();
        break;
      case MD_BLOCK_CODE:
        in_code_ = false;
        break;
      default:
        break;
    }
    return 0;
  }

  void EnterList(bool ordered, std::uint32_t start) {
    EndParagraph();
    Container list{BlockKind::kListItem};
    list.is_list = true;
    list.ordered = ordered;
    list.number = start - 1;
    list.level = 1;
    for (auto c = containers_.rbegin(); c != containers_.rend(); ++c) {
      if (!c->is_list) continue;
      list.level = static_cast<std::uint8_t>(std::min(c->level + 1, 255));
      break;
    }
    containers_.push_back(std::move(list));
  }

  void EnterItem() {
    EndParagraph();
    Container item = containers_.empty() ? Container{BlockKind::kListItem} : containers_.back();
    if (!containers_.empty()) item.number = ++containers_.back().number;
    item.is_list = false;
    containers_.push_back(std::move(item));
    fresh_item_ = true;
    Begin(Like());
  }

  // An item that begins with the masked label of a footnote is its definition.
  void NameFootnote(std::uint32_t offset) {
    fresh_item_ = false;
    const auto& all = mask_.definitions;
    while (next_definition_ < all.size() && all[next_definition_].source.end <= offset)
      ++next_definition_;
    if (next_definition_ == all.size() || all[next_definition_].source.begin > offset) return;
    if (containers_.empty() || builder_->has_text()) return;
    containers_.back().label = all[next_definition_].label;
    builder_->block() = Like();
  }

  // --- spans ---

  int EnterSpan(MD_SPANTYPE type, void*) {
    FlushHtml();
    switch (type) {
      case MD_SPAN_EM:
        ++emphasis_;
        builder_->OpenMark(MarkKind::kEmphasis);
        break;
      case MD_SPAN_STRONG:
        builder_->OpenMark(MarkKind::kStrong);
        break;
      case MD_SPAN_DEL:
        ++struck_;
        break;
      case MD_SPAN_IMG:
        ++images_;
        has_image_ = true;
        break;
      case MD_SPAN_A:
        link_ = LinkState::kOpen;
        break;
      default:
        break;
    }
    return 0;
  }

  int LeaveSpan(MD_SPANTYPE type, void* detail) {
    FlushHtml();
    switch (type) {
      case MD_SPAN_EM:
        --emphasis_;
        builder_->CloseMark(MarkKind::kEmphasis);
        break;
      case MD_SPAN_STRONG:
        builder_->CloseMark(MarkKind::kStrong);
        break;
      case MD_SPAN_DEL:
        --struck_;
        break;
      case MD_SPAN_IMG:
        if (--images_ == 0) cursor_ = FindLinkTail(text_, cursor_).end;
        break;
      case MD_SPAN_A:
        LeaveLink(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
        break;
      default:
        break;
    }
    return 0;
  }

  // The first piece inside a link shows where the link begins.
  void BeginLink(std::uint32_t offset, std::uint32_t* begin, std::uint32_t* end) {
    if (*begin > 0 && text_[*begin - 1] == '<' && images_ == 0) {
      link_ = LinkState::kAutolink;
      builder_->OpenLink(*begin - 1);
      return;
    }
    link_ = LinkState::kStarted;
    builder_->OpenLink(FindLinkBegin(text_, offset));
    // [3] is a citation whose address stands below: its brackets are words.
    const std::string_view label = text_.substr(*begin, *end - *begin);
    const bool number = label.find_first_not_of("0123456789,- ") == std::string_view::npos;
    if (number && *begin > 0 && text_[*begin - 1] == '[' && *end < text_.size() &&
        text_[*end] == ']' &&
        (*end + 1 == text_.size() || (text_[*end + 1] != '(' && text_[*end + 1] != '['))) {
      --*begin;
      ++*end;
    }
  }

  void LeaveLink(const MD_ATTRIBUTE& attribute) {
    const std::string_view href(attribute.text, attribute.size);
    if (link_ == LinkState::kAutolink) {
      const Span target = autolink_;
      std::string address = DecodeEntities(text_.substr(target.begin, target.size()));
      if (address.find('@') != std::string::npos && address.find(':') == std::string::npos) {
        address.insert(0, "mailto:");
      }
      cursor_ = target.end + 1;
      builder_->CloseLink(cursor_, std::move(address), target);
    } else if (link_ == LinkState::kStarted) {
      const LinkTail tail = FindLinkTail(text_, cursor_);
      std::string address =
          tail.is_inline ? DecodeLinkTarget(text_.substr(tail.target.begin, tail.target.size()))
                         : ReferenceTarget(href);
      const Span target = tail.is_inline ? tail.target : DefinitionSource(href, tail.end);
      cursor_ = std::max(cursor_, tail.end);
      builder_->CloseLink(tail.end, std::move(address), target);
    }
    link_ = LinkState::kNone;
  }

  // Where md4c's href points into the mask, or {at, at} where it is a copy.
  Span DefinitionSource(std::string_view href, std::uint32_t at) const {
    const char* const first = mask_.text.data();
    if (href.data() < first || href.data() + href.size() > first + mask_.text.size())
      return {at, at};
    const auto begin = static_cast<std::uint32_t>(href.data() - first);
    return {begin, begin + static_cast<std::uint32_t>(href.size())};
  }
  std::string ReferenceTarget(std::string_view href) const {
    const Span s = DefinitionSource(href, 0);
    return DecodeEntities(s.size() > 0 ? text_.substr(s.begin, s.size()) : href);
  }

  // --- text ---

  int Text(MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size) {
    if (in_code_) return 0;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      FlushHtml();
      LineEnd(type == MD_TEXT_BR);
      return 0;
    }
    const char* const first = mask_.text.data();
    if (piece < first || piece + size > first + mask_.text.size()) {
      if (type == MD_TEXT_CODE) LineEnd(false);
      return 0;
    }
    const auto begin = static_cast<std::uint32_t>(piece - first);
    const std::uint32_t end = begin + size;
    if (type == MD_TEXT_HTML) {
      AddHtml({begin, end});
      return 0;
    }
    FlushHtml();
    if (fresh_item_) NameFootnote(begin);
    Words(type, begin, end);
    return 0;
  }

  void Words(MD_TEXTTYPE type, std::uint32_t begin, std::uint32_t end) {
    cursor_ = std::max(cursor_, end);
    std::uint32_t from = begin;
    std::uint32_t to = end;
    if (link_ == LinkState::kOpen) {
      BeginLink(begin, &from, &to);
      autolink_ = {begin, end};
    } else if (link_ == LinkState::kAutolink) {
      autolink_.end = end;
    }
    if (images_ > 0) {
      if (alt_.size() < kMaxAltPieces) alt_.push_back({begin, end});
      return;
    }
    if (struck_ > 0 || html_.skipping()) return;
    written_ += end - begin;
    if (emphasis_ > 0) emphasized_ += end - begin;
    if (type == MD_TEXT_ENTITY) {
      const std::size_t size = ReadEntity(text_.substr(0, end), begin, &decoded_);
      if (size == end - begin) return builder_->Decoded(decoded_, {begin, end});
    }
    builder_->Text(from, to);
  }

  // A line end inside a paragraph: the next one after the last piece.
  void LineEnd(bool hard) {
    const std::size_t at = text_.find_first_of("\r\n", cursor_);
    if (at == std::string_view::npos) return;
    const auto begin = static_cast<std::uint32_t>(at);
    const std::uint32_t end = begin + (text_.substr(at, 2) == "\r\n" ? 2 : 1);
    cursor_ = end;
    if (images_ > 0 || struck_ > 0 || html_.skipping()) return;
    if (hard || EndsEntryLine(text_.substr(0, begin), text_.substr(end))) {
      builder_->Break({begin, end});
    } else {
      builder_->Space({begin, end});
    }
  }

  // --- HTML ---

  // Pieces of one tag or block that only white space keeps apart are one.
  void AddHtml(Span s) {
    cursor_ = std::max(cursor_, s.end);
    const bool joins =
        pending_html_.size() > 0 && s.begin >= pending_html_.end &&
        std::all_of(text_.begin() + pending_html_.end, text_.begin() + s.begin, IsSpace);
    if (!joins) FlushHtml();
    if (!joins) pending_html_.begin = s.begin;
    pending_html_.end = s.end;
  }

  void FlushHtml() {
    if (pending_html_.size() == 0) return;
    const Span s = std::exchange(pending_html_, Span{});
    html_.Read(s);
  }

  enum class LinkState { kNone, kOpen, kStarted, kAutolink };
  static constexpr std::size_t kMaxAltPieces = 64;

  std::string_view text_;
  const MarkdownMask& mask_;
  DocumentBuilder* builder_;
  HtmlReader html_;
  std::vector<Container> containers_;
  std::size_t next_definition_ = 0;
  bool fresh_item_ = false;  // an item is open and has no text yet
  bool in_code_ = false;
  int emphasis_ = 0;
  int struck_ = 0;
  int images_ = 0;
  std::uint32_t cursor_ = 0;  // end of the last piece
  LinkState link_ = LinkState::kNone;
  Span autolink_;
  Span pending_html_;
  std::string decoded_;

  // Of the open block:
  std::size_t written_ = 0;     // bytes of words
  std::size_t emphasized_ = 0;  // of these, inside emphasis
  bool has_image_ = false;
  bool after_image_ = false;  // the block before was nothing but an image
  std::vector<Span> alt_;     // the image's words, if there are no others
};

}  // namespace

void ReadMarkdown(std::string_view text, Document* document) {
  const FrontMatter head = ReadFrontMatter(text);
  MarkdownMask mask = MaskMarkdown(text, head.source.end);
  DocumentBuilder builder(text, mask.hidden);
  WriteFrontMatter(text, head, &builder, document);
  MarkdownReader reader(text, mask, &builder);
  if (!reader.Run()) {
    document->diagnostics.push_back(
        {"markdown-syntax", {}, "Only part of the text could be parsed."});
  }
  for (const MarkdownMask::Marked& m : mask.marks) builder.MarkSource(m.kind, m.source);
  builder.Finish(document);
  reader.LinkNotes(document);
  if (head.unclosed) {
    document->diagnostics.push_back(
        {"unclosed-front-matter",
         {0, 3},
         "Front matter opens here and never closes; it was read as text."});
  }
  if (mask.cut.size() > 0) {
    document->diagnostics.push_back(
        {"truncated-input", mask.cut, "A code fence or comment opens here and never closes."});
  }
}

}  // namespace claimgraph
