// outcome-mismatch: an outcome that nobody measured, beside others that were.

#include "queries/rules/claim_records.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!SettledBy(claim, "outcome-added") && !SettledBy(claim, "not-what-was-studied")) continue;
    const auto lines = evidence.Of(claim.id);
    std::string why = RecordStep(lines, "result", "outcome-not-studied");
    if (why.empty()) why = RecordStep(lines, "result", "disputes");
    if (why.empty()) continue;  // another intervention: that rule tells
    findings.push_back(AtClaimWithEvidence(
        kOutcomeMismatch, claim, lines,
        Cat(Quote(claim.text), " names an outcome that its source does not bear out: ", why),
        Advice("leave out what was not measured or not found", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kOutcomeMismatch = {
    .name = "outcome-mismatch",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "an outcome that the cited study did not look at, or did not find",
    .why = "A study of pain says nothing about sleep, however well it was done.",
    .bad =
        "Massage improved pain, sleep and depression (Hill, 2018).  [Hill measured pain and sleep]",
    .good = "Massage improved pain and sleep (Hill, 2018).",
    .limits =
        "A study card lists all outcomes; an abstract may leave some out, so there the word must "
        "be missing altogether. Needs a record of the study in the store (`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
