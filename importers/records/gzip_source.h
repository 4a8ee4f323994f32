// Unpacks gzip, if that is what the bytes are; else hands them on as they are.
//
// Members that stand one after another are one stream, as gzip(1) reads them.  A
// damaged or truncated file is an error after the last good byte, never an end.
// Memory is constant, whatever a file claims to unpack to.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_GZIP_SOURCE_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_GZIP_SOURCE_H_

#include <memory>

#include "importers/records/record_entry.h"

namespace claimgraph {

// `packed` must outlive it.
std::unique_ptr<ByteSource> NewGzipSource(ByteSource* packed);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_GZIP_SOURCE_H_
