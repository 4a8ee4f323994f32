// Lists of retracted works: the CSV of Retraction Watch, as Crossref publishes it,
// and plain tables with a column of DOIs.
//
// A header's names decide what the columns are; unknown ones are ignored.  A table
// that says nothing about the nature of its rows is taken for a list of
// retractions, so only what is known to be one may come here (record_format.h).
// Without a header, the first column holds the DOIs and the second, where it holds
// DOIs too, those of the notices.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_RETRACTIONS_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_RETRACTIONS_H_

#include "importers/records/record_entry.h"

namespace claimgraph {

// Problems: bad-doi, empty-record, no-columns, not-utf8, too-large, unclosed-quote,
// unknown-nature, truncated-input.
Status ReadRetractions(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_RETRACTIONS_H_
