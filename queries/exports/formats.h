// The formats that a graph can be exported to, and what each needs.
//
// docs/exports.md has a section on each: what is in it, who opens it.
#ifndef CLAIMGRAPH_QUERIES_EXPORTS_FORMATS_H_
#define CLAIMGRAPH_QUERIES_EXPORTS_FORMATS_H_

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "core/status.h"
#include "queries/exports/scope.h"
#include "queries/reports/source_text.h"

namespace claimgraph {

struct ExportSettings {
  // What the IRIs of RDF begin with; the rest is an id ("c12").
  std::string base = "urn:x-claimgraph:";
  // The files that a document's spans point into, as far as they are at hand; what it
  // answers lasts until it is asked again.  Unset: none is.
  std::function<const Sources&(const Document&)> sources{};
};

// Where a format of several files puts them.
class ExportFolder {
 public:
  virtual ~ExportFolder() = default;
  // The next file; what was got before is complete.  `name` is a file name: "claims.csv".
  [[nodiscard]] virtual Result<std::ostream*> Open(std::string_view name) = 0;
};

struct ExportFormat {
  std::string_view name;  // "graphml"
  std::string_view what;  // for --help: "Gephi, yEd, Cytoscape, networkx"
  // One of the two is set.  Both stream: memory is that of one noun or document, and of
  // formats with edges a bit a node.
  Status (*to_file)(const ExportScope& scope, const ExportSettings& settings, std::ostream& out);
  Status (*to_folder)(const ExportScope& scope, const ExportSettings& settings,
                      ExportFolder* folder);
  bool has_iris = false;         // ExportSettings::base is for it
  std::string_view script = {};  // of a folder: the file that no other format has
};

// In the order of the documentation.
std::span<const ExportFormat> ExportFormats();

// Null: there is no such format.
const ExportFormat* FindExportFormat(std::string_view name);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_QUERIES_EXPORTS_FORMATS_H_
