// The bytes of a file as valid UTF-8, in a stream.
//
// Byte order marks and NUL bytes are left out, UTF-16 is turned into UTF-8, and a
// byte that belongs to no UTF-8 character is read as Windows-1252 (which holds all
// of Latin-1's letters).  Readers' files mix encodings, so bytes decide one by one
// and not the file.  Memory is constant.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_UTF8_SOURCE_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_UTF8_SOURCE_H_

#include <memory>

#include "importers/records/record_entry.h"

namespace claimgraph {

// The first byte that is not UTF-8 is reported to `sink` ("not-utf8"); no other is.
// Both must outlive the source.
std::unique_ptr<ByteSource> NewUtf8Source(ByteSource* bytes, RecordSink* sink);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_UTF8_SOURCE_H_
