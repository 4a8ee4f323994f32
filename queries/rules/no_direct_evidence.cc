// no-direct-evidence: the list is about other interventions than the document.

#include "core/text/ascii.h"
#include "queries/rules/claim_records.h"
#include "queries/rules/rule_list.h"

namespace claimgraph {
namespace {

bool IsStudy(StudyDesign design) {
  return design != StudyDesign::kUnknown && design < StudyDesign::kAnimal;
}

// What the title says that the document is about, if claims are made of it; else what
// most claims are about.
std::string SubjectOf(const DocumentGraph& graph) {
  const std::string title = ascii::Lowered(graph.document.title);
  std::string subject;
  for (const Proposition& p : graph.propositions) {
    if (p.intervention.size() > subject.size() && title.find(p.intervention) != std::string::npos) {
      subject = p.intervention;
    }
  }
  return subject.empty() ? MainIntervention(graph) : subject;
}

// The claim that sums the document up: boosted, and citing nothing itself.
const Claim* BoldestSummary(const DocumentGraph& graph) {
  const Claim* boldest = nullptr;
  for (const Claim& claim : graph.claims) {
    if (!IsUncited(claim) || claim.certainty != AssertedCertainty::kBoosted) continue;
    if (claim.kind != ClaimKind::kEvaluation && claim.kind != ClaimKind::kEvidenceSummary &&
        claim.kind != ClaimKind::kGeneralisation) {
      continue;
    }
    boldest = &claim;  // the last one is nearest to the conclusion
  }
  return boldest;
}

bool IsDirect(const EvidenceLine& line) {
  return line.intervention == Directness::kDirect && line.outcome == Directness::kDirect &&
         line.stance != Stance::kNoEvidence && IsStudy(line.design);
}

std::vector<Finding> Run(const RuleInput& input) {
  const std::string main = SubjectOf(input.graph);
  if (main.empty()) return {};
  std::size_t told = 0;
  std::size_t about = 0;
  for (const EvidenceLine& line : input.graph.evidence_lines) {
    const Proposition* proposition = FindById(input.graph.propositions, line.proposition);
    told += !line.record.empty();
    if (proposition == nullptr || proposition->intervention != main) continue;
    ++about;
    if (IsDirect(line)) return {};
  }
  if (about == 0 || 2 * told < input.graph.evidence_lines.size()) return {};
  const Claim* claim = BoldestSummary(input.graph);
  if (claim == nullptr) return {};
  return {AtClaim(kNoDirectEvidence, *claim,
                  Cat("no study that the document cites tested ", main,
                      " for what it claims: they are about other interventions or outcomes"),
                  Advice("say what was tested instead", *claim))};
}

}  // namespace

constinit const Rule kNoDirectEvidence = {
    .name = "no-direct-evidence",
    .severity = Severity::kError,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "clear benefits of something that no listed study tested",
    .why =
        "A long list looks like evidence; if it is all about other things, the reader is misled by "
        "its length.",
    .bad =
        "The benefits of assisted stretching are clear.  [thirteen references: on exercise, yoga "
        "and massage]",
    .good = "Assisted stretching has not been tested for this; exercise and yoga have.",
    .limits =
        "Looks at what the document is mostly about, and speaks once, at the claim in the "
        "strongest words. Needs records of at least half of what is cited.",
    .run = Run,
};

}  // namespace claimgraph
