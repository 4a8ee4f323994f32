// BibTeX and BibLaTeX: a bibliography beside a draft.
//
// Reads entries as a reader of the printed list would see them: LaTeX accents
// and dashes decoded, protective braces removed, @string expanded, names split
// into family and given ("von" parts with the family).  A bad entry is
// reported with its line and skipped; the rest is read.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_BIBTEX_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_BIBTEX_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/reference.h"

namespace claimgraph {

struct BibFile {
  std::string file{};                    // as given
  std::vector<Reference> references{};   // span, key, fields; origin kBibFile; no ids
  std::vector<Diagnostic> diagnostics{};
};

BibFile ReadBibtex(std::string_view bytes, std::string_view file);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_BIBTEX_H_
