// What an entry begins with: names or an organisation, and a year behind them.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_FRONT_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_FRONT_H_

#include <cstddef>

#include "importers/extraction/entry_text.h"
#include "importers/extraction/reference_parser.h"

namespace claimgraph {

struct EntryFront {
  std::size_t end = 0;  // where the rest of the entry begins
  bool year = false;    // a year, "n.d." or "in press" stood behind the names
};

// Fills names, authors, et_al, editors and, if it stands here, the year.
EntryFront ReadFront(const EntryText& text, EntryParts* parts);

// Takes the year whose four digits are at text[at], with its letter.
void TakeYear(const EntryText& text, std::size_t at, EntryParts* parts);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_FRONT_H_
