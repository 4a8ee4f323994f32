#include "importers/extraction/locator_tokens.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/ascii.h"

namespace claimgraph {
namespace {

using namespace ascii;

struct Keyword {
  std::string_view word;
  LocatorKind kind;
};
// Sorted by word, for a binary search.
constexpr Keyword kKeywords[] = {
    {"apr", LocatorKind::kMonth},
    {"april", LocatorKind::kMonth},
    {"art", LocatorKind::kArticle},
    {"article", LocatorKind::kArticle},
    {"aug", LocatorKind::kMonth},
    {"august", LocatorKind::kMonth},
    {"autumn", LocatorKind::kMonth},
    {"bd", LocatorKind::kVolume},
    {"dec", LocatorKind::kMonth},
    {"december", LocatorKind::kMonth},
    {"fall", LocatorKind::kMonth},
    {"feb", LocatorKind::kMonth},
    {"february", LocatorKind::kMonth},
    {"heft", LocatorKind::kIssue},
    {"id", LocatorKind::kArticle},
    {"iss", LocatorKind::kIssue},
    {"issue", LocatorKind::kIssue},
    {"jan", LocatorKind::kMonth},
    {"january", LocatorKind::kMonth},
    {"jg", LocatorKind::kVolume},
    {"jul", LocatorKind::kMonth},
    {"july", LocatorKind::kMonth},
    {"jun", LocatorKind::kMonth},
    {"june", LocatorKind::kMonth},
    {"mar", LocatorKind::kMonth},
    {"march", LocatorKind::kMonth},
    {"may", LocatorKind::kMonth},
    {"n", LocatorKind::kIssue},
    {"no", LocatorKind::kIssue},
    {"nos", LocatorKind::kIssue},
    {"nov", LocatorKind::kMonth},
    {"november", LocatorKind::kMonth},
    {"nr", LocatorKind::kIssue},
    {"num", LocatorKind::kIssue},
    {"number", LocatorKind::kIssue},
    {"oct", LocatorKind::kMonth},
    {"october", LocatorKind::kMonth},
    {"p", LocatorKind::kPages},
    {"page", LocatorKind::kPages},
    {"pages", LocatorKind::kPages},
    {"part", LocatorKind::kSupplement},
    {"pg", LocatorKind::kPages},
    {"pgs", LocatorKind::kPages},
    {"pp", LocatorKind::kPages},
    {"pt", LocatorKind::kSupplement},
    {"s", LocatorKind::kPages},
    {"sep", LocatorKind::kMonth},
    {"sept", LocatorKind::kMonth},
    {"september", LocatorKind::kMonth},
    {"spec", LocatorKind::kSupplement},
    {"spring", LocatorKind::kMonth},
    {"summer", LocatorKind::kMonth},
    {"supp", LocatorKind::kSupplement},
    {"suppl", LocatorKind::kSupplement},
    {"supplement", LocatorKind::kSupplement},
    {"t", LocatorKind::kVolume},
    {"tome", LocatorKind::kVolume},
    {"v", LocatorKind::kVolume},
    {"vol", LocatorKind::kVolume},
    {"vols", LocatorKind::kVolume},
    {"volume", LocatorKind::kVolume},
    {"winter", LocatorKind::kMonth},
};
constexpr std::size_t kLongestKeyword = 10;

LocatorKind KindOfWord(std::string_view word) {
  if (word.size() > kLongestKeyword) return LocatorKind::kWord;
  char lower[kLongestKeyword];
  std::transform(word.begin(), word.end(), lower, Lower);
  const std::string_view key(lower, word.size());
  const Keyword* found =
      std::lower_bound(std::begin(kKeywords), std::end(kKeywords), key,
                       [](const Keyword& k, std::string_view w) { return k.word < w; });
  return found != std::end(kKeywords) && found->word == key ? found->kind : LocatorKind::kWord;
}

// The end of a number with at most two letters before it ("e89304", "CD004811",
// "S12") and at most two behind; `at` if there is none.
std::size_t NumberEnd(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t i = at;
  while (i < end && i < at + 2 && IsLetter(text[i])) ++i;
  const std::size_t digits = i;
  while (i < end && IsDigit(text[i])) ++i;
  if (i == digits) return at;
  const std::size_t letters = i;
  while (i < end && i < letters + 2 && IsLetter(text[i])) ++i;
  if (i < end && (IsLetter(text[i]) || (i > letters && IsDigit(text[i])))) {
    // "e7" in "521.e7" is read with its dot; "5HT3" is a word.
    return at;
  }
  return i;
}

class Tokens {
 public:
  Tokens(std::string_view text, std::size_t begin, std::size_t end) : text_(text), end_(end) {
    for (std::size_t i = begin; i < end;) {
      const std::size_t start = i;
      while (i < end && IsSpace(text[i])) ++i;
      if (i == end) break;
      LocatorToken token = Read(i);
      token.spaced = i > start;
      i = token.range.end;
      all_.push_back(token);
    }
    DropLoneKeywords();
  }
  std::vector<LocatorToken> Take() { return std::move(all_); }

 private:
  LocatorToken Read(std::size_t i) const {
    const std::size_t number = NumberEnd(text_, i, end_);
    if (number > i) return ReadRange(i, number);
    if (!IsLetter(text_[i])) return {LocatorKind::kSign, {i, i + 1}, text_[i]};
    std::size_t end = i;
    while (end < end_ && IsLetter(text_[end])) ++end;
    // "Reprod2011;26": a space was lost; "CYP2C19" is a word.
    const bool glued = end - i >= 4 && end < end_ && IsDigit(text_[end]) &&
                       Lower(text_[end - 1]) == text_[end - 1];
    if (!glued) {
      while (end < end_ && (IsLetter(text_[end]) || IsDigit(text_[end]))) ++end;
    }
    return {KindOfWord(text_.substr(i, end - i)), {i, end}};
  }

  // "25-31", "25 - 31", "e1-e10", "521.e1-521.e11".
  LocatorToken ReadRange(std::size_t begin, std::size_t end) const {
    end = PastPoint(end);
    std::size_t i = end;
    while (i < end_ && IsSpace(text_[i]) && i < end + 2) ++i;
    std::size_t dashes = i;
    while (dashes < end_ && text_[dashes] == '-' && dashes < i + 3) ++dashes;
    if (dashes == i) return {LocatorKind::kNumber, {begin, end}};
    i = dashes;
    while (i < end_ && IsSpace(text_[i]) && i < dashes + 8) ++i;  // a wrapped line may be indented
    const std::size_t last = NumberEnd(text_, i, end_);
    if (last == i) return {LocatorKind::kNumber, {begin, end}};
    return {LocatorKind::kRange, {begin, PastPoint(last)}};
  }

  // ".e11" behind a page number.
  std::size_t PastPoint(std::size_t end) const {
    if (end + 2 < end_ && text_[end] == '.' && Lower(text_[end + 1]) == 'e' &&
        IsDigit(text_[end + 2])) {
      return NumberEnd(text_, end + 1, end_);
    }
    return end;
  }

  // "No difference", "part of": keywords without a number are words.
  void DropLoneKeywords() {
    for (std::size_t i = all_.size(); i-- > 0;) {
      LocatorToken& token = all_[i];
      if (token.kind == LocatorKind::kNumber || token.kind == LocatorKind::kRange ||
          token.kind == LocatorKind::kSign || token.kind == LocatorKind::kWord) {
        continue;
      }
      std::size_t next = i + 1;
      while (next < all_.size() && next <= i + 2 && all_[next].kind == LocatorKind::kSign &&
             std::string_view(".:, )'").find(all_[next].sign) != std::string_view::npos) {
        ++next;
      }
      const bool number = next < all_.size() && all_[next].kind != LocatorKind::kWord &&
                          all_[next].kind != LocatorKind::kSign;
      const bool bracket =
          i > 0 && all_[i - 1].kind == LocatorKind::kSign && all_[i - 1].sign == '(';
      const bool closed = i + 1 < all_.size() && all_[i + 1].sign == ')';
      const bool date =
          token.kind == LocatorKind::kMonth && i > 0 && all_[i - 1].kind != LocatorKind::kWord;
      if (!number && !(bracket && closed) && !date) token.kind = LocatorKind::kWord;
    }
  }

  std::string_view text_;
  std::size_t end_;
  std::vector<LocatorToken> all_;
};

}  // namespace

std::vector<LocatorToken> CutLocator(std::string_view text, std::size_t begin, std::size_t end) {
  return Tokens(text, begin, end).Take();
}

}  // namespace claimgraph
