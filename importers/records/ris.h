// RIS, as reference managers and databases export it.
//
//   TY  - JOUR
//   TI  - Massage for back pain
//   ER  -
//
// Dialects differ in the tags for one thing (AU/A1, TI/T1, PY/Y1/DA, AB/N2), in
// where they leave identifiers (DO, UR, M3, N1, AN, U1, C2), and in how well they
// keep to the form: lines that go on without a tag, a missing ER, text between
// records.  All of it is read; what is missing is reported.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_RIS_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_RIS_H_

#include "importers/records/record_entry.h"

namespace claimgraph {

// Problems: bad-doi, empty-record, missing-end, missing-type, not-utf8, too-large,
// truncated-input.
Status ReadRis(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_RIS_H_
