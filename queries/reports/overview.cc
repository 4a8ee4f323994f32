#include "queries/reports/overview.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "core/appraisal/study_level.h"

namespace claimgraph {
namespace {

constexpr std::size_t kPage = 4096;  // findings that are looked up at a time
constexpr int kWeakLevel = 1;        // Very low

using FindingsByDocument = std::unordered_map<std::uint64_t, SeverityCounts>;

FindingsByDocument CountFindings(const GraphReader& reader) {
  FindingsByDocument counts;
  std::uint64_t after = 0;
  while (true) {
    const std::vector<std::uint64_t> ids = reader.IdsAfter(NodeKind::kFinding, after, kPage);
    if (ids.empty()) return counts;
    after = ids.back();
    for (const std::uint64_t id : ids) {
      const Result<Finding> finding = reader.FindFinding(FindingId{id});
      if (!finding) continue;
      ++counts[Raw(finding->document)].at(static_cast<std::size_t>(finding->severity));
    }
  }
}

std::uint32_t Faulty(const Coverage& c) {
  const auto of = [&](Verdict v) { return c.verdicts.at(static_cast<std::size_t>(v)); };
  return of(Verdict::kContradicted) + of(Verdict::kOverstated) + of(Verdict::kUnsupported);
}

void Add(const Coverage& c, Coverage* sum) {
  sum->claims += c.claims;
  sum->cited += c.cited;
  sum->resolved += c.resolved;
  sum->evidence += c.evidence;
  sum->primary += c.primary;
  sum->direct += c.direct;
  for (std::size_t v = 0; v < c.verdicts.size(); ++v) sum->verdicts[v] += c.verdicts[v];
}

bool IsArticle(const GraphReader& reader, std::uint64_t document) {
  const Result<Document> header = reader.FindDocumentHeader(DocumentId{document});
  if (!header) return false;
  switch (header->format) {
    case Format::kRecord:
    case Format::kStudyCard:
    case Format::kDecision:
      return false;
    default:
      return true;
  }
}

// Counts the articles, and adds those that have findings and no claims.
void TakeWithoutClaims(const EvidenceCsr& graph, const GraphReader& reader,
                       const FindingsByDocument& findings, Overview* overview) {
  overview->document_count = overview->documents.size();
  for (std::uint32_t document = 0; document < graph.documents.size(); ++document) {
    if (!graph.document_claims[document].empty()) continue;
    if (!IsArticle(reader, graph.documents[document])) continue;
    ++overview->document_count;
    const auto found = findings.find(graph.documents[document]);
    if (found == findings.end()) continue;
    overview->documents.push_back({.coverage = {.document = document}, .findings = found->second});
  }
}

void TakeDocuments(const EvidenceCsr& graph, const GraphReader& reader, std::size_t limit,
                   Overview* overview) {
  const FindingsByDocument findings = CountFindings(reader);
  for (const auto& [document, counts] : findings) {
    for (std::size_t s = 0; s < counts.size(); ++s) overview->findings[s] += counts[s];
  }
  std::vector<OverviewDocument>& documents = overview->documents;
  for (const Coverage& coverage : RankByCoverage(graph)) {
    Add(coverage, &overview->all);
    OverviewDocument& row = documents.emplace_back(OverviewDocument{.coverage = coverage});
    const auto found = findings.find(graph.documents[coverage.document]);
    if (found != findings.end()) row.findings = found->second;
  }
  TakeWithoutClaims(graph, reader, findings, overview);
  overview->listed_count = documents.size();
  std::ranges::sort(documents, {}, [](const OverviewDocument& d) {
    return std::tuple(~d.findings.at(static_cast<std::size_t>(Severity::kError)),
                      ~Faulty(d.coverage), d.coverage.document);
  });
  if (documents.size() > limit) documents.resize(limit);
}

std::size_t ClaimsOn(const EvidenceCsr& graph, std::uint32_t work) {
  std::set<std::uint32_t> claims;
  for (const std::uint32_t line : graph.work_lines[work]) claims.insert(graph.line_claim[line]);
  return claims.size();
}

void TakeWeak(const EvidenceCsr& graph, std::size_t limit, Overview* overview) {
  std::vector<std::tuple<bool, std::size_t, std::uint32_t>> order;
  for (std::uint32_t work = 0; work < graph.works.size(); ++work) {
    const bool retracted = graph.work_standing[work] == Standing::kRetracted;
    const StudyDesign design = graph.work_design[work];
    const bool weak = design != StudyDesign::kUnknown && StartLevel(design) <= kWeakLevel;
    if (!retracted && !weak) continue;
    const std::size_t claims = ClaimsOn(graph, work);
    if (claims > 0) order.emplace_back(!retracted, ~claims, work);
  }
  overview->weak_count = order.size();
  std::ranges::sort(order);
  for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) {
    overview->weak.push_back({std::get<2>(order[i]), ~std::get<1>(order[i])});
  }
}

template <typename Row>
std::size_t KeepFirst(std::size_t limit, std::vector<Row>* rows) {
  const std::size_t all = rows->size();
  if (all > limit) rows->resize(limit);
  return all;
}

}  // namespace

Overview MakeOverview(const EvidenceCsr& graph, const GraphReader& reader,
                      const OverviewLimits& limits) {
  Overview overview;
  TakeDocuments(graph, reader, limits.documents, &overview);
  TakeWeak(graph, limits.others, &overview);
  overview.sources = RankByInfluence(graph);
  KeepFirst(limits.others, &overview.sources);
  overview.bearing = RankByImpact(graph);
  std::erase_if(overview.bearing, [&](const LoadBearing& row) {
    return row.falls == 0 || graph.work_standing[row.work] == Standing::kRetracted;
  });
  overview.bearing_count = KeepFirst(limits.others, &overview.bearing);
  overview.conflicts = FindConflicts(graph);
  overview.conflict_count = KeepFirst(limits.others, &overview.conflicts);
  return overview;
}

}  // namespace claimgraph
