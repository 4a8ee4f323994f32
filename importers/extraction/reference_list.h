// Where the bibliographies of a document are, and where each entry begins.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_LIST_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_LIST_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/document.h"

namespace claimgraph {

struct FoundEntry {
  TextSpan span{};
  int number = 0;  // of the ordered list that it stands in; 0: none
  bool footnote = false;
  std::string label{};  // of the footnote
};

struct FoundLists {
  std::vector<FoundEntry> entries{};  // in order
  std::vector<TextSpan> areas{};      // headings included; in order, not overlapping
};

// Lists with a heading; where there is none, the last run of blocks that look
// like entries; and footnotes that hold a source.  Linear in the document.
FoundLists FindReferenceLists(const Document& document);

// The footnotes alone, for a document whose list is known.
FoundLists FindNotesOnly(const Document& document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_REFERENCE_LIST_H_
