// The words of a JATS article: its blocks, marks and links.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_JATS_TEXT_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_JATS_TEXT_H_

#include "core/document.h"
#include "importers/formats/jats_references.h"
#include "importers/formats/xml_tree.h"

namespace claimgraph {

// `article`: its element.
void ReadJatsText(const XmlTree& tree, XmlIndex article, const JatsReferences& references,
                  Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_JATS_TEXT_H_
