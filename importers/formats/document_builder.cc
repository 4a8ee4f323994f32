// White space, marks and links all wait for the next visible text: a space is
// written only between two words of one block, and a mark or link begins at the
// first word under it.

#include "importers/formats/document_builder.h"

#include <algorithm>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::uint32_t kNotYet = 0xFFFFFFFFu;
constexpr std::size_t kMaxOpenMarks = 32;  // deeper marks tell a reader nothing

bool IsSpace(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view source, std::vector<Span> hidden)
    : source_(source), hidden_(std::move(hidden)) {
  document_.text.reserve(source.size() / 2);
}

void DocumentBuilder::OpenBlock(const Block& block) {
  CloseBlock();
  block_ = block;
  open_ = true;
}

void DocumentBuilder::CloseBlock() {
  if (has_text_) {
    for (OpenMarkState& mark : marks_) EndMark(&mark);
    if (link_open_) EndLinkPart();
    block_.span.end = visible_end_;
    document_.blocks.push_back(std::move(block_));
  }
  block_ = {};
  open_ = false;
  has_text_ = false;
  pending_ = 0;
}

std::string_view DocumentBuilder::block_text() const {
  if (!has_text_) return {};
  return std::string_view(document_.text)
      .substr(block_.span.begin, visible_end_ - block_.span.begin);
}

void DocumentBuilder::BeginText(std::uint32_t source_begin) {
  if (!open_) OpenBlock({});
  if (!has_text_) {
    if (!document_.text.empty()) {
      document_.text.push_back('\n');
      document_.map.Append(reached_, 1, 1, 0);
    }
    block_.span.begin = size();
    has_text_ = true;
  } else if (pending_ != 0) {
    const std::uint32_t from = std::max(pending_from_.begin, reached_);
    const std::uint32_t to = std::min(pending_from_.end, source_begin);
    document_.text.push_back(pending_);
    document_.map.Append(std::min(from, source_begin), 1, 1, to > from ? to - from : 0);
  }
  pending_ = 0;
  for (auto mark = marks_.rbegin(); mark != marks_.rend() && mark->begin == kNotYet; ++mark) {
    mark->begin = size();
  }
  if (link_open_ && link_begin_ == kNotYet) link_begin_ = size();
}

void DocumentBuilder::AppendVisible(std::uint32_t begin, std::uint32_t end) {
  if (!has_text_ || pending_ != 0) {
    while (begin < end && IsSpace(source_[begin])) ++begin;
  }
  std::uint32_t visible = end;
  while (visible > begin && IsSpace(source_[visible - 1])) --visible;
  if (visible > begin) {
    BeginText(begin);
    document_.text.append(source_, begin, visible - begin);
    document_.map.Append(begin, visible - begin);
    visible_end_ = size();
    reached_ = visible;
  }
  if (visible < end) Space({visible, end});
}

void DocumentBuilder::Text(std::uint32_t begin, std::uint32_t end) {
  begin = std::max(begin, reached_);
  while (begin < end) {
    while (next_hidden_ < hidden_.size() && hidden_[next_hidden_].end <= begin) ++next_hidden_;
    const bool cut = next_hidden_ < hidden_.size() && hidden_[next_hidden_].begin < end;
    const std::uint32_t stop = cut ? std::max(begin, hidden_[next_hidden_].begin) : end;
    if (stop > begin) AppendVisible(begin, stop);
    begin = cut ? hidden_[next_hidden_].end : end;
  }
}

void DocumentBuilder::Decoded(std::string_view text, Span from) {
  if (text.empty() || from.begin < reached_) return;
  if (text.size() == 1 && IsSpace(text[0])) return Space(from);
  BeginText(from.begin);
  const auto unit = static_cast<std::uint32_t>(text.size());
  document_.text.append(text);
  document_.map.Append(from.begin, unit, unit, from.size());
  visible_end_ = size();
  reached_ = from.end;
}

void DocumentBuilder::Space(Span from) {
  if (pending_ != 0) return;
  pending_ = ' ';
  pending_from_ = from;
}

void DocumentBuilder::Break(Span from) {
  if (pending_ != 0) {
    pending_ = '\n';
    return;
  }
  pending_ = '\n';
  pending_from_ = from;
}

void DocumentBuilder::OpenMark(MarkKind kind) {
  if (marks_.size() < kMaxOpenMarks) {
    marks_.push_back({kind, kNotYet});
  } else {
    ++ignored_marks_;
  }
}

void DocumentBuilder::EndMark(OpenMarkState* mark) {
  if (mark->begin != kNotYet && mark->begin < visible_end_) {
    document_.marks.push_back({mark->kind, {mark->begin, visible_end_}});
  }
  mark->begin = kNotYet;
}

void DocumentBuilder::CloseMark(MarkKind kind) {
  if (ignored_marks_ > 0) {
    --ignored_marks_;
    return;
  }
  for (std::size_t i = marks_.size(); i-- > 0;) {
    if (marks_[i].kind != kind) continue;
    EndMark(&marks_[i]);
    marks_.erase(marks_.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

bool DocumentBuilder::HasOpenMark(MarkKind kind) const {
  return std::any_of(marks_.begin(), marks_.end(),
                     [kind](const OpenMarkState& mark) { return mark.kind == kind; });
}

void DocumentBuilder::OpenLink(std::uint32_t source_begin, std::string target, Span target_source) {
  if (link_open_) CloseLink(source_begin);
  link_open_ = true;
  link_ = {{}, std::move(target), {source_begin, source_begin}, target_source};
  link_begin_ = kNotYet;
  first_part_ = document_.links.size();
}

void DocumentBuilder::EndLinkPart() {
  if (link_begin_ != kNotYet && link_begin_ < visible_end_) {
    link_.span = {link_begin_, visible_end_};
    document_.links.push_back(link_);
  }
  link_begin_ = kNotYet;
}

void DocumentBuilder::CloseLink(std::uint32_t source_end) {
  CloseLink(source_end, std::move(link_.target), link_.target_source);
}

void DocumentBuilder::CloseLink(std::uint32_t source_end, std::string target, Span target_source) {
  if (!link_open_) return;
  link_.target = std::move(target);
  link_.target_source = target_source;
  EndLinkPart();
  for (std::size_t i = first_part_; i < document_.links.size(); ++i) {
    Link& part = document_.links[i];
    part.target = link_.target;
    part.target_source = target_source;
    part.source.end = std::max(source_end, part.source.begin);
  }
  link_open_ = false;
}

void DocumentBuilder::MarkSource(MarkKind kind, Span source) {
  source_marks_.push_back({kind, source});
}

void DocumentBuilder::Finish(Document* document) {
  if (link_open_) CloseLink(reached_);
  CloseBlock();
  for (const SourceMark& m : source_marks_) {
    if (m.source.end <= m.source.begin) continue;
    // By the last byte, not the end: what follows the mark may be another block.
    const TextSpan span{document_.map.TextAt(m.source.begin),
                        document_.map.TextAt(m.source.end - 1) + 1};
    if (span.end <= document_.text.size()) document_.marks.push_back({m.kind, span});
  }
  SortMarks(&document_.marks);
  document->text = std::move(document_.text);
  document->map = std::move(document_.map);
  document->blocks = std::move(document_.blocks);
  document->links = std::move(document_.links);
  document->marks = std::move(document_.marks);
}

void SortMarks(std::vector<Mark>* marks) {
  std::stable_sort(marks->begin(), marks->end(), [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

}  // namespace claimgraph
