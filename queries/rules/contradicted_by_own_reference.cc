// contradicted-by-own-reference: nothing is cited, and the list itself has a study that denies it.

#include "queries/rules/claim_records.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!SettledBy(claim, "own-reference-disputes")) continue;
    const auto lines = evidence.Of(claim.id);
    findings.push_back(AtClaimWithEvidence(
        kContradictedByOwnReference, claim, lines,
        Cat(Quote(claim.text), " is denied by a study in the document's own list: ",
            RecordStep(lines, "result", "disputes")),
        Advice("cite the study and say what it found", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kContradictedByOwnReference = {
    .name = "contradicted-by-own-reference",
    .severity = Severity::kError,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a claim that a study in the same list denies",
    .why =
        "The author had the study at hand that says otherwise; a reader who follows the list finds "
        "out.",
    .bad =
        "Massage lowers cortisol.  [the list has a trial that found no change in cortisol, and "
        "nothing cites it]",
    .good = "Massage lowers anxiety (Hill, 2018); cortisol did not change.",
    .limits =
        "Only where every listed study with a result on the same intervention and outcome denies "
        "the claim; where they disagree, it says nothing. Needs a record of the study in the store "
        "(`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
