// One pass.  At the start of a line: fences, ":::" and footnote definitions.
// Inside it: whatever begins with one of the characters of kSpecial.  Every
// search for a closing character is bounded (kFar), so the pass is linear.

#include "importers/formats/markdown_mask.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

namespace claimgraph {
namespace {

constexpr std::size_t kFar = 2000;   // no shortcode, formula or code span is longer
constexpr std::size_t kNear = 300;   // nor an attribute list, label or short formula
constexpr std::size_t kScript = 50;  // nor a superscript
// md4c looks for each link's line from the first line of its paragraph, and
// keeps 32 bytes for each bracket of one.  Past these limits brackets and ticks
// are only words, so that a paragraph of any size takes linear time and little
// memory.
constexpr std::size_t kManyLines = 4096;
constexpr std::size_t kManyBytes = 1 << 20;
constexpr std::size_t kNowhere = std::string_view::npos;

constexpr std::array<bool, 256> MakeSpecial() {
  std::array<bool, 256> special{};
  for (const unsigned char c : {'\\', '`', '<', '[', '@', '{', '^', '~', '$', 'h', '\n'})
    special[c] = true;
  return special;
}
constexpr std::array<bool, 256> kSpecial = MakeSpecial();

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool IsSpace(char c) { return IsBlank(c) || c == '\n'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWord(char c) { return IsLetter(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80; }

// What Markdown would read as markup inside words.
bool IsMarkup(char c) {
  return c == '*' || c == '_' || c == '~' || c == '^' || c == '\\' || c == '`' || c == '[' ||
         c == ']' || c == '<' || c == '>' || c == '&' || c == '|' || c == '!';
}

class Masker {
 public:
  Masker(std::string_view text, std::uint32_t begin) : text_(text), at_(begin) {
    out_.text = text;
    for (std::size_t i = 0; i < begin; ++i) {
      if (text[i] != '\n' && text[i] != '\r') out_.text[i] = ' ';
    }
  }

  MarkdownMask Run() {
    while (at_ < text_.size()) {
      if (at_ == 0 || text_[at_ - 1] == '\n') {
        StartLine();
      } else {
        Inline();
      }
    }
    if (in_fence_) out_.cut = {fence_begin_, static_cast<std::uint32_t>(text_.size())};
    out_.mostly_html = tag_lines_ * 3 >= lines_ && tag_lines_ >= 3;
    return std::move(out_);
  }

 private:
  // --- lines ---

  void StartLine() {
    const std::size_t nl = std::min(text_.find('\n', at_), text_.size());
    std::size_t i = at_;
    while (i < nl && (IsBlank(text_[i]) || text_[i] == '>')) ++i;
    if (i == nl) {
      BeginParagraph();
      return Go(nl + 1);
    }
    ++paragraph_lines_;
    std::size_t content = i;
    if ((text_[i] == '-' || text_[i] == '*' || text_[i] == '+') && i + 1 < nl &&
        text_[i + 1] == ' ') {
      content = i + 2;  // a fence may open a list item
      BeginParagraph();
    }
    if (Fence(content, nl)) return Go(nl + 1);
    ++lines_;
    tag_lines_ += text_[i] == '<' && i + 1 < nl && (IsLetter(text_[i + 1]) || text_[i + 1] == '/');
    if (text_.substr(i, 3) == ":::") {
      Hide(at_, nl);
      return Go(nl + 1);
    }
    if (text_[i] == '[') {
      if (FootnoteDefinition(i, nl)) return;
      if (!InHugeParagraph() && IsLinkDefinition(i, nl)) return Go(nl + 1);
    }
    Inline();
  }

  // True if the line at `i` opens, closes or lies in a fenced block.
  bool Fence(std::size_t i, std::size_t nl) {
    const char c = text_[i];
    std::size_t size = 0;
    if (c == '`' || c == '~') {
      while (i + size < nl && text_[i + size] == c) ++size;
    }
    const std::size_t rest = i + size;
    if (in_fence_) {
      const bool bare = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(rest),
                                    text_.begin() + static_cast<std::ptrdiff_t>(nl), IsBlank);
      if (size >= fence_size_ && c == fence_char_ && bare) in_fence_ = false;
      return true;
    }
    if (size < 3) return false;
    if (c == '`' && text_.substr(rest, nl - rest).find('`') != kNowhere) return false;
    in_fence_ = true;
    fence_char_ = c;
    fence_size_ = size;
    fence_begin_ = static_cast<std::uint32_t>(i);
    return true;
  }

  // `[^label]` at `i`: the offset after its ']', or 0.
  std::size_t FootnoteLabelEnd(std::size_t i) const {
    if (text_.substr(i, 2) != "[^") return 0;
    const std::size_t stop = std::min(text_.size(), i + kNear);
    for (std::size_t k = i + 2; k < stop; ++k) {
      if (text_[k] == ']') return k > i + 2 ? k + 1 : 0;
      if (IsSpace(text_[k]) || text_[k] == '[' || text_[k] == '^') return 0;
    }
    return 0;
  }

  bool FootnoteDefinition(std::size_t i, std::size_t nl) {
    const std::size_t end = FootnoteLabelEnd(i);
    if (end == 0 || end >= nl || text_[end] != ':') return false;
    const Span source{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end + 1)};
    out_.definitions.push_back({source, std::string(text_.substr(i + 2, end - i - 3))});
    out_.hidden.push_back(source);
    std::fill_n(out_.text.begin() + static_cast<std::ptrdiff_t>(i), end + 1 - i, 'x');
    out_.text[i] = '+';
    out_.text[i + 1] = ' ';
    BeginParagraph();
    Go(end + 1);
    return true;
  }

  // `[label]: address`: read by the parser as it stands.
  bool IsLinkDefinition(std::size_t i, std::size_t nl) const {
    const std::size_t close = text_.substr(0, std::min(nl, i + kNear)).find(']', i);
    return close != kNowhere && close + 1 < nl && text_[close + 1] == ':';
  }

  // --- inside lines ---

  void Inline() {
    std::size_t i = at_;
    while (i < text_.size() && !kSpecial[static_cast<unsigned char>(text_[i])]) ++i;
    if (i == text_.size()) return Go(i);
    switch (text_[i]) {
      case '\\':
        return Backslash(i);
      case '`':
        return Code(i);
      case '<':
        return Angle(i);
      case '[':
        return Bracket(i);
      case '@':
        return Key(i);
      case '{':
        return Brace(i);
      case '^':
        return Caret(i);
      case '~':
        return Tilde(i);
      case '$':
        return Dollar(i);
      case 'h':
        return Address(i);
      default:
        return Go(i + 1);
    }
  }

  // A backslash is a line break, except on the last line of a block, where
  // Pandoc drops it and CommonMark would print it.
  void Backslash(std::size_t i) {
    std::size_t k = i + 1;
    if (k < text_.size() && text_[k] == '\r') ++k;
    if (k < text_.size() && text_[k] != '\n') return Go(i + 2);
    std::size_t next = std::min(k + 1, text_.size());
    while (next < text_.size() && IsBlank(text_[next])) ++next;
    std::size_t digits = next;
    while (digits < text_.size() && IsDigit(text_[digits])) ++digits;
    const bool number = digits > next && text_.substr(digits, 2) == ". ";
    const bool bullet = next + 1 < text_.size() && IsBlank(text_[next + 1]) &&
                        (text_[next] == '-' || text_[next] == '*' || text_[next] == '+');
    if (next == text_.size() || text_[next] == '\n' || number || bullet) Hide(i, i + 1);
    Go(i + 1);
  }

  void Code(std::size_t i) {
    std::size_t size = 1;
    while (i + size < text_.size() && text_[i + size] == '`') ++size;
    if (InHugeParagraph()) {
      std::fill_n(out_.text.begin() + static_cast<std::ptrdiff_t>(i), size, 'x');
      return Go(i + size);
    }
    const std::size_t stop = std::min(text_.size(), i + kFar);
    for (std::size_t k = i + size; k < stop;) {
      if (text_[k] == '\n' && k + 1 < stop && text_[k + 1] == '\n') break;
      std::size_t run = 0;
      while (k + run < stop && text_[k + run] == '`') ++run;
      if (run == size) return Go(k + run);
      k += std::max<std::size_t>(run, 1);
    }
    Go(i + size);
  }

  void Angle(std::size_t i) {
    if (text_.substr(i, 4) != "<!--") return Go(i + 1);
    const std::size_t close = comments_end_ ? kNowhere : text_.find("-->", i + 4);
    if (close == kNowhere) {
      if (!comments_end_)
        out_.cut = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(text_.size())};
      comments_end_ = true;
      return Go(i + 4);
    }
    Hide(i, close + 3);
    Go(close + 3);
  }

  void Bracket(std::size_t i) {
    if (InHugeParagraph()) out_.text[i] = 'x';
    const std::size_t end = FootnoteLabelEnd(i);
    if (end == 0) return Go(i + 1);
    out_.marks.push_back(
        {MarkKind::kFootnoteRef, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)}});
    std::fill(out_.text.begin() + static_cast<std::ptrdiff_t>(i + 1),
              out_.text.begin() + static_cast<std::ptrdiff_t>(end - 1), 'x');
    Go(end);
  }

  // A Pandoc key, which may hold underscores: [@who_what_2020].
  void Key(std::size_t i) {
    if (i > 0 && IsWord(text_[i - 1])) return Go(i + 1);
    std::size_t k = i + 1;
    while (k < text_.size() && k - i < kNear && IsKeyCharacter(k)) ++k;
    Neutralize(i + 1, k);
    Go(k);
  }
  bool IsKeyCharacter(std::size_t k) const {
    constexpr std::string_view kInner = "_:.#$%&+?<>~/-";
    const char c = text_[k];
    if (IsWord(c)) return true;
    return kInner.find(c) != kNowhere && k + 1 < text_.size() &&
           (IsWord(text_[k + 1]) || text_[k + 1] == '_');
  }

  void Brace(std::size_t i) {
    const std::string_view rest = text_.substr(i, 3);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"{{<", ">}}"},
                                      {"{{%", "%}}"},
                                      {"{{", "}}"},
                                      {"{%", "%}"}}) {
      if (rest.substr(0, open.size()) != open) continue;
      std::size_t end = Find(close, i + open.size(), kFar);
      if (end == kNowhere) return Go(i + open.size());
      end += close.size();
      if (open == "{%") end = LiquidBlockEnd(i, end);
      Hide(i, end);
      return Go(end);
    }
    const std::size_t end = AttributesEnd(i);
    if (end == 0) return Go(i + 1);
    Hide(i, end);
    Go(end);
  }

  // {% highlight %} and {% comment %} take what they enclose with them.
  std::size_t LiquidBlockEnd(std::size_t i, std::size_t end) {
    std::string_view tag = text_.substr(i + 2, end - i - 2);
    tag.remove_prefix(std::min(tag.find_first_not_of(" -\t\n"), tag.size()));
    for (const std::string_view name : {"highlight", "comment"}) {
      if (tag.substr(0, name.size()) != name || liquid_ends_) continue;
      const std::size_t close = text_.find("end" + std::string(name), end);
      const std::size_t close_end = close == kNowhere ? kNowhere : text_.find("%}", close);
      if (close_end != kNowhere) return close_end + 2;
      liquid_ends_ = true;
    }
    return end;
  }

  // {.class}, {#id}, {: .kramdown}, {key=value}, {-}; 0 if it is none of these.
  std::size_t AttributesEnd(std::size_t i) const {
    if (i + 2 >= text_.size()) return 0;
    const std::size_t stop = std::min(text_.size(), i + kNear);
    std::size_t k = i + 1;
    if (text_[k] != ':' && text_[k] != '.' && text_[k] != '#' && text_[k] != '=' &&
        text_.substr(k, 2) != "-}") {
      while (k < stop && (IsWord(text_[k]) || text_[k] == '-')) ++k;
      if (k == i + 1 || k == stop || text_[k] != '=') return 0;
    }
    for (; k < stop && text_[k] != '\n' && text_[k] != '{'; ++k) {
      if (text_[k] == '}') return k + 1;
    }
    return 0;
  }

  void Caret(std::size_t i) {
    if (i + 1 < text_.size() &&
        text_[i + 1] == '[') {  // an inline note: keep its words in brackets
      Hide(i, i + 1);
      return Go(i + 1);
    }
    Script(i, '^', MarkKind::kSuperscript);
  }

  void Tilde(std::size_t i) {
    std::size_t run = 1;
    while (i + run < text_.size() && text_[i + run] == '~') ++run;
    if (run > 1) return Go(i + run);
    out_.text[i] = 'x';  // "about": never strikes out
    Script(i, '~', MarkKind::kSubscript);
  }

  // ^words^ or ~words~ without a space in between.
  void Script(std::size_t i, char delimiter, MarkKind kind) {
    const std::size_t stop = std::min(text_.size(), i + kScript);
    std::size_t k = i + 1;
    while (k < stop && text_[k] != delimiter && !IsSpace(text_[k])) ++k;
    if (k == stop || text_[k] != delimiter || k == i + 1) return Go(i + 1);
    out_.marks.push_back(
        {kind, {static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(k)}});
    Hide(i, i + 1);
    Hide(k, k + 1);
    Go(k + 1);
  }

  void Dollar(std::size_t i) {
    if (text_.substr(i, 2) == "$$") {
      const std::size_t close = Find("$$", i + 2, kFar);
      if (close == kNowhere) return Go(i + 2);
      Neutralize(i, close);
      return Go(close + 2);
    }
    // Pandoc's rule keeps prices apart: no space inside, no digit after.
    const std::size_t close = Find("$", i + 1, kNear);
    const bool formula = close != kNowhere && close > i + 1 && !IsSpace(text_[i + 1]) &&
                         !IsSpace(text_[close - 1]) && text_[close - 1] != '\\' &&
                         (close + 1 == text_.size() || !IsDigit(text_[close + 1])) &&
                         text_.substr(i, close - i).find('\n') == kNowhere;
    if (!formula) return Go(i + 1);
    Neutralize(i, close);
    Go(close + 1);
  }

  // A bare address may hold underscores and stars.
  void Address(std::size_t i) {
    const std::string_view rest = text_.substr(i, 8);
    if (rest.substr(0, 7) != "http://" && rest != "https://") return Go(i + 1);
    std::size_t k = i;
    while (k < text_.size() && static_cast<unsigned char>(text_[k]) > ' ' && text_[k] != '<' &&
           text_[k] != '>' && text_[k] != ')' && text_[k] != ']' && text_[k] != '|' &&
           text_[k] != '`') {
      ++k;
    }
    std::size_t words = k;  // what trails may be markup: **https://example.org**
    while (words > i && !IsWord(text_[words - 1]) && text_[words - 1] != '/') --words;
    for (std::size_t m = i; m < words; ++m) {
      if (text_[m] == '*' || text_[m] == '_' || text_[m] == '~') out_.text[m] = 'x';
    }
    Go(std::max(words, i + 1));
  }

  // --- helpers ---

  void BeginParagraph() {
    paragraph_lines_ = 0;
    paragraph_begin_ = at_;
  }
  bool InHugeParagraph() const {
    return paragraph_lines_ >= kManyLines || at_ - paragraph_begin_ >= kManyBytes;
  }

  void Go(std::size_t i) { at_ = std::min(i, text_.size()); }

  // The first `what` in text_[i, i + within).  Remembers where there is none, so
  // that a megabyte of openers is looked through once.
  std::size_t Find(std::string_view what, std::size_t i, std::size_t within) {
    const std::size_t stop = std::min(text_.size(), i + within);
    std::size_t& none_until = none_until_[what];
    const std::size_t from = std::max(i, none_until);
    if (from >= stop) return kNowhere;
    const std::size_t at = text_.substr(0, stop).find(what, from);
    if (at == kNowhere) none_until = stop - std::min(stop, what.size() - 1);
    return at;
  }

  void Neutralize(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (IsMarkup(text_[i])) out_.text[i] = 'x';
    }
  }

  // Spaces in the mask, but for one letter on each line: among other words,
  // spaces alone could make an indented line, a blank one or a hard line break.
  void Hide(std::size_t begin, std::size_t end) {
    out_.hidden.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    for (std::size_t i = begin; i < end; ++i) {
      if (text_[i] != '\n' && text_[i] != '\r') out_.text[i] = ' ';
    }
    if (end - begin == 1) {
      out_.text[begin] = 'x';
      return;
    }
    std::size_t before = begin;
    while (before > 0 && IsBlank(text_[before - 1])) --before;
    const bool first = before == 0 || text_[before - 1] == '\n';
    std::size_t after = end;
    while (after < text_.size() && IsBlank(text_[after])) ++after;
    const bool last = after == text_.size() || text_[after] == '\n';
    if (first && last) return;
    const bool one_line = text_.substr(begin, end - begin).find('\n') == kNowhere;
    out_.text[one_line && last ? end - 1 : begin] = 'x';
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (text_[i] != '\n') continue;
      if (text_[i + 1] != '\n' && text_[i + 1] != '\r') out_.text[i + 1] = 'x';
      const std::size_t line_end = i > begin && text_[i - 1] == '\r' ? i - 1 : i;
      if (line_end > begin && text_[line_end - 1] != '\n') out_.text[line_end - 1] = 'x';
    }
  }

  std::string_view text_;
  std::size_t at_;
  MarkdownMask out_;
  bool in_fence_ = false;
  char fence_char_ = 0;
  std::size_t fence_size_ = 0;
  std::uint32_t fence_begin_ = 0;
  std::map<std::string_view, std::size_t> none_until_;
  std::size_t paragraph_lines_ = 0;
  std::size_t paragraph_begin_ = 0;
  bool comments_end_ = false;  // no "-->" is left
  bool liquid_ends_ = false;   // nor an {% end... %}
  std::size_t lines_ = 0;
  std::size_t tag_lines_ = 0;
};

}  // namespace

MarkdownMask MaskMarkdown(std::string_view text, std::uint32_t begin) {
  return Masker(text, begin).Run();
}

}  // namespace claimgraph
