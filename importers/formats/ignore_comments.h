// `<!-- claimgraph-ignore RULE: reason -->`, in every format.
#ifndef CLAIMGRAPH_IMPORTERS_FORMATS_IGNORE_COMMENTS_H_
#define CLAIMGRAPH_IMPORTERS_FORMATS_IGNORE_COMMENTS_H_

#include <string_view>
#include <vector>

#include "core/document.h"

namespace claimgraph {

// In order; IgnoreComment::at is left 0.  A comment without a rule means all.
std::vector<IgnoreComment> FindIgnoreComments(std::string_view text);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_FORMATS_IGNORE_COMMENTS_H_
