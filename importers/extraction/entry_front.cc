// Names are read by author_list; where it finds none, an organisation may fill
// the space before a year, a full stop or a quotation mark.
#include "importers/extraction/entry_front.h"

#include <algorithm>
#include <optional>

#include "core/text/ascii.h"
#include "importers/extraction/author_list.h"
#include "importers/extraction/locator.h"
#include "importers/extraction/name_words.h"

namespace claimgraph {
namespace {

using namespace ascii;

class FrontReader {
 public:
  FrontReader(const EntryText& text, EntryParts* parts)
      : text_(text), parts_(parts), at_(text.begin()) {}

  EntryFront Run() {
    ReadAuthors();
    ReadFrontYear();
    return {.end = at_, .year = front_year_};
  }

 private:
  void ReadAuthors() {
    const AuthorList list = ReadAuthorList(text_.text(), at_, text_.end());
    std::size_t zone = list.end;
    const std::optional<TextRange> bracket = BracketedYear(at_);
    if (list.names.empty()) {
      zone = bracket ? OrganisationBefore(bracket->begin) : LeadingOrganisation();
      if (zone == at_ && !bracket) zone = NameBeforeQuote();
      if (zone > at_)
        parts_->names.push_back({.family = text_.Value(at_, text_.TrimmedEnd(at_, zone))});
    } else {
      TakeNames(list);
      if (bracket && bracket->begin > zone) zone = Unread(zone, bracket->begin);
    }
    parts_->et_al = parts_->et_al || list.et_al;
    parts_->editors = list.editors;
    if (zone > at_) {
      parts_->authors = text_.Printed(at_, text_.TrimmedEnd(at_, zone));
      at_ = zone;
    }
  }

  void TakeNames(const AuthorList& list) {
    for (const PrintedName& name : list.names) {
      parts_->names.push_back({.family = text_.Value(name.family.begin, name.family.end),
                               .given = text_.Value(name.given.begin, name.given.end)});
    }
    // "Moreno A, Osei K.": the stop ends the list, not the initials.
    const PrintedName& last = list.names.back();
    std::string& given = parts_->names.back().given;
    if (given.size() < 2 || !given.ends_with('.') || last.given.begin < last.family.end) return;
    const bool comma = text_.text().find(',', last.family.end) < last.given.begin;
    const bool alone = given.find('.') + 1 == given.size();
    const bool others =
        list.names.size() > 1 && parts_->names.front().given.find('.') != std::string::npos;
    if (!comma && alone && !others) given.pop_back();
  }

  // "(2004)", "(2004a, March)", "(n.d.)", "(in press)" near the front; the
  // range holds the brackets.
  std::optional<TextRange> BracketedYear(std::size_t from) const {
    for (std::size_t i = from; i + 5 < text_.end(); ++i) {
      if (text_[i] == '"') return {};
      if (text_[i] != '(' && text_[i] != '[') continue;
      const bool none = text_.text().compare(i + 1, 4, "n.d.") == 0 ||
                        text_.text().compare(i + 1, 8, "in press") == 0 ||
                        text_.text().compare(i + 1, 8, "In press") == 0 ||
                        text_.text().compare(i + 1, 11, "forthcoming") == 0;
      if (!none && YearAt(text_.text(), i + 1) == 0) continue;
      if (!none && (IsDigit(text_[i + 5]) || text_[i + 5] == '-')) continue;
      const std::size_t close = text_.text().find_first_of(")]", i);
      if (close == std::string::npos || close > i + 40) return {};
      return TextRange{i, close + 1};
    }
    return {};
  }

  // An organisation's name fills the space before the year.
  std::size_t OrganisationBefore(std::size_t year) const {
    const std::string_view words = text_.Trimmed(at_, year);
    if (words.empty() || words.size() > 160 || IsIn(words[0], "\"'")) return at_;
    if (IsDigit(words.back())) return at_;  // "Journal of Tides 168 (2009)": a volume
    std::size_t last = year;
    while (last > at_ && IsSpace(text_[last - 1])) --last;
    const bool sentence = last > at_ && text_[last - 1] == '.';
    if (sentence && SmallWords(words) > 0 && !ReadsLikeOrganisation(words)) return at_;  // a title
    // A title before the year has a sentence end or many small words in it.
    const std::size_t stop = words.find(". ");
    if (stop != std::string_view::npos && stop > 4) return at_;
    if (SmallWords(words) > 3 && !ReadsLikeOrganisation(words)) return at_;
    return year;
  }

  // "World Health Organization. Title", without a year behind it.
  std::size_t LeadingOrganisation() const {
    std::size_t stop = at_;
    while (stop < text_.end() &&
           !(text_[stop] == '.' && (stop + 1 >= text_.end() || IsSpace(text_[stop + 1]))))
      ++stop;
    if (stop >= text_.end()) return at_;
    const std::string_view words = text_.Trimmed(at_, stop);
    const auto count = std::count(std::begin(words), std::end(words), ' ') + 1;
    const bool short_name = count <= 8 && words.size() < 90 && !words.empty() && IsUpper(words[0]);
    if (!short_name || SmallWords(words) > 3 || words.find(',') != std::string_view::npos)
      return at_;
    if (text_.Sentences(stop + 1, text_.end()).empty()) return at_;
    return ReadsLikeOrganisation(words) ? stop + 1 : at_;
  }

  // 'Coastal Health Board, 2014. "Report..."'
  std::size_t NameBeforeQuote() const {
    const std::size_t quote = text_.text().find('"', at_);
    if (quote == std::string::npos || quote == at_ || quote > at_ + 100) return at_;
    std::size_t end = quote;
    while (end > at_ && (IsIn(text_[end - 1], " .,:(") || IsDigit(text_[end - 1]))) --end;
    const std::string_view words = text_.Trimmed(at_, end);
    const bool name =
        !words.empty() && IsUpper(words[0]) && WordCount(words) <= 8 && SmallWords(words) == 0;
    return name ? end : at_;
  }

  // Names that could not be read may stand between the list and the year.
  std::size_t Unread(std::size_t from, std::size_t year) const {
    const std::string_view words = text_.Trimmed(from, year);
    if (words.size() > 120 || words.find(". ") != std::string_view::npos) return from;
    if (words.empty() || IsDigit(words.back())) return words.empty() ? year : from;
    if (SmallWords(words) > 0) return from;
    return words.find(':') == std::string_view::npos ? year : from;
  }

  // A year right behind the names, in brackets or not.
  void ReadFrontYear() {
    std::size_t i = at_;
    while (i < text_.end() && IsIn(text_[i], " .,;:\t\n")) ++i;
    const std::optional<TextRange> bracket = BracketedYear(i);
    if (bracket && bracket->begin == i) {
      TakeYear(text_, i + 1, parts_);
      front_year_ = true;
      at_ = bracket->end;
      return;
    }
    if (parts_->names.empty() || YearAt(text_.text(), i) == 0) return;
    std::size_t end = i + 4;
    if (end < text_.end() && IsLower(text_[end]) &&
        (end + 1 >= text_.end() || !IsWord(text_[end + 1])))
      ++end;
    if (end < text_.end() && (IsDigit(text_[end]) || text_[end] == '-' || text_[end] == ';'))
      return;
    // "Lind A. 2004; 12:3" has no title; its year belongs to the locator.
    TakeYear(text_, i, parts_);
    front_year_ = true;
    at_ = end;
  }

  const EntryText& text_;
  EntryParts* parts_;
  std::size_t at_;  // where reading goes on
  bool front_year_ = false;
};

}  // namespace

EntryFront ReadFront(const EntryText& text, EntryParts* parts) {
  return FrontReader(text, parts).Run();
}

void TakeYear(const EntryText& text, std::size_t at, EntryParts* parts) {
  parts->year_value = YearAt(text.text(), at);
  if (parts->year_value == 0) return;
  std::size_t end = at + 4;
  const std::string& t = text.text();
  if (end < t.size() && IsLower(t[end]) && (end + 1 >= t.size() || !IsWord(t[end + 1]))) {
    parts->year_suffix = t.substr(end, 1);
    ++end;
  }
  parts->year = text.Printed(at, end);
}

}  // namespace claimgraph
