#include "queries/reports/report.h"

#include <algorithm>

namespace claimgraph {

namespace {

void Count(const DocumentGraph& graph, Summary* sum) {
  sum->claims += graph.claims.size();
  sum->findings += graph.findings.size();
  for (const Claim& claim : graph.claims) ++sum->by_verdict[Name(claim.verdict)];
  for (const Finding& finding : graph.findings) {
    ++sum->by_rule[finding.rule];
    ++sum->by_severity[Name(finding.severity)];
  }
}

}  // namespace

Summary Summarise(const CheckedDocument& document) {
  Summary sum;
  Count(document.graph, &sum);
  return sum;
}

Summary Summarise(const Report& report) {
  Summary sum;
  for (const CheckedDocument& document : report.documents) Count(document.graph, &sum);
  return sum;
}

bool Fails(const Report& report) {
  for (const CheckedDocument& document : report.documents) {
    if (document.fail_on == Severity::kOff) continue;
    for (const Finding& finding : document.graph.findings) {
      if (finding.severity >= document.fail_on) return true;
    }
  }
  return false;
}

bool LeavesUnread(const Report& report) {
  return std::ranges::any_of(report.documents, [](const CheckedDocument& document) {
    return document.graph.document.IsUnread();
  });
}

}  // namespace claimgraph
