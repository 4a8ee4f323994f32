// A graph into a file, or a folder of files, that other programs open.
//
// Formats are rows of queries/exports/formats.h; docs/exports.md says what each holds.
// All of it is written, or what some claims rest on.  An export reads the graph as it
// was when it began, and writes nothing into it.
#ifndef CLAIMGRAPH_CLAIMGRAPH_EXPORT_H_
#define CLAIMGRAPH_CLAIMGRAPH_EXPORT_H_

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "core/graph_reader.h"
#include "core/status.h"
#include "queries/exports/formats.h"
#include "queries/graph/csr_source.h"

namespace claimgraph {

struct ExportRequest {
  std::string format{};  // a name of queries/exports/formats.h
  // A condition of SQL on a row of the table `claims` (docs/sql.md): these claims and
  // what they rest on.  None: everything.
  std::optional<std::string> where{};
  std::string output = "-";  // "-": the stream; a format of several files needs a folder
  std::string base{};        // ExportSettings::base; empty: its default
  ExportScope::Progress progress{};
  std::function<void(std::string_view)> note{};  // told what is no error, and may surprise
};

// Writes to `out`, or to the file or folder that the request names.  A file appears
// whole or not at all: whoever reads it sees the old export or the new one.  A folder is
// new or empty, or has an export of the same format, which is replaced.
// InvalidArgument for a format that does not exist, a base that it has no use for, a
// condition that is not one of SQL, and a folder that is not named or has other files;
// kIo, with the path, if it cannot be written, and as soon as `out` fails.
[[nodiscard]] Status Export(const GraphReader& reader, CsrSource* arrays,
                            const ExportRequest& request, std::ostream& out);

}  // namespace claimgraph

#endif  // CLAIMGRAPH_CLAIMGRAPH_EXPORT_H_
