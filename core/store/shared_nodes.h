// Works, studies and propositions: the nodes where documents meet.
//
// A document brings its own; each becomes the one that the graph already has
// under one of its names, or a new one.  The names decide: what the importer
// found earlier (known_works, known_propositions) is a hint that may be stale.
#ifndef CLAIMGRAPH_CORE_STORE_SHARED_NODES_H_
#define CLAIMGRAPH_CORE_STORE_SHARED_NODES_H_

#include <vector>

#include "core/document_graph.h"
#include "core/graph_reader.h"
#include "core/store/id_source.h"

namespace claimgraph {

struct SharedNodes {
  // Where each local id leads: ids[local - 1].  Zero where nothing in the
  // document refers to it; such a node is not stored.
  std::vector<WorkId> work_ids{};
  std::vector<PropositionId> proposition_ids{};
  std::vector<StudyId> study_ids{};
  // Those that are new or that the document adds something to, as they become.
  std::vector<Work> works{};
  std::vector<Proposition> propositions{};
  std::vector<Study> studies{};
};

// `stored` are the references of the document's old version, if there is one: a
// work without names can be known again only by its place among them.
// Requires: local ids are within their vectors.
[[nodiscard]] Result<SharedNodes> ShareNodes(const GraphReader& old, const DocumentGraph& graph,
                                             const std::vector<Reference>& stored, IdSource* ids);

// `work` with what `other` knows and it does not.  Names are left alone.
void FillFrom(const Work& other, Work* work);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CORE_STORE_SHARED_NODES_H_
