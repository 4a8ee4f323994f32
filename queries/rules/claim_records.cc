#include "queries/rules/claim_records.h"

#include <algorithm>

namespace claimgraph {

bool SettledBy(const Claim& claim, std::string_view rule) {
  const Reason* reason = DecidedBy(claim);
  return reason != nullptr && reason->rule == rule;
}

std::string RecordStep(std::span<const EvidenceLine* const> lines, std::string_view step,
                       std::string_view rule) {
  for (const EvidenceLine* line : lines) {
    // A trial that supports at one month may deny at six: its line says so, and is not meant.
    if (rule == Name(Stance::kDisputes) && line->stance != Stance::kDisputes) continue;
    for (const Reason& reason : line->reasons) {
      if (reason.step == step && (rule.empty() || reason.rule == rule)) return reason.because;
    }
  }
  return {};
}

Finding AtClaimWithEvidence(const Rule& rule, const Claim& claim,
                            std::span<const EvidenceLine* const> lines, std::string message,
                            std::string suggestion) {
  Finding finding = AtClaim(rule, claim, std::move(message), std::move(suggestion));
  for (const EvidenceLine* line : lines) {
    finding.evidence.push_back(line->id);
    if (!IsSet(line->reference)) continue;  // a reviewer tied the claim to the work
    if (std::ranges::find(finding.references, line->reference) == finding.references.end()) {
      finding.references.push_back(line->reference);
    }
  }
  return finding;
}

}  // namespace claimgraph
