// The names that a bibliography entry begins with.
//
// Reads the five ways in which names are printed, also mixed in one list:
//   Moreno, A. B., & Lind, C.        family, comma, initials
//   Moreno AB, Lind C, et al.        family, initials
//   A. B. Moreno and C. Lind         initials, family
//   Moreno, Ana, and Clara Lind.     family, comma, given names
//   Ana Moreno, Clara Lind           given names, family
// Works on text without accents and typographic characters (Unaccented), whose
// bytes the offsets below index.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_AUTHOR_LIST_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_AUTHOR_LIST_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace claimgraph {

struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin >= end; }
};

struct PrintedName {
  TextRange family{};
  TextRange given{};
};

struct AuthorList {
  std::vector<PrintedName> names{};
  bool et_al = false;
  bool editors = false;   // "(Eds.)" or "editors" stands behind the names
  bool initials = false;  // some name has initials: surely a list of people
  std::size_t end = 0;    // after the last name, "et al." or "(Eds.)"
};

// The names at the beginning of text[begin, end).  No names: the list is empty.
// Full names without initials ("Ana Moreno") count only where the text behind
// them could not be a title's end: a quotation mark, a year, or more names.
// Reads each word at most a few times.
AuthorList ReadAuthorList(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_AUTHOR_LIST_H_
