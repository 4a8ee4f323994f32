// The tables whose rows are the graph's nouns, and those made of their parts.
#ifndef CLAIMGRAPH_QUERIES_SQL_NOUN_TABLES_H_
#define CLAIMGRAPH_QUERIES_SQL_NOUN_TABLES_H_

#include "queries/sql/table.h"

namespace claimgraph {

Table DocumentsTable();
Table ClaimsTable();
Table PropositionsTable();
Table CitationsTable();
Table RefsTable();
Table WorksTable();
Table EvidenceLinesTable();
Table FindingsTable();
Table RecordsTable();
Table StudyResultsTable();
Table StudyKeysTable();
Table DecisionsTable();

Table ResultsTable();     // the effects that claims print
Table AppraisalsTable();  // the steps to each claim's verdict
Table WorkNamesTable();   // identifiers, for looking works up

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_SQL_NOUN_TABLES_H_
