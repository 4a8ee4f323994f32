// How names are read:
//   The text is cut into words and signs.  A name is tried at each place where
//   one may begin, in the order of the header, and must be followed by a sign
//   that can follow a name; between names stand commas, semicolons, "&" or a
//   word for "and".  The list ends where no name can be read.
#include "importers/extraction/author_list.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/text/ascii.h"
#include "core/text/author_names.h"
#include "importers/extraction/given_names.h"
#include "importers/extraction/name_pieces.h"
#include "importers/extraction/name_words.h"

namespace claimgraph {
namespace {

using namespace ascii;

constexpr std::string_view kSuffixes[] = {"jr", "sr", "ii", "iii", "iv", "2nd", "3rd"};
constexpr std::string_view kEditors[] = {"ed", "eds", "editor", "editors", "hrsg", "dir"};

// Roles in brackets behind a name.
constexpr std::string_view kRoles[] = {"producer", "director", "trans", "writer",
                                       "author",   "narrator", "host"};

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [word](std::string_view w) { return EqualsFolded(word, w); });
}

struct Unit {
  PrintedName name{};
  std::size_t next = 0;  // the piece after it
  bool initials = false;
};

class Reader {
 public:
  explicit Reader(const Pieces& pieces) : p_(pieces) {}

  AuthorList Run() {
    AuthorList list;
    list.end = p_.At(0).begin;
    std::size_t i = ReadDash(&list);
    std::optional<Unit> first = ReadFirst(i);
    while (first) {
      list.names.push_back(first->name);
      list.initials = list.initials || first->initials;
      i = RoleEnd(first->next);
      list.end = p_.At(i - 1).end;
      if (const std::size_t after = EtAlEnd(p_, i); after != 0) {
        list.et_al = true;
        list.end = p_.At(after - 1).end;
        i = after;
        break;
      }
      const std::size_t next = Separator(i);
      if (next == i) break;
      if (const std::size_t after = EtAlEnd(p_, next); after != 0) {
        list.et_al = true;
        list.end = p_.At(after - 1).end;
        i = after;
        break;
      }
      first = ReadNext(next);
    }
    if (!list.names.empty()) ReadEditors(i, &list);
    return list;
  }

 private:
  // "---." stands for the author of the entry before.
  std::size_t ReadDash(AuthorList* list) {
    std::size_t i = 0;
    while (p_.IsSign(i, '-') || p_.IsSign(i, '_')) ++i;
    if (i < 1) return 0;
    while (p_.IsSign(i, '.') || p_.IsSign(i, ',')) ++i;
    list->end = p_.At(i - 1).end;
    return i;
  }

  // Past "(Producer)"; `i` if no role stands there.
  std::size_t RoleEnd(std::size_t i) const {
    if (!p_.IsSign(i, '(') || !p_.IsWord(i + 1) || !IsOneOf(p_.Text(i + 1), kRoles)) return i;
    i += p_.IsSign(i + 2, '.') ? 3 : 2;
    return p_.IsSign(i, ')') ? i + 1 : i;
  }

  // Signs and words between two names; `i` if a name cannot follow.
  std::size_t Separator(std::size_t i) const {
    const std::size_t start = i;
    if (p_.IsSign(i, ',') || p_.IsSign(i, ';') || p_.IsSign(i, '/')) ++i;
    const std::size_t comma = i;
    while (i > start && i < comma + 4 && p_.IsSign(i, '.')) ++i;  // "Moreno, A., ... Lind, B."
    if (IsAnd(p_, i)) ++i;
    return i == start ? start : i;
  }

  std::optional<Unit> ReadFirst(std::size_t i) {
    if (auto unit = FamilyCommaInitials(i)) return unit;
    if (auto unit = InitialsFamily(i)) return unit;
    if (auto unit = FamilyInitials(i)) {
      family_first_ = true;
      return unit;
    }
    if (auto unit = FamilyCommaGiven(i)) {
      given_first_ = true;
      return unit;
    }
    if (auto unit = FullNames(i)) return unit;
    return FamilyEtAl(i);
  }

  // "Moreno et al. (2004)"
  std::optional<Unit> FamilyEtAl(std::size_t i) const {
    const std::size_t family = FamilyEnd(i, 3);
    if (family == i || EtAlEnd(p_, family) == 0) return {};
    return Unit{{Range(i, family), {}}, family, false};
  }

  std::optional<Unit> ReadNext(std::size_t i) {
    if (auto unit = FamilyCommaInitials(i)) return unit;
    if (auto unit = InitialsFamily(i)) {
      if (BeginsJournal(unit->next)) return {};
      return unit;
    }
    if (auto unit = FamilyInitials(i)) return unit;
    if (family_first_ && IsNameWord(p_, i) && p_.IsSign(i + 1, ',') && FamilyInitials(i + 2)) {
      return Unit{{Range(i, i + 1), {}}, i + 1, false};  // a name without initials among others
    }
    if (given_first_ || full_names_) {
      if (auto unit = GivenFamily(i)) return unit;
      if (auto unit = FamilyCommaGiven(i)) return unit;
    }
    return {};
  }

  // "J. Therm. Phys. 88": stops behind two words in a row, or a number.
  bool BeginsJournal(std::size_t i) const {
    if (!p_.IsSign(i, '.') || !IsNameWord(p_, i + 1)) return false;
    const std::string_view word = p_.Text(i - 1);
    if (word.size() > 5 || !IsLower(word.back()) || p_.Text(i + 1).size() < 3) return false;
    return p_.IsSign(i + 2, '.') || p_.At(i + 2).kind == PieceKind::kNumber;
  }

  // One to four family words with particles; returns the piece after them.
  std::size_t FamilyEnd(std::size_t i, std::size_t most) const {
    std::size_t words = 0;
    const std::size_t start = i;
    for (; p_.IsWord(i) && words < most; ++i) {
      const std::string_view word = p_.Text(i);
      if (i > start && !p_.At(i).spaced) break;
      const bool small =
          i == start && word.size() <= 3 && IsLower(word[0]) && IsNameWord(p_, i + 1);
      const bool particle = IsNameParticle(word) || small || word == "St" || word == "Mc";
      if (particle && p_.IsSign(i + 1, '.') && word == "St") ++i;
      if (!particle && !IsNameWord(p_, i)) break;
      if (IsAnd(p_, i) && !IsUpper(word[0])) break;
      if (IsJournalWord(word)) break;
      if (!particle) ++words;
    }
    return words == 0 ? start : i;
  }

  // Initials with their full stops: "A. B.", "A.B.", "AB", "J.-P.".
  std::size_t InitialsEnd(std::size_t i) const {
    int count = 0;
    for (;;) {
      if (p_.IsSign(i, '-') && count > 0 && p_.IsWord(i + 1) && p_.Text(i + 1).size() == 1) {
        i += p_.IsSign(i + 2, '.') ? 3 : 2;  // "S.-i."
        continue;
      }
      if (!IsInitials(p_, i)) break;
      // "Y. S. RAO": behind a stop, capitals are a family name.
      if (count > 0 && p_.Text(i).size() > (p_.IsSign(i - 1, '.') ? 1 : 3)) break;
      ++i;
      ++count;
      if (p_.IsSign(i, '.')) ++i;
      if (count == 6) break;
      // "Lind AB. A title": the stop behind joined initials ends the list.
      if (p_.Text(i - 1) == "." && p_.Text(i - 2).size() > 1) break;
    }
    return i;
  }

  // Initials that end a name.  "Lind C. A title" has one initial, not two: the
  // last ones are given back until what follows can follow a name.
  std::size_t LastInitialsEnd(std::size_t i) const {
    std::size_t end = InitialsEnd(i);
    while (end > i && !EndsName(SuffixEnd(end)) && !p_.IsSign(end - 1, '.')) --end;
    return end;
  }

  // Also "Jr." and "III", and stray second full stops.
  std::size_t SuffixEnd(std::size_t i) const {
    const std::size_t comma = p_.IsSign(i, ',') ? i + 1 : i;
    if (p_.IsWord(comma) && IsOneOf(p_.Text(comma), kSuffixes)) {
      i = comma + 1;
      if (p_.IsSign(i, '.')) ++i;
    }
    return i;
  }

  // What may stand right behind a name.
  bool EndsName(std::size_t i) const {
    const Piece p = p_.At(i);
    if (p.kind == PieceKind::kEnd) return true;
    if (p.kind == PieceKind::kSign) {
      return std::string_view(",;:.&()[]\"/*").find(p_.Text(i)[0]) != std::string_view::npos;
    }
    if (p.kind == PieceKind::kNumber) return p.end - p.begin == 4;
    return IsAnd(p_, i) || IsOneOf(p_.Text(i), kEditors) || EqualsFolded(p_.Text(i), "et");
  }

  TextRange Range(std::size_t from, std::size_t to) const {
    return from < to ? TextRange{p_.At(from).begin, p_.At(to - 1).end} : TextRange{};
  }

  std::optional<Unit> FamilyCommaInitials(std::size_t i) const {
    const std::size_t family = FamilyEnd(i, 4);
    if (family == i || !p_.IsSign(family, ',')) return {};
    const std::size_t comma = SuffixEnd(family);  // "Lind, Jr., A. B."
    const std::size_t begin = comma > family && p_.IsSign(comma, ',') ? comma + 1 : family + 1;
    const std::size_t given = LastInitialsEnd(begin);
    if (given == begin || NamesFollow(given)) return {};
    const std::size_t next = SuffixEnd(given);
    return Unit{{Range(i, family), Range(begin, next)}, next, true};
  }

  // "Lind, J. David, et al.": a given name stands behind the initials.
  bool NamesFollow(std::size_t i) const {
    if (!IsNameWord(p_, i) || !p_.IsSign(i - 1, '.')) return false;
    const std::size_t next = p_.IsSign(i + 1, ',') ? i + 2 : i + 1;
    if (EtAlEnd(p_, i + 1) != 0 || (IsAnd(p_, next) && IsNameWord(p_, next + 1))) return true;
    return IsGivenName(p_.Text(i)) && EndsName(i + 1);
  }

  std::optional<Unit> FamilyInitials(std::size_t i) const {
    // The longest family that is followed by initials.
    std::size_t family = FamilyEnd(i, 4);
    while (family > i && !IsInitials(p_, family)) --family;
    if (family == i) family = ShorterFamily(i);
    if (family == i) return {};
    std::size_t given = LastInitialsEnd(family);
    if (given == family && EndsTightList(i, family)) given = family + 1;
    if (given == family || GivesGivenFirst(i, family, given)) return {};
    const std::size_t next = SuffixEnd(given);
    return Unit{{Range(i, family), Range(family, next)}, next, true};
  }

  // "Laura B. Moreno, ..." has the form of "Moreno B. Title, ..." up to here.
  bool GivesGivenFirst(std::size_t begin, std::size_t family, std::size_t given) const {
    if (family_first_ || family != begin + 1 || !p_.IsSign(given - 1, '.')) return false;
    if (p_.Text(given - 2).size() > 1) return false;
    const std::size_t end = FamilyEnd(given, 2);
    if (end == given || end > given + 2 || !EndsName(end)) return false;
    return IsGivenName(p_.Text(begin)) || p_.IsSign(end, ',');
  }

  // Where the stop behind a list was lost: "Lind AB, Moreno C Sleep in winter".
  bool EndsTightList(std::size_t begin, std::size_t family) const {
    if (!IsInitials(p_, family) || !p_.IsWord(family + 1)) return false;
    if (!IsUpper(p_.Text(family + 1)[0])) return false;
    if (family_first_) return true;
    const std::string_view next = p_.Text(family + 2);
    return family == begin + 1 && !IsLetteredWord(p_.Text(begin)) && !next.empty() &&
           (IsLower(next[0]) || IsUpper(next[0]));
  }

  // "LIND AB": FamilyEnd took the initials for a family word.
  std::size_t ShorterFamily(std::size_t i) const {
    const std::size_t all = FamilyEnd(i, 4);
    for (std::size_t k = all; k > i + 1; --k) {
      if (IsInitials(p_, k - 1) && IsNameWord(p_, k - 2)) return k - 1;
    }
    return i;
  }

  std::optional<Unit> InitialsFamily(std::size_t i) const {
    const std::size_t given = InitialsEnd(i);
    if (given == i) return {};
    const bool stop = p_.IsSign(given - 1, '.');
    const std::size_t family = FamilyEnd(given, 3);
    if (family == given || (!stop && !p_.At(given).spaced)) return {};
    const std::size_t next = SuffixEnd(family);
    if (!EndsName(next)) return {};
    // "AB Lind" without stops is as rare as "DNA Repair" is common.
    if (!stop && p_.Text(given - 1).size() > 2) return {};
    return Unit{{Range(given, family), Range(i, given)}, next, true};
  }

  // "Moreno, Ana B." and "Moreno, J. Ana"
  std::optional<Unit> FamilyCommaGiven(std::size_t i) const {
    const std::size_t family = FamilyEnd(i, 3);
    if (family == i || !p_.IsSign(family, ',')) return {};
    std::size_t given = family + 1;
    int words = 0;
    while (words < 4 && (IsNameWord(p_, given) || IsInitials(p_, given))) {
      ++given;
      ++words;
      if (p_.IsSign(given, '.') && IsInitials(p_, given - 1)) ++given;
    }
    if (given == family + 1 || words > 3) return {};
    const std::size_t next = SuffixEnd(given);
    if (!EndsName(next) || ReadsLikeOrganisation(Words(i, next))) return {};
    return Unit{{Range(i, family), Range(family + 1, next)}, next, false};
  }

  // "Ana B. Moreno", "Ana van der Lind"
  std::optional<Unit> GivenFamily(std::size_t i) const {
    if (!IsNameWord(p_, i)) return {};
    std::size_t given = i + 1;
    while (given < i + 4 && IsInitials(p_, given)) {
      ++given;
      if (p_.IsSign(given, '.')) ++given;
    }
    const std::size_t words = FamilyEnd(given, 3);
    if (words == given) return {};
    const std::size_t next = SuffixEnd(words);
    if (!EndsName(next)) return {};
    // All but the last word are given names, unless a particle begins the family.
    std::size_t family = given;
    while (family + 1 < words && !IsNameParticle(p_.Text(family))) ++family;
    return Unit{{Range(family, words), Range(i, family)}, next, false};
  }

  // A list that begins with a full name; see the header for when it counts.
  std::optional<Unit> FullNames(std::size_t i) {
    std::size_t at = i;
    int count = 0;
    std::optional<Unit> first;
    for (std::optional<Unit> unit = GivenFamily(at); unit; unit = GivenFamily(at)) {
      if (!first) first = unit;
      ++count;
      at = unit->next;
      if (ReadsLikeOrganisation(Words(i, at))) return {};
      const std::size_t next = Separator(at);
      if (next == at || count == 40) break;
      if (EtAlEnd(p_, at) != 0) {
        count += 2;
        break;
      }
      at = next;
    }
    if (!first) return {};
    const bool quote = p_.IsSign(at, '"') ||
                       ((p_.IsSign(at, ',') || p_.IsSign(at, '.')) && p_.IsSign(at + 1, '"')) ||
                       (at > 0 && p_.IsSign(at - 1, ',') && p_.IsSign(at, '"'));
    const bool year = p_.IsSign(at, '(') && p_.At(at + 1).kind == PieceKind::kNumber;
    const bool known = IsGivenName(p_.Text(i)) || !IsNameWord(p_, i + 1);
    if (count < 2 && !quote && !year && !known) return {};
    if (year && count < 2 && !known) return {};  // "Massage Today (2022)"
    full_names_ = true;
    return first;
  }

  std::string_view Words(std::size_t from, std::size_t to) const {
    const TextRange r = Range(from, to);
    return p_.Whole(r);
  }

  void ReadEditors(std::size_t i, AuthorList* list) const {
    if (p_.IsSign(i, ',') || p_.IsSign(i, '.')) ++i;
    const bool bracket = p_.IsSign(i, '(') || p_.IsSign(i, '[');
    if (bracket) ++i;
    if (!p_.IsWord(i) || !IsOneOf(p_.Text(i), kEditors)) return;
    list->editors = true;
    ++i;
    if (p_.IsSign(i, '.')) ++i;
    if (bracket && (p_.IsSign(i, ')') || p_.IsSign(i, ']'))) ++i;
    list->end = p_.At(i - 1).end;
  }

  const Pieces& p_;
  bool given_first_ = false;  // "Moreno, Ana, and ...": full names may follow
  bool full_names_ = false;
  bool family_first_ = false;  // "Moreno AB, ..." is the form of the first name
};

}  // namespace

AuthorList ReadAuthorList(std::string_view text, std::size_t begin, std::size_t end) {
  const Pieces pieces(text, begin, end);
  return Reader(pieces).Run();
}

}  // namespace claimgraph
