// EndNote's XML, which Bookends, Zotero and Mendeley write too.
//
//   <xml><records><record>
//     <ref-type name="Journal Article">17</ref-type>
//     <titles><title><style face="normal">Massage for back pain</style></title></titles>
//
// Text stands in <style> elements or without them.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_ENDNOTE_XML_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_ENDNOTE_XML_H_

#include "importers/records/record_entry.h"

namespace claimgraph {

// Problems: bad-doi, empty-record, not-endnote, too-large, and those of XmlEnd.
Status ReadEndnoteXml(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_ENDNOTE_XML_H_
