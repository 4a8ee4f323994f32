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

#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportJson(const ExportScope& scope, const ExportSettings& settings,
                                std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_JSON_H_
