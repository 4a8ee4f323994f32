// What readers of tagged records have in common: lines are gathered until a record
// ends, then it is read, handed on, or reported and skipped.
//
// A reader of one format says which line is what (Take) and what the fields mean (Read).
#ifndef CLAIMGRAPH_IMPORTERS_RECORDS_TAGGED_READER_H_
#define CLAIMGRAPH_IMPORTERS_RECORDS_TAGGED_READER_H_

#include <cstdint>
#include <string>

#include "core/status.h"
#include "importers/records/lines.h"
#include "importers/records/record_entry.h"
#include "importers/records/tagged_record.h"

namespace claimgraph {

class TaggedReader {
 public:
  // Both must outlive it.
  TaggedReader(ByteSource* source, RecordSink* sink) : lines_(source, sink), sink_(*sink) {}
  virtual ~TaggedReader() = default;
  TaggedReader(const TaggedReader&) = delete;
  TaggedReader& operator=(const TaggedReader&) = delete;

  // To the end, or until the sink wants no more.  An error is the source's own; the
  // record that it cut off is reported.
  Status Run();

 protected:
  // Below, false says that the sink wants no more.
  virtual bool Take(const Line& line) = 0;
  // What record() says.
  virtual RecordEntry Read() = 0;
  // What the format itself calls the record, such as its identifier; may be empty.
  virtual std::string Key() const = 0;
  // Reports what a record that was read should have had.
  virtual void ReportLacks() {}
  virtual bool IsOpen() const { return !record_.empty(); }
  // The file ended, whole.
  virtual bool End() { return Finish(); }

  void Begin(std::uint64_t line);
  // Hands on the record that was gathered, if any, and forgets it.
  bool Finish();
  void Report(std::string code, std::string message, bool skipped);
  // Once for all that stands between two records.
  void ReportStray(const Line& line);

  TaggedRecord& record() { return record_; }
  const TaggedRecord& record() const { return record_; }
  RecordSink& sink() { return sink_; }
  std::uint64_t number() const { return number_; }  // of records that began

 private:
  std::string Name() const;

  LineReader lines_;
  RecordSink& sink_;
  TaggedRecord record_{};
  std::uint64_t number_ = 0;
  bool strayed_ = false;      // text after the last record was reported
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_RECORDS_TAGGED_READER_H_
