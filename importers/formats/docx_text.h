// The words of a DOCX file as a page of HTML, which html.h can read: Word knows no
// lists and no nesting of them, only paragraphs that say which item they are.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_TEXT_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_TEXT_H_

#include <string>
#include <string_view>
#include <unordered_map>

#include "importers/formats/docx_sources.h"
#include "importers/formats/xml_tree.h"

namespace claimgraph {

// A part with text, and where its links lead, by relationship.
struct DocxPart {
  const XmlTree& tree;
  std::unordered_map<std::string, std::string> addresses{};

  DocxPart(const XmlTree& part, const XmlTree& relationships);
};

// What styles.xml and numbering.xml say of paragraphs.
struct DocxStyles {
  struct Style {
    int heading = 0;  // level, from 1; 0: none
    bool quote = false;
    bool caption = false;
    std::string list{};  // the numbering that its paragraphs have
    std::string base{};  // the style that it goes on from
  };
  std::unordered_map<std::string, Style> styles{};  // by id
  std::unordered_map<std::string, bool> ordered{};  // by "numbering:level"

  void ReadStyles(const XmlTree& tree);
  void ReadNumbering(const XmlTree& tree);
  // With what it goes on from.
  Style Find(std::string_view id) const;
};

// The body of `document` and, behind it, the notes that it refers to.
std::string DocxAsHtml(const DocxPart& document, const DocxPart& footnotes,
                       const DocxPart& endnotes, const DocxStyles& styles, DocxSources* sources);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_DOCX_TEXT_H_
