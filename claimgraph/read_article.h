// One article with its bibliographies, imported: what `check` and `import` share.
//
// Also how an article is recognised as the one that a store already has.
#ifndef CLAIMGRAPH_CLAIMGRAPH_READ_ARTICLE_H_
#define CLAIMGRAPH_CLAIMGRAPH_READ_ARTICLE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "claimgraph/bibliographies.h"
#include "core/document_graph.h"

namespace claimgraph {

// Part of every hash.  Raise it when reading, linking, appraising or a rule makes
// something else of the same bytes: stores then read their articles again.
inline constexpr std::uint64_t kMethodVersion = 0;

// Nothing of the result is stored yet.  Document::hash covers the bibliographies
// as well, so that an article whose .bib changed counts as changed.
DocumentGraph ReadArticle(std::string_view bytes, const std::string& path, const Beside& beside);

// What ReadArticle will call the document's hash, without reading it.
std::string ArticleHash(std::string_view bytes, const Beside& beside);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_READ_ARTICLE_H_
