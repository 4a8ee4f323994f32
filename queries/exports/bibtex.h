// The works as BibTeX, in UTF-8: an entry for each, as biber, BibTeX of a recent
// TeX Live, pandoc and reference managers read it.
//
// What LaTeX would obey is escaped, and words with capitals stand in braces, which
// keeps them from the styles that write titles small.  docs/exports.md, "bibtex", says
// which field comes from where.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_BIBTEX_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_BIBTEX_H_

#include <iosfwd>

#include "core/status.h"
#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportBibtex(const ExportScope& scope, const ExportSettings& settings,
                                  std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_BIBTEX_H_
