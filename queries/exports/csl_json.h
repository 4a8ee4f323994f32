// The works as CSL-JSON: the items that Zotero, pandoc and other citation processors
// read, an array with an item a line.
//
// docs/exports.md, "csl-json", says which field comes from where.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_CSL_JSON_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_CSL_JSON_H_

#include <iosfwd>

#include "core/status.h"
#include "queries/exports/formats.h"

namespace claimgraph {

[[nodiscard]] Status ExportCslJson(const ExportScope& scope, const ExportSettings& settings,
                                   std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_CSL_JSON_H_
