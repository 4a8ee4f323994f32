// MEDLINE's tagged text, as PubMed exports it (.nbib, "PubMed format").
//
//   PMID- 12345
//   TI  - Massage for back pain: a
//         randomised trial.
//
// A record begins with its PMID or after a blank line.  Tags that say what became
// of it (RIN, EIN, ECI, UIN, ...) are its notices; those that say what it did to
// others (ROF, ...) are not.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_MEDLINE_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_MEDLINE_H_

#include "importers/records/record_entry.h"

namespace claimgraph {

// Problems: bad-doi, empty-record, not-utf8, stray-text, too-large, truncated-input.
Status ReadMedline(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_MEDLINE_H_
