// Raised digits.
//
// A raised number after a unit, a power of ten or a lone letter is arithmetic
// (m², 10⁵, R²); names with raised numbers before the article begins are the
// authors' addresses.  Whatever is left cites, where there is a list to cite.

#include <algorithm>

#include "core/text/normalize.h"
#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_numbers.h"
#include "importers/extraction/citations_words.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kLongBlock = 200;  // bytes; the article has begun

// The word of letters that ends at `at`, lower case.
std::string WordBefore(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t from = at;
  while (from > begin) {
    const Char c = CharBefore(text, from);
    if (!IsLetter(c.code)) break;
    from -= c.size;
  }
  return Fold(text.substr(from, at - from));
}

// "Lee et al. 2013": a number that takes no power.
bool IsYearBefore(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t from = at;
  while (from > begin && IsDigit(text[from - 1])) --from;
  const std::string_view number = text.substr(from, at - from);
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

bool IsGreek(char32_t c) { return c == 0xB5 || (c >= 0x370 && c < 0x400); }

// What stands before the raised digits makes them arithmetic: "10", "mg/m",
// "R", "height (m)", a Greek letter.
bool TakesPower(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t end = SkipSpacesBack(text, at);
  if (end <= begin) return true;
  Char before = CharBefore(text, end);
  if (IsGreek(before.code)) return true;
  if (end < at) return false;
  if (before.code == ')' && end >= 2) before = CharBefore(text, --end);
  if (IsDigit(before.code)) return end == at && !IsYearBefore(text, begin, at);
  if (before.code == '/' || before.code == '^') return true;
  if (!IsLetter(before.code)) return false;
  const std::string word = WordBefore(text, begin, end);
  return word.size() == 1 || IsUnit(word);
}

// Takes a power ("m2,11": the 2) off the numbers.
std::vector<int> WithoutPower(std::string_view text, std::size_t begin, std::size_t at,
                              std::vector<int> numbers) {
  if (numbers.empty() || !TakesPower(text, begin, at)) return numbers;
  if (numbers[0] <= 3 || numbers.size() == 1) numbers.erase(numbers.begin());
  return numbers;
}

// Blocks before the first long one are title, authors and their addresses.
std::uint32_t FirstLongBlock(const Document& document) {
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    if (document.blocks[b].span.size() >= kLongBlock) return b;
  }
  return static_cast<std::uint32_t>(document.blocks.size());
}

bool IsByline(const Document& document, std::uint32_t block, std::uint32_t first_long) {
  if (block >= first_long || first_long == document.blocks.size()) return false;
  const Block& b = document.blocks[block];
  const std::string_view words = document.Words(b.span);
  const std::size_t end = words.find_last_not_of(" \n");
  return b.kind == BlockKind::kParagraph && end != std::string_view::npos && words[end] != '.' &&
         words[end] != '?' && words.find(". ") == std::string_view::npos;
}

class SuperscriptFinder {
 public:
  explicit SuperscriptFinder(const CitationContext& context)
      : context_(context), text_(context.text), first_long_(FirstLongBlock(context.document)) {}

  Citations Run() {
    std::vector<TextSpan> raised = MarkedRuns();
    std::size_t next = 0;
    for (const ProseRun& run : context_.prose) {
      if (IsByline(context_.document, run.block, first_long_)) continue;
      for (; next < raised.size() && raised[next].begin < run.span.end; ++next) {
        if (run.span.Contains(raised[next])) TryMarked(run, raised[next]);
      }
      ScanUnicode(run);
    }
    return std::move(found_);
  }

 private:
  // Superscript marks, joined where only separators stand between them: many
  // pages raise "1" "," "2" one by one.
  std::vector<TextSpan> MarkedRuns() const {
    std::vector<TextSpan> runs;
    for (const Mark& mark : context_.document.marks) {
      if (mark.kind != MarkKind::kSuperscript) continue;
      if (!runs.empty() && mark.span.begin <= runs.back().end + 4 &&
          mark.span.begin >= runs.back().end && OnlySeparators(runs.back().end, mark.span.begin)) {
        runs.back().end = std::max(runs.back().end, mark.span.end);
      } else {
        runs.push_back(mark.span);
      }
    }
    return runs;
  }

  bool OnlySeparators(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t at = begin; at < end;) {
      const Char c = CharAt(text_, at);
      if (!IsSpace(c.code) && !IsDash(c.code) && c.code != ',') return false;
      at += c.size;
    }
    return true;
  }

  void TryMarked(const ProseRun& run, TextSpan span) {
    Trim(&span);
    Add(span, WithoutPower(text_, run.span.begin, span.begin,
                           ParseReferenceNumbers(text_.substr(span.begin, span.size()))));
  }

  // Takes brackets, white space and separators off both ends.
  void Trim(TextSpan* span) const {
    constexpr std::string_view kEdge = "()[],; \n";
    while (span->begin < span->end) {
      const Char c = CharAt(text_, span->begin);
      if (kEdge.find(static_cast<char>(c.code < 0x80 ? c.code : 'x')) == std::string_view::npos &&
          !IsSpace(c.code))
        break;
      span->begin += c.size;
    }
    while (span->begin < span->end) {
      const Char c = CharBefore(text_, span->end);
      if (kEdge.find(static_cast<char>(c.code < 0x80 ? c.code : 'x')) == std::string_view::npos &&
          !IsSpace(c.code))
        break;
      span->end -= c.size;
    }
  }

  // "¹²,¹³" and "¹⁻³".
  void ScanUnicode(const ProseRun& run) {
    for (std::uint32_t at = run.span.begin; at < run.span.end;) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte != 0xC2 && byte != 0xE2) {
        ++at;
        continue;
      }
      const Char first = CharAt(text_, at);
      if (SuperscriptDigit(first.code) < 0) {
        at += first.size;
        continue;
      }
      std::string words;
      std::uint32_t end = at, last_digit = at;
      for (Char c = first; end < run.span.end; c = CharAt(text_, end)) {
        const int digit = SuperscriptDigit(c.code);
        if (digit >= 0) {
          words += static_cast<char>('0' + digit);
          last_digit = end + c.size;
        } else if (c.code == ',' || c.code == 0x2E34 || c.code == 0x02D2) {
          words += ',';
        } else if (c.code == 0x207B || c.code == 0x02C9 || IsDash(c.code)) {
          words += '-';
        } else {
          break;
        }
        end += c.size;
      }
      while (!words.empty() && !IsDigit(words.back())) words.pop_back();
      Add({at, last_digit}, WithoutPower(text_, run.span.begin, at, ParseReferenceNumbers(words)));
      at = end;
    }
  }

  void Add(TextSpan span, std::vector<int> numbers) {
    if (numbers.empty() || ComparesAfter(text_, span.end)) return;
    Citation c;
    c.style = CitationStyle::kSuperscript;
    c.text_span = span;
    c.numbers = std::move(numbers);
    found_.push_back(std::move(c));
  }

  const CitationContext& context_;
  std::string_view text_;
  std::uint32_t first_long_;
  Citations found_{};
};

enum class Glue { kNone, kWeak, kStrong };

// "care12", "pain.3", "trial,4-6", "(SCID);8" are strong; "24 h.16" is weak.
Glue GluesDigits(std::string_view text, std::size_t begin, std::size_t at) {
  Char c = CharBefore(text, at);
  const bool stop = c.code == '.' || c.code == ',' || c.code == ';' || c.code == ':' ||
                    c.code == '?' || c.code == '!';
  if (stop) at -= 1;
  if (at < begin + 3) return Glue::kNone;
  c = CharBefore(text, at);
  const bool closed = c.code == ')' || c.code == ']' || c.code == '"' || c.code == 0x201D;
  if (c.code == ')' || (stop && (closed || c.code == '%'))) return Glue::kStrong;
  int letters = 0;
  while (at > begin && letters < 3) {
    c = CharBefore(text, at);
    if (!IsLetter(c.code) || IsUpper(c.code)) break;
    ++letters;
    at -= c.size;
  }
  if (letters == 3) return Glue::kStrong;
  return stop && letters > 0 ? Glue::kWeak : Glue::kNone;
}

// What a citation leaves behind it: the next sentence or the end.
bool EndsThere(std::string_view text, std::size_t at) {
  const std::size_t next = SkipSpaces(text, at);
  return next >= text.size() || text[at] == '\n' || (next > at && IsUpper(CharAt(text, next).code));
}

// True where the number that begins at `at` goes on with a list that has reached
// `before`: "trials5, 31 to", "trials1, 2 have", but not "care12, 40 patients".
bool ContinuesList(std::string_view text, std::size_t at, int before, int last_number) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
  if (end == at || end - at > 4) return false;
  const int number = std::stoi(std::string(text.substr(at, end - at)));
  if (number <= before || number > last_number) return false;
  const bool counts = text.substr(end, 1) == " " && !IsUpper(CharAt(text, end + 1).code);
  return number <= before + 5 || !counts;
}

// The end of digits with commas and dashes between.
std::uint32_t GluedEnd(std::string_view text, std::uint32_t at, std::uint32_t limit,
                       int last_number) {
  std::uint32_t end = at;
  int value = 0;
  while (end < limit) {
    const Char c = CharAt(text, end);
    if (IsDigit(c.code)) {
      value = std::min(value * 10 + static_cast<int>(c.code - '0'), 100000);
    } else if (c.code == ',' || IsDash(c.code)) {
      const auto next = static_cast<std::uint32_t>(SkipSpaces(text, end + c.size));
      if (next > end + c.size) {
        if (next >= limit || !ContinuesList(text, next, value, last_number)) break;
        end = next - c.size;
      }
      value = 0;
    } else {
      break;
    }
    end += c.size;
  }
  while (!IsDigit(CharBefore(text, end).code)) end -= CharBefore(text, end).size;
  return end;
}

}  // namespace

Citations FindSuperscripts(const CitationContext& context) {
  if (context.last_number == 0 && context.last_note == 0) return {};
  return SuperscriptFinder(context).Run();
}

Citations FindGluedNumbers(const CitationContext& context) {
  Citations found;
  if (context.last_number == 0) return found;
  const std::string_view text = context.text;
  for (const ProseRun& run : context.prose) {
    for (std::uint32_t at = run.span.begin + 1; at < run.span.end; ++at) {
      if (!IsDigit(text[at])) continue;
      const Glue glue = GluesDigits(text, run.span.begin, at);
      if (glue == Glue::kNone) continue;
      const std::uint32_t end = GluedEnd(text, at, run.span.end, context.last_number);
      const Char next = CharAt(text, end);
      const bool measures = IsLetter(next.code) || next.code == '%' || next.code == '/' ||
                            ComparesAfter(text, end) ||
                            (glue == Glue::kWeak && !EndsThere(text, end));
      std::vector<int> numbers =
          measures ? std::vector<int>{} : ParseReferenceNumbers(text.substr(at, end - at));
      if (!numbers.empty()) {
        Citation c;
        c.style = CitationStyle::kSuperscript;
        c.text_span = {at, end};
        c.numbers = std::move(numbers);
        found.push_back(std::move(c));
      }
      at = end;
    }
  }
  return found;
}

}  // namespace claimgraph
