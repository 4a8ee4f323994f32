// From articles and their bibliographies to a report.
//
// A check is an import that is not kept: the drafts are laid over a store, or
// over nothing, and the rules judge them there.
#ifndef CLAIMGRAPH_CLAIMGRAPH_CHECK_H_
#define CLAIMGRAPH_CLAIMGRAPH_CHECK_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/input.h"
#include "claimgraph/vocabulary_file.h"
#include "core/finding.h"
#include "core/status.h"
#include "core/store/graph_store.h"
#include "queries/reports/report.h"

namespace claimgraph {

struct CheckOptions {
  std::vector<std::string> rules{};   // these alone; empty: all that the settings leave on
  std::optional<Severity> fail_on{};  // kOff: never; unset: the settings', else warning
  std::string vocabulary{};           // the path of a vocabulary; empty: the settings', if any
};

// The report, and the graph that its ids belong to: the documents laid over
// `base`, which must outlive it.
struct Checked {
  Report report{};
  std::unique_ptr<GraphStore> graph{};
  ConceptSetPtr concepts{};  // what all of it was read with
};

// Reads `inputs` (articles, and .bib files for them), lays them over `base` (null:
// nothing) and runs the rules, as `.claimgraph.toml` above each article says.
// .bib files alone are checked for themselves.  All are read with one vocabulary, which
// is that of `base` where there is one.  Fails on wrong settings, those that name another
// vocabulary included, and when `base` cannot be read; never because of what an article
// holds.
[[nodiscard]] Result<Checked> Check(std::vector<Input> inputs, const CheckOptions& options,
                                    const GraphReader* base = nullptr);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_CHECK_H_
