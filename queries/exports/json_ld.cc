#include "queries/exports/json_ld.h"

#include "queries/exports/rdf/describer.h"
#include "queries/exports/rdf/iris.h"
#include "queries/exports/rdf/json_ld_sink.h"

namespace claimgraph {

Status ExportJsonLd(const ExportScope& scope, const ExportSettings& settings, std::ostream& out) {
  if (Status base = CheckBaseIri(settings.base); !base) return base;
  JsonLdSink sink(settings.base, out);
  const Status described = DescribeGraph(scope, &sink);
  if (described) sink.Finish();
  return described;
}

}  // namespace claimgraph
