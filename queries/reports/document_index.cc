#include "queries/reports/document_index.h"

#include <fmt/format.h>

#include <optional>
#include <set>

namespace claimgraph {
namespace {

using EntriesByPlace = std::map<std::pair<std::string, std::uint32_t>, const Reference*>;

bool StandsIn(const Finding& finding, const Reference& reference) {
  return reference.file == finding.file && reference.span.begin <= finding.span.begin &&
         finding.span.begin <= reference.span.end && reference.span.end > 0;
}

// The reference of this document that a finding stands in.
const Reference* ReferenceOf(const Finding& finding, const DocumentGraph& graph,
                             const EntriesByPlace& entries) {
  for (const ReferenceId id : finding.references) {
    const Reference* reference = FindById(graph.references, id);
    if (reference != nullptr && StandsIn(finding, *reference)) return reference;
  }
  auto after = entries.upper_bound({finding.file, finding.span.begin});
  if (after == entries.begin()) return nullptr;
  const Reference* before = (--after)->second;
  return StandsIn(finding, *before) ? before : nullptr;
}

}  // namespace

DocumentIndex::DocumentIndex(const DocumentGraph& graph, const GraphReader& reader,
                             const Sources& sources)
    : graph_(graph), reader_(reader) {
  IndexLines();
  IndexClaims();
  IndexFindings();
  IndexPlaces(sources);
}

void DocumentIndex::IndexLines() {
  for (const EvidenceLine& line : graph_.evidence_lines) lines_[Raw(line.claim)].push_back(&line);
}

void DocumentIndex::IndexClaims() {
  for (const Claim& claim : graph_.claims) {
    std::set<ReferenceId> references;
    for (const CitationId id : claim.citations) {
      const Citation* citation = FindById(graph_.citations, id);
      if (citation == nullptr) continue;
      references.insert(citation->references.begin(), citation->references.end());
    }
    for (const EvidenceLine* line : LinesOf(claim.id)) {
      if (IsSet(line->reference)) references.insert(line->reference);
    }
    for (const ReferenceId id : references) reference_claims_[Raw(id)].push_back(&claim);
  }
}

void DocumentIndex::IndexFindings() {
  EntriesByPlace entries;
  for (const Reference& r : graph_.references) entries.emplace(std::pair(r.file, r.span.begin), &r);
  for (const Finding& finding : graph_.findings) {
    if (FindById(graph_.claims, finding.claim) != nullptr) {
      claim_findings_[Raw(finding.claim)].push_back(&finding);
    } else if (const Reference* reference = ReferenceOf(finding, graph_, entries)) {
      reference_findings_[Raw(reference->id)].push_back(&finding);
    } else {
      loose_.emplace_back(graph_.document.map.TextAt(finding.span.begin), &finding);
    }
  }
  std::ranges::stable_sort(loose_, {}, [](const auto& at) { return at.first; });
}

void DocumentIndex::IndexPlaces(const Sources& sources) {
  const std::string& own = graph_.document.source;
  for (const Claim& c : graph_.claims) line_numbers_.emplace(std::pair(own, c.span.begin), 0);
  for (const Citation& c : graph_.citations) line_numbers_.emplace(std::pair(own, c.span.begin), 0);
  for (const Finding& f : graph_.findings) {
    line_numbers_.emplace(std::pair(f.file.empty() ? own : f.file, f.span.begin), 0);
  }
  for (const Reference& r : graph_.references) {
    line_numbers_.emplace(std::pair(r.file.empty() ? own : r.file, r.span.begin), 0);
  }
  const std::string* file = nullptr;
  std::optional<PositionFinder> finder;
  for (auto& [place, line] : line_numbers_) {
    if (file == nullptr || *file != place.first) {
      file = &place.first;
      const auto source = sources.find(place.first);
      finder.reset();
      if (source != sources.end()) finder.emplace(source->second);
    }
    if (finder) line = finder->At(place.second).line;
  }
}

std::string DocumentIndex::Place(Span span, const std::string& file) const {
  const std::string& in = file.empty() ? graph_.document.source : file;
  const auto found = line_numbers_.find({in, span.begin});
  const std::uint32_t line = found == line_numbers_.end() ? 0 : found->second;
  std::string words = line != 0 ? fmt::format("line {}", line) : fmt::format("byte {}", span.begin);
  if (!file.empty()) words += " of " + file;
  return words;
}

}  // namespace claimgraph
