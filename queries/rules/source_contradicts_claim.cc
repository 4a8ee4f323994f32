// source-contradicts-claim: what is cited finds the contrary.

#include "queries/rules/claim_records.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (claim.verdict != Verdict::kContradicted || !SettledBy(claim, "sources-dispute")) continue;
    const auto lines = evidence.Of(claim.id);
    findings.push_back(AtClaimWithEvidence(
        kSourceContradictsClaim, claim, lines,
        Cat("what ", Quote(claim.text),
            " cites finds the contrary: ", RecordStep(lines, "result", "disputes")),
        Advice("say what the source found", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kSourceContradictsClaim = {
    .name = "source-contradicts-claim",
    .severity = Severity::kError,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a citation of a study that found the contrary",
    .why = "The citation lends the claim an authority that denies it.",
    .bad = "Tea prevents colds (Hill, 2018).  [Hill found as many colds with tea as without]",
    .good = "Tea did not prevent colds in one trial (Hill, 2018).",
    .limits =
        "A result that may be chance (an interval from none to a real effect) does not count as a "
        "denial. Needs a record of the study in the store (`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
