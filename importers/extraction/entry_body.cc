// How the body is read:
//   1. the locator (volume, issue, pages) is found, most often near the end;
//   2. what lies before it is title and container: quotation marks decide, else
//      the last sentence end before the locator, else the last comma;
//   3. without a locator it is a book or a page: title, then publisher or site.
#include "importers/extraction/entry_body.h"

#include <algorithm>
#include <optional>

#include "core/text/ascii.h"
#include "importers/extraction/author_list.h"
#include "importers/extraction/locator.h"
#include "importers/extraction/name_words.h"

namespace claimgraph {
namespace {

using namespace ascii;

class BodyReader {
 public:
  BodyReader(const EntryText& text, const EntryFront& front, EntryParts* parts)
      : text_(text), parts_(parts), at_(front.end), front_year_(front.year) {}

  void Run() {
    const std::size_t sign = text_.SkipSpaces(at_);
    comma_style_ = sign < text_.end() && IsIn(text_[sign], ",:");
    at_ = text_.SkipSigns(at_);
    const std::size_t quoted = ReadQuotedTitle();
    const std::optional<Locator> found =
        FindLocator(text_.text(), quoted > 0 ? quoted : at_, text_.end(), parts_->year_value);
    const bool sure = found && (found->score >= 2 || (quoted > 0 && found->score > 0));
    if (found) TakeLocator(*found, sure);
    if (parts_->year_value == 0) FindYear(quoted > 0 ? quoted : at_);
    std::size_t stop = sure ? found->whole.begin : text_.end();
    if (!sure && !front_year_ && year_at_ > at_) stop = std::min(stop, year_at_);
    if (quoted > 0) {
      if (found && !found->year.empty()) stop = std::min(stop, found->whole.begin);  // a date
      ReadAfterQuote(quoted, stop);
    } else if (sure) {
      SplitJournal(at_, stop);
    } else {
      SplitBook(at_, stop);
    }
    if (sure && parts_->publisher == TextSpan{}) ReadPublisher(found->whole.end, text_.end());
  }

 private:
  // The place behind a title in quotation marks that begins at at_, else 0.
  std::size_t ReadQuotedTitle() {
    std::size_t begin = at_;
    std::string_view close;
    if (text_.text().compare(begin, 2, "``") == 0) {
      close = "''";
      begin += 2;
    } else if (text_[begin] == '"' || text_[begin] == '\'') {
      close = text_[begin] == '"' ? "\"" : "'";
      begin += 1;
    } else {
      return 0;
    }
    for (std::size_t i = text_.text().find(close, begin); i != std::string::npos;
         i = text_.text().find(close, i + 1)) {
      const std::size_t after = i + close.size();
      const bool ends = after >= text_.end() || !IsWord(text_[after]);
      if (ends && GoesOn(after)) return 0;
      const bool inner = close == "'" && IsWord(text_[i - 1]) && after < text_.end() &&
                         IsSpace(text_[after]) && after + 1 < text_.end() &&
                         IsLower(text_[after + 1]);
      if (!ends || inner) continue;
      std::size_t end = i;
      while (end > begin && IsIn(text_[end - 1], " ,.'")) --end;
      parts_->title = text_.Printed(begin, end);
      return after;
    }
    return 0;
  }

  // '"Sit still": a history': what stands in quotation marks begins the title.
  bool GoesOn(std::size_t i) const {
    if (i < text_.end() && text_[i] == ':') return true;
    i = text_.SkipSpaces(i);
    return i + 2 < text_.end() && IsLower(text_[i]) && text_.text().compare(i, 3, "in ") != 0;
  }

  void TakeLocator(const Locator& found, bool sure) {
    if (!found.year.empty() && parts_->year_value == 0) {
      TakeYear(text_, found.year.begin, parts_);
      year_at_ = found.whole.begin;
    }
    if (!sure) return;
    parts_->volume = text_.Printed(found.volume.begin, found.volume.end);
    parts_->issue = text_.Printed(found.issue.begin, found.issue.end);
    parts_->pages = text_.Printed(found.pages.begin, found.pages.end);
  }

  // The last free-standing year; books print it at the end.
  void FindYear(std::size_t from) {
    for (std::size_t i = text_.end(); i-- > from;) {
      if (YearAt(text_.text(), i) == 0 || (i > 0 && (IsWord(text_[i - 1]) || text_[i - 1] == '-')))
        continue;
      if (i + 4 < text_.end() && (IsDigit(text_[i + 4]) || text_[i + 4] == '-')) continue;
      TakeYear(text_, i, parts_);
      year_at_ = i;
      while (year_at_ > from && IsIn(text_[year_at_ - 1], " (,[;")) --year_at_;
      return;
    }
  }

  void ReadAfterQuote(std::size_t from, std::size_t stop) {
    from = text_.SkipSigns(SkipIn(text_.SkipSigns(from)));
    if (from >= stop) return;
    const std::vector<TextRange> parts = text_.SplitAtCommas(from, stop);
    std::size_t end = text_.TrimmedEnd(from, stop);
    for (const TextRange& part : parts) {
      if (!NamesPublisher(text_.Words(part)) || part.begin == from) continue;
      parts_->publisher = text_.Printed(part.begin, text_.TrimmedEnd(part.begin, part.end));
      end = text_.TrimmedEnd(from, part.begin);
      break;
    }
    parts_->container = text_.Printed(from, end);
  }

  // Title and journal before a locator.
  void SplitJournal(std::size_t begin, std::size_t end) {
    end = text_.TrimmedEnd(begin, end);
    if (begin >= end) return;
    if (SplitAtIn(begin, end)) return;
    const std::vector<TextRange> sentences = text_.Sentences(begin, end);
    if (const std::size_t comma = comma_style_ ? LastCommaPart(begin, end) : 0;
        comma != 0 && comma < sentences[0].end) {
      SetTitle(begin, comma);
      parts_->container = text_.Printed(comma, end);
      return;
    }
    std::size_t k = sentences.size() - 1;
    while (k > 0 && IsAbbreviated(sentences[k]) && IsAbbreviated(sentences[k - 1])) --k;
    // "Ears. J Wards": the first of two is a short title unless journals use the word.
    if (k == 0 && sentences.size() > 1 && IsTitleWord(text_.Words(sentences[0]))) k = 1;
    std::size_t journal = sentences[k].begin;
    const bool tail = k > 0 && WordCount(text_.Words(sentences[k])) <= 10;
    if (!tail && (k == 0 || !ReadsLikeJournal(sentences[k]))) {
      const std::size_t comma = JournalAfterComma(sentences[k], k == 0);
      if (comma != 0) {
        journal = comma;
      } else if (k == 0 && !(ReadsLikeJournal(sentences[0]) && !parts_->names.empty())) {
        SetTitle(begin, end);
        return;
      } else if (k > 0 && WordCount(text_.Words(sentences[k])) > 14) {
        SetTitle(begin, end);
        return;
      }
    }
    if (journal > begin) SetTitle(begin, journal);
    parts_->container = text_.Printed(journal, text_.TrimmedEnd(journal, end));
  }

  // "Title. In A. Lind (Ed.), Book": true if the entry has this form.
  bool SplitAtIn(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i + 4 < end; ++i) {
      const bool word = (text_[i] == 'I' || text_[i] == 'i') && text_[i + 1] == 'n' &&
                        IsIn(text_[i + 2], " :") && i > begin && IsSpace(text_[i - 1]);
      if (!word) continue;
      std::size_t before = i;
      while (before > begin && IsSpace(text_[before - 1])) --before;
      const bool colon = text_[i] == 'I' && text_[i + 2] == ':';
      if (before == begin) continue;
      if (!colon && !IsIn(text_[before - 1], text_[i] == 'I' ? ".,?!;)\"" : ".,")) continue;
      if (text_[i] == 'i' && text_[i + 2] != ':' && !(comma_style_ && IsUpper(text_[i + 3])))
        continue;
      std::size_t book = text_.SkipSigns(SkipIn(i));
      const AuthorList editors = ReadAuthorList(text_.text(), book, end);
      if (editors.editors) book = text_.SkipSigns(editors.end);
      SetTitle(begin, i);
      SetBook(book, end);
      return true;
    }
    return false;
  }

  // A book's title, perhaps with its publisher behind it.
  void SetBook(std::size_t begin, std::size_t end) {
    const std::vector<TextRange> sentences = text_.Sentences(begin, end);
    if (sentences.empty()) return;
    std::size_t stop = sentences[0].end;
    const std::size_t bracket = text_.text().find(" (", begin);
    if (bracket != std::string::npos && bracket < stop && bracket > begin + 8) stop = bracket;
    parts_->container = text_.Printed(begin, text_.TrimmedEnd(begin, stop));
    if (sentences.size() > 1) ReadPublisher(sentences[1].begin, end);
  }

  // A book, a report or a page: title, then publisher or site.
  void SplitBook(std::size_t begin, std::size_t end) {
    end = text_.TrimmedEnd(begin, end);
    if (begin >= end) return;
    if (SplitAtIn(begin, end) || SplitAtImprint(begin, end)) return;
    const std::vector<TextRange> sentences = text_.Sentences(begin, end);
    if (sentences.size() == 1) {
      SplitBookAtCommas(begin, end);
      return;
    }
    SetTitle(sentences[0].begin, sentences[0].end);
    const std::size_t edition = EditionEnd(sentences[1].begin);
    const std::size_t rest = edition == 0 ? sentences[1].begin : edition;
    ReadPublisher(rest, end);
    if (edition != 0) {  // so it is a book, and what is left its publisher
      const bool found = parts_->publisher != TextSpan{};
      if (!found) parts_->publisher = text_.Printed(rest, text_.TrimmedEnd(rest, end));
      return;
    }
    const std::string_view words = text_.Words({rest, end});
    const bool journal = words.find("Journal") != std::string_view::npos || WordCount(words) <= 5;
    const bool brief = journal && words.find(',') == std::string_view::npos;
    const bool site = parts_->address != TextSpan{} || (brief && (front_year_ || year_at_ > 0));
    if (parts_->publisher == TextSpan{} && site && ReadsLikeJournal({rest, end})) {
      parts_->container = text_.Printed(rest, text_.TrimmedEnd(rest, end));
    }
  }

  // Past "4th ed. " or "2nd edition. "; 0 if no edition stands there.
  std::size_t EditionEnd(std::size_t i) const {
    const std::size_t digits = i;
    while (i < text_.end() && IsDigit(text_[i])) ++i;
    if (i == digits || i - digits > 2 || i + 5 >= text_.end()) return 0;
    i += 2;  // "th"
    if (text_.text().compare(i, 3, " ed") != 0) return 0;
    i += 3;
    while (i < text_.end() && IsLower(text_[i])) ++i;
    return text_.SkipSigns(i);
  }

  // "Title (Oxford: Lind Press, 1993)": true if the entry has this form.
  bool SplitAtImprint(std::size_t begin, std::size_t end) {
    const std::size_t open = text_.text().find(" (", begin);
    if (open == std::string::npos || open >= end) return false;
    std::size_t close = std::min(text_.text().find(')', open), end);
    const std::string_view inside = text_.view().substr(open, close - open);
    if (inside.find(": ") == std::string_view::npos && !NamesPublisher(inside)) return false;
    if (SmallWords(inside) > 1) return false;
    SetTitle(begin, open);
    ReadPublisher(open + 2, close);
    return true;
  }

  void SplitBookAtCommas(std::size_t begin, std::size_t end) {
    const std::vector<TextRange> parts = text_.SplitAtCommas(begin, end);
    for (std::size_t k = 1; k < parts.size(); ++k) {
      if (!NamesPublisher(text_.Words(parts[k]))) continue;
      SetTitle(begin, parts[k].begin);
      parts_->publisher =
          text_.Printed(parts[k].begin, text_.TrimmedEnd(parts[k].begin, parts[k].end));
      return;
    }
    SetTitle(begin, end);
  }

  // "New York: Lind Press" or a name that sounds like a publisher.
  void ReadPublisher(std::size_t begin, std::size_t end) {
    begin = text_.SkipSigns(begin);
    if (begin >= end) return;
    const std::size_t colon = text_.text().find(": ", begin);
    if (colon != std::string::npos && colon < end && colon - begin < 60) {
      std::size_t stop = colon + 2;
      while (stop < end && !IsIn(text_[stop], ",;.(")) ++stop;
      const std::size_t from = text_.SkipSigns(colon);
      if (from < stop) parts_->publisher = text_.Printed(from, text_.TrimmedEnd(from, stop));
      return;
    }
    for (const TextRange& part : text_.SplitAtCommas(begin, end)) {
      if (!NamesPublisher(text_.Words(part))) continue;
      parts_->publisher = text_.Printed(part.begin, text_.TrimmedEnd(part.begin, part.end));
      return;
    }
  }

  void SetTitle(std::size_t begin, std::size_t end) {
    begin = text_.SkipSigns(begin);
    end = text_.TrimmedEnd(begin, end);
    // "(3rd ed.)" and "[Review]" are said of the work; they are not its title.
    while (end > begin && IsIn(text_[end - 1], ")]")) {
      const char open = text_[end - 1] == ')' ? '(' : '[';
      const std::size_t at = text_.text().rfind(open, end - 1);
      if (at == std::string::npos || at <= begin + 3) break;
      const std::string inside = Lowered(text_.view().substr(at, end - at));
      const bool remark = open == '[' || inside.find("ed.") != std::string::npos ||
                          inside.find("edition") != std::string::npos;
      if (!remark) break;
      end = text_.TrimmedEnd(begin, at);
    }
    if (begin < end) parts_->title = text_.Printed(begin, end);
  }

  // One or two short capitalised words: "Chem.", "Am. J".
  bool IsAbbreviated(TextRange r) const {
    const std::string_view words = text_.Words(r);
    if (words.empty() || !IsUpper(words[0]) || IsIn(words.back(), "?!")) return false;
    return WordCount(words) <= 2 && words.size() <= 14 && SmallWords(words) == 0;
  }

  static bool IsTitleWord(std::string_view words) {
    return words.size() >= 4 && words.find(' ') == std::string_view::npos &&
           !IsJournalWord(words) && IsLower(words.back());
  }

  bool ReadsLikeJournal(TextRange r) const {
    const std::string_view words = text_.Words(r);
    if (words.empty() || IsLower(words[0]) || WordCount(words) > 14) return false;
    return SmallWords(words) == 0 || WordCount(words) <= 4;
  }

  // The journal behind the last comma that one may follow; 0: none.
  std::size_t JournalAfterComma(TextRange r, bool only) const {
    const std::vector<TextRange> parts = text_.SplitAtCommas(r.begin, r.end);
    for (std::size_t k = parts.size(); k-- > 1;) {
      if (Lowered(text_.Words(parts[k])).starts_with("and ") && k > 1) continue;
      if (!ReadsLikeJournal(parts[k]) || SmallWords(text_.Words(parts[k])) > 0) return 0;
      if (only && WordCount(text_.Words({r.begin, parts[k].begin})) < 2) return 0;
      return parts[k].begin;
    }
    return 0;
  }

  // The last stretch between commas, if it reads like a journal; 0: none.
  std::size_t LastCommaPart(std::size_t begin, std::size_t end) const {
    const std::vector<TextRange> parts = text_.SplitAtCommas(begin, end);
    std::size_t k = parts.size() - 1;
    while (k > 1 &&
           (text_.Words(parts[k]).starts_with("and ") || text_.Words(parts[k]).starts_with("& ")))
      --k;
    if (k == 0 || !ReadsLikeJournal({parts[k].begin, end}) ||
        SmallWords(text_.Words(parts.back())) > 0)
      return 0;
    return parts[k].begin;
  }

  std::size_t SkipIn(std::size_t i) const {
    const bool in = i + 2 < text_.end() && IsIn(text_[i], "Ii") && text_[i + 1] == 'n' &&
                    IsIn(text_[i + 2], " :");
    return in ? i + 2 : i;
  }

  const EntryText& text_;
  EntryParts* parts_;
  std::size_t at_;  // where reading goes on
  bool front_year_;
  std::size_t year_at_ = 0;   // where a year in the tail begins
  bool comma_style_ = false;  // commas and not stops divide the fields
};

}  // namespace

void ReadBody(const EntryText& text, const EntryFront& front, EntryParts* parts) {
  BodyReader(text, front, parts).Run();
}

}  // namespace claimgraph
