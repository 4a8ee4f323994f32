// A folder of CSV tables: one for each kind of node, one for each kind of edge.
//
//   claims.csv        id,label,text,claim_kind,verdict,...
//   edge_cites.csv    from_id,to_id,id
//   sqlite.sql        sqlite3 graph.db < sqlite.sql
//   kuzu.cypher       kuzu graph.kz < kuzu.cypher
//
// RFC 4180 but for line ends, which are LF; a field is in quotes only where it has to be,
// and empty where the value is missing.  Every table is there, if only its header, so that
// the scripts are the same for every graph.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_CSV_TABLES_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_CSV_TABLES_H_

#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportCsvTables(const ExportScope& scope, const ExportSettings& settings,
                                     ExportFolder* folder);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_CSV_TABLES_H_
