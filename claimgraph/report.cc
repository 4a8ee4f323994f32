#include "claimgraph/report.h"

#include <array>
#include <ostream>
#include <utility>

#include "claimgraph/part_file.h"
#include "claimgraph/stored_sources.h"
#include "queries/graph/nodes.h"
#include "queries/reports/html.h"
#include "queries/reports/html_overview.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

Status WriteDocument(const GraphReader& reader, const std::string& name, std::ostream& out) {
  constexpr std::array kKinds = {NodeKind::kDocument};
  const Result<NodeRef> node = FindNode(reader, name, kKinds);
  if (!node) return tl::unexpected(node.error());
  Result<DocumentGraph> graph = LoadDocumentGraph(reader, DocumentId{node->id});
  if (!graph) return tl::unexpected(graph.error());
  Report report;
  report.sources = StoredSources(reader).Of(graph->document);
  report.documents.push_back({.graph = *std::move(graph)});
  WriteHtml(report, reader, out);
  return reader.Health();
}

Status WriteOverview(const GraphReader& reader, CsrSource* arrays, std::size_t limit,
                     std::ostream& out) {
  const Result<EvidenceCsr> graph = arrays->Graph();
  if (!graph) return tl::unexpected(graph.error());
  WriteHtml(MakeOverview(*graph, reader, {.documents = limit}), *graph, reader, out);
  return reader.Health();
}

}  // namespace

Status WriteReport(const GraphReader& reader, CsrSource* arrays, const ReportRequest& request,
                   std::ostream& out) {
  const auto write = [&](std::ostream& to) {
    return request.document.empty() ? WriteOverview(reader, arrays, request.limit, to)
                                    : WriteDocument(reader, request.document, to);
  };
  return request.output == "-" ? write(out) : WriteWhole(request.output, write);
}

}  // namespace claimgraph
