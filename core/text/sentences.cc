// At each stop (. ! ? and their like) the splitter looks both ways:
//   1. forward over closing quotes and brackets and over citation markers,
//      which belong to the sentence that ends;
//   2. at the first letter after the space: lower case goes on;
//   3. back at the word before a single full stop (abbreviations.h).
// Text in scripts without capitals goes to ICU's sentence iterator instead.

#include "core/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "core/text/abbreviations.h"
#include "core/text/utf8.h"

namespace claimgraph {
namespace {

constexpr std::size_t kLongestMarker = 40;  // bytes of "[1, 4-7, 12]" and its like

constexpr std::array<bool, 256> MakeStops() {
  std::array<bool, 256> stops{};
  for (const unsigned char c : {'.', '!', '?'}) stops[c] = true;
  stops[0xE2] = true;  // an ellipsis may begin here
  return stops;
}
constexpr std::array<bool, 256> kMayStop = MakeStops();

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) { return IsLower(c) || IsUpper(c); }

// Scripts whose sentences do not begin with capitals: Arabic, Indic, CJK, ...
bool IsOtherScript(unsigned char lead) {
  return (lead >= 0xD8 && lead <= 0xE0) || (lead >= 0xE3 && lead <= 0xED);
}

class Splitter {
 public:
  explicit Splitter(const Document& document) : text_(document.text) {
    for (const Mark& m : document.marks) {
      if (m.kind == MarkKind::kSuperscript || m.kind == MarkKind::kFootnoteRef)
        markers_.push_back(m.span);
    }
    out_.reserve(document.text.size() / 100);
  }

  void Split(const Block& block, std::uint32_t index) {
    index_ = index;
    std::uint32_t begin = block.span.begin;
    while (begin < block.span.end) {
      const std::size_t nl = text_.substr(0, block.span.end).find('\n', begin);
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(nl, block.span.end));
      SplitLine(begin, end);
      begin = end + 1;
    }
  }

  std::vector<Sentence> Take() { return std::move(out_); }

 private:
  void SplitLine(std::uint32_t begin, std::uint32_t end) {
    line_begin_ = begin;
    end_ = end;
    if (LooksLikeReference()) return Add(begin, end);
    std::uint32_t i = begin;
    while (i < end_) {
      while (i < end_ && !kMayStop[Byte(i)]) ++i;
      const std::uint32_t stop = StopEnd(i);
      if (stop == i) {
        ++i;
        continue;
      }
      std::uint32_t next = 0;
      const std::uint32_t last = SentenceEnd(begin, i, stop, &next);
      if (last != 0) {
        Add(begin, last);
        begin = next;
      }
      i = std::max(stop, last);
    }
    if (begin == line_begin_ && HasOtherScript()) return SplitWithIcu(begin);
    Add(begin, end_);
  }

  unsigned char Byte(std::uint32_t i) const { return static_cast<unsigned char>(text_[i]); }
  bool At(std::uint32_t i, std::string_view what) const {
    return i + what.size() <= end_ && text_.compare(i, what.size(), what) == 0;
  }

  void Add(std::uint32_t begin, std::uint32_t end) {
    begin = SkipSpace(begin);
    while (end > begin) {
      if (Byte(end - 1) <= ' ') {
        --end;
      } else if (end - begin >= 2 && text_.compare(end - 2, 2, "\u00A0") == 0) {
        end -= 2;
      } else {
        break;
      }
    }
    if (begin < end) out_.push_back({{begin, end}, index_});
  }

  std::uint32_t SkipSpace(std::uint32_t i) const {
    while (i < end_) {
      if (Byte(i) <= ' ') {
        ++i;
      } else if (At(i, "\u00A0")) {
        i += 2;
      } else if (Byte(i) == 0xE2 && i + 2 < end_ && Byte(i + 1) == 0x80 &&
                 (Byte(i + 2) <= 0x8B || Byte(i + 2) == 0xAF)) {
        i += 3;  // the spaces U+2000..U+200B, and the narrow no-break space
      } else {
        break;
      }
    }
    return i;
  }

  // The end of the run of stops at `i`; `i` if there is none.
  std::uint32_t StopEnd(std::uint32_t i) const {
    while (i < end_) {
      const char c = text_[i];
      if (c == '.' || c == '!' || c == '?') {
        ++i;
      } else if (At(i, "\u2026")) {
        i += 3;
      } else {
        break;
      }
    }
    return i;
  }

  std::uint32_t SkipClosers(std::uint32_t i) const {
    while (i < end_) {
      const char c = text_[i];
      if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '}') {
        ++i;
      } else if (At(i, "\u201D") || At(i, "\u2019")) {
        i += 3;
      } else if (At(i, "\u00BB")) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  // A marker in brackets at `i`: "[3]", "[1, 4-7]", "[^a]", "[@key]".  In round ones,
  // "(1,2)", only where asked: after a space they number what follows.
  std::uint32_t SkipBracketMarker(std::uint32_t i, char open = '[') const {
    if (i + 2 >= end_ || text_[i] != open) return i;
    const char kind = text_[i + 1];
    const bool named = open == '[' && (kind == '^' || kind == '@');
    const std::size_t limit = named ? 200 : kLongestMarker;
    const std::size_t close = text_.substr(0, std::min<std::size_t>(end_, i + limit)).find(open == '[' ? ']' : ')', i);
    if (close == std::string_view::npos) return i;
    const auto end = static_cast<std::uint32_t>(close) + 1;
    if (named) return end;
    for (std::uint32_t k = i + 1; k + 1 < end; ++k) {
      const char c = text_[k];
      if (!IsDigit(c) && c != ',' && c != ' ' && c != '-' && c != ';' && !At(k, "\u2013") &&
          !(Byte(k) >= 0x80 && Byte(k) < 0xC0))
        return i;
    }
    return IsDigit(kind) ? end : i;
  }

  // Superscript digits, as characters or as a mark.
  std::uint32_t SkipSuperscript(std::uint32_t i) const {
    const auto mark = std::lower_bound(markers_.begin(), markers_.end(), i,
                                       [](TextSpan s, std::uint32_t v) { return s.begin < v; });
    if (mark != markers_.end() && mark->begin == i && mark->end <= end_) return mark->end;
    std::uint32_t k = i;
    while (k < end_) {
      if (At(k, "\u00B9") || At(k, "\u00B2") || At(k, "\u00B3")) {
        k += 2;
      } else if (Byte(k) == 0xE2 && k + 2 < end_ && Byte(k + 1) == 0x81 && Byte(k + 2) >= 0xB0 &&
                 Byte(k + 2) <= 0xBB) {
        k += 3;
      } else if (k > i && (text_[k] == ',' || text_[k] == '-')) {
        ++k;
      } else {
        break;
      }
    }
    return k;
  }

  // Digits that lost their superscript: "fell.3 The", "fell.3,4".
  std::uint32_t SkipGluedDigits(std::uint32_t stop, std::uint32_t i) const {
    if (i < 3 || i != stop || !IsLetter(text_[i - 2]) || !IsLetter(text_[i - 3])) return i;
    std::uint32_t k = i;
    while (k < end_ && k - i < 8 &&
           (IsDigit(text_[k]) || (k > i && (text_[k] == ',' || text_[k] == '-'))))
      ++k;
    if (k == i || !IsDigit(text_[k - 1]) ||
        (k - i > 3 && text_.substr(i, k - i).find_first_of(",-") == std::string_view::npos))
      return i;
    if (k == end_) return k;
    const std::uint32_t next = SkipSpace(k);
    return next > k && next < end_ && IsUpper(text_[next]) ? k : i;
  }

  std::uint32_t SkipMarkers(std::uint32_t stop, std::uint32_t i) const {
    while (true) {
      std::uint32_t k = SkipBracketMarker(i);
      if (k == i) k = SkipBracketMarker(i, '(');
      if (k == i) k = SkipSuperscript(i);
      if (k == i) k = SkipGluedDigits(stop, i);
      if (k == i) return i;
      i = SkipClosers(k);
    }
  }

  // The end of the sentence whose stops are [i, stop), and the begin of the next
  // in `*next`; 0 if it goes on.
  std::uint32_t SentenceEnd(std::uint32_t begin, std::uint32_t i, std::uint32_t stop,
                            std::uint32_t* next) const {
    const std::uint32_t closed = SkipClosers(stop);
    std::uint32_t last = SkipMarkers(stop, closed);
    std::uint32_t s = SkipSpace(last);
    const bool single = stop - i == 1 && text_[i] == '.';
    if (s == end_) return 0;  // the line's end ends it
    if (s == last) {
      if (!IsGlued(i, stop)) return 0;
      *next = s;
      return last;
    }
    if (single && closed == stop) {
      const std::string_view line = text_.substr(line_begin_, end_ - line_begin_);
      if (OnlyAbbreviates(line, begin - line_begin_, i - line_begin_, s - line_begin_)) return 0;
    }
    // "fell. [3] The": the marker belongs to what it follows.
    while (SkipBracketMarker(begin) == begin) {
      const std::uint32_t k = SkipBracketMarker(s);
      const std::uint32_t after = SkipSpace(k);
      if (k == s || (after == k && k < end_)) break;
      last = k;
      s = after;
      if (s == end_) return 0;
    }
    const bool quoted = closed > stop;
    if (!Begins(s, text_[i] != '.' && Byte(i) != 0xE2, quoted)) return 0;
    *next = s;
    return last;
  }

  // Whether a sentence can begin at `s`.
  bool Begins(std::uint32_t s, bool strong_stop, bool quoted) const {
    std::uint32_t i = s;
    bool opened = false;
    char32_t c = 0;
    while (i < end_) {
      const std::size_t size = DecodeUtf8At(text_.substr(0, end_), i, &c);
      if (u_isalnum(static_cast<UChar32>(c))) break;
      if (c == '-' || c == 0x2013 || c == 0x2014) {
        if (quoted) return false;  // "Why?" - she asked
      } else if (c == ',' || c == ';' || c == ':') {
        return false;
      }
      opened = true;
      i += static_cast<std::uint32_t>(size);
      if (i - s > 12) return true;
    }
    if (i >= end_ || !u_islower(static_cast<UChar32>(c))) return true;
    if (IsSymbol(i)) return true;
    return strong_stop && !quoted && !opened;
  }

  // pH, mRNA, p53: small letters that stay small at the begin of a sentence.
  bool IsSymbol(std::uint32_t i) const {
    std::uint32_t k = i;
    while (k < end_ && k - i < 4 && IsLower(text_[k])) ++k;
    return k > i && k < end_ && (IsUpper(text_[k]) || IsDigit(text_[k]));
  }

  // "strength.Allows": the line break between two cells or sentences was lost.
  bool IsGlued(std::uint32_t i, std::uint32_t stop) const {
    if (stop - i != 1 || stop + 1 >= end_ || !IsUpper(text_[stop])) return false;
    if (!IsLower(text_[stop + 1]) && text_[stop + 1] != ' ') return false;
    if (i < line_begin_ + 3 || !IsLower(text_[i - 2]) || !IsLower(text_[i - 3])) return false;
    if (!IsLower(text_[i - 1]) && text_[i - 1] != ')') return false;
    // Not inside an address or a file name.
    const std::uint32_t from = i > line_begin_ + 80 ? i - 80 : line_begin_;
    for (std::uint32_t k = i; k > from && Byte(k - 1) > ' '; --k) {
      if (text_[k - 1] == '/' || text_[k - 1] == '@' || text_[k - 1] == '.') return false;
    }
    return true;
  }

  // "Cole, A. B., & Reed, C. (2011). Rest and ..." is one entry of a list.
  bool LooksLikeReference() const {
    const std::string_view line = text_.substr(line_begin_, end_ - line_begin_);
    if (line.size() < 30 || line.size() > 1500) return false;
    std::size_t i = 0;
    while (
        i < line.size() && i < 8 &&
        (IsDigit(line[i]) || line[i] == '[' || line[i] == ']' || line[i] == '.' || line[i] == ' '))
      ++i;
    const std::size_t comma = line.substr(0, i + 40).find(',', i);
    if (comma == std::string_view::npos || !IsUpper(line[i]) ||
        line.substr(i, comma - i).find(' ') != std::string_view::npos)
      return false;
    if (comma + 3 >= line.size() || line[comma + 1] != ' ' || !IsUpper(line[comma + 2]) ||
        line[comma + 3] != '.')
      return false;
    for (std::size_t k = comma; k + 5 < line.size(); ++k) {
      if (line[k] == '(' && (line[k + 1] == '1' || line[k + 1] == '2') && IsDigit(line[k + 2]) &&
          IsDigit(line[k + 3]) && IsDigit(line[k + 4]))
        return true;
    }
    return false;
  }

  bool HasOtherScript() const {
    return std::any_of(text_.begin() + line_begin_, text_.begin() + end_,
                       [](char c) { return IsOtherScript(static_cast<unsigned char>(c)); });
  }

  void SplitWithIcu(std::uint32_t begin) {
    UErrorCode error = U_ZERO_ERROR;
    if (icu_ == nullptr)
      icu_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), error));
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text_.data() + begin, end_ - begin, &error);
    if (U_SUCCESS(error)) icu_->setText(&utext, error);
    if (U_FAILURE(error)) return Add(begin, end_);
    std::int32_t from = 0;
    for (std::int32_t to = icu_->next(); to != icu::BreakIterator::DONE; to = icu_->next()) {
      Add(begin + static_cast<std::uint32_t>(from), begin + static_cast<std::uint32_t>(to));
      from = to;
    }
    utext_close(&utext);
  }

  std::string_view text_;
  std::vector<TextSpan> markers_;
  std::vector<Sentence> out_;
  std::uint32_t index_ = 0;
  std::uint32_t line_begin_ = 0;
  std::uint32_t end_ = 0;
  std::unique_ptr<icu::BreakIterator> icu_;
};

std::vector<Sentence> OneABlock(const Document& document) {
  std::vector<Sentence> sentences;
  for (const Block& block : document.blocks) {
    sentences.push_back({block.span, static_cast<std::uint32_t>(sentences.size())});
  }
  return sentences;
}

}  // namespace

std::vector<Sentence> FindSentences(const Document& document) {
  if (document.format == Format::kClaimList) return OneABlock(document);
  Splitter splitter(document);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    splitter.Split(document.blocks[i], static_cast<std::uint32_t>(i));
  }
  return splitter.Take();
}

}  // namespace claimgraph
