#include "tests/document_dump.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace claimgraph {
namespace {

std::string Name(const Block& b) {
  const std::string label = b.label.empty() ? "" : " " + b.label;
  switch (b.kind) {
    case BlockKind::kParagraph:
      return "p";
    case BlockKind::kHeading:
      return "h" + std::to_string(b.level);
    case BlockKind::kListItem:
      return std::string(b.level, b.ordered ? '#' : '-') +
             (b.ordered ? std::to_string(b.number) : "");
    case BlockKind::kTableHead:
      return "th";
    case BlockKind::kTableCell:
      return "td";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kFootnote:
      return "note" + label;
    case BlockKind::kMetadata:
      return "meta" + label;
  }
  return "?";
}

const char* Name(MarkKind kind) {
  switch (kind) {
    case MarkKind::kSuperscript:
      return "sup";
    case MarkKind::kSubscript:
      return "sub";
    case MarkKind::kEmphasis:
      return "em";
    case MarkKind::kStrong:
      return "strong";
    case MarkKind::kCite:
      return "cite";
    case MarkKind::kFootnoteRef:
      return "ref";
  }
  return "?";
}

std::string Quote(std::string_view s) {
  std::string out = "\"";
  for (const char c : s) out.push_back(c == '\n' ? '/' : c);
  return out + "\"";
}

bool IsText(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    char32_t c = 0;
    const std::size_t size = DecodeUtf8At(s, i, &c);
    if (size == 1 && static_cast<unsigned char>(s[i]) >= 0x80) return false;
    i += size;
  }
  return true;
}

bool Fits(TextSpan s, const Document& d) { return s.begin < s.end && s.end <= d.text.size(); }
bool Fits(Span s, std::string_view bytes) { return s.begin <= s.end && s.end <= bytes.size(); }

std::string BrokenBlocks(const Document& d) {
  for (std::size_t i = 0; i < d.blocks.size(); ++i) {
    const TextSpan s = d.blocks[i].span;
    if (!Fits(s, d)) return "block out of bounds";
    if (i == 0) continue;
    const TextSpan before = d.blocks[i - 1].span;
    if (s.begin <= before.end) return "blocks overlap or touch";
    const std::string_view between = Slice(d.text, {before.end, s.begin});
    if (between.find('\n') == std::string_view::npos) return "no line break between blocks";
  }
  return {};
}

std::string BrokenMap(const Document& d, std::string_view bytes) {
  std::uint32_t text = 0;
  std::uint32_t source = 0;
  for (const OffsetMap::Run& r : d.map.runs()) {
    if (r.text != text || r.source < source || r.text_unit == 0) return "map does not ascend";
    text += r.text_size;
    source = r.source + (r.text_size + r.text_unit - 1) / r.text_unit * r.source_unit;
    const bool linear = r.text_unit == 1 && r.source_unit == 1;
    if (linear && source > bytes.size()) return "map leaves the source";
    if (!linear) continue;
    // Equal bytes, but for white space that became a space or a line break.
    for (std::uint32_t k = 0; k < r.text_size; ++k) {
      const char a = d.text[r.text + k];
      const char b = bytes[r.source + k];
      const bool spaces = (a == ' ' || a == '\n') && static_cast<unsigned char>(b) <= ' ';
      if (a != b && !spaces)
        return "text differs from its source at " + std::to_string(r.source + k);
    }
  }
  if (text != d.text.size() || source > bytes.size()) return "map does not end with the text";
  return {};
}

}  // namespace

std::string DumpBlocks(const Document& d) {
  std::string out;
  std::size_t link = 0;
  std::size_t mark = 0;
  for (const Block& b : d.blocks) {
    out += Name(b) + " " + Quote(d.Words(b.span)) + "\n";
    for (; link < d.links.size() && d.links[link].span.begin < b.span.end; ++link) {
      out += "  link " + Quote(d.Words(d.links[link].span)) + " -> " + d.links[link].target + "\n";
    }
    for (; mark < d.marks.size() && d.marks[mark].span.begin < b.span.end; ++mark) {
      out += std::string("  ") + Name(d.marks[mark].kind) + " " +
             Quote(d.Words(d.marks[mark].span)) + "\n";
    }
  }
  return out;
}

std::string DumpSentences(const Document& d) {
  std::string out;
  for (const Sentence& s : d.sentences) out += std::string(d.Words(s.span)) + "\n";
  return out;
}

std::string BrokenPromise(const Document& d, std::string_view bytes) {
  if (!IsText(d.text)) return "text is not UTF-8";
  if (std::string broken = BrokenMap(d, bytes); !broken.empty()) return broken;
  if (std::string broken = BrokenBlocks(d); !broken.empty()) return broken;
  for (std::size_t i = 0; i < d.links.size(); ++i) {
    const Link& l = d.links[i];
    if (!Fits(l.span, d) || !Fits(l.source, bytes) || !Fits(l.target_source, bytes))
      return "link out of bounds";
    if (i > 0 && l.span.begin < d.links[i - 1].span.end) return "links overlap";
  }
  for (std::size_t i = 0; i < d.marks.size(); ++i) {
    if (!Fits(d.marks[i].span, d)) return "mark out of bounds";
    if (i > 0 && d.marks[i].span.begin < d.marks[i - 1].span.begin) return "marks out of order";
  }
  for (const IgnoreComment& c : d.ignores) {
    if (!Fits(c.source, bytes) || c.at > d.text.size()) return "comment out of bounds";
  }
  for (const Diagnostic& g : d.diagnostics) {
    if (!Fits(g.span, bytes)) return "diagnostic out of bounds";
  }
  if (d.diagnostics.size() > 24) return "too many diagnostics";
  std::uint32_t end = 0;
  std::uint32_t block = 0;
  for (const Sentence& s : d.sentences) {
    if (!Fits(s.span, d) || s.block >= d.blocks.size()) return "sentence out of bounds";
    if (s.span.begin < end || s.block < block) return "sentences out of order";
    if (!d.blocks[s.block].span.Contains(s.span)) return "sentence outside of its block";
    end = s.span.end;
    block = s.block;
  }
  return {};
}

}  // namespace claimgraph
