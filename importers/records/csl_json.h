// CSL-JSON, as citation managers export it, and Crossref's works, which are a
// dialect of it: titles in arrays, abstracts in JATS, updates and references.
//
// An "update-to" is about another work: it makes an entry of its own, with the
// notice and the DOI of the work that was retracted or corrected.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_CSL_JSON_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_CSL_JSON_H_

#include "importers/records/record_entry.h"

namespace claimgraph {

// How records may stand in the file: json_elements.h.  Problems: bad-doi, bad-json,
// empty-record, not-utf8, too-large, truncated-input, unknown-update.
Status ReadCslJson(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_CSL_JSON_H_
