// A report as lines that editors make clickable.
//
//   draft.md:1:1: note: invalid-utf8: ...          what was odd about the file
//   draft.md: In the section "How massage works":
//   draft.md:12:5: warning: uncited-claim: nothing is cited for "..."
//       consider: name the trial that showed it
//   31 claims: 9 supported, 22 unsupported; 12 findings: 2 errors, 10 warnings
//
// `path:line:column: severity: rule: message`, from top to bottom, what is about one
// claim together (finding_groups.h); line and column as in source_text.h.  Below the
// first come the claim's words if no message has them, and below each what to do: a rule
// does not make the same suggestion twice in a section.  Where the file is no longer what was
// imported, its bytes are counted instead: `path:byte 812: ...`.  Control characters that a draft
// could smuggle into a terminal are replaced.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_TEXT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_TEXT_H_

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>

#include "queries/reports/report.h"

namespace claimgraph {

struct TextOptions {
  bool colour = false;  // ANSI; for terminals only
  bool quiet = false;   // findings only: no notes, no sections, no last line
  // What stands below the findings about a claim: lines that are printable, indented
  // and ended.  Unset: nothing.
  std::function<std::string(const DocumentGraph& graph, const Claim& claim)> explain{};
  // The command that explains a place, for a last line on a terminal: "claimgraph
  // explain".  Empty: no such line.  Its flags give it all that the check was given:
  // " --file draft.md --file cards.json".
  std::string explain_command{};
  std::string explain_flags{};
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
  void Write(const Finding& finding, const Document& document);  // with its suggestion
  void WriteMessage(const Finding& finding, const Document& document);
  void Write(const Diagnostic& odd, const std::string& path);
  void Suggestion(std::string_view text);                         // indented; nothing if empty
  void Heading(const std::string& path, std::string_view words);  // "draft.md: In ..."

 private:
  const Sources& sources_;
  TextOptions options_;
  std::ostream& out_;
  std::map<std::string, PositionFinder, std::less<>> finders_;
};

// "path:12:5", or "path:byte 812" if the source is not at hand.
std::string Where(const Sources& sources, const std::string& path, std::uint32_t offset);

// A word as a shell takes it: "a.md", "'my draft.md'".
std::string ShellWord(std::string_view word);

// Printable text: control characters become spaces.
std::string Printable(std::string_view text);

// "31 claims: 9 supported, 22 unsupported; 12 findings: 2 errors, 10 warnings"
std::string SummaryLine(const Summary& summary);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_TEXT_H_
