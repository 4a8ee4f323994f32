// Names as BibTeX writes them: "Family, Given and Given van Family and others".
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_BIB_NAMES_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_BIB_NAMES_H_

#include <string_view>
#include <vector>

#include "core/reference.h"

namespace claimgraph {

struct BibNames {
  std::vector<Author> authors{};
  bool et_al = false;  // the list ends in "and others"
  bool operator==(const BibNames&) const = default;
};

// `field` is raw LaTeX.  "von" parts go with the family name, "Jr." with the
// given one; a name in braces is an organisation's and is kept whole.
BibNames ReadBibNames(std::string_view field);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_BIB_NAMES_H_
