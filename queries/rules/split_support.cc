// split-support: one source has the intervention without the outcome, another the outcome without
// the intervention.

#include <algorithm>

#include "queries/rules/claim_records.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

// Its intervention was studied, and not this outcome.
bool HasInterventionOnly(const EvidenceLine& line) {
  return !line.record.empty() && line.intervention == Directness::kDirect &&
         line.outcome == Directness::kDifferent;
}

// Its outcome was studied, and not with this intervention.
bool HasOutcomeOnly(const EvidenceLine& line) {
  return !line.record.empty() && line.outcome == Directness::kDirect &&
         (line.intervention == Directness::kDifferent ||
          line.intervention == Directness::kIndirect);
}

bool Whole(const EvidenceLine& line) {
  return line.intervention == Directness::kDirect && line.outcome == Directness::kDirect;
}

// What is claimed of one outcome has a half in one source and a half in another.
bool IsSplit(std::span<const EvidenceLine* const> lines, PropositionId proposition) {
  const auto any = [&](bool (*is)(const EvidenceLine&)) {
    return std::ranges::any_of(lines, [&](const EvidenceLine* line) {
      return line->proposition == proposition && is(*line);
    });
  };
  return any(HasInterventionOnly) && any(HasOutcomeOnly) && !any(Whole);
}

std::vector<Finding> Run(const RuleInput& input) {
  const EvidenceByClaim evidence(input.graph);
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    const auto lines = evidence.Of(claim.id);
    if (std::ranges::none_of(claim.propositions,
                             [&](PropositionId id) { return IsSplit(lines, id); })) {
      continue;
    }
    findings.push_back(AtClaimWithEvidence(
        kSplitSupport, claim, lines,
        Cat("no source of ", Quote(claim.text),
            " studied all of it: one has the intervention without the outcome, another the "
            "outcome without the intervention"),
        Advice("claim what each of them found", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kSplitSupport = {
    .name = "split-support",
    .severity = Severity::kError,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "several sources, each for another half of the claim",
    .why = "Together they look like proof; none of them studied what is claimed.",
    .bad =
        "Stretching at work lowers burnout (Hill, 2018; Reed, 2020).  [Hill: stretching, not "
        "burnout; Reed: burnout, not stretching]",
    .good = "Exercise lowers burnout (Reed, 2020); stretching was not tested for it.",
    .limits = "Needs a record of the study in the store (`claimgraph import`).",
    .run = Run,
};

}  // namespace claimgraph
