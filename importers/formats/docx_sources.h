// The sources that a word processor's file carries: Word's own list, and the CSL
// records that Zotero and Mendeley put into each citation's field.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_SOURCES_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_SOURCES_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/reference.h"
#include "importers/formats/xml_tree.h"

namespace claimgraph {

class DocxSources {
 public:
  // Adds the b:Source elements of a customXml part.
  void AddWordSources(const XmlTree& tree);

  // The keys that a field's instruction cites, with spaces between, and its records as
  // sources; empty for other fields:
  //   CITATION Cole11 \l 1033 \m Pell99
  //   ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [...]}
  std::string Cited(std::string_view instruction);

  std::vector<Reference> Take() { return std::move(sources_); }

 private:
  std::string CitedRecords(std::string_view json);
  void Add(Reference source);

  std::vector<Reference> sources_;
  std::unordered_map<std::string, std::size_t> places_;  // by key
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_SOURCES_H_
