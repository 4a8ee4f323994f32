// For claims that nothing supports: the studies in a store that bear on them.
//
// A check of the drafts says which claims are uncited or unsupported; the store's
// records, and those given with the drafts, are searched for each of them.  That
// nothing is there is an answer; what no record says is not added.
#ifndef CLAIMGRAPH_CLAIMGRAPH_SUGGEST_H_
#define CLAIMGRAPH_CLAIMGRAPH_SUGGEST_H_

#include <cstddef>
#include <vector>

#include "claimgraph/input.h"
#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/reports/suggestions.h"

namespace claimgraph {

struct SuggestOptions {
  std::size_t limit = 5;     // studies for each thing that a claim says
  std::string vocabulary{};  // as of CheckOptions
};

// `inputs` as of Check; `base` may be null.  Fails as Check does.
[[nodiscard]] Result<Suggestions> Suggest(std::vector<Input> inputs, const SuggestOptions& options,
                                          const GraphReader* base = nullptr);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_SUGGEST_H_
