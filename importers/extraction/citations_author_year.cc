// Author-year markers, found from their years.
//
// Every year is a lead.  Where it stands decides what to look for:
//   "... (Moore, 1998; Lee, 2010, 2012a,b)"   inside a bracket: names before it,
//                                             or the names of the year before
//   "Smith et al. (2010)"                     first in a bracket: names before
//                                             the bracket
//   "Smith et al., 2010, found"               no bracket: only with "et al."
// A name that the reference list knows is always believed.  A name that it does
// not know must look like a citation in more than one way, for "(Paris, 2012)"
// and "Avatar (2009)" do too.

#include <algorithm>

#include "core/text/normalize.h"
#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_context.h"
#include "importers/extraction/citations_names.h"
#include "importers/extraction/citations_words.h"

namespace claimgraph {
namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr std::uint32_t kMaxBracket = 3000;  // bytes; a longer one was never closed

struct YearMark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // after the suffix
  int year = 0;           // 0: "n.d.", "in press"
  std::string suffix{};
};

struct Bracket {
  std::uint32_t open = 0;
  std::uint32_t segment = 0;  // where the current citation begins
  std::uint32_t group = 0;    // whose names a bare year repeats; index + 1 into citations
};

class YearScanner {
 public:
  YearScanner(const CitationContext& context, Citations* found)
      : context_(context), text_(context.text), found_(*found) {}

  void Scan(TextSpan run) {
    run_ = run;
    brackets_.clear();
    for (std::uint32_t at = run.begin; at < run.end;) at = Step(at);
  }

 private:
  std::uint32_t Step(std::uint32_t at) {
    switch (text_[at]) {
      case '(':
      case '[':
        if (brackets_.size() >= kMaxDepth) brackets_.erase(brackets_.begin());
        brackets_.push_back({at, at + 1, 0});
        return at + 1;
      case ')':
      case ']':
        if (!brackets_.empty()) brackets_.pop_back();
        return at + 1;
      case ';':
        if (!brackets_.empty()) brackets_.back().segment = at + 1;
        return at + 1;
      case '1':
      case '2':
        return Digits(at);
      case 'n':
      case 'i':
      case 'f':
        return brackets_.empty() ? at + 1 : Undated(at);
      default:
        return at + 1;
    }
  }

  std::uint32_t Digits(std::uint32_t at) {
    std::uint32_t end = at;
    int value = 0;
    while (end < run_.end && IsDigit(text_[end])) {
      value = std::min(value * 10 + (text_[end] - '0'), 100000);
      ++end;
    }
    const bool joined = at > run_.begin && JoinsNumber(at);
    if (end - at != 4 || value < 1500 || value > 2099 || joined) return end;
    YearMark mark{at, end, value};
    if (!ReadSuffix(&mark)) return end;
    Lead(mark);
    return mark.end;
  }

  // A digit, letter, decimal point, sign or currency before the year.
  bool JoinsNumber(std::uint32_t at) const {
    const Char c = CharBefore(text_.substr(0, at), at);
    if (c.code == '.') return at >= 2 && IsDigit(text_[at - 2]);
    return IsLetter(c.code) || IsDigit(c.code) || IsDash(c.code) || c.code == '$' ||
           c.code == '=' || c.code == '/' || c.code == '_' || c.code == '#';
  }

  // The "b" of 2011b.  False where the word goes on: "1990s", "2010-2015".
  bool ReadSuffix(YearMark* mark) const {
    std::uint32_t at = mark->end;
    while (at < run_.end && at < mark->end + 2 && text_[at] >= 'a' && text_[at] <= 'z') ++at;
    const Char next = CharAt(text_, at);
    if (IsLetter(next.code) || IsDigit(next.code)) return false;
    if (IsDash(next.code) && IsDigit(CharAt(text_, at + next.size).code)) return false;
    const std::string_view suffix = text_.substr(mark->end, at - mark->end);
    if (suffix == "s" || suffix == "th" || suffix == "st" || suffix == "nd" || suffix == "rd")
      return false;
    mark->suffix = suffix;
    mark->end = at;
    return true;
  }

  std::uint32_t Undated(std::uint32_t at) {
    if (at > run_.begin && IsLetter(CharBefore(text_, at).code)) return at + 1;
    for (std::string_view word :
         {"n.d.", "n. d.", "n.d", "in press", "in\xC2\xA0press", "forthcoming", "in preparation"}) {
      if (text_.substr(at, word.size()) != word) continue;
      const std::uint32_t end = at + static_cast<std::uint32_t>(word.size());
      if (end > run_.end || IsLetter(CharAt(text_, end).code)) continue;
      Lead({at, end, 0, word[0] == 'n' ? "n.d." : std::string(word)});
      return end;
    }
    return at + 1;
  }

  void Lead(YearMark mark) {
    if (mark.year == 0) mark.suffix.clear();
    while (!brackets_.empty() && mark.begin - brackets_.back().open > kMaxBracket)
      brackets_.pop_back();
    if (brackets_.empty()) {
      if (AfterEtAl(mark.begin)) Unbracketed(mark);
      return;
    }
    Bracket& bracket = brackets_.back();
    if (SkipSpaces(text_, bracket.open + 1) == mark.begin) {
      Narrative(mark);
    } else if (bracket.group > 0 && OnlyJoints(bracket.segment, mark.begin)) {
      AddAgain(mark);
    } else {
      Parenthetical(mark);
    }
    bracket.segment = mark.end;
    if (bracket.group > 0 && found_[bracket.group - 1].text_span.end >= mark.begin)
      MoreSuffixes(mark);
  }

  bool OnlyJoints(std::uint32_t begin, std::uint32_t end) const {
    const std::string words = Tidy(text_.substr(begin, end - begin));
    return words.empty() || words == "," || words == "and" || words == "&" || words == ", and" ||
           words == ", &";
  }

  void Add(const NameGroup& group, const YearMark& mark, TextSpan span) {
    Citation c;
    c.style = CitationStyle::kAuthorYear;
    c.text_span = span;
    c.authors = group.authors;
    c.et_al = group.et_al;
    c.year = mark.year;
    c.year_suffix = mark.suffix;
    found_.push_back(std::move(c));
    if (!brackets_.empty()) brackets_.back().group = static_cast<std::uint32_t>(found_.size());
  }

  // The same authors with another year: "Lee, 2010, 2012".
  void AddAgain(const YearMark& mark) {
    Citation c = found_[brackets_.back().group - 1];
    c.year = mark.year;
    c.year_suffix = mark.suffix;
    c.text_span = {mark.begin, mark.end};
    found_.push_back(std::move(c));
    brackets_.back().group = static_cast<std::uint32_t>(found_.size());
  }

  // "2005a,b" and "2005a, b, c".
  void MoreSuffixes(const YearMark& mark) {
    if (mark.suffix.size() != 1 || brackets_.empty()) return;
    YearMark more = mark;
    for (std::uint32_t at = mark.end;;) {
      const std::uint32_t comma = static_cast<std::uint32_t>(SkipSpaces(text_, at));
      if (comma >= run_.end || (text_[comma] != ',' && text_[comma] != '&')) return;
      const std::uint32_t letter = static_cast<std::uint32_t>(SkipSpaces(text_, comma + 1));
      if (letter >= run_.end || text_[letter] < 'b' || text_[letter] > 'k') return;
      const char32_t next = CharAt(text_, letter + 1).code;
      if (IsLetter(next) || IsDigit(next) || next == '.') return;
      more.begin = letter;
      more.end = at = letter + 1;
      more.suffix = text_[letter];
      AddAgain(more);
      brackets_.back().segment = at;
    }
  }

  void Parenthetical(const YearMark& mark) {
    const std::uint32_t begin = brackets_.back().segment;
    const auto group =
        ReadNamesBefore(text_, begin, mark.begin, context_.authors, NamePlace::kBracket);
    if (group && LooksCited(*group, mark)) Add(*group, mark, {group->begin, mark.end});
  }

  bool LooksCited(const NameGroup& group, const YearMark& mark) const {
    const std::string& first = group.authors.front();
    if (context_.authors.HasFirst(first)) return true;
    if (context_.authors.HasAbbreviated(first, mark.year)) return true;
    const std::string folded = Fold(first);
    if (IsPlace(folded) || IsNeverName(folded)) return false;
    if (group.et_al || group.joined) return true;
    if (IsKnownAcronym(folded)) return group.leading;
    if (group.corporate && group.leading) return true;
    if (IsAcronym(first) && !group.corporate) return false;
    return group.comma && (group.leading || group.corporate) && !PlaceWithin(folded);
  }

  static bool IsAcronym(std::string_view name) {
    return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "SPSS Inc., Chicago, 2010", "New York, 2015"
  static bool PlaceWithin(std::string_view folded) {
    const std::size_t space = folded.rfind(' ');
    return folded.starts_with("new ") ||
           (space != std::string_view::npos && IsPlace(folded.substr(space + 1)));
  }

  void Narrative(const YearMark& mark) {
    const std::uint32_t open = brackets_.back().open;
    std::uint32_t begin = run_.begin;
    if (brackets_.size() > 1) begin = std::max(begin, brackets_[brackets_.size() - 2].segment);
    const auto group = ReadNamesBefore(text_, begin, open, context_.authors, NamePlace::kNarrative);
    if (!group || group->comma || group->end + 8 < open) return;
    const std::uint32_t close = Close(mark.end);
    if (!LooksNarrated(*group, mark, close)) return;
    Add(*group, mark, {group->begin, close > 0 ? close : mark.end});
  }

  // After the bracket that closes behind a year, page or nothing; 0 where more
  // citations follow inside it.
  std::uint32_t Close(std::uint32_t at) const {
    const std::string_view rest = text_.substr(at, std::min<std::size_t>(run_.end - at, 40));
    const std::size_t close = rest.find_first_of(")];([");
    if (close == std::string_view::npos || (rest[close] != ')' && rest[close] != ']')) return 0;
    const std::string_view inside = rest.substr(0, close);
    for (std::size_t i = 0; i + 3 < inside.size(); ++i) {
      if (std::all_of(inside.begin() + i, inside.begin() + i + 4,
                      [](char c) { return IsDigit(c); }))
        return 0;
    }
    if (inside.size() > 1 && inside[0] == ',' && inside.size() < 4) return 0;  // "2005a, b"
    return at + static_cast<std::uint32_t>(close) + 1;
  }

  bool LooksNarrated(const NameGroup& group, const YearMark& mark, std::uint32_t close) const {
    const std::string& first = group.authors.front();
    if (context_.authors.HasFirst(first) && (mark.year == 0 || group.et_al || group.joined ||
                                             context_.authors.HasYear(first, mark.year))) {
      return true;
    }
    if (context_.authors.HasAbbreviated(first, mark.year)) return true;
    const std::string folded = Fold(first);
    if (IsPlace(folded) || IsNeverName(folded) || PlaceWithin(folded)) return false;
    if (group.et_al || group.joined) return true;
    const bool possessive =
        group.end < brackets_.back().open && IsApostrophe(CharAt(text_, group.end).code);
    return possessive || VerbAfter(close > 0 ? close : mark.end) || ByBefore(group.begin);
  }

  bool VerbAfter(std::uint32_t at) const {
    const std::uint32_t begin = static_cast<std::uint32_t>(SkipSpaces(text_, at));
    std::uint32_t end = begin;
    while (end < run_.end && text_[end] >= 'a' && text_[end] <= 'z') ++end;
    return IsReportingVerb(text_.substr(begin, end - begin));
  }

  bool ByBefore(std::uint32_t at) const {
    const std::size_t end = SkipSpacesBack(text_, at);
    const std::string_view before = text_.substr(0, end);
    return before.ends_with(" by") || before.ends_with("according to") ||
           before.ends_with("According to");
  }

  bool AfterEtAl(std::uint32_t at) const {
    const std::string_view before = text_.substr(run_.begin, at - run_.begin);
    std::size_t end = SkipSpacesBack(before, before.size());
    while (end > 0 && (before[end - 1] == ',' || before[end - 1] == '.')) --end;
    return end > 2 && before.substr(end - 2, 2) == "al" &&
           !IsLetter(CharBefore(before, end - 2).code);
  }

  void Unbracketed(const YearMark& mark) {
    const auto group =
        ReadNamesBefore(text_, run_.begin, mark.begin, context_.authors, NamePlace::kNarrative);
    if (group && group->et_al) Add(*group, mark, {group->begin, mark.end});
  }

  const CitationContext& context_;
  std::string_view text_;
  Citations& found_;
  TextSpan run_{};
  std::vector<Bracket> brackets_{};
};

}  // namespace

Citations FindAuthorYear(const CitationContext& context) {
  Citations found;
  YearScanner scanner(context, &found);
  for (const ProseRun& run : context.prose) scanner.Scan(run.span);
  return found;
}

}  // namespace claimgraph
