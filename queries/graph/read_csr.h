// A store's graph, read once into arrays.
//
// Each noun is swept once, without its words, on two cores where there are two:
// linear in what is stored, and most of the time is the store's.  Memory is that of
// the arrays, and about half as much again while they are made.
//
// Subjects of propositions are told apart by 128 bits of a hash.
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
