// What `check` found, before anyone decides how to print it.
//
// A Report owns the documents, their findings and the bytes of the files that
// findings point into; printing it needs nothing else.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_REPORT_H_
#define CLAIMGRAPH_QUERIES_REPORTS_REPORT_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document_graph.h"
#include "core/finding.h"
#include "queries/reports/source_text.h"

namespace claimgraph {

// Something odd about a file that stands beside a document.
struct FileDiagnostic {
  std::string file{};
  Diagnostic diagnostic{};
};

// A record that was skipped, or a part of one, in a file given with the drafts.
struct RecordNote {
  std::string file{};
  std::uint64_t line = 0;  // 0: unknown
  std::string record{};
  std::string code{};
  std::string message{};
};

struct CheckedDocument {
  DocumentGraph graph{};                  // findings included, in order of position
  std::vector<FileDiagnostic> beside{};   // odd things in its .bib files
  Severity fail_on = Severity::kWarning;  // kOff: never fail
};

struct Report {
  std::vector<CheckedDocument> documents{};
  std::vector<RecordNote> record_problems{};
  Sources sources{};  // the documents and the .bib files that findings point into
};

// How many of each; every key that occurs, none that does not.
struct Summary {
  std::size_t claims = 0;
  std::size_t findings = 0;
  std::map<std::string_view, std::size_t> by_verdict{};
  std::map<std::string, std::size_t> by_rule{};
  std::map<std::string_view, std::size_t> by_severity{};
};

Summary Summarise(const CheckedDocument& document);
Summary Summarise(const Report& report);

// True if any finding is at or above its document's fail_on.
bool Fails(const Report& report);

// True if a file was no text, so that nothing in it was checked.
bool LeavesUnread(const Report& report);

// The path that a finding's span indexes.
inline const std::string& FileOf(const Finding& finding, const Document& document) {
  return finding.file.empty() ? document.source : finding.file;
}

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_REPORT_H_
