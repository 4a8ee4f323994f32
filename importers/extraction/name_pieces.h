// The beginning of an entry, cut into words, numbers and signs, and what each
// piece can be in a list of names.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_NAME_PIECES_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_NAME_PIECES_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "importers/extraction/author_list.h"

namespace claimgraph {

enum class PieceKind { kWord, kNumber, kSign, kEnd };

struct Piece {
  PieceKind kind = PieceKind::kEnd;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool spaced = false;  // white space before it
};

// Any position may be asked for; past the last piece everything is kEnd.
class Pieces {
 public:
  Pieces(std::string_view text, std::size_t begin, std::size_t end);

  Piece At(std::size_t i) const {
    return i < pieces_.size() ? pieces_[i] : Piece{.begin = End(), .end = End()};
  }
  std::string_view Text(std::size_t i) const {
    const Piece p = At(i);
    return text_.substr(p.begin, p.end - p.begin);
  }
  bool IsSign(std::size_t i, char sign) const {
    return At(i).kind == PieceKind::kSign && text_[At(i).begin] == sign;
  }
  bool IsWord(std::size_t i) const { return At(i).kind == PieceKind::kWord; }
  std::string_view Whole(TextRange r) const { return text_.substr(r.begin, r.end - r.begin); }
  std::size_t size() const { return pieces_.size(); }
  std::size_t End() const { return pieces_.empty() ? begin_ : pieces_.back().end; }

 private:
  std::size_t WordEnd(std::size_t i, std::size_t end) const;

  std::string_view text_;
  std::size_t begin_;
  std::vector<Piece> pieces_;
};

// "A", "AB", "J-P", and "Md" or "Yu" where a full stop follows.
bool IsInitials(const Pieces& p, std::size_t i);

// A word that a family or given name can have.
bool IsNameWord(const Pieces& p, std::size_t i);

// "&", "and", "et", "und", ...
bool IsAnd(const Pieces& p, std::size_t i);

// The piece behind "et al.", "and others" or "and colleagues", where one of
// them stands at `i`, perhaps after a comma; else 0.
std::size_t EtAlEnd(const Pieces& p, std::size_t i);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_NAME_PIECES_H_
