// Each open element carries the kind of block that text inside it becomes, and
// passes it on to its children: a <p> in an <li> is a list item.  A block-level
// tag, opening or closing, ends the block before it; text begins the next.

#include "importers/formats/html.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "importers/formats/html_entities.h"

namespace claimgraph {
namespace {

constexpr std::size_t kDeep = 512;  // no page that a person made nests deeper

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool MarkOf(HtmlTag tag, MarkKind* kind) {
  switch (tag) {
    case HtmlTag::kSup:
      *kind = MarkKind::kSuperscript;
      return true;
    case HtmlTag::kSub:
      *kind = MarkKind::kSubscript;
      return true;
    case HtmlTag::kEm:
    case HtmlTag::kI:
      *kind = MarkKind::kEmphasis;
      return true;
    case HtmlTag::kStrong:
    case HtmlTag::kB:
      *kind = MarkKind::kStrong;
      return true;
    case HtmlTag::kCite:
    case HtmlTag::kQ:
      *kind = MarkKind::kCite;
      return true;
    default:
      return false;
  }
}

std::uint32_t Number(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end != text.data() ? value : otherwise;
}

// One note, not the section of them.
bool IsNoteClass(std::string_view classes) {
  return classes == "footnote" || classes == "endnote" || classes.starts_with("footnote ") ||
         classes.starts_with("endnote ");
}

// "^" and an arrow lead from a note to its mark, and are no part of what it says.
bool LeadsOutOfNote(HtmlTag tag, const HtmlAttributes& attributes, const Block& block,
                    std::string_view source) {
  if (block.kind != BlockKind::kFootnote) return false;
  return IsBacklinkClass(attributes.classes) ||
         (tag == HtmlTag::kA &&
          LeadsBack(source.substr(attributes.href.begin, attributes.href.size())));
}

bool IsUsefulTarget(std::string_view target) {
  return !target.empty() && !EqualsIgnoringCase(target.substr(0, 11), "javascript:");
}

}  // namespace

HtmlReader::HtmlReader(DocumentBuilder* builder, const HtmlOutline* outline)
    : builder_(builder), outline_(outline) {}

bool HtmlReader::reading() const {
  if (skipping_ > 0) return false;
  return outline_ == nullptr || !outline_->has_content_zone || content_ > 0;
}

void HtmlReader::Read(Span range) {
  HtmlTokenizer tokens(builder_->source(), range);
  for (HtmlToken t = tokens.Next(); t.kind != HtmlTokenKind::kEnd; t = tokens.Next()) {
    switch (t.kind) {
      case HtmlTokenKind::kText:
        if (reading()) Text(t.source);
        break;
      case HtmlTokenKind::kOpenTag:
        if (t.cut) break;
        Open(t);
        if (IsRawTextTag(FindHtmlTag(t.name))) tokens.SkipRawText(t.name);
        break;
      case HtmlTokenKind::kCloseTag:
        Close(t);
        break;
      default:
        break;
    }
  }
}

void HtmlReader::Finish() { PopTo(0, static_cast<std::uint32_t>(builder_->source().size())); }

void HtmlReader::LinkNotes(Document* document) const { notes_.Link(document); }

void HtmlReader::Text(Span s) {
  const std::string_view source = builder_->source();
  const std::size_t written = builder_->text().size();
  std::uint32_t begin = s.begin;
  std::uint32_t i = s.begin;
  while (i < s.end) {
    const char c = source[i];
    if (c == '&') {
      const std::size_t size = ReadEntity(source.substr(0, s.end), i, &decoded_);
      if (size == 0) {
        ++i;
        continue;
      }
      builder_->Text(begin, i);
      builder_->Decoded(decoded_, {i, i + static_cast<std::uint32_t>(size)});
      begin = i += static_cast<std::uint32_t>(size);
    } else if (IsSpace(c)) {
      std::uint32_t end = i + 1;
      while (end < s.end && IsSpace(source[end])) ++end;
      if (end - i == 1 && c == ' ') {
        i = end;
        continue;
      }
      builder_->Text(begin, i);
      Whitespace({i, end});
      begin = i = end;
    } else {
      ++i;
    }
  }
  builder_->Text(begin, s.end);
  if (builder_->text().size() > written) after_break_ = false;
}

void HtmlReader::Whitespace(Span s) {
  const std::string_view run = builder_->source().substr(s.begin, s.size());
  const auto lines = std::count(run.begin(), run.end(), '\n');
  const bool preformatted = !elements_.empty() && elements_.back().preformatted;
  if (lines > 1 && (outline_ == nullptr || preformatted)) {
    const Block like = elements_.empty() ? Block{} : elements_.back().block;
    if (builder_->has_text()) builder_->OpenBlock(like);
  } else if (lines > 0 && preformatted) {
    builder_->Break(s);
  } else {
    builder_->Space(s);
  }
}

void HtmlReader::LineBreak(Span tag) {
  if (!after_break_) {
    builder_->Break(tag);
  } else if (builder_->has_text()) {
    builder_->OpenBlock(Block(builder_->block()));  // two breaks: a new paragraph
  }
  after_break_ = true;
}

HtmlReader::Element* HtmlReader::Nearest(HtmlTag a, HtmlTag b) {
  const std::size_t stop = tags_.size() > 64 ? tags_.size() - 64 : 0;
  for (std::size_t i = tags_.size(); i-- > stop;) {
    if (tags_[i] == a || tags_[i] == b) return &elements_[i];
  }
  return nullptr;
}

void HtmlReader::Open(const HtmlToken& token) {
  const HtmlTag tag = FindHtmlTag(token.name);
  if (IsRawTextTag(tag) || tag == HtmlTag::kMeta || tag == HtmlTag::kLink) return;
  PopTo(stack_.KeptByOpening(tag), token.source.begin);
  if (tag == HtmlTag::kBr) {
    if (reading()) LineBreak(token.source);
    return;
  }
  if (IsBlockTag(tag)) Reopen();
  if (IsVoidTag(tag) || stack_.size() >= kMaxHtmlDepth) return;
  Enter(tag, ReadHtmlAttributes(builder_->source(), token), token);
}

// Decides whether an element's content is left out, in step with the outline.
bool HtmlReader::LeftOut(HtmlTag tag, const HtmlAttributes& attributes, Element* element) {
  bool out = IsSkippedTag(tag) || attributes.hidden;
  if (outline_ == nullptr) return out;
  if (FindHtmlZone(tag, attributes, element->in_article) != HtmlZone::kNone) {
    out = out || outline_->left_out[next_zone_];
    element->is_content = outline_->is_content[next_zone_];
    ++next_zone_;
  }
  return out;
}

void HtmlReader::Enter(HtmlTag tag, const HtmlAttributes& attributes, const HtmlToken& token) {
  Element element;
  if (!elements_.empty()) {
    const Element& parent = elements_.back();
    element.block = parent.block;
    element.preformatted = parent.preformatted;
    element.in_article = parent.in_article;
  }
  element.skips =
      LeftOut(tag, attributes, &element) || (tag == HtmlTag::kCode && element.preformatted);
  element.in_article = element.in_article || tag == HtmlTag::kArticle || tag == HtmlTag::kMain;
  Shape(tag, attributes, &element);
  if (tag == HtmlTag::kA) BeginNote(attributes, &element);
  element.skips =
      element.skips || LeadsOutOfNote(tag, attributes, element.block, builder_->source());
  skipping_ += element.skips;
  content_ += element.is_content;
  if (reading()) {
    MarkKind mark{};
    if (IsBlockTag(tag)) builder_->OpenBlock(element.block);
    element.marks = MarkOf(tag, &mark);
    element.cites = tag == HtmlTag::kBlockquote && attributes.cites;
    if (element.marks) builder_->OpenMark(mark);
    if (element.cites) builder_->OpenMark(MarkKind::kCite);
    if (tag == HtmlTag::kA) {
      const std::string_view raw =
          builder_->source().substr(attributes.href.begin, attributes.href.size());
      std::string target = DecodeEntities(raw);
      if (IsUsefulTarget(target)) {
        builder_->OpenLink(token.source.begin, std::move(target), attributes.href);
        element.links = true;
      }
    }
  }
  stack_.Push(tag);
  tags_.push_back(tag);
  elements_.push_back(std::move(element));
}

void HtmlReader::Shape(HtmlTag tag, const HtmlAttributes& attributes, Element* element) {
  Block& block = element->block;
  switch (tag) {
    case HtmlTag::kH1:
    case HtmlTag::kH2:
    case HtmlTag::kH3:
    case HtmlTag::kH4:
    case HtmlTag::kH5:
    case HtmlTag::kH6:
      block = {BlockKind::kHeading};
      block.level =
          static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(HtmlTag::kH1) + 1);
      break;
    case HtmlTag::kUl:
    case HtmlTag::kOl:
    case HtmlTag::kMenu: {
      const std::uint8_t level = block.kind == BlockKind::kListItem ? block.level : 0;
      element->items = Number(attributes.start, 1) - 1;
      block = {BlockKind::kListItem, {}, static_cast<std::uint8_t>(std::min(level + 1, 255)),
               tag == HtmlTag::kOl,  0,  {}};
      break;
    }
    case HtmlTag::kLi: {
      Element* list = Nearest(HtmlTag::kOl, HtmlTag::kUl);
      block.kind = BlockKind::kListItem;
      if (list == nullptr) break;
      list->items = Number(attributes.value, list->items + 1);
      block.number = block.ordered ? list->items : 0;
      break;
    }
    case HtmlTag::kDt:
    case HtmlTag::kDd:
      block.kind = BlockKind::kParagraph;
      break;
    case HtmlTag::kBlockquote:
      block = {BlockKind::kQuote};
      break;
    case HtmlTag::kFigcaption:
    case HtmlTag::kCaption:
      block = {BlockKind::kCaption};
      break;
    case HtmlTag::kTable:
      if (attributes.role != "presentation") block = {BlockKind::kTableCell};
      break;
    case HtmlTag::kTr:
      if (Element* table = Nearest(HtmlTag::kTable, HtmlTag::kTable)) ++table->items;
      break;
    case HtmlTag::kThead:
      block.kind = BlockKind::kTableHead;
      break;
    case HtmlTag::kTh:
      if (const Element* table = Nearest(HtmlTag::kTable, HtmlTag::kTable);
          table && table->items <= 1) {
        block.kind = BlockKind::kTableHead;
      }
      break;
    case HtmlTag::kPre:
      element->preformatted = true;
      break;
    case HtmlTag::kP:
    case HtmlTag::kDiv:
      element->may_be_note = block.kind == BlockKind::kParagraph &&
                             (tag == HtmlTag::kP || IsNoteClass(attributes.classes));
      if (attributes.classes.find("caption") != std::string_view::npos &&
          block.kind == BlockKind::kParagraph) {
        block.kind = BlockKind::kCaption;
      }
      break;
    default:
      break;
  }
  const bool noted =
      tag == HtmlTag::kLi || tag == HtmlTag::kP || tag == HtmlTag::kDiv || tag == HtmlTag::kAside;
  if (noted && !HtmlNoteLabel(attributes.id).empty()) Note(attributes.id, &block);
}

void HtmlReader::Note(std::string_view id, Block* block) {
  block->kind = BlockKind::kFootnote;
  block->label = id;
  notes_.Add(id);
}

// Substack and Word give the id to an anchor that stands first in the note.
void HtmlReader::BeginNote(const HtmlAttributes& attributes, Element* anchor) {
  const std::string_view id = attributes.id.empty() ? attributes.name : attributes.id;
  if (HtmlNoteLabel(id).empty() || builder_->has_text() || !reading()) return;
  const std::size_t stop = elements_.size() > 8 ? elements_.size() - 8 : 0;
  for (std::size_t i = elements_.size(); i-- > stop;) {
    if (!IsBlockTag(tags_[i])) continue;
    if (!elements_[i].may_be_note) return;
    for (; i < elements_.size(); ++i) Note(id, &elements_[i].block);
    Note(id, &anchor->block);
    builder_->OpenBlock(anchor->block);
    return;
  }
}

void HtmlReader::Close(const HtmlToken& token) {
  const HtmlTag tag = FindHtmlTag(token.name);
  if (tag == HtmlTag::kBr && reading()) return LineBreak(token.source);
  if (IsVoidTag(tag)) return;
  PopTo(stack_.KeptByClosing(tag), token.source.end);
  if (IsBlockTag(tag)) Reopen();
}

// Ends the block; the text that follows belongs to the innermost open element.
void HtmlReader::Reopen() {
  builder_->CloseBlock();
  after_break_ = false;
  if (!elements_.empty()) builder_->OpenBlock(elements_.back().block);
}

void HtmlReader::PopTo(std::size_t kept, std::uint32_t source_end) {
  while (stack_.size() > kept) {
    const Element& element = elements_.back();
    const HtmlTag tag = tags_.back();
    if (MarkKind mark{}; element.marks && MarkOf(tag, &mark)) builder_->CloseMark(mark);
    if (element.links) builder_->CloseLink(source_end);
    if (IsBlockTag(tag)) builder_->CloseBlock();
    if (element.cites) builder_->CloseMark(MarkKind::kCite);
    skipping_ -= element.skips;
    content_ -= element.is_content;
    elements_.pop_back();
    tags_.pop_back();
    stack_.Pop();
  }
}

void ReadHtml(std::string_view text, std::vector<Span> hidden, Document* document) {
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  const HtmlOutline outline = ReadHtmlOutline(text, all);
  DocumentBuilder builder(text, std::move(hidden));
  HtmlReader reader(&builder, &outline);
  reader.Read(all);
  reader.Finish();
  builder.Finish(document);
  reader.LinkNotes(document);
  document->title = outline.title;
  document->identifier = outline.identifier;
  if (outline.cut) {
    document->diagnostics.push_back(
        {"truncated-input", {all.end, all.end}, "The page ends inside a tag, comment or script."});
  }
  if (outline.depth > kDeep) {
    document->diagnostics.push_back(
        {"too-deeply-nested", {}, "Elements nest deeper than any page needs; all text was read."});
  }
}

}  // namespace claimgraph
