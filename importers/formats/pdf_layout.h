// From words with places on pages to paragraphs, headings and entries.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_PDF_LAYOUT_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_PDF_LAYOUT_H_

#include <string>
#include <vector>

#include "core/document.h"

namespace claimgraph {

// Coordinates in points; y grows downwards.
struct PdfWord {
  std::string text{};  // UTF-8
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;  // of its type
  bool bold = false;
  bool space_after = true;
};

// The words of a page in reading order, column by column.
struct PdfPage {
  double height = 0;
  std::vector<PdfWord> words{};
};

// Fills the text, map, blocks and marks of `document`.
void LayOutPdf(const std::vector<PdfPage>& pages, Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_PDF_LAYOUT_H_
