// The lines of a file of records, one at a time, with their numbers.
//
// A line ends in LF, CR or CRLF.  Lines are valid UTF-8 whatever the file is
// (utf8_source.h) and no longer than kMostInField: the rest of one is left out.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_LINES_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_LINES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "importers/records/record_entry.h"

namespace claimgraph {

struct Line {
  std::string_view text{};   // without its end; until the next call
  std::uint64_t number = 0;  // from 1
  bool cut = false;          // it was longer
};

class LineReader {
 public:
  // Both must outlive it; `sink` hears of encodings.
  LineReader(ByteSource* source, RecordSink* sink);

  // False at the end, and where the source fails.
  bool Next(Line* line);
  // How the source failed, if it did.
  const Status& status() const { return status_; }

 private:
  bool Fill();

  std::unique_ptr<ByteSource> text_;
  std::string buffer_{};
  std::size_t at_ = 0;    // of buffer_: not yet used
  std::size_t held_ = 0;  // of buffer_: filled
  std::string line_{};
  std::uint64_t number_ = 0;
  bool skip_lf_ = false;  // the last line ended in CR
  Status status_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_LINES_H_
