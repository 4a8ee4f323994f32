// One finding as a SARIF 2.1.0 result.
//
// Lines and columns are those of the text report: from 1, columns in code points, an
// end that is the place after the last character.  Beside them stand the bytes, which
// are all that is told where the file is not at hand.  What SARIF says of a person's
// paths, links and braces is obeyed here: addresses are percent-encoded references,
// and words that would be read as a link or a placeholder are escaped.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_SARIF_RESULT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_SARIF_RESULT_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/document_graph.h"
#include "core/finding.h"
#include "core/graph_reader.h"
#include "core/json.h"
#include "queries/reports/source_text.h"

namespace claimgraph {

// A path as an RFC 3986 reference: "my%20draft.md"; "file:///srv/a.md" where it begins
// at the root.  Bytes that are not UTF-8 are encoded like any other.
std::string UriReference(std::string_view path);

// Text as SARIF's messages want it: "[a](b)" no link, since a space parts it, "{0}" no
// placeholder, since braces are doubled, and no control characters but line ends.
std::string MessageText(std::string_view text);

// The same as GitHub's Markdown, every sign standing for itself.
std::string MessageMarkdown(std::string_view text);

// "error", "warning", "note".
std::string_view SarifLevel(Severity severity);

// The results of one document.  Everything given must outlive it.
class SarifResults {
 public:
  // `graph` belongs to `reader`; `sources` are the files that it points into.
  SarifResults(const GraphReader& reader, const DocumentGraph& graph, const Sources& sources)
      : reader_(reader), graph_(graph), sources_(sources) {}

  // A finding of the document.  To be called once for each, in their order: where two
  // have one rule and the same words, their fingerprints count them.
  Json Result(const Finding& finding);

  // What was odd about one of its files, as a notification.
  Json Notification(const Diagnostic& odd, const std::string& file);

 private:
  Json Location(const std::string& file, Span span);
  Json Region(const std::string& file, Span span);
  Json Related(const Finding& finding);
  Json Fix(const Finding& finding, const Claim& claim);
  Json Properties(const Finding& finding, const Claim* claim) const;
  std::string Fingerprint(const Finding& finding, const Claim* claim);
  std::string WordsOf(const Finding& finding, const Claim* claim) const;
  PositionFinder& FinderOf(const std::string& file, std::string_view bytes);

  const GraphReader& reader_;
  const DocumentGraph& graph_;
  const Sources& sources_;
  std::map<std::string, PositionFinder, std::less<>> finders_;
  std::map<std::string, std::uint32_t, std::less<>> seen_;  // fingerprints, how often
};

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_SARIF_RESULT_H_
