// Files of research records: told from articles, and read one record at a time.
//
// Each record becomes a document of its own, so that a change to one of a million
// replaces one.  PubMed's are known by their PMID, whichever file they come in; the
// records of other files by the file and their identifier in it: of two with the same, the
// later is kept, and told as "same-identifier" if its title is another.
#ifndef CLAIMGRAPH_CLAIMGRAPH_RECORD_FILES_H_
#define CLAIMGRAPH_CLAIMGRAPH_RECORD_FILES_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/document_graph.h"
#include "core/status.h"
#include "importers/records/record_entry.h"

namespace claimgraph {

// What one record becomes: a graph to put, or a source to remove.
struct RecordChange {
  DocumentGraph graph{};
  std::string removed{};  // not empty: the source withdraws this document
};

class RecordTaker {
 public:
  virtual ~RecordTaker() = default;
  virtual bool Take(RecordChange change) = 0;  // false: read no more
  virtual void Report(const RecordProblem& problem) = 0;
};

// A file that is read as it is needed.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> OpenByteSource(const std::string& path);

// Whether a file's bytes, gzipped or not, are records: of studies or retractions, or study
// cards.  Bibliographies (.bib) are not: they stand beside articles.
bool AreRecords(std::string_view bytes, std::string_view path);
bool IsRecordFile(const std::string& path);  // looks into the file; false for a pipe

// Reads all that `packed` holds.  The error is that of the source, after the last good record.
[[nodiscard]] Status ReadRecords(ByteSource* packed, const std::string& path, RecordTaker* taker);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_RECORD_FILES_H_
