// What the readers of research records have in common: bytes come in a stream,
// records go out one at a time, so that memory does not grow with the file.
//
// A reader reports what it cannot read, by record and line, skips that record and
// goes on.  It fails only when its source does.
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_ENTRY_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_ENTRY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "core/reference.h"
#include "core/result.h"
#include "core/status.h"

namespace claimgraph {

// One part of an abstract; `label` is its heading as printed ("RESULTS"), or empty.
struct AbstractPart {
  std::string label{};
  std::string text{};
  bool operator==(const AbstractPart&) const = default;
};

struct RecordEntry {
  // Title, authors, year, container, volume, issue, pages, identifiers, key.  `text`,
  // `abstract`, spans, `design` and ids are left empty.
  Reference printed{};
  std::vector<AbstractPart> abstract{};
  // publication_types, headings, notices, risk_of_bias, and facts that fields state
  // (kRegistry, ...).  Ids are left empty.
  Record record{};
  std::vector<StudyResult> results{};   // of study cards
  std::vector<std::string> keywords{};  // the authors' own
  std::vector<std::string> cites{};     // its reference list, as names: "pmid:1", "doi:10.1/x"
  std::vector<std::string> includes{};  // of a review: what it includes, as names
  std::string study{};                  // an explicit link: records of one study share it
  std::uint64_t line = 0;               // where it begins in the file, from 1; 0: no lines
  bool removed = false;                 // the source withdraws the record of printed.pmid
};

// A record that was skipped, or part of one that could not be read.
struct RecordProblem {
  std::uint64_t line = 0;  // from 1; 0: unknown
  std::string record{};    // its PMID, key or number in the file: "record 7"
  std::string code{};      // stable, hyphenated: "bad-doi", "truncated-input", "too-large"
  std::string message{};   // a sentence: what was met and what was done about it
  bool skipped = false;    // the whole record was
};

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  // False: read no more.
  virtual bool Take(RecordEntry entry) = 0;
  virtual void Report(RecordProblem problem) = 0;
};

// Bytes, from the beginning on.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills up to `size` bytes; 0 at the end.  An error of the disk or of what the
  // bytes are packed in (a damaged gzip): what came before it was good.
  [[nodiscard]] virtual Result<std::size_t> Read(char* buffer, std::size_t size) = 0;
};

// A text that is in memory already; must outlive the source.
class TextSource : public ByteSource {
 public:
  explicit TextSource(std::string_view text) : left_(text) {}
  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    const std::size_t n = left_.copy(buffer, size);
    left_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view left_;
};

// More than any real record holds; what is larger is cut or skipped, and reported.
inline constexpr std::size_t kMostInField = std::size_t{1} << 20;
inline constexpr std::size_t kMostInRecord = std::size_t{16} << 20;

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_RECORD_ENTRY_H_
