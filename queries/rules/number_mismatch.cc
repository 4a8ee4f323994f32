// number-mismatch: the claim counts studies or people otherwise than the record.

#include "queries/rules/claim_records.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    const auto lines = evidence.Of(claim.id);
    const std::string differs = RecordStep(lines, "number", "");
    if (differs.empty()) continue;
    findings.push_back(
        AtClaimWithEvidence(kNumberMismatch, claim, lines,
                            Cat(Quote(claim.text), " counts otherwise than its source: ", differs),
                            "write the number that the source has"));
  }
  return findings;
}

}  // namespace

constinit const Rule kNumberMismatch = {
    .name = "number-mismatch",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a number that the cited study does not have",
    .why = "A wrong count or size makes the evidence look larger than it is.",
    .bad = "A review of eight trials found ...  [the record says seven]",
    .good = "A review of seven trials found ...",
    .limits =
        "Compares the number of studies that a review has, where the claim counts them. Needs a "
        "record of the study in the store (`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
