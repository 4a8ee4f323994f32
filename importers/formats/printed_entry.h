// An entry as a reference list would print it, for sources that are given as fields.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_PRINTED_ENTRY_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_PRINTED_ENTRY_H_

#include <string>

#include "core/reference.h"

namespace claimgraph {

// "Cole AB, Pell C. Naps. J Naps. 2011;4(2):10-19. doi:10.1/x."; at most twelve authors.
std::string PrintedEntry(const Reference& reference);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_PRINTED_ENTRY_H_
