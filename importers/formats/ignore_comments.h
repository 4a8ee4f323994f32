// `<!-- claimgraph-ignore RULE: reason -->`, in every format.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_IGNORE_COMMENTS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_IGNORE_COMMENTS_H_

#include <string_view>
#include <vector>

#include "core/document.h"

namespace claimgraph {

// In order; IgnoreComment::at is left 0.
std::vector<IgnoreComment> FindIgnoreComments(std::string_view text);

// Gives `document`, which was read from `text` and whose map leads there, its
// comments: one that stands behind words on their line belongs to their block,
// another to what follows.  A comment that lacks its rule or its reason gets a
// diagnostic.
void PlaceIgnoreComments(std::string_view text, std::vector<IgnoreComment> comments,
                         Document* document);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_IGNORE_COMMENTS_H_
