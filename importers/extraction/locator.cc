// How locators are found:
//   1. the text is cut into numbers, ranges, years, months, keywords ("vol.",
//      "pp."), signs and words; only words can end a locator, so each stretch
//      between two words is a candidate;
//   2. in each, keywords claim the number behind them, dates are dropped, and
//      the numbers left are volume, issue and pages in the order printed;
//   3. the more parts a stretch has, the surer it is a locator.
#include "importers/extraction/locator.h"

#include <algorithm>
#include <vector>

#include "core/text/ascii.h"
#include "importers/extraction/locator_tokens.h"

namespace claimgraph {
namespace {

using namespace ascii;
using Kind = LocatorKind;
using Token = LocatorToken;

class Candidate {
 public:
  Candidate(std::string_view text, const Token* begin, const Token* end, int year)
      : text_(text), begin_(begin), end_(end), year_(year) {}

  std::optional<Locator> Read() {
    Trim();
    if (begin_ == end_) return {};
    at_.whole = {begin_->range.begin, (end_ - 1)->range.end};
    const Token* year = FindYear();
    if (year != nullptr) at_.year = year->range;
    for (const Token* t = begin_; t != end_; ++t) Step(t, year);
    Assign();
    Score();
    return at_;
  }

 private:
  struct Item {
    TextRange range{};
    bool is_range = false;
    bool bracketed = false;
    char before = 0;            // the last sign before it
    bool glued = false;         // ... without a space after it
    bool after_volume = false;  // stands right behind a number that "vol." claimed
  };

  void Trim() {
    while (begin_ != end_ && begin_->kind == Kind::kSign && begin_->sign != '(' &&
           begin_->sign != '[')
      ++begin_;
    while (begin_ != end_ && (end_ - 1)->kind == Kind::kSign && (end_ - 1)->sign != ')') --end_;
  }

  bool IsYear(const Token& t) const {
    return t.kind == Kind::kNumber && t.range.end - t.range.begin == 4 &&
           YearAt(text_, t.range.begin) != 0;
  }

  char SignAfter(const Token* t) const {
    return t + 1 < end_ && (t + 1)->kind == Kind::kSign ? (t + 1)->sign : '\0';
  }
  char SignBefore(const Token* t) const {
    return t > begin_ && (t - 1)->kind == Kind::kSign ? (t - 1)->sign : '\0';
  }

  // The number that is a date's year, or null.
  const Token* FindYear() const {
    const Token* best = nullptr;
    int best_rank = 0;
    for (const Token* t = begin_; t != end_; ++t) {
      if (!IsYear(*t)) continue;
      const bool claimed = t > begin_ && (t - 1)->kind != Kind::kMonth &&
                           (t - 1)->kind != Kind::kSign && (t - 1)->kind != Kind::kNumber &&
                           (t - 1)->kind != Kind::kRange;
      if (claimed) continue;
      int rank = 0;
      const bool month = (t > begin_ && (t - 1)->kind == Kind::kMonth) ||
                         (t + 1 < end_ && (t + 1)->kind == Kind::kMonth);
      if (SignBefore(t) == '(' && (SignAfter(t) == ')' || SignAfter(t) == ',')) {
        rank = 5;
      } else if (DateEnds(t) || month) {
        rank = DateEnds(t) ? 6 : 4;
      } else if (year_ != 0) {
        // A volume may be numbered by its year: "2011, 561753".
        const bool last = t + 1 == end_ && t != begin_;
        rank = last && YearAt(text_, t->range.begin) == year_ ? 1 : 0;
      } else if (t + 1 == end_) {
        rank = 3;
      } else {
        rank = t == begin_ ? 2 : 1;
      }
      if (rank >= best_rank && rank > 0) {
        best = t;
        best_rank = rank;
      }
    }
    return best;
  }

  // ";" behind the year, or behind the month and day that follow it.
  bool DateEnds(const Token* t) const {
    const Token* last = t;
    while (last + 1 < end_ && last < t + 3 &&
           (IsSmall(*(last + 1)) || (last + 1)->kind == Kind::kMonth))
      ++last;
    return SignAfter(last) == ';';
  }

  // A year in brackets before the date is part of the journal's name:
  // "J Tides (1985). 2015;12:3-9".
  bool IsOfName(const Token* t, const Token* year) const {
    return year != nullptr && t < year && bracket_ && items_.empty() && IsYear(*t);
  }

  void Step(const Token* t, const Token* year) {
    switch (t->kind) {
      case Kind::kSign:
        if (t->sign == '(' || t->sign == '[') bracket_ = true;
        if (t->sign == ')' || t->sign == ']') bracket_ = false;
        if (t->sign != '.' || !pending_) last_sign_ = t->sign;
        glued_ = t + 1 < end_ && !(t + 1)->spaced && !t->spaced;
        return;
      case Kind::kMonth:
        DropDay(t);
        return;
      case Kind::kNumber:
      case Kind::kRange:
        if (IsOfName(t, year)) {
          at_.whole.begin = t->range.end + 1;
        } else if (t == year || IsDay(t, year)) {
          last_sign_ = 0;
        } else if (pending_) {
          Claim(t->range);
        } else {
          items_.push_back({t->range, t->kind == Kind::kRange, bracket_, last_sign_, glued_,
                            !at_.volume.empty() && items_.empty()});
          last_sign_ = 0;
        }
        return;
      default:
        // "12 p." counts pages; it does not say which.
        if (t->kind == Kind::kPages && !items_.empty() && t > begin_ &&
            (t - 1)->kind == Kind::kNumber && !FollowedByNumber(t)) {
          items_.pop_back();
          return;
        }
        article_ = pending_ != nullptr && pending_->kind == Kind::kArticle;
        pending_ = t;
        ++keywords_;
        if (t->kind == Kind::kSupplement && !FollowedByNumber(t)) ClaimSupplement(t->range);
    }
  }

  bool FollowedByNumber(const Token* t) const {
    for (++t; t != end_; ++t) {
      if (t->kind == Kind::kNumber || t->kind == Kind::kRange) return true;
      if (t->kind != Kind::kSign || t->sign == ')' || t->sign == ',' || t->sign == ';')
        return false;
    }
    return false;
  }

  bool IsSmall(const Token& t) const {
    return t.kind == Kind::kNumber && t.range.end - t.range.begin <= 2 &&
           IsDigit(text_[t.range.begin]);
  }

  // "May 5" and, between a year and a semicolon, "2005 12 5;".
  bool IsDay(const Token* t, const Token* year) const {
    if (!IsSmall(*t) || t == begin_) return false;
    const Token* before = t - 1;
    if (before->kind == Kind::kSign && before->sign == '.' && before > begin_) --before;
    if (before->kind == Kind::kMonth) return SignAfter(t) != '(' && SignAfter(t) != ':';
    before = t - 1;
    while (before > begin_ && before != year && IsSmall(*before)) --before;
    const Token* after = t;
    while (after + 1 < end_ && IsSmall(*(after + 1))) ++after;
    return year != nullptr && before == year && SignAfter(after) == ';';
  }

  // "5 May": the number taken before was a day.
  void DropDay(const Token* month) {
    if (items_.empty() || month == begin_) return;
    const Token* before = month - 1;
    if (IsSmall(*before) && items_.back().range.begin == before->range.begin) items_.pop_back();
  }

  // "23(5 Suppl)": the number before the word goes with it.
  void ClaimSupplement(TextRange word) {
    if (!items_.empty() && items_.back().bracketed && bracket_) {
      word.begin = items_.back().range.begin;
      items_.pop_back();
    }
    pending_ = nullptr;
    at_.issue = word;
  }

  void Claim(TextRange number) {
    const Token* keyword = pending_;
    pending_ = nullptr;
    last_sign_ = 0;
    switch (keyword->kind) {
      case Kind::kVolume:
        at_.volume = number;
        break;
      case Kind::kIssue:
        // "Art. No. 12": the number is the article's.
        (article_ ? at_.pages : at_.issue) = number;
        article_ = false;
        break;
      case Kind::kSupplement:
        at_.issue = {at_.issue.empty() ? keyword->range.begin : at_.issue.begin, number.end};
        break;
      default:
        if (at_.pages.empty()) at_.pages = number;
    }
  }

  bool IsElectronic(const Item& item) const {
    return IsLetter(text_[item.range.begin]) && item.range.end - item.range.begin > 3;
  }

  void Assign() {
    const bool paged = !at_.pages.empty();  // "pp." said which they are
    bool behind_volume = false;
    for (std::size_t k = 0; k < items_.size(); ++k) {
      const Item& item = items_[k];
      const std::size_t left = items_.size() - k - 1;
      const bool after_volume = behind_volume || item.after_volume;
      behind_volume = false;
      const bool issue_form =
          item.bracketed || item.before == '/' || (item.before == '.' && item.glued);
      if (item.bracketed && at_.issue.empty() && (after_volume || at_.volume.empty()) &&
          !item.is_range) {
        at_.issue = item.range;
      } else if (item.before == ':' && !paged && at_.pages.empty() &&
                 (k > 0 || !at_.volume.empty() || item.is_range || left == 0)) {
        at_.pages = item.range;
      } else if (at_.volume.empty() && (paged || at_.pages.empty()) &&
                 (paged || left > 0 || !TakesPages(item))) {
        at_.volume = item.range;
        behind_volume = true;
      } else if (at_.issue.empty() && after_volume && (issue_form || paged)) {
        at_.issue = item.range;
      } else if (at_.pages.empty() && at_.issue.empty() && left > 0 && !items_[k + 1].bracketed &&
                 !item.is_range) {
        at_.issue = item.range;
      } else if (at_.pages.empty() && !item.bracketed) {
        at_.pages = item.range;
      }
    }
    DropSection();
  }

  // "B533" is volume 533 of section B.
  void DropSection() {
    TextRange& volume = at_.volume;
    if (volume.end - volume.begin < 2 || !IsLetter(text_[volume.begin]) ||
        !IsDigit(text_[volume.begin + 1]))
      return;
    if (volume.begin == at_.whole.begin) ++at_.whole.begin;
    ++volume.begin;
  }

  // A lone number: pages, unless it is small.
  bool TakesPages(const Item& item) const {
    return item.is_range || IsElectronic(item) || item.range.end - item.range.begin > 3 ||
           (!at_.year.empty() && item.range.end - item.range.begin == 3);
  }

  void Score() {
    int& score = at_.score;
    const bool volume = !at_.volume.empty();
    const bool pages = !at_.pages.empty();
    const bool range =
        pages && text_.substr(at_.pages.begin, at_.pages.end - at_.pages.begin).find('-') !=
                     std::string_view::npos;
    score += volume && pages ? 4 : 0;
    // "Diet 2.0" has the form of volume and issue, too.
    const bool marked =
        keywords_ > 0 || !at_.year.empty() ||
        (!at_.issue.empty() && at_.issue.begin > 0 && text_[at_.issue.begin - 1] != '.');
    score += volume && !at_.issue.empty() && (pages || marked) ? 2 : 0;
    score += !volume && pages && !at_.issue.empty() ? 2 : 0;  // "2015;(4):CD007011"
    score += range ? 1 : 0;
    score += (volume || pages) && !at_.year.empty() ? 1 : 0;
    score += (volume || pages) && keywords_ > 0 ? 2 : 0;
  }

  std::string_view text_;
  const Token* begin_;
  const Token* end_;
  int year_;
  Locator at_;
  std::vector<Item> items_;
  const Token* pending_ = nullptr;
  bool article_ = false;
  bool bracket_ = false;
  bool glued_ = false;
  char last_sign_ = 0;
  int keywords_ = 0;
};

}  // namespace

int YearAt(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return 0;
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!IsDigit(text[i])) return 0;
    year = year * 10 + (text[i] - '0');
  }
  return year >= 1500 && year < 2100 ? year : 0;
}

std::optional<Locator> FindLocator(std::string_view text, std::size_t begin, std::size_t end,
                                   int year) {
  const std::vector<Token> all = CutLocator(text, begin, end);
  std::optional<Locator> best;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t stop = i;
    bool number = false;
    while (stop < all.size() && all[stop].kind != Kind::kWord) {
      number = number || all[stop].kind == Kind::kNumber || all[stop].kind == Kind::kRange;
      ++stop;
    }
    if (number) {
      const std::optional<Locator> found =
          Candidate(text, all.data() + i, all.data() + stop, year).Read();
      if (found && (!best || found->score >= best->score)) best = found;
    }
    i = std::max(stop, i + 1);
  }
  return best;
}

}  // namespace claimgraph
