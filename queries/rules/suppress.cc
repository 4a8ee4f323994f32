// A claim that cites nothing, in big words, about everybody, is one sentence to
// mend and gets one finding.  The order below says which: first what makes the
// claim worthless whatever else is wrong, then what it rests on, then how it is
// worded, and last that it cites nothing at all.

#include "queries/rules/suppress.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 20> kSpecificFirst = {
    "retracted-source",
    "contradicted-by-own-reference",
    "source-contradicts-claim",
    "split-support",
    "outcome-mismatch",
    "follow-up-overreach",
    "no-direct-evidence",
    "self-contradiction",
    "phantom-studies",
    "anecdote-as-evidence",
    "theory-as-evidence",
    "safety-claim-unsupported",
    "population-overreach",
    "intervention-mismatch",
    "comparative-without-comparison",
    "advice-exaggeration",
    "certainty-inflation",
    "magnitude-inflation",
    "uncited-claim",
    "surrogate-outcome",
};

// Position in kSpecificFirst; past the end for a rule that is not there.
std::size_t RankOf(std::string_view rule) {
  return std::find(kSpecificFirst.begin(), kSpecificFirst.end(), rule) - kSpecificFirst.begin();
}

using Silenced = std::map<std::size_t, std::set<std::string_view>>;  // block -> rules

// Each comment speaks of the block that it stands in, else of the next.  One that
// names no rule or gives no reason says too little to silence anything.
Silenced SilencedBlocks(const Document& document) {
  Silenced silenced;
  for (const IgnoreComment& ignore : document.ignores) {
    if (ignore.rule.empty() || ignore.reason.empty()) continue;
    const auto block =
        std::lower_bound(document.blocks.begin(), document.blocks.end(), ignore.at,
                         [](const Block& b, std::uint32_t at) { return b.span.end <= at; });
    if (block != document.blocks.end()) {
      silenced[block - document.blocks.begin()].insert(ignore.rule);
    }
  }
  return silenced;
}

}  // namespace

std::span<const std::string_view> SpecificFirst() { return kSpecificFirst; }

void SilenceGeneral(std::vector<Finding>* findings) {
  std::unordered_map<std::uint64_t, std::size_t> best;  // claim -> rank
  for (const Finding& finding : *findings) {
    if (!IsSet(finding.claim)) continue;
    const std::size_t rank = RankOf(finding.rule);
    const auto [at, is_new] = best.try_emplace(Raw(finding.claim), rank);
    if (!is_new) at->second = std::min(at->second, rank);
  }
  std::erase_if(*findings, [&](const Finding& finding) {
    if (!IsSet(finding.claim)) return false;
    const std::size_t rank = RankOf(finding.rule);
    return rank < kSpecificFirst.size() && rank != best[Raw(finding.claim)];
  });
}

std::vector<IgnoreComment> IgnoresAt(const Document& document, std::uint32_t at) {
  const auto end = [](const Block& block) { return block.span.end; };
  const auto block = std::ranges::upper_bound(document.blocks, at, {}, end);
  if (block == document.blocks.end()) return {};
  const std::uint32_t before = block == document.blocks.begin() ? 0 : std::prev(block)->span.end;
  std::vector<IgnoreComment> ignores;
  for (auto ignore = std::ranges::lower_bound(document.ignores, before, {}, &IgnoreComment::at);
       ignore != document.ignores.end() && ignore->at < block->span.end; ++ignore) {
    if (!ignore->rule.empty() && !ignore->reason.empty()) ignores.push_back(*ignore);
  }
  return ignores;
}

void ApplyIgnores(const Document& document, std::vector<Finding>* findings) {
  const Silenced silenced = SilencedBlocks(document);
  if (silenced.empty()) return;
  std::erase_if(*findings, [&](const Finding& finding) {
    if (!finding.file.empty()) return false;
    const auto after = std::partition_point(
        document.blocks.begin(), document.blocks.end(),
        [&](const Block& b) { return document.Source(b.span).begin <= finding.span.begin; });
    if (after == document.blocks.begin()) return false;
    const auto rules = silenced.find(after - document.blocks.begin() - 1);
    return rules != silenced.end() &&
           (rules->second.contains("all") || rules->second.contains(finding.rule));
  });
}

}  // namespace claimgraph
