// The tagged text of Web of Science ("ISI Export Format", .isi, .ciw, .txt).
//
//   FN Clarivate Analytics Web of Science
//   VR 1.0
//   PT J
//   AU Berg, H
//      Solo, A
//   TI Massage for back pain
//   ER
//
//   EF
//
// Tags have two columns, lines that go on have three blanks.  Several exports may
// stand in one file, each with its FN and EF.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_ISI_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_ISI_H_

#include <string_view>

#include "importers/records/record_entry.h"

namespace claimgraph {

// "TI" of "TI Massage"; empty if the line has no tag.  `*value`: what follows it.
std::string_view IsiTag(std::string_view line, std::string_view* value);

// Problems: bad-doi, empty-record, missing-end, missing-type, not-utf8, stray-text,
// too-large, truncated-input.
Status ReadIsi(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_ISI_H_
