// uncited-claim: a claim with no citation in its sentence, the next one or its
// paragraph, which the document's other evidence does not carry either.

#include "queries/rules/rule_list.h"
#include "queries/rules/support.h"

namespace claimgraph {
namespace {

// A footnote that is no reference: a remark, or "unpublished".
bool HasFootnote(const DocumentGraph& graph, const Claim& claim) {
  const auto& marks = graph.document.marks;
  auto at = std::lower_bound(
      marks.begin(), marks.end(), claim.text_span.begin,
      [](const Mark& mark, std::uint32_t begin) { return mark.span.begin < begin; });
  constexpr std::uint32_t kFullStop = 1;  // "[^1]" may stand behind it
  for (; at != marks.end() && at->span.begin <= claim.text_span.end + kFullStop; ++at) {
    if (at->kind == MarkKind::kFootnoteRef) return true;
  }
  return false;
}

std::vector<Finding> Run(const RuleInput& input) {
  std::vector<Finding> findings;
  for (const Claim& claim : input.graph.claims) {
    if (!IsUncited(claim) || !FallsShort(claim.verdict)) continue;
    if (!CanCarryCitation(input.graph, claim)) continue;
    // "Is not proven to", "there is no evidence that": nothing to cite.
    if (claim.negated && claim.certainty == AssertedCertainty::kHedged) continue;
    const bool footnote = HasFootnote(input.graph, claim);
    findings.push_back(
        AtClaim(kUncitedClaim, claim,
                Cat(Quote(claim.text),
                    footnote ? " has a footnote that names no source" : " has no citation",
                    "; readers have nowhere to look"),
                Advice("cite the study that shows it", claim)));
  }
  return findings;
}

}  // namespace

constinit const Rule kUncitedClaim = {
    .name = "uncited-claim",
    .severity = Severity::kWarning,
    .scope = RuleScope::kDocument,
    .subject = RuleSubject::kHealth,
    .summary = "a claim that cites nothing",
    .why = "A reader who doubts it has nowhere to look, and a writer who is wrong will not notice.",
    .bad = "Tea cures colds.",
    .good = "Tea eased cold symptoms in one small trial [4].",
    .limits =
        "A citation in the next sentence, at the paragraph's end or behind \"these results\" "
        "counts. "
        "Left alone: headings, cautious summaries of what the document cites, statements that evidence "
        "is lacking, the author's own results.",
    .run = Run,
};

}  // namespace claimgraph
