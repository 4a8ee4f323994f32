// The findings of a store as SARIF 2.1.0, a document at a time.
//
// The same log as `check` writes (queries/reports/sarif.h), of documents that are
// stored.  Where a file is no longer what was imported, its findings have bytes but no
// lines, and no words of it are shown.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_SARIF_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_SARIF_H_

#include <iosfwd>

#include "core/status.h"
#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportSarif(const ExportScope& scope, const ExportSettings& settings,
                                 std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_SARIF_H_
