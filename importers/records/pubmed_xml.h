// PubMed's XML: the yearly baseline, the daily update files, what efetch returns,
// and single records (PubmedArticle, PubmedBookArticle, MedlineCitation).
//
// Titles and abstracts lose their markup ("CO<sub>2</sub>" is "CO2") and are else as
// printed.  The year is that of the issue, or else that of the article online.  The
// container is the journal's ISO abbreviation, or else its title; of a chapter it is
// the book.  Keywords are of every owner.  A notice comes from what PubMed links to
// the article (RetractionIn, ErratumIn, ...); where it links nothing, from the
// publication type.  Each version of one PMID is handed on, in the file's order.
//
// Problems: what ReadXml says, and "not-pubmed", "missing-pmid", "bad-pmid",
// "bad-doi", "long-field" (cut), "too-large" and "empty-record" (skipped).
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_PUBMED_XML_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_PUBMED_XML_H_

#include "core/status.h"
#include "importers/records/record_entry.h"

namespace claimgraph {

// Fails where `source` does; the records before that were handed on.
Status ReadPubmedXml(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_PUBMED_XML_H_
