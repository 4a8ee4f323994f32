// The reference list of a JATS article: each <ref> with what its elements say.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_JATS_REFERENCES_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_JATS_REFERENCES_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/reference.h"
#include "importers/formats/xml_tree.h"

namespace claimgraph {

struct JatsReferences {
  std::vector<Reference> references{};  // key: the id of the <ref>; spans in the XML's text
  // From every id that an <xref> may name (of <ref>, or of the citation in it) to the key.
  std::unordered_map<std::string, std::string> keys{};
};

// `article`: its element.
JatsReferences ReadJatsReferences(const XmlTree& tree, XmlIndex article);

// The people and bodies that stand in `element` as authors; `*et_al` where it says so.
std::vector<Author> ReadJatsNames(const XmlTree& tree, XmlIndex element, bool* et_al);

// "25-31" from <fpage> and <lpage>, or an <elocation-id>; of children of `element`.
std::string ReadJatsPages(const XmlTree& tree, XmlIndex element);

// The words of the first `name` below `element`, or empty.
std::string ReadJatsField(const XmlTree& tree, XmlIndex element, std::string_view name);

// The first four digits that may be a year; 0: none.
int ReadJatsYear(std::string_view words);

// Sets the identifier that <pub-id> or <article-id> of this type states.
void TakeJatsIdentifier(std::string_view type, std::string_view words, Reference* reference);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_JATS_REFERENCES_H_
