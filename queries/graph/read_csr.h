// A store's graph, read once into arrays.
//
// Linear in what is stored: each claim, citation, reference, work, proposition
// and evidence line is read once, and no text of a document.
#ifndef CLAIMGRAPH_QUERIES_GRAPH_READ_CSR_H_
#define CLAIMGRAPH_QUERIES_GRAPH_READ_CSR_H_

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/graph/evidence_csr.h"

namespace claimgraph {

// Fails where the reader does, and with kInvalidArgument for a store of 2^32
// nodes of one kind or more.
[[nodiscard]] Result<EvidenceArrays> ReadEvidenceCsr(const GraphReader& reader);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_GRAPH_READ_CSR_H_
