// Four steps: words become lines; lines that repeat at the edges of pages, and page
// numbers, are dropped; lines become paragraphs, by the gaps between them, their
// indents, and a change of type; paragraphs are written, with broken words mended.

#include "importers/formats/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

using ascii::IsDigit;
using ascii::IsLetter;
using ascii::IsLower;

constexpr double kIndent = 0.7;    // of the size of type: less is no indent
constexpr double kGap = 1.35;      // of the usual distance of lines: more ends a paragraph
constexpr double kHeading = 1.12;  // of the size of most type
constexpr std::size_t kLongestHeading = 200;
constexpr double kMargin = 0.1;  // of the height of a page

struct Line {
  std::string text{};
  std::vector<std::pair<std::size_t, std::size_t>> raised{};  // ranges of `text`
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;
  bool bold = false;
  std::size_t page = 0;
};

struct Paragraph {
  std::vector<const Line*> lines{};
  bool heading = false;
  std::size_t bullet = 0;  // bytes of it and of the space behind; 0: no item of a list
};

// ---- Lines

// The size of most of the letters.
double CommonSize(const std::vector<PdfPage>& pages) {
  std::unordered_map<long, std::size_t> letters;  // by tenths of a point
  for (const PdfPage& page : pages) {
    for (const PdfWord& word : page.words) letters[std::lround(word.size * 10)] += word.text.size();
  }
  long size = 0;
  std::size_t most = 0;
  for (const auto& [tenths, count] : letters) {
    if (count > most || (count == most && tenths < size)) {
      size = tenths;
      most = count;
    }
  }
  return static_cast<double>(size) / 10;
}

bool SameLine(const PdfWord& a, const PdfWord& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  const double least = std::min(a.bottom - a.top, b.bottom - b.top);
  return b.left > a.left && shared > 0.3 * least && b.left - a.right < 4 * std::max(a.size, b.size);
}

std::vector<Line> LinesOf(const PdfPage& page, std::size_t number) {
  std::vector<Line> lines;
  std::vector<std::pair<std::size_t, std::size_t>> groups;  // of words
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    if (i == 0 || !SameLine(page.words[i - 1], page.words[i])) groups.emplace_back(i, i);
    groups.back().second = i + 1;
  }
  for (const auto& [begin, end] : groups) {
    Line line{.left = page.words[begin].left, .page = number};
    line.bold = true;
    for (std::size_t i = begin; i < end; ++i) line.size = std::max(line.size, page.words[i].size);
    for (std::size_t i = begin; i < end; ++i) {
      const PdfWord& word = page.words[i];
      const bool small = word.size < 0.8 * line.size;
      if (small && IsDigit(word.text[0]) && !line.text.empty()) {
        const double gap = word.left - page.words[i - 1].right;
        if (line.text.back() == ' ' && gap < 0.3 * line.size) line.text.pop_back();
        line.raised.emplace_back(line.text.size(), line.text.size() + word.text.size());
      }
      line.text += word.text;
      if (word.space_after && i + 1 < end) line.text += ' ';
      line.bold = line.bold && (word.bold || small);
      if (small) continue;
      line.top = line.bottom == 0 ? word.top : std::min(line.top, word.top);
      line.bottom = std::max(line.bottom, word.bottom);
    }
    line.right = page.words[end - 1].right;
    lines.push_back(std::move(line));
  }
  return lines;
}

// ---- Running heads and page numbers

// "12 J Naps 2011" and "14 J Naps 2011" are one running head.
std::string WithoutNumbers(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!IsDigit(c)) out += c;
  }
  return out;
}

bool IsPageNumber(std::string_view text) {
  const std::string rest = ascii::Lowered(WithoutNumbers(text));
  if (rest.size() == text.size() || text.size() > 20) return false;
  return std::ranges::all_of(rest, [](char c) { return !IsLetter(c); }) ||
         rest.starts_with("page ");
}

// The lines in the margins at the top and the bottom of a page.
std::vector<std::size_t> EdgesOf(const std::vector<Line>& lines, double height) {
  std::vector<std::size_t> edges;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool margin = lines[i].bottom < kMargin * height || lines[i].top > (1 - kMargin) * height;
    if (margin) edges.push_back(i);
  }
  return edges;
}

void DropEdges(const std::vector<PdfPage>& sizes, std::vector<std::vector<Line>>* pages) {
  std::unordered_map<std::string, std::size_t> seen;  // on how many pages
  for (std::size_t page = 0; page < pages->size(); ++page) {
    const std::vector<Line>& lines = (*pages)[page];
    std::unordered_set<std::string> here;
    for (const std::size_t i : EdgesOf(lines, sizes[page].height))
      here.insert(WithoutNumbers(lines[i].text));
    for (const std::string& text : here) ++seen[text];
  }
  const std::size_t often = std::max<std::size_t>(3, pages->size() / 4);
  for (std::size_t page = 0; page < pages->size(); ++page) {
    std::vector<Line>& lines = (*pages)[page];
    std::vector<bool> drop(lines.size());
    for (const std::size_t i : EdgesOf(lines, sizes[page].height)) {
      const bool repeats = seen[WithoutNumbers(lines[i].text)] >= often;
      drop[i] = IsPageNumber(lines[i].text) || repeats;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (drop[i]) continue;
      if (kept != i) lines[kept] = std::move(lines[i]);
      ++kept;
    }
    lines.resize(kept);
  }
}

// ---- Paragraphs

bool EndsSentence(std::string_view text) {
  while (!text.empty() && ascii::IsIn(text.back(), ")]\"'0123456789,")) text.remove_suffix(1);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
}

bool IsReferencesHeading(std::string_view text) {
  const std::string words = ascii::Lowered(text);
  return words.size() < 30 && (words.find("references") != std::string::npos ||
                               words.find("bibliography") != std::string::npos ||
                               words.find("literature cited") != std::string::npos);
}

// Bytes of the sign that an item begins with, and of the space behind it.
std::size_t BulletBytes(std::string_view text) {
  for (const std::string_view sign : {"\u2022", "\u25E6", "\u25AA", "\u25CF", "\u2023", "\uF0B7"}) {
    if (!text.starts_with(sign)) continue;
    const std::size_t words = text.find_first_not_of(' ', sign.size());
    return words == std::string_view::npos ? 0 : words;
  }
  return 0;
}

// The number that a list's entry begins with: "12." or "[12]"; 0: none.
int EntryNumber(std::string_view text) {
  const bool bracket = text.starts_with('[');
  if (bracket) text.remove_prefix(1);
  int number = 0;
  std::size_t i = 0;
  for (; i < text.size() && i < 4 && IsDigit(text[i]); ++i) number = number * 10 + (text[i] - '0');
  if (i == 0 || i == text.size()) return 0;
  return (bracket ? text[i] == ']' : text[i] == '.' || text[i] == ')') ? number : 0;
}

class Grouper {
 public:
  explicit Grouper(double size) : size_(size) {}

  std::vector<Paragraph> Group(const std::vector<std::vector<Line>>& pages) {
    spacing_ = Spacing(pages);
    const Line* last = nullptr;
    for (const std::vector<Line>& lines : pages) {
      for (const Line& line : lines) {
        const bool heading = IsHeading(line);
        if (last == nullptr || heading != paragraphs_.back().heading || Begins(*last, line)) {
          paragraphs_.push_back({{}, heading, heading ? 0 : BulletBytes(line.text)});
        }
        paragraphs_.back().lines.push_back(&line);
        if (heading) in_references_ = IsReferencesHeading(line.text);
        if (const int number = EntryNumber(line.text);
            in_references_ && paragraphs_.back().lines.size() == 1 && number > 0)
          last_number_ = number;
        last = &line;
      }
    }
    return std::move(paragraphs_);
  }

 private:
  static double Spacing(const std::vector<std::vector<Line>>& pages) {
    std::vector<double> steps;
    for (const std::vector<Line>& lines : pages) {
      for (std::size_t i = 1; i < lines.size(); ++i) {
        const double step = lines[i].top - lines[i - 1].top;
        if (step > 0 && step < 4 * lines[i].size) steps.push_back(step);
      }
    }
    if (steps.empty()) return 0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return *middle;
  }

  bool IsHeading(const Line& line) const {
    if (line.text.size() > kLongestHeading) return false;
    if (line.size > kHeading * size_) return true;
    const bool letters = std::ranges::any_of(line.text, IsLetter);
    return line.bold && letters && line.size >= 0.95 * size_ && !line.text.ends_with('.') &&
           !line.text.ends_with(',');
  }

  // A paragraph begins with `line`, which follows `last` in the text.
  bool Begins(const Line& last, const Line& line) const {
    if (std::abs(last.size - line.size) > 0.15 * size_) return true;
    const double step = line.top - last.top;
    if (line.page != last.page || step <= 0) return !Continues(last, line);
    if (step > kGap * spacing_ && step > 1.1 * line.size) return true;
    if (BulletBytes(line.text) > 0) return true;
    const double indent = line.left - last.left;
    if (paragraphs_.back().bullet > 0) return indent < -kIndent * size_;
    if (!in_references_) return indent > kIndent * size_ && indent < 5 * size_;
    const int number = EntryNumber(line.text);
    if (last_number_ > 0 && number > 0) return number == last_number_ + 1;
    return number == 1 || indent < -kIndent * size_;  // a hanging indent ends
  }

  // Over the end of a column or page.
  bool Continues(const Line& last, const Line& line) const {
    if (in_references_ && last_number_ > 0) return EntryNumber(line.text) != last_number_ + 1;
    if (EndsSentence(last.text)) return false;
    return last.text.ends_with('-') || IsLower(line.text[0]) || IsDigit(line.text[0]) ||
           !ascii::IsUpper(line.text[0]) || last.text.ends_with(',');
  }

  double size_ = 0;
  double spacing_ = 0;
  bool in_references_ = false;
  int last_number_ = 0;
  std::vector<Paragraph> paragraphs_;
};

// ---- Text

// Of a word that never ends, its end.
std::string_view LastWord(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  text = text.substr(text.size() - std::min(text.size(), kLongest));
  const std::size_t space = text.find_last_of(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view FirstWord(std::string_view text) { return text.substr(0, text.find(' ')); }

// Letters and hyphens of a word, without the marks around it.
std::string Bare(std::string_view word) {
  while (!word.empty() && !IsLetter(word.front())) word.remove_prefix(1);
  while (!word.empty() && !IsLetter(word.back())) word.remove_suffix(1);
  return ascii::Lowered(word);
}

class PdfWriter {
 public:
  PdfWriter(const std::vector<std::vector<Line>>& pages, Document* document)
      : document_(*document) {
    for (const std::vector<Line>& lines : pages) {
      for (const Line& line : lines) TakeWords(line.text);
    }
  }

  void Write(const Paragraph& paragraph, double size) {
    std::string& text = document_.text;
    if (!text.empty()) text += '\n';
    Block block;
    block.span.begin = static_cast<std::uint32_t>(text.size());
    block.label = std::to_string(paragraph.lines[0]->page);
    if (paragraph.heading) {
      block.kind = BlockKind::kHeading;
      block.level = paragraph.lines[0]->size > kTitle * size ? 1 : 2;
    }
    if (paragraph.bullet > 0) {
      block.kind = BlockKind::kListItem;
      block.level = 1;
    }
    std::size_t skip = paragraph.bullet;
    for (const Line* line : paragraph.lines)
      Append(*line, block.span.begin, std::exchange(skip, 0));
    block.span.end = static_cast<std::uint32_t>(text.size());
    document_.blocks.push_back(std::move(block));
  }

 private:
  static constexpr double kTitle = 1.4;  // of the size of most type

  void TakeWords(std::string_view text) {
    // The last word of a line may be half of one, and the first the other half.
    for (std::size_t at = text.find(' '); at < text.size();) {
      const std::size_t begin = at + 1;
      at = text.find(' ', begin);
      if (at < text.size()) words_.insert(Bare(text.substr(begin, at - begin)));
    }
  }

  // Without the first `skip` bytes of the line.
  void Append(const Line& line, std::uint32_t begin, std::size_t skip) {
    std::string& text = document_.text;
    if (text.size() > begin && !Mend(line, begin)) text += ' ';
    const auto at = static_cast<std::uint32_t>(text.size());
    text.append(line.text, skip);
    for (const auto& [from, to] : line.raised) {
      if (from < skip) continue;
      document_.marks.push_back({MarkKind::kSuperscript,
                                 {at + static_cast<std::uint32_t>(from - skip),
                                  at + static_cast<std::uint32_t>(to - skip)}});
    }
  }

  // True where the text and `line` share a word.  Its hyphen goes, unless the document
  // writes the word with one elsewhere and never without.
  bool Mend(const Line& line, std::uint32_t begin) {
    std::string& text = document_.text;
    const std::string_view before = LastWord(std::string_view(text).substr(begin));
    if (before.size() < 2 || before.back() != '-' || !IsLetter(before[before.size() - 2]))
      return false;
    if (!IsLower(line.text[0])) return true;  // "COVID-" and "19", "anti-" and "VEGF"
    const std::string_view after = FirstWord(line.text);
    const bool with = words_.contains(Bare(std::string(before) + std::string(after)));
    const bool without = words_.contains(
        Bare(std::string(before.substr(0, before.size() - 1)) + std::string(after)));
    if (without || !with) text.pop_back();
    return true;
  }

  Document& document_;
  std::unordered_set<std::string> words_;
};

}  // namespace

void LayOutPdf(const std::vector<PdfPage>& pages, Document* document) {
  std::vector<std::vector<Line>> lines;
  for (std::size_t i = 0; i < pages.size(); ++i) lines.push_back(LinesOf(pages[i], i + 1));
  DropEdges(pages, &lines);
  const double size = CommonSize(pages);
  PdfWriter writer(lines, document);
  for (const Paragraph& paragraph : Grouper(size).Group(lines)) writer.Write(paragraph, size);
  document->map = OffsetMap::Identity(static_cast<std::uint32_t>(document->text.size()));
}

}  // namespace claimgraph
