// What storing or removing one document does to a graph, before it is done.
//
// Planning only reads, through GraphReader, so one plan serves every store:
// memory and RocksDB turn it into keys (key_value_graph), an overlay also hides
// what it removes from its base.  The size of a plan, and the work to make it,
// are those of the document, old and new; never those of the graph.
#ifndef CLAIMGRAPH_CORE_STORE_GRAPH_CHANGE_H_
#define CLAIMGRAPH_CORE_STORE_GRAPH_CHANGE_H_

#include <optional>
#include <string>
#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "core/status.h"
#include "core/store/edges.h"
#include "core/store/graph_store.h"
#include "core/store/id_source.h"
#include "core/store/text_entries.h"

namespace claimgraph {

// Everything of a document but itself, and the shared nodes that it touches.
struct Nouns {
  std::vector<Claim> claims{};
  std::vector<Citation> citations{};
  std::vector<Reference> references{};
  std::vector<EvidenceLine> evidence_lines{};
  std::vector<Finding> findings{};
  std::vector<Record> records{};
  std::vector<StudyResult> results{};
  std::vector<Decision> decisions{};
  std::vector<Work> works{};
  std::vector<Proposition> propositions{};
  std::vector<Study> studies{};
  WorkId presents{};            // DocumentGraph's, as the store's ids
  std::vector<WorkId> lists{};  // ascending, each once
  bool operator==(const Nouns&) const = default;
};

// First everything in `removed` goes, with its edges and names; then everything
// in `put` comes.  Ids are the store's.  A work in `put` replaces the one with
// its id, if there is one, and keeps the edges that lead to it.
struct GraphChange {
  DocumentId document{};
  std::string source{};
  const Document* put_document = nullptr;  // the caller's; null: the document goes too
  Nouns removed{};
  std::optional<TextEntry> removed_text{};  // of the old version, where it is searched
  Nouns put{};
  LastIds last_ids{};     // issued by this change; 0: none of that kind
  LastIds last_before{};  // where one was, the last id before it
  // True of a node that was not there before this change.
  bool IsNew(NodeRef node) const {
    const auto kind = static_cast<std::size_t>(node.kind);
    return last_ids[kind] != 0 && node.id > last_before[kind];
  }
};

struct PlannedPut {
  Put put{};
  GraphChange change{};  // empty when put.outcome is kUnchanged
};

// `graph` must outlive the plan.  InvalidArgument if it contradicts itself: a
// local id that leads nowhere, a range outside the text, an evidence line that
// judges no claim.
[[nodiscard]] Result<PlannedPut> PlanPut(const GraphReader& old, const DocumentGraph& graph);

// NotFound if no document has this source.
[[nodiscard]] Result<GraphChange> PlanRemove(const GraphReader& old, std::string_view source);

// The edges of everything that `document` has, and its own; ascending, each once.
// Works, studies and propositions start none.
std::vector<Edge> EdgesOf(DocumentId document, const Nouns& nouns);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_GRAPH_CHANGE_H_
