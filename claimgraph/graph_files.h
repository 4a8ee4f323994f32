// Files of graphs (docs/exports.md, jsonl) into a store.
//
// Into a store without documents, a file goes as it is: everything that its verdicts and
// findings rest on comes with them, so that nothing is judged, and the store's export is the
// file again.  Beside other documents, its own are judged as any that are imported: those that
// records, decisions or contradicting entries of the store touch, and those of the
// store that the file's touch, are judged again in the same commit (upkeep.h).
//
// What is stored already stays as it is: a record of the same bytes, and an article of the
// same bytes in which the same claims, citations and references were found.  What follows from
// them is the store's to say.
//
// Decisions are numbered by each store: those that the store has are found by what they
// say, others get the next number, and what undoes them follows.
#ifndef CLAIMGRAPH_CLAIMGRAPH_GRAPH_FILES_H_
#define CLAIMGRAPH_CLAIMGRAPH_GRAPH_FILES_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "claimgraph/import.h"
#include "core/store/graph_store.h"

namespace claimgraph {

// Whether a file's bytes, gzipped or not, begin with a header of graphs, of whatever version.
bool AreGraphs(std::string_view bytes);
bool IsGraphFile(const std::string& path);  // looks into the file; false for a pipe

// Called now and then, with how many documents of the file are on disk.
using GraphProgress = std::function<void(std::size_t documents)>;

// Reads `path` into the store and tells `summary` what became of it.  A file of a newer
// version or with another vocabulary than the store's changes nothing, and is one of
// summary->failed; so is one of which lines were skipped, but the rest is stored.
void ImportGraphFile(const std::string& path, const ImportOptions& options,
                     const GraphProgress& progress, GraphStore* store, ImportSummary* summary);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_GRAPH_FILES_H_
