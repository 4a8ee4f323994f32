// A report as lines that editors make clickable.
//
//   draft.md:12:5: warning: uncited-claim: nothing is cited for "..."
//       consider: name the trial that showed it
//   draft.md:1:1: note: invalid-utf8: ...          what was odd about the file
//   31 claims: 9 supported, 22 unsupported; 12 findings: 2 errors, 10 warnings
//
// `path:line:column: severity: rule: message`, by position; line and column as
// in source_text.h.  Where the file is no longer what was imported, its bytes
// are counted instead: `path:byte 812: ...`.  Control characters that a draft
// could smuggle into a terminal are replaced.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_TEXT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_TEXT_H_

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>

#include "queries/reports/report.h"

namespace claimgraph {

struct TextOptions {
  bool colour = false;  // ANSI; for terminals only
  bool quiet = false;   // findings only: no notes, no last line
};

void WriteText(const Report& report, const TextOptions& options, std::ostream& out);

// The line of one finding or claim; for queries, which have no Report.
class LineWriter {
 public:
  // `sources` must outlive the writer.
  LineWriter(const Sources& sources, const TextOptions& options, std::ostream& out)
      : sources_(sources), options_(options), out_(out) {}

  // `severity` decides the colour and is any word: "error", "unsupported".
  void Line(const std::string& path, std::uint32_t offset, std::string_view severity,
            std::string_view rest);
  void Write(const Finding& finding, const Document& document);
  void Write(const Diagnostic& odd, const std::string& path);
  void Suggestion(std::string_view text);  // indented; nothing if empty

 private:
  const Sources& sources_;
  TextOptions options_;
  std::ostream& out_;
  std::map<std::string, PositionFinder, std::less<>> finders_;
};

// "path:12:5", or "path:byte 812" if the source is not at hand.
std::string Where(const Sources& sources, const std::string& path, std::uint32_t offset);

// Printable text: control characters become spaces.
std::string Printable(std::string_view text);

// "31 claims: 9 supported, 22 unsupported; 12 findings: 2 errors, 10 warnings"
std::string SummaryLine(const Summary& summary);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_TEXT_H_
