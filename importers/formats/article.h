// A Document, and what the markup of its format says besides the text.
//
// HTML and Markdown say nothing more.  A list of claims says what each rests on.  JATS
// marks up the entries of the reference list and describes the article itself; a word
// processor's file may hold the records of the sources that it cites.  Citations in the
// text lead to those References by Links whose target is "#" and the key, or keys with
// spaces between.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_ARTICLE_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_ARTICLE_H_

#include <string>
#include <utility>
#include <vector>

#include "core/document.h"
#include "core/record.h"
#include "core/reference.h"

namespace claimgraph {

// What the article says of itself; the parts mean what they mean in RecordEntry
// (importers/records/record_entry.h).
struct ArticleFront {
  Reference printed{};  // title, authors, year, container, volume, pages, identifiers
  std::vector<std::pair<std::string, std::string>> abstract{};  // label and text of each part
  Record record{};  // publication_types, headings, notices, kRegistry
  std::vector<std::string> keywords{};
  std::string license{};  // its address, or its words
  // An article that retracts or corrects others: their names, "doi:10.1/x".
  std::vector<std::pair<Standing, std::string>> announces{};
};

struct Article {
  Document document{};
  std::vector<Reference> references{};  // with keys; kList, or kBibFile without a file
  ArticleFront front{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_ARTICLE_H_
