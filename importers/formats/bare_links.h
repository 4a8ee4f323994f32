// Addresses that stand in the text as they are: https://..., www....
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_BARE_LINKS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_BARE_LINKS_H_

#include "core/document.h"

namespace claimgraph {

// Adds a Link for every bare address that is not inside one, in order.
void AddBareLinks(Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_BARE_LINKS_H_
