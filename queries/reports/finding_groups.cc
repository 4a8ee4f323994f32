#include "queries/reports/finding_groups.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_map>

#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// So much of a quotation tells one claim from its neighbours.
constexpr std::size_t kRecognised = 24;

struct Heading {
  std::uint32_t begin;  // in the source
  const Block* block;
};

std::vector<Heading> HeadingsOf(const Document& document) {
  std::vector<Heading> headings;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kHeading || block.span.size() == 0) continue;
    headings.push_back({document.Source(block.span).begin, &block});
  }
  return headings;
}

const Block* SectionOf(const Finding& finding, const std::vector<Heading>& headings) {
  if (!finding.file.empty()) return nullptr;
  const auto after = std::ranges::upper_bound(headings, finding.span.begin, {}, &Heading::begin);
  return after == headings.begin() ? nullptr : std::prev(after)->block;
}

// How a message would begin to quote `words`.
std::string Opening(std::string_view words) {
  const std::string quoted = Quote(words);  // in quotation marks
  return quoted.substr(1, std::min(quoted.size() - 2, kRecognised));
}

}  // namespace

std::vector<FindingGroup> GroupFindings(const DocumentGraph& graph) {
  const std::vector<Heading> headings = HeadingsOf(graph.document);
  std::vector<FindingGroup> groups;
  std::unordered_map<const Claim*, std::size_t> of_claim;
  for (const Finding& finding : graph.findings) {
    const Claim* claim = FindById(graph.claims, finding.claim);
    if (claim != nullptr) {
      const auto [at, is_new] = of_claim.try_emplace(claim, groups.size());
      if (!is_new) {
        groups[at->second].findings.push_back(&finding);
        continue;
      }
    }
    groups.push_back({claim, SectionOf(finding, headings), {&finding}});
  }
  for (FindingGroup& group : groups) {
    std::ranges::stable_sort(group.findings, std::greater(), &Finding::severity);
  }
  return groups;
}

bool QuotesItsClaim(const FindingGroup& group, const DocumentGraph& graph) {
  if (group.claim == nullptr) return true;
  const std::string own = Opening(group.claim->text);
  const std::string whole = Opening(SentenceOf(graph, *group.claim));
  return std::ranges::any_of(group.findings, [&](const Finding* finding) {
    return finding->message.find(own) != std::string::npos ||
           finding->message.find(whole) != std::string::npos;
  });
}

}  // namespace claimgraph
