// Graphs that claimgraph itself wrote, one a line (core/graph_json.h): nothing is extracted,
// linked or judged; what a line says is held against what a graph must be.
//
// A line that cannot be read is reported with its number, what is wrong and what to do, and
// skipped; the rest is read.  Only a file whose first line is no header that we know is
// refused whole.  Files that were put one behind the other are read as one where their
// headers are the same; another header ends the reading.  Time is linear in the file; memory is
// that of the longest line.
#ifndef CLAIMGRAPH_IMPORTERS_GRAPH_LINES_H_
#define CLAIMGRAPH_IMPORTERS_GRAPH_LINES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/document_graph.h"
#include "core/graph_json.h"
#include "core/status.h"
#include "importers/records/record_entry.h"

namespace claimgraph {

struct GraphLine {
  DocumentGraph graph{};     // ids are local; sound (core/graph_faults.h)
  std::uint64_t number = 0;  // of the line, from 1
  std::size_t size = 0;      // bytes of it
  std::size_t part = 0;      // which of several exports that are one file, from 0
};

class GraphLineSink {
 public:
  virtual ~GraphLineSink() = default;
  virtual bool Take(GraphLine line) = 0;  // false: read no more
  // Codes: bad-line, too-large, truncated-input.
  virtual void Report(RecordProblem problem) = 0;
};

class GraphLineReader {
 public:
  // `source` must outlive it.
  explicit GraphLineReader(ByteSource* source) : source_(*source) {}

  // The first line.  Call it once, before ReadGraphs.
  [[nodiscard]] Result<GraphHeader> ReadHeader();
  // All others.  The error is that of the source, or of a header that is not the first
  // one, after the last good line.
  [[nodiscard]] Status ReadGraphs(GraphLineSink* sink);

 private:
  bool Next(std::string_view* line);
  void ReadLine(std::string_view line, GraphLineSink* sink);
  void MeetHeader(std::string_view line);
  bool Fill();

  ByteSource& source_;
  GraphHeader header_{};
  std::string buffer_{};
  std::size_t at_ = 0;    // of buffer_: the next line begins
  std::size_t held_ = 0;  // of buffer_: filled
  std::uint64_t number_ = 0;
  std::size_t part_ = 0;
  bool too_large_ = false;  // the line that Next gave is longer
  bool ended_ = false;      // no line end stands behind it
  bool goes_on_ = true;
  Status status_{};
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_IMPORTERS_GRAPH_LINES_H_
