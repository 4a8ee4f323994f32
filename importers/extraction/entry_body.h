// What an entry says between its names and its end: title, container, locator
// and publisher.
#ifndef CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_BODY_H_
#define CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_BODY_H_

#include "importers/extraction/entry_front.h"
#include "importers/extraction/entry_text.h"
#include "importers/extraction/reference_parser.h"

namespace claimgraph {

// Fills all that ReadFront left empty.
void ReadBody(const EntryText& text, const EntryFront& front, EntryParts* parts);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_EXTRACTION_ENTRY_BODY_H_
