// Three passes:
//   1. lines, and which of them continue the line before (wrapped text);
//   2. pieces: the runs of lines that make one block, with what can be seen in
//      each alone: a list marker, a final stop, title case, glued cells;
//   3. kinds, which need the neighbours too.

#include "importers/formats/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "importers/formats/document_builder.h"
#include "importers/formats/furniture.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kWidestWrapped = 130;  // characters; wider lines are whole paragraphs
constexpr std::uint32_t kRagged = 12;          // characters that a wrapped line may lack
constexpr std::uint32_t kLongestHeading = 110;
constexpr std::uint32_t kLongestTitle = 180;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::uint32_t SuperscriptBytes(std::string_view text, std::uint32_t end) {
  constexpr std::string_view kSigns[] = {"\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074", "\u2075",
                                         "\u2076", "\u2077", "\u2078", "\u2079", "\u207B"};
  for (const std::string_view sign : kSigns) {
    if (text.substr(0, end).ends_with(sign)) return static_cast<std::uint32_t>(sign.size());
  }
  return 0;
}

// Bytes of the closing quotation mark that the words end in; 0 without one.
std::uint32_t QuoteBytes(std::string_view words) {
  if (words.ends_with('"') || words.ends_with('\'')) return 1;
  return words.ends_with("\u201D") || words.ends_with("\u2019") ? 3 : 0;
}

// Digits behind a full stop that ends a word have lost their height: "pain.3".
bool GluedToStop(std::string_view words) {
  while (QuoteBytes(words) > 0) words.remove_suffix(QuoteBytes(words));
  if (words.empty() || (words.back() != '.' && words.back() != '!' && words.back() != '?'))
    return false;
  words.remove_suffix(1);
  while (QuoteBytes(words) > 0) words.remove_suffix(QuoteBytes(words));
  if (words.size() < 2) return false;
  const char last = words.back();
  return last == ')' || last == '%' || (IsLower(last) && IsLower(words[words.size() - 2]));
}

// Where the citation markers at the end of `words` begin: "[3]", "(1, 2)", raised
// digits, and digits that are glued to a full stop; words.size() without any.
std::uint32_t MarkersBegin(std::string_view words) {
  auto end = static_cast<std::uint32_t>(words.size());
  for (;;) {
    std::uint32_t at = end;
    while (at > 0 && IsSpace(words[at - 1])) --at;
    if (const std::uint32_t raised = SuperscriptBytes(words, at); raised > 0) {
      end = at - raised;
      continue;
    }
    const char close = at > 0 ? words[at - 1] : '\0';
    const bool bracket = close == ']' || close == ')';
    std::uint32_t begin = bracket ? at - 1 : at;
    std::uint32_t digits = 0;  // of the longest number
    for (std::uint32_t run = 0; begin > 0; --begin) {
      const char c = words[begin - 1];
      run = IsDigit(c) ? run + 1 : 0;
      digits = std::max(digits, run);
      const bool dash = begin >= 3 && words.substr(begin - 3, 3) == "\u2013";
      if (dash) begin -= 2;
      if (!dash && !IsDigit(c) && c != ',' && c != '-' && !(bracket && IsSpace(c))) break;
    }
    if (digits == 0 || digits > 3) return end;
    const char open = begin > 0 ? words[begin - 1] : '\0';
    if (bracket ? open == (close == ']' ? '[' : '(') : GluedToStop(words.substr(0, begin))) {
      end = begin - bracket;
    } else {
      return end;
    }
  }
}

// One sentence ends and another begins, with or without a marker between them.
bool HasInnerStop(std::string_view words) {
  if (words.find(". ") != std::string_view::npos) return true;
  for (std::size_t space = words.find(' '); space != std::string_view::npos;
       space = words.find(' ', space + 1)) {
    if (space + 1 >= words.size() || !IsUpper(words[space + 1])) continue;
    const std::string_view before = words.substr(0, space);
    const std::uint32_t end = MarkersBegin(before);
    if (end < space && before.substr(0, end).ends_with('.')) return true;
  }
  return false;
}

struct Line {
  std::uint32_t begin = 0;  // of its words
  std::uint32_t end = 0;
  std::uint32_t chars = 0;
};

struct Piece {
  std::uint32_t begin = 0;  // of its words, after a list marker
  std::uint32_t end = 0;
  std::uint32_t chars = 0;
  BlockKind kind = BlockKind::kParagraph;
  bool marked = false;  // had a list marker
  bool ordered = false;
  bool gap_before = false;  // a blank line, or the begin of the file
  bool gap_after = false;
  bool stops = false;  // ends like a sentence
  bool colon = false;  // ends in a colon
  bool tabbed = false;
  std::uint8_t level = 1;
  std::uint32_t number = 0;
  std::uint32_t marker = 0;  // where the marker begins
};

class PlainTextReader {
 public:
  PlainTextReader(std::string_view text, std::vector<Span> hidden)
      : text_(text), builder_(text, std::move(hidden)) {}

  void Run(Document* document) {
    SplitLines();
    JoinLines();
    FindTables();
    FindLists();
    FindHeadings();
    FindCaptions();
    Write();
    builder_.Finish(document);
  }

 private:
  // --- lines ---

  // Lines end in LF or CR LF, or, on old Macs, in CR alone.
  void SplitLines() {
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t i = 0; i < size;) {
      const auto nl = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', i), size));
      while (i < nl) {
        const auto cr = static_cast<std::uint32_t>(
            std::min<std::size_t>(text_.substr(0, nl).find('\r', i), nl));
        AddLine(i, cr);
        i = cr + 1 == nl ? nl + 1 : cr + 1;  // the LF of CR LF ends no other line
      }
      if (i == nl && nl < size) AddLine(nl, nl);
      i = nl + 1;
    }
  }

  void AddLine(std::uint32_t begin, std::uint32_t end) {
    while (begin < end && IsSpace(text_[begin])) ++begin;
    while (end > begin && IsSpace(text_[end - 1])) --end;
    Line line{begin, end, 0};
    line.chars = CountChars(begin, end);
    if (IsDecoration(line)) line = {end, end, 0};  // "-----" separates, like a blank line
    lines_.push_back(line);
  }

  std::uint32_t CountChars(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t n = 0;
    for (std::uint32_t i = begin; i < end; ++i) n += !IsContinuation(text_[i]);
    return n;
  }

  bool IsDecoration(const Line& line) const {
    return std::none_of(text_.begin() + line.begin, text_.begin() + line.end, [](char c) {
      return IsLower(c) || IsUpper(c) || IsDigit(c) || static_cast<unsigned char>(c) >= 0x80;
    });
  }

  std::uint32_t FirstWordChars(const Line& line) const {
    std::uint32_t end = line.begin;
    while (end < line.end && text_[end] != ' ') ++end;
    return CountChars(line.begin, end);
  }

  bool EndsSentence(std::uint32_t begin, std::uint32_t end) const {
    end = begin + MarkersBegin(text_.substr(begin, end - begin));
    while (end > begin) {
      const char c = text_[end - 1];
      if (c == '.' || c == '!' || c == '?') return true;
      if (c == '"' || c == '\'' || c == ')' || c == ']') {
        --end;
      } else if (end - begin >= 3 &&
                 (text_.substr(end - 3, 3) == "\u201D" || text_.substr(end - 3, 3) == "\u2019")) {
        end -= 3;
      } else {
        return end - begin >= 3 && text_.substr(end - 3, 3) == "\u2026";
      }
    }
    return false;
  }

  // Greedy wrapping leaves no line that could have taken the next word.
  bool Wraps(const Line& a, const Line& b, std::uint32_t width) const {
    return a.chars + 1 + FirstWordChars(b) + kRagged > width;
  }

  // The width that the text is wrapped at, or 0 if its lines are paragraphs.
  std::uint32_t WrapWidth() const {
    std::uint32_t width = 0;
    for (const Line& l : lines_) width = std::max(width, l.chars);
    if (width > kWidestWrapped || width < 30) return 0;
    std::size_t pairs = 0;
    std::size_t wrapped = 0;
    std::size_t broken = 0;  // pairs that are surely one sentence
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const Line& a = lines_[i];
      const Line& b = lines_[i + 1];
      if (a.chars == 0 || b.chars == 0 || ReadMarker(b.begin, b.end, nullptr) > 0) continue;
      ++pairs;
      wrapped += Wraps(a, b, width);
      broken +=
          !EndsSentence(a.begin, a.end) && (IsLower(text_[b.begin]) || text_[a.end - 1] == ',');
    }
    return pairs > 0 && wrapped * 10 >= pairs * 6 && broken * 3 >= pairs ? width : 0;
  }

  // --- pieces ---

  // Bytes of a list marker with the space after it; 0 without one.
  std::uint32_t ReadMarker(std::uint32_t begin, std::uint32_t end, Piece* piece) const {
    static constexpr std::string_view kBullets[] = {"-",      "*",      "+",      "\u2022",
                                                    "\u25E6", "\u2023", "\u25AA", "\u00B7",
                                                    "\u25CF", "\u25CB", "\u2013"};
    const std::string_view words = text_.substr(begin, std::min<std::uint32_t>(end - begin, 8));
    for (const std::string_view bullet : kBullets) {
      if (words.substr(0, bullet.size()) != bullet) continue;
      const auto size = static_cast<std::uint32_t>(bullet.size());
      if (begin + size < end && IsSpace(text_[begin + size])) return size + 1;
    }
    std::uint32_t i = begin;
    std::uint32_t number = 0;
    while (i < end && i - begin < 3 && IsDigit(text_[i]))
      number = number * 10 + static_cast<std::uint32_t>(text_[i++] - '0');
    if (i == begin || i + 1 >= end || (text_[i] != '.' && text_[i] != ')') ||
        !IsSpace(text_[i + 1]))
      return 0;
    if (piece != nullptr) {
      piece->ordered = true;
      piece->number = number;
    }
    return i + 2 - begin;
  }

  void JoinLines() {
    const std::uint32_t width = WrapWidth();
    bool gap = true;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].chars == 0) {
        gap = true;
        if (!pieces_.empty()) pieces_.back().gap_after = true;
        continue;
      }
      Piece piece;
      piece.gap_before = gap;
      gap = false;
      piece.marker = lines_[i].begin;
      piece.begin = lines_[i].begin;
      const std::uint32_t marker = ReadMarker(lines_[i].begin, lines_[i].end, &piece);
      piece.marked = marker > 0;
      piece.begin += marker;
      while (piece.begin < lines_[i].end && IsSpace(text_[piece.begin])) ++piece.begin;
      while (width > 0 && i + 1 < lines_.size() && Continues(lines_[i], lines_[i + 1], width)) ++i;
      piece.end = lines_[i].end;
      Finish(&piece);
    }
    if (!pieces_.empty()) pieces_.back().gap_after = true;
  }

  bool Continues(const Line& a, const Line& b, std::uint32_t width) const {
    if (b.chars == 0 || ReadMarker(b.begin, b.end, nullptr) > 0) return false;
    return Wraps(a, b, width) || (!EndsSentence(a.begin, a.end) && IsLower(text_[b.begin]));
  }

  void Finish(Piece* piece) {
    if (piece->begin >= piece->end) return;
    piece->chars = CountChars(piece->begin, piece->end);
    piece->stops = EndsSentence(piece->begin, piece->end);
    piece->colon = text_[piece->end - 1] == ':';
    piece->tabbed =
        text_.substr(piece->begin, piece->end - piece->begin).find('\t') != std::string_view::npos;
    if (piece->marked) piece->kind = BlockKind::kListItem;
    pieces_.push_back(*piece);
  }

  std::string_view Words(const Piece& p) const { return text_.substr(p.begin, p.end - p.begin); }

  // --- kinds ---

  // Offsets where one cell was glued to the next: "strength.Allows", "DepthOnly".
  std::vector<std::uint32_t> Glues(const Piece& p) const {
    std::vector<std::uint32_t> glues;
    for (std::uint32_t i = p.begin + 2; i + 1 < p.end && glues.size() < 16; ++i) {
      if (!IsUpper(text_[i])) continue;
      const char before = text_[i - 1];
      const bool stop = (before == '.' || before == '?' || before == '!' || before == ')') &&
                        IsLower(text_[i - 2]);
      const bool word = IsLower(text_[i + 1]) && IsLower(before) && IsLower(text_[i - 2]);
      if (word || (stop && (IsLower(text_[i + 1]) || text_[i + 1] == ' '))) glues.push_back(i);
    }
    return glues;
  }

  // Two rows or more of cells, tabbed or glued, are a table.
  void FindTables() {
    std::size_t i = 0;
    while (i < pieces_.size()) {
      std::size_t end = i;
      while (end < pieces_.size() && pieces_[end].tabbed) ++end;
      if (end == i) {
        const std::size_t columns = HeadGlues(pieces_[i]);
        while (columns > 0 && end < pieces_.size() && (end == i || !pieces_[end].gap_before) &&
               IsGluedRow(pieces_[end], end < i + 2 ? columns : 1)) {
          ++end;
        }
      }
      if (end - i >= 2) {
        for (std::size_t k = i; k < end; ++k) {
          pieces_[k].kind =
              k == i && !pieces_[k].stops ? BlockKind::kTableHead : BlockKind::kTableCell;
        }
      }
      i = std::max(end, i + 1);
    }
  }
  // A table that lost its tabs begins with a row of short names.
  std::size_t HeadGlues(const Piece& p) const {
    const bool prose = p.stops || p.colon || Words(p).find(". ") != std::string_view::npos;
    return p.marked || prose || p.chars > kLongestHeading ? 0 : Glues(p).size();
  }
  bool IsGluedRow(const Piece& p, std::size_t columns) const {
    if (p.marked || p.chars > 1000 || Words(p).find("://") != std::string_view::npos) return false;
    return Glues(p).size() >= columns;
  }

  bool BeginsCapital(const Piece& p) const {
    const char c = text_[p.begin];
    return !IsLower(c) && c != ',' && c != '.' && c != ')';
  }

  // Most of its longer words begin with a capital.
  bool IsTitleCase(const Piece& p) const {
    int words = 0;
    int capitals = 0;
    for (std::uint32_t i = p.begin; i < p.end;) {
      std::uint32_t end = i;
      while (end < p.end && text_[end] != ' ') ++end;
      if (end - i >= 4) {
        ++words;
        capitals += !IsLower(text_[i]);
      }
      i = end + 1;
    }
    return words > 0 && capitals * 10 >= words * 6;
  }

  bool IsProse(const Piece& p) const {
    return p.kind == BlockKind::kParagraph && (p.stops || p.colon || p.chars >= 80);
  }

  // Lines without full stops after "... by:" are its list.
  void FindLists() {
    for (std::size_t i = 0; i + 2 < pieces_.size(); ++i) {
      if (!pieces_[i].colon || pieces_[i].kind != BlockKind::kParagraph || pieces_[i].chars < 12)
        continue;
      std::size_t end = i + 1;
      while (end < pieces_.size() && IsBareItem(pieces_[end], pieces_[i + 1])) ++end;
      // The last line may be the heading of what follows.
      const bool followed = end < pieces_.size() && IsProse(pieces_[end]);
      if (followed && end - i > 2 && IsTitleCase(pieces_[end - 1]) && !IsTitleCase(pieces_[i + 1]))
        --end;
      if (end - i - 1 < 2) continue;
      for (std::size_t k = i + 1; k < end; ++k) pieces_[k].kind = BlockKind::kListItem;
      i = end - 1;
    }
  }
  bool IsBareItem(const Piece& p, const Piece& first) const {
    return p.kind == BlockKind::kParagraph && !p.stops && !p.colon && p.chars <= 300 &&
           BeginsCapital(p) && p.gap_before == first.gap_before;
  }

  void FindHeadings() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Piece& p = pieces_[i];
      if (i == 0 && IsTitle(p)) {
        p.kind = BlockKind::kHeading;
        p.level = 1;
        continue;
      }
      if (!LooksLikeHeading(p) || i + 1 == pieces_.size()) continue;
      const Piece& next = pieces_[i + 1];
      const bool over =
          IsProse(next) || next.kind != BlockKind::kParagraph || LooksLikeHeading(next);
      const bool numbered =
          p.marked && p.ordered && IsProse(next) && next.chars > p.chars && !next.marked;
      if (p.kind == BlockKind::kParagraph ? !over : !numbered) continue;
      if (numbered) p.begin = p.marker;
      p.kind = BlockKind::kHeading;
      p.level = 2;
    }
  }

  bool IsTitle(const Piece& p) const {
    return p.kind == BlockKind::kParagraph && !p.marked && p.chars <= kLongestTitle &&
           pieces_.size() > 1 && BeginsCapital(p) && !HasInnerStop(Words(p)) &&
           (!p.stops || text_[p.end - 1] == '?' || text_[p.end - 1] == '!') && !p.colon;
  }

  bool LooksLikeHeading(const Piece& p) const {
    if (p.kind != BlockKind::kParagraph &&
        !(p.marked && p.ordered && p.kind == BlockKind::kListItem))
      return false;
    if (p.chars > kLongestHeading || p.chars < 2 || !BeginsCapital(p)) return false;
    std::string_view words = Words(p);
    const std::uint32_t end = MarkersBegin(words);
    const bool marked = end < words.size();
    words = words.substr(0, end);
    while (marked && !words.empty() && (IsSpace(words.back()) || QuoteBytes(words) > 0))
      words.remove_suffix(std::max(QuoteBytes(words), 1U));
    if (words.empty()) return false;
    const char last = words.back();
    if (last == '.' || last == ',' || last == ';') return false;
    if (words.find("://") != std::string_view::npos || HasInnerStop(words)) return false;
    const auto spaces = std::count(words.begin(), words.end(), ' ');
    // What cites is a statement; a heading may be called "Part (2)".
    if (marked && spaces >= 3 && !IsTitleCase(p)) return false;
    if (last == ':') return spaces <= 2;
    if (last == '!') return spaces <= 9 && IsTitleCase(p);
    return spaces <= 15;
  }

  void FindCaptions() {
    for (Piece& p : pieces_) {
      const bool alone = p.gap_before && p.gap_after && !p.marked;
      const bool plain = p.kind == BlockKind::kParagraph || p.kind == BlockKind::kHeading;
      if (alone && plain && IsCaption(Words(p))) p.kind = BlockKind::kCaption;
    }
  }

  // --- writing ---

  void Write() {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& p = pieces_[i];
      if (p.kind == BlockKind::kTableHead || p.kind == BlockKind::kTableCell) {
        const bool first = i == 0 || (pieces_[i - 1].kind != BlockKind::kTableHead &&
                                      pieces_[i - 1].kind != BlockKind::kTableCell);
        WriteRow(p, first ? &columns : nullptr, columns);
        continue;
      }
      Block block{p.kind};
      if (p.kind == BlockKind::kHeading) block.level = p.level;
      if (p.kind == BlockKind::kListItem) {
        block.level = 1;
        block.ordered = p.ordered;
        block.number = p.number;
      }
      builder_.OpenBlock(block);
      WriteWords(p.begin, p.end);
      builder_.CloseBlock();
    }
  }

  // The line ends inside a piece become spaces.
  void WriteWords(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      const std::size_t found = text_.substr(0, end).find_first_of("\r\n", begin);
      const auto nl = static_cast<std::uint32_t>(std::min<std::size_t>(found, end));
      builder_.Text(begin, nl);
      begin = nl;
      while (begin < end && (IsSpace(text_[begin]) || text_[begin] == '\n')) ++begin;
      if (begin > nl) builder_.Space({nl, begin});
    }
  }

  // The head row says how many columns there are; a row has no more cells.
  void WriteRow(const Piece& p, std::size_t* set_columns, std::size_t columns) {
    std::vector<std::uint32_t> cuts;
    if (p.tabbed) {
      for (std::uint32_t i = p.begin; i < p.end; ++i) {
        if (text_[i] == '\t') cuts.push_back(i);
      }
    } else {
      cuts = Glues(p);
    }
    if (set_columns != nullptr) {
      *set_columns = columns = cuts.size();
    } else if (cuts.size() > columns) {
      cuts.resize(columns);
    }
    cuts.push_back(p.end);
    std::uint32_t begin = p.begin;
    for (const std::uint32_t cut : cuts) {
      builder_.OpenBlock({p.kind});
      builder_.Text(begin, cut);
      builder_.CloseBlock();
      begin = cut;
    }
  }

  std::string_view text_;
  DocumentBuilder builder_;
  std::vector<Line> lines_;
  std::vector<Piece> pieces_;
};

}  // namespace

void ReadPlainText(std::string_view text, std::vector<Span> hidden, Document* document) {
  PlainTextReader(text, std::move(hidden)).Run(document);
}

}  // namespace claimgraph
