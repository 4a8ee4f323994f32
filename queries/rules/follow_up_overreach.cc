// follow-up-overreach: the effect was gone at a later time.

#include "queries/rules/claim_records.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

// The result that was no longer there.
std::string Later(std::span<const EvidenceLine* const> lines) {
  for (const EvidenceLine* line : lines) {
    for (const Reason& reason : line->reasons) {
      if (reason.step == "result" && (reason.rule == "disputes" || reason.rule == "neutral")) {
        return reason.because;
      }
    }
  }
  return {};
}

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!SettledBy(claim, "follow-up-overreach")) continue;
    const auto lines = evidence.Of(claim.id);
    findings.push_back(AtClaimWithEvidence(
        kFollowUpOverreach, claim, lines,
        Cat(Quote(claim.text),
            " says that it lasts; later the difference was gone: ", Later(lines)),
        Advice("say for how long it was seen", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kFollowUpOverreach = {
    .name = "follow-up-overreach",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a lasting effect that did not last in the cited study",
    .why = "Readers pay for what fades within months.",
    .bad = "Massage brings lasting relief (Hill, 2018).  [no difference after six months]",
    .good = "Massage brought relief for a month; after six months it was gone (Hill, 2018).",
    .limits =
        "Knows only the time points that the record has. Needs a record of the study in the store "
        "(`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
