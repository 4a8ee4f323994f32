// The whole store as one JSON document, schema "claimgraph/export/1".
//
//   { "schema", "documents": [..], "claims": [..], "citations": [..],
//     "references": [..], "works": [..], "propositions": [..],
//     "evidence_lines": [..], "findings": [..], "records": [..],
//     "results": [..], "studies": [..], "decisions": [..] }
//
// One node a line, by kind, then id, so that two exports can be compared line by
// line.  Edges are the id fields of the nodes; those that belong to a document
// name it in "document".  The fields are those of docs/json_format.md.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_JSON_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_JSON_H_

#include <iosfwd>

#include "core/graph_reader.h"
#include "core/status.h"

namespace claimgraph {

// Streams: memory holds one node and the list of ids of one kind.
[[nodiscard]] Status ExportJson(const GraphReader& reader, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_JSON_H_
