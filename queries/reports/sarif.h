// Findings as SARIF 2.1.0 (Static Analysis Results Interchange Format), for editors and
// code-hosting services that show the results of any checker.
//
// A log is one run, written piece by piece in this order: the tool with its rules, the
// files, the results, the invocation with what was odd about the files.  sarif_result.h
// makes the pieces; docs/exports.md, "sarif", says what stands where.
#ifndef CLAIMGRAPH_QUERIES_REPORTS_SARIF_H_
#define CLAIMGRAPH_QUERIES_REPORTS_SARIF_H_

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "core/document.h"
#include "core/graph_reader.h"
#include "core/json.h"
#include "core/status.h"
#include "queries/reports/report.h"

namespace claimgraph {

// How the run ended.
struct SarifOutcome {
  std::optional<int> exit_code{};  // of the program; unset: not told
  bool successful = true;          // false: a file could not be read
};

// The parts that a run is made of, each called once, in this order.  The first error
// ends the writing.
struct SarifParts {
  using Take = std::function<void(const Json&)>;
  std::function<Status(const Take&)> artifacts{};
  std::function<Status(const Take&)> results{};
  std::function<Status(const Take&)> notifications{};
};

[[nodiscard]] Status WriteSarifRun(const SarifParts& parts, const SarifOutcome& outcome,
                                   std::ostream& out);

// A file that was looked at.
Json SarifArtifact(const Document& document);
Json SarifBibliography(const std::string& file);

// `reader` is what the ids of the report belong to (Checked::graph).
void WriteSarif(const Report& report, const GraphReader& reader, const SarifOutcome& outcome,
                std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_REPORTS_SARIF_H_
