#include "queries/exports/turtle.h"

#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/serd_sink.h"

namespace claimgraph {

Status ExportTurtle(const ExportScope& scope, const ExportSettings& settings, std::ostream& out) {
  if (Status base = CheckBaseIri(settings.base); !base) return base;
  SerdSink sink(SerdSink::Syntax::kTurtle, settings.base, out);
  return DescribeGraph(scope, &sink).and_then([&] { return sink.Finish(); });
}

}  // namespace claimgraph
