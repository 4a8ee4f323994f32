// The library's front door: everything that claimgraph can do, and the only part
// whose names stay as they are from version to version.
//
//   Check       drafts in, Report out           check.h
//   Workspace   a store: import, query, SQL, explain  workspace.h
//   Decide, ListDecisions   what reviewers decided    decide.h
//   GraphQuestion   what only the whole store can answer   graph_answers.h
//   WriteReport   a store, or one of its documents, as an HTML page   report.h
//   Suggest     drafts in, studies that bear on their claims out   suggest.h
//   TermPages, VocabularyToml   the concepts that all of these know   vocabulary_file.h
//   WriteText, WriteJson, WriteHtml    a Report, printed    queries/reports/
//   AllRules, RulePage      what can be found    queries/rules/rules.h
//   SchemaSql, SchemaMarkdown  the tables of SQL    queries/sql/tables.h
//
// Nothing here reads the network or changes a file other than the store's.
// Functions are safe to call from several threads on different objects.
#ifndef CLAIMGRAPH_CLAIMGRAPH_CLAIMGRAPH_H_
#define CLAIMGRAPH_CLAIMGRAPH_CLAIMGRAPH_H_

#include "claimgraph/check.h"
#include "claimgraph/config.h"
#include "claimgraph/decide.h"
#include "claimgraph/explain.h"
#include "claimgraph/export.h"
#include "claimgraph/files.h"
#include "claimgraph/graph_answers.h"
#include "claimgraph/import.h"
#include "claimgraph/input.h"
#include "claimgraph/report.h"
#include "claimgraph/store_vocabulary.h"
#include "claimgraph/suggest.h"
#include "claimgraph/vocabulary_file.h"
#include "claimgraph/workspace.h"
#include "core/status.h"
#include "queries/reports/html.h"
#include "queries/reports/json.h"
#include "queries/reports/report.h"
#include "queries/reports/sarif.h"
#include "queries/reports/text.h"
#include "queries/rules/rules.h"
#include "queries/sql/print.h"
#include "queries/sql/session.h"
#include "queries/sql/tables.h"

#endif  // CLAIMGRAPH_CLAIMGRAPH_CLAIMGRAPH_H_
