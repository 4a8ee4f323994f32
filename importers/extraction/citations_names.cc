// How a group of names is read:
//   1. the window before the year becomes words, commas, "and"s and stops;
//   2. from the last word backwards: "et al.", then names with "," and "and"
//      between them, until something that is no name;
//   3. a capitalised run of several words ("Recently Smith", "World Health
//      Organization") loses the words that open a sentence, and shrinks to the
//      longest part that the reference list knows, if it knows any;
//   4. "Department of Health and Human Services" reads as two names; a word of
//      the corporate kind joins them again.

#include "importers/extraction/citations_names.h"

#include <algorithm>

#include "core/text/author_names.h"
#include "core/text/normalize.h"
#include "importers/extraction/citations_chars.h"
#include "importers/extraction/citations_words.h"

namespace claimgraph {
namespace {

constexpr std::uint32_t kWindow = 500;

enum class Piece { kWord, kComma, kAnd, kStop };

struct NameToken {
  Piece piece = Piece::kStop;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without a possessive "'s"
  bool upper = false;     // begins with a capital, or is like "al-Rashid"
  bool initials = false;  // "J.", "J.M.", "JM"
  bool capitals = false;  // no small letter in it
  bool digit = false;
  std::string folded{};  // words of letters only
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::uint32_t begin, std::uint32_t end)
      : text_(text.substr(0, end)), at_(begin) {}

  std::vector<NameToken> Run() {
    std::vector<NameToken> tokens;
    while (at_ < text_.size()) {
      const Char c = CharAt(text_, at_);
      if (IsSpace(c.code)) {
        at_ += c.size;
      } else if (IsLetter(c.code) || IsDigit(c.code)) {
        tokens.push_back(Word());
      } else {
        tokens.push_back({c.code == ','   ? Piece::kComma
                          : c.code == '&' ? Piece::kAnd
                                          : Piece::kStop,
                          at_, at_ + c.size});
        at_ += c.size;
      }
    }
    return tokens;
  }

 private:
  // Letters and digits, with apostrophes, hyphens and full stops between letters.
  NameToken Word() {
    NameToken t{Piece::kWord, at_, at_};
    std::uint32_t letters = 0, small = 0, dots = 0;
    bool after_joint = true;
    while (at_ < text_.size()) {
      const Char c = CharAt(text_, at_);
      if (IsLetter(c.code)) {
        const bool upper = IsUpper(c.code);
        ++letters;
        small += !upper;
        if (upper && after_joint) t.upper = true;
        after_joint = false;
      } else if (IsDigit(c.code)) {
        t.digit = true;
        after_joint = false;
      } else if ((IsApostrophe(c.code) || IsHyphen(c.code) || c.code == '.') &&
                 LetterAt(at_ + c.size)) {
        if (IsApostrophe(c.code) && Possessive(at_ + c.size)) break;
        dots += c.code == '.';
        after_joint = true;
      } else if (c.code != 0xAD && !(c.code >= 0x300 && c.code < 0x370)) {  // soft hyphen, accents
        break;
      }
      at_ += c.size;
    }
    t.end = at_;
    t.capitals = small == 0;
    t.initials = !t.digit && t.capitals && (letters <= 2 || (dots > 0 && letters <= 4));
    t.folded = Fold(text_.substr(t.begin, t.end - t.begin));
    if (t.folded == "and" || t.folded == "und" || t.folded == "et") t.piece = Piece::kAnd;
    const Char next = CharAt(text_, at_);
    if (IsApostrophe(next.code)) {  // "Smith's", "Jones'"
      at_ += next.size + (CharAt(text_, at_ + next.size).code == 's' ? 1 : 0);
    } else if (next.code == '.' && (letters <= 2 || dots > 0 || IsAbbreviation(t.folded))) {
      at_ += 1;
      t.end = at_;
    }
    return t;
  }

  static bool IsAbbreviation(std::string_view folded) {
    return folded == "inc" || folded == "dept" || folded == "univ" || folded == "prof" ||
           folded == "ltd" || folded == "corp" || folded == "natl";
  }
  bool LetterAt(std::uint32_t at) const { return IsLetter(CharAt(text_, at).code); }
  bool Possessive(std::uint32_t at) const { return text_[at] == 's' && !LetterAt(at + 1); }

  std::string_view text_;
  std::uint32_t at_;
};

// Small words inside a corporate name.
bool IsConnector(const NameToken& t) {
  return !t.upper && (t.folded == "of" || t.folded == "for" || t.folded == "on" ||
                      t.folded == "the" || t.folded == "in" || t.folded == "to");
}

class Reader {
 public:
  Reader(std::string_view text, std::vector<NameToken> tokens, const KnownAuthors& known,
         NamePlace place)
      : text_(text),
        tokens_(std::move(tokens)),
        known_(known),
        place_(place),
        at_(static_cast<int>(tokens_.size()) - 1) {}

  std::optional<NameGroup> Read() {
    while (at_ >= 0 && (Is(at_, Piece::kComma) || IsColon(at_))) {
      group_.comma = true;
      --at_;
    }
    SkipShortName();
    if (at_ < 0) return std::nullopt;
    group_.end = tokens_[at_].end;
    ReadEtAl();
    if (!ReadNames()) return std::nullopt;
    JoinCorporate();
    group_.leading = OnlyPrefixesBefore();
    for (const auto& [first, last] : runs_) group_.authors.emplace_back(Text(first, last));
    std::reverse(group_.authors.begin(), group_.authors.end());
    if (!short_name_.empty()) group_.authors.back().append(" ").append(short_name_);
    return group_;
  }

 private:
  bool Is(int i, Piece piece) const { return i >= 0 && tokens_[i].piece == piece; }
  bool IsColon(int i) const { return Is(i, Piece::kStop) && text_[tokens_[i].begin] == ':'; }
  bool IsWord(int i, std::string_view folded) const {
    return Is(i, Piece::kWord) && tokens_[i].folded == folded;
  }
  std::string_view Text(int first, int last) const {
    const std::uint32_t begin = tokens_[first].begin;
    return text_.substr(begin, tokens_[last].end - begin);
  }

  // "World Health Organization [WHO]" and "... (WHO)": the short name is kept
  // with the long one, for lists print either.
  void SkipShortName() {
    if (at_ < 3 || !Is(at_, Piece::kStop) || !Is(at_ - 2, Piece::kStop) ||
        !Is(at_ - 1, Piece::kWord))
      return;
    const char close = text_[tokens_[at_].begin], open = text_[tokens_[at_ - 2].begin];
    const bool brackets = (close == ']' && open == '[') || (close == ')' && open == '(');
    if (!brackets || !tokens_[at_ - 1].upper) return;
    short_name_ = text_.substr(tokens_[at_ - 2].begin, tokens_[at_].end - tokens_[at_ - 2].begin);
    at_ -= 3;
  }

  void ReadEtAl() {
    if (at_ < 1) return;
    const std::string_view last = tokens_[at_].folded;
    const bool et_al =
        (last == "al" || last == "al.") && tokens_[at_ - 1].folded.substr(0, 2) == "et";
    const bool others = (last == "colleagues" || last == "coworkers" || last == "co-workers" ||
                         last == "others" || last == "collaborators" || last == "associates") &&
                        Is(at_ - 1, Piece::kAnd);
    if (!et_al && !others) return;
    group_.et_al = true;
    at_ -= 2;
    while (Is(at_, Piece::kComma)) --at_;
  }

  bool ReadNames() {
    bool conjunction = false;
    for (int count = 0; count < 40; ++count) {
      const int before = at_;
      SkipTrailingInitials();
      const std::optional<std::pair<int, int>> run = ReadRun();
      if (!run) {
        at_ = before;
        break;
      }
      // "In Norway, Brandt and Thorsen (2015)": the sentence's own beginning.
      const bool opening = cut_ && !runs_.empty() && place_ == NamePlace::kNarrative;
      if (opening && !known_.HasFirst(Text(run->first, run->second))) break;
      runs_.push_back(*run);
      at_ = run->first - 1;
      group_.begin = tokens_[run->first].begin;
      while (Is(at_, Piece::kWord) && tokens_[at_].initials && Adjacent(at_))
        group_.begin = tokens_[at_--].begin;
      names_end_ = at_;
      if (cut_) break;
      bool comma = false, joined = false;
      while (Is(at_, Piece::kComma) || Is(at_, Piece::kAnd)) {
        comma |= Is(at_, Piece::kComma);
        joined |= Is(at_, Piece::kAnd);
        --at_;
      }
      if (!comma && !joined) break;
      // A bare comma between names asks for an "and" or "et al." after them.
      if (!joined && !conjunction && !group_.et_al) break;
      conjunction |= joined;
    }
    if (runs_.empty()) return false;
    group_.joined = conjunction && runs_.size() > 1;
    at_ = names_end_;
    return true;
  }

  // "Moore, T. M." and "Moore TM": the initials after a family name.
  void SkipTrailingInitials() {
    int i = at_;
    if (IsWord(i, "jr") || IsWord(i, "jr.") || IsWord(i, "sr.") || IsWord(i, "iii")) {
      --i;
      if (Is(i, Piece::kComma)) --i;
      at_ = i;
    }
    while (Is(i, Piece::kWord) && tokens_[i].initials) --i;
    if (i == at_ || i < 0) return;
    if (Is(i, Piece::kComma)) --i;
    if (Is(i, Piece::kWord) && tokens_[i].upper && !tokens_[i].capitals) at_ = i;
  }

  // No punctuation between the word at i and the one after it: words hold their
  // own full stops, so neighbours in the list are neighbours in the text.
  bool Adjacent(int i) const { return i >= 0 && i + 1 < static_cast<int>(tokens_.size()); }

  bool CapitalWord(int i) const {
    return Is(i, Piece::kWord) && tokens_[i].upper && !tokens_[i].digit;
  }

  // One name that ends at at_: its first and last token.
  std::optional<std::pair<int, int>> ReadRun() {
    cut_ = false;
    const int last = at_;
    if (!CapitalWord(last)) return std::nullopt;
    int first = last;
    for (int i = last - 1; i >= 0; --i) {
      if (CapitalWord(i) ||
          (Is(i, Piece::kWord) && !tokens_[i].upper && IsNameParticle(tokens_[i].folded))) {
        first = i;
      } else if (Is(i, Piece::kWord) && IsConnector(tokens_[i]) && i > 0 &&
                 (CapitalWord(i - 1) || (IsConnector(tokens_[i - 1]) && CapitalWord(i - 2)))) {
        continue;
      } else {
        break;
      }
    }
    return Shrink(first, last);
  }

  std::optional<std::pair<int, int>> Shrink(int first, int last) {
    for (int i = first; i <= last; ++i) {
      if (tokens_[i].initials && i > first && i < last) continue;
      if (!known_.HasFirst(Text(i, last))) continue;
      cut_ = i > first && !OnlyGivenNames(first, i);
      return std::pair{i, last};
    }
    int begin = first;
    for (int i = first; i <= last; ++i) {
      const bool opens =
          IsNeverName(tokens_[i].folded) && !(i > first && AnyCorporate(first, last));
      if (opens || (i == begin && IsConnector(tokens_[i]))) begin = i + 1;
    }
    if (begin > last) return std::nullopt;
    if (!AnyCorporate(begin, last)) {  // "Theory of Mind Smith": a connector ends a person's name
      for (int i = begin; i < last; ++i) {
        if (IsConnector(tokens_[i])) begin = i + 1;
      }
    }
    const NameToken& t = tokens_[last];
    const bool letter =
        t.end - t.begin < 2 || (begin == last && t.initials && text_[t.end - 1] == '.');
    if (letter) return std::nullopt;
    cut_ = begin > first;
    return std::pair{begin, last};
  }

  bool OnlyGivenNames(int first, int last) const {
    for (int i = first; i < last; ++i) {
      if (!tokens_[i].initials && IsNeverName(tokens_[i].folded)) return false;
    }
    return true;
  }

  bool AnyCorporate(int first, int last) const {
    for (int i = first; i <= last; ++i) {
      if (IsCorporateWord(tokens_[i].folded)) return true;
    }
    return false;
  }

  // "Department of Health and Human Services" was read as two names.
  void JoinCorporate() {
    bool any = false;
    for (const auto& [first, last] : runs_) any |= AnyCorporate(first, last);
    if (!any) return;
    group_.corporate = true;
    if (runs_.size() < 2) return;
    const bool known_alone = known_.HasFirst(Text(runs_.back().first, runs_.back().second));
    if (known_alone) return;
    runs_ = {{runs_.back().first, runs_.front().second}};
    group_.joined = false;
  }

  bool OnlyPrefixesBefore() const {
    if (place_ == NamePlace::kNarrative) return false;
    for (int i = at_; i >= 0; --i) {
      if (tokens_[i].piece == Piece::kWord && !IsCitationPrefix(WithoutDot(tokens_[i].folded)))
        return false;
    }
    return true;
  }
  static std::string_view WithoutDot(std::string_view word) {
    return word.substr(0, word.ends_with('.') ? word.size() - 1 : word.size());
  }

  std::string_view text_;
  std::vector<NameToken> tokens_;
  const KnownAuthors& known_;
  NamePlace place_;
  int at_;
  int names_end_ = -1;
  std::string_view short_name_{};
  bool cut_ = false;  // the last run lost words at its front: nothing before it is a name
  NameGroup group_{};
  std::vector<std::pair<int, int>> runs_{};  // last name first
};

// A window may begin inside a character or a word; neither is a name.
std::uint32_t WindowBegin(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (end - begin <= kWindow) return begin;
  std::uint32_t at = end - kWindow;
  while (at < end && text[at] != ' ') ++at;
  return at;
}

}  // namespace

std::optional<NameGroup> ReadNamesBefore(std::string_view text, std::uint32_t begin,
                                         std::uint32_t end, const KnownAuthors& known,
                                         NamePlace place) {
  begin = WindowBegin(text, begin, end);
  return Reader(text, Tokenizer(text, begin, end).Run(), known, place).Read();
}

}  // namespace claimgraph
