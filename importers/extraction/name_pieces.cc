#include "importers/extraction/name_pieces.h"

#include <algorithm>
#include <iterator>

#include "core/text/ascii.h"
#include "importers/extraction/name_words.h"

namespace claimgraph {
namespace {

using namespace ascii;

// Entries of physics collaborations name hundreds; a title is never this long.
constexpr std::size_t kMostPieces = 4000;

constexpr std::string_view kAnd[] = {"and", "et", "und", "y", "e", "en", "with"};

bool IsAndWord(std::string_view word) {
  return std::any_of(std::begin(kAnd), std::end(kAnd),
                     [word](std::string_view w) { return EqualsFolded(word, w); });
}

}  // namespace

Pieces::Pieces(std::string_view text, std::size_t begin, std::size_t end)
    : text_(text), begin_(begin) {
  for (std::size_t i = begin; i < end && pieces_.size() < kMostPieces;) {
    const std::size_t start = i;
    while (i < end && IsSpace(text[i])) ++i;
    if (i == end) break;
    Piece p{.kind = PieceKind::kSign, .begin = i, .end = i + 1, .spaced = i > start};
    if (IsLetter(text[i])) {
      p.kind = PieceKind::kWord;
      p.end = WordEnd(i, end);
    } else if (IsDigit(text[i])) {
      p.kind = PieceKind::kNumber;
      while (p.end < end && IsDigit(text[p.end])) ++p.end;
    }
    i = p.end;
    pieces_.push_back(p);
  }
}

// Letters, with hyphens and apostrophes between them: "Smith-Lee", "O'Brien".
std::size_t Pieces::WordEnd(std::size_t i, std::size_t end) const {
  while (i < end) {
    const bool joint =
        (text_[i] == '-' || text_[i] == '\'') && i + 1 < end && IsLetter(text_[i + 1]);
    if (!IsLetter(text_[i]) && !joint) break;
    ++i;
  }
  return i;
}

bool IsInitials(const Pieces& p, std::size_t i) {
  if (!p.IsWord(i)) return false;
  const std::string_view word = p.Text(i);
  const auto upper = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), IsUpper));
  const auto signs = static_cast<std::size_t>(std::count(word.begin(), word.end(), '-'));
  if (upper + signs == word.size()) return upper >= 1 && upper <= 4;
  if (word.size() == 3 && word[1] == '-' && IsUpper(word[0])) return true;  // "J-h"
  return word.size() <= 2 && IsUpper(word[0]) && p.IsSign(i + 1, '.') && !p.At(i + 1).spaced;
}

bool IsNameWord(const Pieces& p, std::size_t i) {
  if (!p.IsWord(i)) return false;
  const std::string_view word = p.Text(i);
  return word.size() >= 2 && (IsUpper(word[0]) || IsWide(word[0]) ||
                              (word.size() > 3 && word[1] == '\'' && IsUpper(word[2])));
}

bool IsAnd(const Pieces& p, std::size_t i) {
  if (p.IsSign(i, '&')) return true;
  if (!p.IsWord(i) || !IsAndWord(p.Text(i))) return false;
  return p.Text(i).size() > 2 || IsLower(p.Text(i)[0]);  // "E." and "Y." are initials
}

std::size_t EtAlEnd(const Pieces& p, std::size_t i) {
  if (p.IsSign(i, ',') || p.IsSign(i, '[') || p.IsSign(i, '(')) ++i;
  const std::size_t start = i;
  if (EqualsFolded(p.Text(i), "et") &&
      (EqualsFolded(p.Text(i + 1), "al") || EqualsFolded(p.Text(i + 1), "alii"))) {
    i += 2;
  } else if (IsAnd(p, i) &&
             (EqualsFolded(p.Text(i + 1), "others") || EqualsFolded(p.Text(i + 1), "colleagues"))) {
    i += 2;
  } else if (EqualsFolded(p.Text(i), "others") || EqualsFolded(p.Text(i), "etal")) {
    i += 1;
  }
  if (i == start) return 0;
  if (p.IsSign(i, '.')) ++i;
  return i;
}

}  // namespace claimgraph
