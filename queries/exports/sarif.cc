// Documents without a finding are looked at by their header alone: a store may hold a
// million records that no rule judges.

#include "queries/exports/sarif.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <tuple>
#include <vector>

#include "queries/reports/report.h"
#include "queries/reports/sarif.h"
#include "queries/reports/sarif_result.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

using Take = SarifParts::Take;

// What a person wrote and could mend, rather than a record or a decision.
bool IsArticle(const Document& document) {
  return document.format != Format::kRecord && document.format != Format::kStudyCard &&
         document.format != Format::kDecision;
}

class SarifExporter {
 public:
  SarifExporter(const ExportScope& scope, const ExportSettings& settings)
      : scope_(scope), settings_(settings) {}

  Status Artifacts(const Take& take) const {
    return scope_.EachHeader([&](const Document& document) -> Status {
      if (IsArticle(document)) take(SarifArtifact(document));
      return {};
    });
  }

  Status Results(const Take& take) const {
    return scope_.EachId(NodeKind::kDocument, [&](std::uint64_t id) -> Status {
      const NodeRef node{NodeKind::kDocument, id};
      if (scope_.reader().FirstNeighbours(node, EdgeKind::kFoundIn, Way::kIn, 1).empty()) return {};
      const Result<DocumentGraph> graph = LoadDocumentGraph(scope_.reader(), DocumentId{id});
      if (!graph) return tl::unexpected(graph.error());
      SarifResults pieces(scope_.reader(), *graph, SourcesOf(graph->document));
      for (const Finding& finding : InOrder(*graph)) take(pieces.Result(finding));
      return {};
    });
  }

  Status Notifications(const Take& take) const {
    return scope_.EachHeader([&](const Document& header) -> Status {
      if (!IsArticle(header)) return {};
      const Result<Document> document = scope_.reader().FindDocument(header.id);
      if (!document) return tl::unexpected(document.error());
      if (document->diagnostics.empty()) return {};  // its file need not be read
      const DocumentGraph graph{.document = *document};
      SarifResults pieces(scope_.reader(), graph, SourcesOf(*document));
      for (const Diagnostic& odd : document->diagnostics) {
        take(pieces.Notification(odd, document->source));
      }
      return {};
    });
  }

 private:
  // Those of the scope, by place, as a check lists them.
  std::vector<Finding> InOrder(const DocumentGraph& graph) const {
    std::vector<Finding> findings;
    for (const Finding& finding : graph.findings) {
      if (scope_.Has(Node(finding.id))) findings.push_back(finding);
    }
    std::ranges::stable_sort(findings, {},
                             [](const Finding& f) { return std::tie(f.file, f.span, f.rule); });
    return findings;
  }

  const Sources& SourcesOf(const Document& document) const {
    static const Sources kNone;
    return settings_.sources ? settings_.sources(document) : kNone;
  }

  const ExportScope& scope_;
  const ExportSettings& settings_;
};

}  // namespace

Status ExportSarif(const ExportScope& scope, const ExportSettings& settings, std::ostream& out) {
  const SarifExporter exporter(scope, settings);
  const SarifParts parts = {
      .artifacts = [&](const Take& take) { return exporter.Artifacts(take); },
      .results = [&](const Take& take) { return exporter.Results(take); },
      .notifications = [&](const Take& take) { return exporter.Notifications(take); }};
  return WriteSarifRun(parts, {}, out);
}

}  // namespace claimgraph
