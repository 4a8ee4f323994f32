// Numbered markers, and which kind of them a document uses.
//
// "[3]" is a citation nearly wherever it stands.  "(3)" and "pain.3" may be
// enumerations, equations and names of substances; they count only where the
// document has a list to number, uses no other style more, and where the
// numbers together walk through that list.

#include <algorithm>
#include <set>

#include "core/text/normalize.h"
#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_numbers.h"
#include "importers/extraction/citations_words.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxMarker = 240;  // bytes between the brackets

// The word before `at`, lower case, without the white space between.
std::string WordBefore(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t end = SkipSpacesBack(text, at);
  while (end > begin && text[end - 1] == '.') --end;
  std::size_t from = end;
  while (from > begin) {
    const Char c = CharBefore(text, from);
    if (!IsLetter(c.code) && !IsDigit(c.code) && c.code != '_') break;
    from -= c.size;
  }
  return Fold(text.substr(from, end - from));
}

class NumberScanner {
 public:
  explicit NumberScanner(const CitationContext& context) : context_(context), text_(context.text) {
    limit_ = context.last_number == 0 ? 300
                                      : std::max(context.last_number * 2, context.last_number + 20);
  }

  void Run() {
    for (const ProseRun& run : context_.prose) {
      run_ = run.span;
      const std::size_t first = round_.size();
      for (std::uint32_t at = run_.begin; at < run_.end; ++at) {
        if (text_[at] == '[') {
          at = TrySquare(at);
        } else if (text_[at] == '(') {
          at = TryRound(at);
        } else if (text_[at] == 'r' || text_[at] == 'R') {
          at = TryLabelled(at);
        }
      }
      DropEnumerations(first);
    }
  }

  Citations square{};
  Citations Round() { return std::move(round_); }

 private:
  // The numbers between the bracket at `at` and its close; `end` after it.
  std::vector<int> Read(std::uint32_t at, char close, std::uint32_t* end) const {
    const Char first = CharAt(text_, SkipSpaces(text_, at + 1));
    if (!IsDigit(first.code) && first.code != 'r' && first.code != 'R') return {};
    const std::string_view rest =
        text_.substr(at + 1, std::min<std::size_t>(kMaxMarker, run_.end - at - 1));
    const std::size_t size = rest.find_first_of("()[]");
    if (size == std::string_view::npos || rest[size] != close) return {};
    *end = at + 2 + static_cast<std::uint32_t>(size);
    std::vector<int> numbers = ParseReferenceNumbers(rest.substr(0, size));
    const bool in_reach =
        std::all_of(numbers.begin(), numbers.end(), [this](int n) { return n <= limit_; });
    return in_reach ? numbers : std::vector<int>{};
  }

  // Returns the last byte looked at.
  std::uint32_t TrySquare(std::uint32_t at) {
    std::uint32_t end = at;
    std::vector<int> numbers = Read(at, ']', &end);
    if (numbers.empty() || IsIndexOrInterval(at, end)) return at;
    if (!square.empty() && JoinsRange(square.back().text_span.end, at) && numbers.size() == 1 &&
        numbers[0] > square.back().numbers.back() &&
        numbers[0] - square.back().numbers.back() < 60) {
      for (int n = square.back().numbers.back() + 1; n <= numbers[0]; ++n)
        square.back().numbers.push_back(n);
      square.back().text_span.end = end;
    } else {
      square.push_back(Make({at, end}, std::move(numbers)));
    }
    return end - 1;
  }

  // "(for a review, see ref. 12)" and "refs 3, 4".
  std::uint32_t TryLabelled(std::uint32_t at) {
    if (at == run_.begin || IsLetter(CharBefore(text_, at).code) || context_.last_number == 0)
      return at;
    std::uint32_t begin = at + 3;
    if (text_.substr(at + 1, 2) != "ef" || begin >= run_.end) return at;
    if (text_[begin] == 's') ++begin;
    if (begin < run_.end && text_[begin] == '.') ++begin;
    begin = static_cast<std::uint32_t>(SkipSpaces(text_, begin));
    std::uint32_t end = begin;
    for (Char c = CharAt(text_, end);
         end < run_.end && (IsDigit(c.code) || c.code == ',' || IsDash(c.code));
         c = CharAt(text_, end)) {
      end += c.size;
    }
    while (end > begin && !IsDigit(CharBefore(text_, end).code)) end -= CharBefore(text_, end).size;
    std::vector<int> numbers = ParseReferenceNumbers(text_.substr(begin, end - begin));
    if (numbers.empty() || numbers.back() > context_.last_number) return at;
    square.push_back(Make({at, end}, std::move(numbers)));
    return end - 1;
  }

  // "[1]–[3]"
  bool JoinsRange(std::uint32_t end, std::uint32_t begin) const {
    if (begin < end || begin - end > 8) return false;
    const std::string_view between = text_.substr(end, begin - end);
    const std::size_t at = SkipSpaces(between, 0);
    const Char dash = CharAt(between, at);
    return IsDash(dash.code) && SkipSpaces(between, at + dash.size) == between.size();
  }

  bool IsIndexOrInterval(std::uint32_t at, std::uint32_t end) const {
    const Char before = CharBefore(text_, at);
    const std::string word = WordBefore(text_, run_.begin, at);
    if (word == "ci" || word == "iqr" || word == "range" || word == "interval" || word == "n")
      return true;
    if (before.code == '=' || before.code == '_') return true;
    const bool glued = at > run_.begin && (IsLetter(before.code) || IsDigit(before.code));
    if (!glued) return false;
    if (context_.last_number == 0) return true;
    const Char after = CharAt(text_, end);
    return word.find('_') != std::string::npos || word == "array" || word == "arr" ||
           word == "list" || word == "vector" || word == "args" || word == "argv" ||
           (word.size() == 1 && !IsUpper(before.code)) || after.code == '=' || IsLetter(after.code);
  }

  std::uint32_t TryRound(std::uint32_t at) {
    std::uint32_t end = at;
    std::vector<int> numbers = Read(at, ')', &end);
    if (numbers.empty() || context_.last_number == 0) return at;
    if (!IsDigit(text_[at + 1]) && !IsSpace(CharAt(text_, at + 1).code)) {  // "(ref. 3)"
      square.push_back(Make({at, end}, std::move(numbers)));
      return end - 1;
    }
    if (CountsSomething(at, end)) return end - 1;
    round_.push_back(Make({at, end}, std::move(numbers)));
    return end - 1;
  }

  bool CountsSomething(std::uint32_t at, std::uint32_t end) const {
    const Char before = CharBefore(text_, at);
    const Char after = CharAt(text_, end);
    if (IsDigit(before.code) || before.code == '-' || before.code == '=') return true;  // 12(3)
    if (IsLetter(after.code) || IsDigit(after.code) || ComparesAfter(text_, end)) return true;
    const std::string word = WordBefore(text_, run_.begin, at);
    if (IsLetter(before.code) && word.size() <= 2) return true;  // F(1,28)
    return IsNumberLabel(word);
  }

  // "(1) sleep, (2) pain and (3) mood": single numbers from 1 upwards, each
  // before a word and after punctuation or "and".  Also one that begins a block.
  void DropEnumerations(std::size_t first) {
    int expected = 1;
    std::size_t opening = 0;
    std::vector<bool> item(round_.size() - first, false);
    for (std::size_t i = first; i < round_.size(); ++i) {
      const Citation& c = round_[i];
      if (c.numbers.size() != 1 || c.numbers[0] != expected || !BeforeWord(c.text_span.end))
        continue;
      item[i - first] = true;
      opening += AfterJoint(c.text_span.begin);
      ++expected;
    }
    const bool enumeration = expected > 2 && opening + 2 >= static_cast<std::size_t>(expected);
    std::size_t kept = first;
    for (std::size_t i = first; i < round_.size(); ++i) {
      const bool begins = SkipSpacesBack(text_, round_[i].text_span.begin) <= run_.begin;
      if (begins || (enumeration && item[i - first])) continue;
      if (kept != i) round_[kept] = std::move(round_[i]);
      ++kept;
    }
    round_.resize(kept);
  }

  bool BeforeWord(std::uint32_t at) const {
    const std::size_t next = SkipSpaces(text_, at);
    return next > at && IsLetter(CharAt(text_, next).code);
  }

  bool AfterJoint(std::uint32_t at) const {
    const std::size_t end = SkipSpacesBack(text_, at);
    const Char c = CharBefore(text_, end);
    if (end <= run_.begin) return true;
    if (c.code == '.' && end == at) return false;  // "fell.(1) The": a citation of what ended
    if (c.code == ',' || c.code == ';' || c.code == ':' || c.code == '.') return true;
    const std::string word = WordBefore(text_, run_.begin, at);
    return word == "and" || word == "or" || word == "are" || word == "include" ||
           word == "either" || word == "both";
  }

  Citation Make(TextSpan span, std::vector<int> numbers) const {
    Citation c;
    c.style = CitationStyle::kNumeric;
    c.text_span = span;
    c.numbers = std::move(numbers);
    return c;
  }

  const CitationContext& context_;
  std::string_view text_;
  TextSpan run_{};
  int limit_ = 0;
  Citations round_{};
};

// How many entries of the list the markers name.
int Reached(const Citations& markers, int last_number) {
  std::set<int> reached;
  for (const Citation& c : markers) {
    for (int n : c.numbers) {
      if (n <= last_number) reached.insert(n);
    }
  }
  return static_cast<int>(reached.size());
}

bool WalksThroughList(const Citations& markers, const CitationContext& context, int least) {
  const int reached = Reached(markers, context.last_number);
  return reached >= std::min(least, context.last_number) && reached * 3 >= context.last_number;
}

// Beside raised digits, a lone number glued to a word is more often a name
// ("ggplot2"); one behind a full stop or in a list has lost its mark.
void KeepCertainGlued(std::string_view text, Citations* markers) {
  const auto doubtful = [text](const Citation& c) {
    return c.numbers.size() == 1 && IsLetter(CharBefore(text, c.text_span.begin).code);
  };
  markers->erase(std::remove_if(markers->begin(), markers->end(), doubtful), markers->end());
}

// Takes the markers out whose numbers all lie past the list's end, and gives them.
Citations TakeOutOfReach(int last_number, Citations* markers) {
  const auto within = [last_number](const Citation& c) {
    return std::any_of(c.numbers.begin(), c.numbers.end(),
                       [last_number](int n) { return n <= last_number; });
  };
  const auto beyond = std::stable_partition(markers->begin(), markers->end(), within);
  Citations taken(std::make_move_iterator(beyond), std::make_move_iterator(markers->end()));
  markers->erase(beyond, markers->end());
  return taken;
}

// "(8)" at the end of a sentence, where the list ends at 7 and is cited so.
bool JustPastTheEnd(const Citation& c, const CitationContext& context) {
  constexpr int kPast = 5;
  const std::string_view text = context.text;
  const bool near = std::all_of(c.numbers.begin(), c.numbers.end(),
                                [&](int n) { return n <= context.last_number + kPast; });
  const char32_t after = CharAt(text, c.text_span.end).code;
  const std::size_t before = SkipSpacesBack(text, c.text_span.begin);
  const char32_t stop = before > 0 ? CharBefore(text, before).code : 0;
  const bool ends = after == '.' || after == '!' || after == '?' ||
                    c.text_span.end >= text.size() || after == '\n' || stop == '.';
  return near && ends;
}

// A link to a footnote is that note's mark and no number of a list.
void DropNoteMarks(const CitationContext& context, Citations* markers) {
  std::erase_if(*markers,
                [&context](const Citation& c) { return context.IsNoteMark(c.text_span); });
}

}  // namespace

Citations FindNumeric(const CitationContext& context, std::size_t author_year_markers) {
  NumberScanner scanner(context);
  scanner.Run();
  Citations raised = FindSuperscripts(context);
  Citations square = std::move(scanner.square);
  Citations round = scanner.Round();
  Citations glued = FindGluedNumbers(context);
  for (Citations* markers : {&raised, &square, &round, &glued}) DropNoteMarks(context, markers);
  TakeOutOfReach(context.last_number, &glued);
  Citations past = TakeOutOfReach(context.last_number, &round);

  Citations found;
  const auto take = [&found](Citations& markers) {
    found.insert(found.end(), std::make_move_iterator(markers.begin()),
                 std::make_move_iterator(markers.end()));
  };
  const bool by_name = !context.numbered && author_year_markers > square.size() + raised.size() + 1;
  if (by_name && author_year_markers > round.size()) return found;
  const std::size_t certain = square.size() + raised.size();
  const bool take_round =
      round.size() > certain &&
      (context.numbered ? author_year_markers == 0 || WalksThroughList(round, context, 3)
                        : WalksThroughList(round, context, 3));
  // Where raised digits are marked at all, a few may have lost their mark.
  const bool by_raised = raised.size() > square.size() + 2;
  if (by_raised) KeepCertainGlued(context.text, &glued);
  const bool take_glued = by_raised || (glued.size() > 2 * certain && glued.size() >= 3 &&
                                        WalksThroughList(glued, context, 3));
  take(square);
  take(raised);
  if (take_round) {
    std::erase_if(past, [&](const Citation& c) { return !JustPastTheEnd(c, context); });
    if (round.size() >= 2) take(past);
    take(round);
  } else if (take_glued) {
    take(glued);
  }
  return found;
}

}  // namespace claimgraph
