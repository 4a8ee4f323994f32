// Exports of Ovid's databases, in the two forms that it offers: labels on lines of
// their own, and tags (.ovd, "Citavi").
//
//   <1>                          <1. >
//   Unique Identifier            VN  - Ovid Technologies
//     31000001                   DB  - Ovid MEDLINE(R)
//   Title                        UI  - 31000001
//     Massage for back pain.     TI  - Massage for back pain.
//
// A record begins with its number; without numbers, where a field that it has once
// comes again.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_OVID_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_OVID_H_

#include <string_view>

#include "importers/records/record_entry.h"

namespace claimgraph {

// "1" of "<1>" and "<1. >"; else empty.
std::string_view OvidNumber(std::string_view line);

// The tag for what a label heads, "TI" for "Title"; empty for labels that do not matter.
std::string_view OvidTag(std::string_view label);

// Problems: bad-doi, empty-record, not-utf8, stray-text, too-large, truncated-input.
Status ReadOvid(ByteSource* source, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_OVID_H_
