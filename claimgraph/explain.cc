#include "claimgraph/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "claimgraph/decide.h"
#include "claimgraph/stored_sources.h"
#include "core/json.h"
#include "queries/explain.h"
#include "queries/rules/rules.h"

namespace claimgraph {
namespace {

tl::unexpected<Error> NotAnId(std::string_view id) {
  return Fail(ErrorCode::kInvalidArgument,
              fmt::format("\"{}\" is neither a claim (c12), a finding (f3) nor a place "
                          "(draft.md:12)",
                          id));
}

tl::unexpected<Error> NoSuch(std::string_view id) {
  return Fail(ErrorCode::kNotFound, fmt::format("there is no {}", id));
}

Result<NodeRef> ParseTarget(std::string_view id) {
  const std::optional<NodeRef> node = ParseId(id);
  if (!node || (node->kind != NodeKind::kClaim && node->kind != NodeKind::kFinding)) {
    return NotAnId(id);
  }
  return *node;
}

std::string ClaimPage(const GraphReader& reader, const DocumentGraph& graph, const Sources& sources,
                      const Claim& claim) {
  return ExplainClaim(reader, graph, sources, claim) + DecisionsOn(reader, graph, Node(claim.id));
}

// The page of `target` if it is in `graph`; empty if it is not.
std::string PageOf(const GraphReader& reader, const DocumentGraph& graph, const Sources& sources,
                   NodeRef target) {
  for (const Claim& claim : graph.claims) {
    if (Node(claim.id) == target) return ClaimPage(reader, graph, sources, claim);
  }
  for (const Finding& finding : graph.findings) {
    if (Node(finding.id) == target) {
      return ExplainFinding(reader, graph, sources, finding) + DecisionsOn(reader, graph, target);
    }
  }
  return {};
}

Result<DocumentId> DocumentOf(const GraphReader& reader, NodeRef target) {
  const auto document = [](const auto& node) { return node.document; };
  if (target.kind == NodeKind::kClaim) return reader.FindClaim(ClaimId{target.id}).map(document);
  return reader.FindFinding(FindingId{target.id}).map(document);
}

// Reads the number after the last colon and takes both off.
std::optional<std::uint32_t> TakeNumber(std::string_view* text) {
  const std::size_t colon = text->rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::uint32_t number = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data() + colon + 1, end, number);
  if (error != std::errc() || stop != end || number == 0) return std::nullopt;
  *text = text->substr(0, colon);
  return number;
}

void AppendPage(const std::string& page, std::string* pages) {
  if (!pages->empty()) *pages += "\n\n";
  *pages += page;
}

std::string PagesAt(const Checked& checked, const CheckedDocument& document, const Place& place) {
  std::string pages;
  const GraphReader& reader = *checked.graph;
  const Sources& sources = checked.report.sources;
  const DocumentGraph& graph = document.graph;
  const auto source = sources.find(place.path);
  if (source == sources.end()) return pages;
  const Span bytes = BytesOf(source->second, place);
  if (graph.document.source == place.path) {
    for (const Claim& claim : graph.claims) {
      if (Overlaps(claim.span, bytes)) AppendPage(ClaimPage(reader, graph, sources, claim), &pages);
    }
  }
  for (const Finding& finding : graph.findings) {
    if (IsSet(finding.claim) || FileOf(finding, graph.document) != place.path) continue;
    if (Overlaps(finding.span, bytes)) {
      AppendPage(ExplainFinding(reader, graph, sources, finding), &pages);
    }
  }
  return pages;
}

}  // namespace

std::optional<Place> ParsePlace(std::string_view text) {
  const auto last = TakeNumber(&text);
  if (!last) return std::nullopt;
  Place place{.line = *last};
  std::string_view path = text;
  if (const auto line = TakeNumber(&path)) {
    place.line = *line;
    place.column = *last;
    text = path;
  }
  if (text.empty()) return std::nullopt;
  place.path = text;
  return place;
}

Span BytesOf(std::string_view source, const Place& place) {
  PositionFinder finder(source);
  if (place.column != 0) {
    const std::uint32_t at = finder.OffsetOf({place.line, place.column});
    return {at, at + 1};
  }
  const std::uint32_t begin = finder.OffsetOf({place.line, 1});
  return {begin, std::max(begin, finder.OffsetOf({place.line + 1, 1}))};
}

Result<std::string> ExplainStored(const GraphReader& reader, std::string_view id) {
  const Result<NodeRef> target = ParseTarget(id);
  if (!target) return tl::unexpected(target.error());
  const Result<DocumentId> document = DocumentOf(reader, *target);
  if (!document) return NoSuch(id);
  const Result<DocumentGraph> graph = LoadDocumentGraph(reader, *document);
  if (!graph) return tl::unexpected(graph.error());
  StoredSources sources(reader);
  return PageOf(reader, *graph, sources.Of(graph->document), *target);
}

Result<std::string> ExplainChecked(const Checked& checked, std::string_view id) {
  const Result<NodeRef> target = ParseTarget(id);
  if (!target) return tl::unexpected(target.error());
  for (const CheckedDocument& document : checked.report.documents) {
    std::string page = PageOf(*checked.graph, document.graph, checked.report.sources, *target);
    if (!page.empty()) return page;
  }
  return NoSuch(id);
}

std::string ExplainInShort(const Checked& checked, const DocumentGraph& graph, const Claim& claim) {
  return ExplainInShort(*checked.graph, graph, checked.report.sources, claim);
}

Result<std::string> ExplainPlace(const Checked& checked, const Place& place) {
  std::string pages;
  for (const CheckedDocument& document : checked.report.documents) {
    const std::string some = PagesAt(checked, document, place);
    if (!some.empty()) AppendPage(some, &pages);
  }
  if (!pages.empty()) return pages;
  return Fail(ErrorCode::kNotFound, fmt::format("{}:{}: neither a claim nor a finding stands here",
                                                place.path, place.line));
}

}  // namespace claimgraph
