// Where a bibliography entry says in which volume, issue and pages its work
// stands: "130(1), 3-18", "2007;212: 475-490", "vol. 35, no. 4, pp. 355-364",
// "104.4 (2013): 591", "88, 3021 (1966)", "9(2): e89304".
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_LOCATOR_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_LOCATOR_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "importers/extraction/author_list.h"

namespace claimgraph {

struct Locator {
  TextRange whole{};
  TextRange volume{};
  TextRange issue{};
  TextRange pages{};
  TextRange year{};  // a year among the numbers; four digits
  int score = 0;     // how much it looks like one; 2 or more is sure
};

// The best locator in text[begin, end), the later one of equals; none if there
// are no numbers that could be one.  `year` is the entry's year where it stood
// elsewhere, else 0.  `text` as Unaccented gives it.  Linear.
std::optional<Locator> FindLocator(std::string_view text, std::size_t begin, std::size_t end,
                                   int year);

// Four digits that can be a year of publication, at text[at]; else 0.
int YearAt(std::string_view text, std::size_t at);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_LOCATOR_H_
