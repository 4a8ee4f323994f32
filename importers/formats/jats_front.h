// What a JATS article says of itself before its text begins.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_JATS_FRONT_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_JATS_FRONT_H_

#include "importers/formats/article.h"
#include "importers/formats/xml_tree.h"

namespace claimgraph {

// `article`: its element.
ArticleFront ReadJatsFront(const XmlTree& tree, XmlIndex article);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_JATS_FRONT_H_
