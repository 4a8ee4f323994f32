// HTML character references: `&amp;`, `&#8217;`, `&#x2019;`.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_HTML_ENTITIES_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_HTML_ENTITIES_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace claimgraph {

// The length of the reference at text[i], which is '&', and its characters in
// `*decoded`.  0 where there is none: the '&' then stands for itself.
std::size_t ReadEntity(std::string_view text, std::size_t i, std::string* decoded);

// `text` with every reference decoded.
std::string DecodeEntities(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_HTML_ENTITIES_H_
